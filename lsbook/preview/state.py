"""What an open page is told: what changed since it was loaded, and what is in the way of the next book.

It is a small script of one call, which any page can load from a file beside it; nothing else can be loaded there.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from msgspec import Struct, field
from msgspec.structs import replace

from lsbook.files.manifest import read_manifest
from lsbook.model.problem import Problem
from lsbook.preview.findings import PageFinding

COVER = "Open my book.html"
_TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)
_MOST_CHANGED = 50
"""Pages that are listed one by one."""


class ChangedPage(Struct, frozen=True):
    """A page that a save has changed: its address from the preview's folder, and its title."""

    address: str
    title: str


class PreviewState(Struct, frozen=True):
    """What is shown, as of the save number ``number``.

    ``digests`` are those of the book's files by their path from the preview's folder. ``changes`` says of each page
    that a save has changed in which moment it did, and ``everything`` when one changed what all pages use (a style, a
    picture): both in milliseconds since 1970, as a page knows when it was loaded.
    """

    number: int = 0
    edition: str = ""
    """The folder of the last good book; empty where there is none yet."""
    digests: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    changes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    everything: int = 0
    gone: frozenset[str] = frozenset()
    changed: tuple[ChangedPage, ...] = ()
    more_changed: int = 0
    other_changed: int = 0
    """Files that are no pages: pictures, styles, fonts."""
    problems: tuple[Problem, ...] = ()
    findings: tuple[PageFinding, ...] = ()
    """What a second reader would say of the last good book, once that is known."""

    def add_findings(self, findings: tuple[PageFinding, ...]) -> PreviewState:
        """Return the state once it is known what is to be said of the book that is shown."""
        return replace(self, number=self.number + 1, findings=findings)

    def add_problems(self, problems: tuple[Problem, ...]) -> PreviewState:
        """Return the state after a save of which no book could be made: the last good one stays."""
        return replace(self, number=self.number + 1, problems=problems, changed=(), more_changed=0, other_changed=0)

    def add_book(self, folder: Path, edition: str, moment: int) -> PreviewState:
        """Return the state after a save whose book stands in ``folder`` as of ``moment``, in milliseconds."""
        digests = {f"{edition}/{path}": digest for path, digest in (read_manifest(folder / edition) or {}).items()}
        different = [path for path, digest in digests.items() if self.digests.get(path) != digest]
        pages = sorted(path for path in different if path.endswith(".html"))
        others = len(different) - len(pages)
        if not self.edition:  # the first book: nothing of it has changed
            pages, others = [], 0
        gone = (self.gone | self.digests.keys()) - digests.keys()
        return replace(
            self,
            number=self.number + 1,
            edition=edition,
            digests=digests,
            changes={**self.changes, **dict.fromkeys(pages, moment)},
            everything=moment if others else self.everything,
            gone=frozenset(gone),
            changed=tuple(ChangedPage(path, _read_title(folder / path)) for path in pages[:_MOST_CHANGED]),
            more_changed=max(0, len(pages) - _MOST_CHANGED),
            other_changed=others,
            problems=(),
            findings=(),
        )

    def format(self) -> str:
        """Return the state as the one call that an open page waits for."""
        values = {
            "number": self.number,
            "book": quote(f"{self.edition}/{COVER}") if self.edition else "",
            "changes": dict(self.changes),
            "everything": self.everything,
            "gone": sorted(path for path in self.gone if path.endswith(".html")),
            "changed": [{"href": quote(page.address), "title": page.title} for page in self.changed],
            "more": self.more_changed,
            "problems": [_format_problem(problem) for problem in self.problems],
            "findings": [finding._asdict() for finding in self.findings],
        }
        return f"lsbookPreview({json.dumps(values, separators=(',', ':'))})\n"


def write_state(state: PreviewState, file: Path) -> None:
    """Put ``state`` where open pages look, whole at every moment. Raises ``OSError``."""
    beside = file.with_suffix(".new")
    beside.write_text(state.format(), encoding="utf-8")
    beside.replace(file)


def _read_title(page: Path) -> str:
    title = _TITLE.search(page.read_text(encoding="utf-8"))
    return html.unescape(title[1]).strip() if title else page.stem


def _format_problem(problem: Problem) -> dict[str, str]:
    return {"at": str(problem.at), "source": problem.source, "what": problem.what, "remedy": problem.remedy}
