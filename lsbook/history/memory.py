"""What a build need not do again: digests of photos and films, rendered pages, and what was read in finished files."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsbook.cache.folder import locate_cache
from lsbook.cache.installation import describe_installation, describe_tree
from lsbook.cache.page_store import PageStore, forget_books, locate_markup, locate_pages
from lsbook.cache.sealed import read_sealed, write_sealed
from lsbook.files.folders import list_entries
from lsbook.history.last_build import open_file_index
from lsbook.media import RenditionProofs
from lsbook.model.build import BOOKS_FOLDER
from lsbook.output import MarkupMemory, format_markup, parse_markup


class BuildMemory:
    """What is known of a story from earlier builds. ``stays``: the process does, and keeps all of it at hand."""

    def __init__(self, story: Path, *, stays: bool = False) -> None:
        self._story = story
        self._stays = stays
        self._stores: dict[str, PageStore] = {}
        self._markup: dict[str, MarkupMemory] = {}
        self._states: dict[tuple[Path, ...], str] = {}
        self.known = open_file_index(story)
        """The digests of photos and films, each read at most once in a build."""
        self.proofs = RenditionProofs(locate_cache(story)) if stays else None

    def begin_build(self) -> None:
        """Look again at all that may have changed."""
        self.known = self.known.look_again()
        if self.proofs:
            self.proofs.begin_build()
        self._states = {}

    def describe_templates(self, templates: Sequence[Path]) -> str:
        """Return the digest of lsbook and of all ``templates``, lsbook's own last; empty where nobody can tell."""
        key = tuple(templates)
        if key not in self._states:
            try:
                own = [list(describe_tree(folder)) for folder in templates[:-1]]
                state = json.dumps([describe_installation(), own]).encode()
                self._states[key] = hashlib.sha256(state).hexdigest()
            except OSError:
                self._states[key] = ""
        return self._states[key]

    def open_pages(self, edition: str, *, to_read: bool, writes: bool) -> PageStore:
        """Return the rendered pages of ``edition``. Those of a second reader's book are written down nowhere."""
        name = f"{edition} to read" if to_read else edition
        if name not in self._stores:
            folder = None if to_read else locate_pages(locate_cache(self._story), edition)
            store = PageStore(folder, stays=self._stays, writes=writes)
            if not self._stays:
                return store
            self._stores[name] = store
        return self._stores[name]

    @contextlib.contextmanager
    def open_markup(self, place: Path, templates: Sequence[Path], *, writes: bool) -> Iterator[MarkupMemory | None]:
        """Give what was read in the files of the book at ``place``, and keep what is read in them now.

        ``writes``: it is written down, unless the process stays, for the next one with the same lsbook. It is believed
        in the very folder where it was written: a story that comes from elsewhere cannot bring its own proof.
        """
        if self._stays:
            yield self._markup.setdefault(str(place), MarkupMemory())
            return
        state = self.describe_templates(templates) if writes else ""
        if not state:
            yield None
            return
        file = locate_markup(locate_cache(self._story), place.name)
        owner = [state, *_identify(self._story)]
        kept = read_sealed(file)
        markup = parse_markup(kept[-1]) if isinstance(kept, list) and kept[:-1] == owner else MarkupMemory()
        yield markup
        with contextlib.suppress(OSError):  # to forget it harms no book
            write_sealed(file, [*owner, format_markup(markup)])

    def forget_missing_books(self) -> None:
        """Forget the pages of books that somebody has taken away."""
        books = {entry.name for entry in list_entries(self._story / BOOKS_FOLDER)}
        forget_books(locate_cache(self._story), books)


def _identify(folder: Path) -> tuple[int, int]:
    """Return by which numbers the computer knows ``folder``, which a copy of it does not have."""
    status = folder.stat()
    return status.st_dev, status.st_ino
