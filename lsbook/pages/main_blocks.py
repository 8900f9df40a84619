"""The main block of a page is rendered once: as on screen, so on paper, unless its template asks which it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from markupsafe import Markup


@dataclass(frozen=True)
class MainBlock:
    """A main block as HTML; ``links`` are those that it wrote, ``anchors`` the places that it has taken."""

    html: Markup
    links: frozenset[str]
    anchors: frozenset[str]


MainBlocks: TypeAlias = dict[bytes, MainBlock]
"""The main blocks that were rendered for the screen, by the digest of their page's inputs, until paper has them."""


class PaperFlag:
    """Whether a page is for paper, as its template asks for it (``on_paper``). It knows whether it was asked."""

    def __init__(self, *, for_paper: bool) -> None:
        self._for_paper = for_paper
        self.is_asked = False

    def __bool__(self) -> bool:
        self.is_asked = True
        return self._for_paper


@dataclass
class PageNotes:
    """What is noted while one page is rendered. No template can name it."""

    digest: bytes
    for_paper: bool
    main_blocks: MainBlocks | None = None
    """Those that were rendered so far; ``None`` where the page stands in one medium alone."""
    links: set[str] = field(default_factory=set)
    """Where the page leads, as far as it is written."""
    anchors: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.on_paper = PaperFlag(for_paper=self.for_paper)

    def is_first(self, anchor: str) -> bool:
        """Return whether this is the first time: an anchor may stand on a page once."""
        is_new = anchor not in self.anchors
        self.anchors.add(anchor)
        return is_new

    def show_main(self, render: Callable[[], Markup]) -> Markup:
        """Return the main block of the page; on paper that of the screen, where nothing in it is for one of the two."""
        blocks = {} if self.main_blocks is None else self.main_blocks
        main = blocks.pop(self.digest, None) if self.for_paper else None
        main = main or self._render_main(render)
        if not self.for_paper and not self.on_paper.is_asked:
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
