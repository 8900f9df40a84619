"""The main block of a page is rendered once, for the screen and for paper: it marks what only one of them shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from markupsafe import Markup
from msgspec import Struct, field


class MainBlock(Struct, frozen=True):
    """A main block as HTML; ``links`` are those that it wrote, ``anchors`` the places that it has taken."""

    html: Markup
    links: frozenset[str]
    anchors: frozenset[str]


MainBlocks: TypeAlias = dict[bytes, MainBlock]
"""The main blocks that were rendered for the screen, by the digest of their page's inputs, until paper has them."""


SCREEN, PAPER = "screen", "paper"
"""What a template calls the two places for which a page is made."""
_ONLY = re.compile("<!--only (screen|paper)-->(.*?)<!--end of only-->", re.DOTALL)
"""Never in the words of a story: there every ``<`` is escaped."""


def mark_only(place: str, html: str) -> Markup:
    """``html`` with a mark that only ``place`` shows it: the screen or paper. Raises ``ValueError`` for another."""
    if place not in (SCREEN, PAPER):
        raise ValueError(f"only({place!r}): a part of a page is for the screen or for paper")
    return Markup(f"<!--only {place}-->{html}<!--end of only-->")


def select_parts(html: str, *, for_paper: bool) -> str:
    """``html`` as one of the two shows it, without any mark."""
    own = PAPER if for_paper else SCREEN
    return _ONLY.sub(lambda part: part[2] if part[1] == own else "", html)


class PageNotes(Struct):
    """What is noted while one page is rendered. No template can name it."""

    digest: bytes
    for_paper: bool
    main_blocks: MainBlocks | None = None
    """Those that were rendered so far; ``None`` where the page stands in one medium alone."""
    links: set[str] = field(default_factory=set)
    """Where the page leads, as far as it is written."""
    anchors: set[str] = field(default_factory=set)

    def is_first(self, anchor: str) -> bool:
        """Return whether this is the first time: an anchor may stand on a page once."""
        is_new = anchor not in self.anchors
        self.anchors.add(anchor)
        return is_new

    def show_main(self, render: Callable[[], Markup]) -> Markup:
        """Return the main block of the page; on paper that which was rendered for the screen, with its marks."""
        blocks = {} if self.main_blocks is None else self.main_blocks
        main = blocks.pop(self.digest, None) if self.for_paper else None
        main = main or self._render_main(render)
        if not self.for_paper:
            blocks[self.digest] = main
        self.links |= main.links
        self.anchors |= main.anchors
        return main.html

    def _render_main(self, render: Callable[[], Markup]) -> MainBlock:
        links = set(self.links)
        self.links.clear()
        html = render()
        main = MainBlock(html, frozenset(self.links), frozenset(self.anchors))
        self.links |= links
        return main
