"""The steps in which a Site becomes a folder on disk."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from lsbook.files.digests import compute_digest
from lsbook.files.disk_errors import make_disk_problem
from lsbook.files.hidden_paths import get_staging_path
from lsbook.files.lock import lock
from lsbook.files.manifest import MANIFEST, format_manifest
from lsbook.model.build import PublishedBook
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.books import UNCLEAN_PAGE
from lsbook.model.site import Site
from lsbook.output.book_files import clear_book_files, clear_unfinished_book_files
from lsbook.output.clearing import clear_staging
from lsbook.output.flaws import Flaw
from lsbook.output.folder_owner import Owner, claim
from lsbook.output.names import check_names
from lsbook.output.ownership import list_owned_files
from lsbook.output.recover import recover
from lsbook.output.stage import collect_contents, stage
from lsbook.output.swap import swap
from lsbook.output.verify import MarkupMemory, verify

_REMEDY = (
    "This is a mistake in lsbook or in one of its templates, and not in the story. Tell whoever looks after lsbook for "
    "you. The old book was left as it was."
)


def write(
    site: Site,
    place: Path,
    owner: Owner | None = None,
    memory: MarkupMemory | None = None,
    *,
    is_lasting: bool = True,
) -> PublishedBook:
    """Write ``site`` as the book at ``place`` (DIR/<edition>), in the place of an older one that lsbook wrote there.

    ``owner`` is whose books ``place`` lies among, where they lie anywhere but in the story's own folder. ``memory`` is
    what was read in the last book of this place (``verify``). A book that is not ``is_lasting`` is gone where the
    computer dies, and nothing waits for the disk.

    Raises ``ProblemsFound`` with every reason, and the old book then stands untouched: ``place`` holds something of
    somebody else's, the book is not as a book must be, another build is at work, or the disk refuses.
    """
    _refuse_flaws(check_names(site), place)
    try:
        with lock(place):
            if owner:
                claim(place, owner)
            recover(place)
            clear_unfinished_book_files(place)
            return _replace(site, place, memory, is_lasting=is_lasting)
    except OSError as error:
        raise ProblemsFound((make_disk_problem(error, place),)) from error


def _replace(site: Site, place: Path, memory: MarkupMemory | None, *, is_lasting: bool) -> PublishedBook:
    old = list_owned_files(place)
    before = compute_digest(place / MANIFEST) if old else ""
    contents = collect_contents(site, place)
    digests = {content.path: content.digest for content in contents}
    new = get_staging_path(place)
    try:
        linked = stage(contents, new, place, old, is_lasting=is_lasting)
        _refuse_flaws(verify(new, digests, site.start_files, memory, linked), place)
        swap(new, place, is_lasting=is_lasting)
    except BaseException:
        with contextlib.suppress(OSError, ProblemsFound):
            clear_staging(new, place, digests)
        raise
    kept = sum(old.get(page.path) == digests[page.path] for page in site.pages)
    listed = hashlib.sha256(format_manifest(digests).encode()).hexdigest()
    book_files = clear_book_files(place, listed, replaced=before not in ("", listed))
    return PublishedBook(place, len(site.pages) - kept, kept, listed, book_files.gone, book_files.left)


def _refuse_flaws(flaws: tuple[Flaw, ...], place: Path) -> None:
    if flaws:
        raise ProblemsFound(
            tuple(
                Problem(Location((place / flaw.path).as_posix(), flaw.line), flaw.what, _REMEDY, rule=UNCLEAN_PAGE.id)
                for flaw in flaws
            )
        )
