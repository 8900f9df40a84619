"""What one page is made from: its model and the frame around it. What the page holds is declared here, before HTML."""

from __future__ import annotations

import hashlib
import pickle  # to tell inputs apart: nothing is ever read back from it
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from lsbook.pages.frame import Frame, make_frame
from lsbook.pages.language.rich_text import extract_plain_text
from lsbook.pages.layout.addresses import FOLDED_ANCHOR, prefix_anchor
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.declarations import iter_anchors, iter_links, iter_words
from lsbook.pages.layout.notes import number_notes
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import (
    Say,
    TextPassage,
    TextSection,
    TextToken,
    TextTokens,
    collect_passages,
    make_section,
)
from lsbook.pages.layout.repeated_cards import drop_repeated_cards
from lsbook.pages.layout.scripts import Scripts


class PageInputs(Struct, frozen=True, dict=True):
    """The inputs of one page. The same inputs and the same templates make the same HTML."""

    model: PageModel
    frame: Frame

    @property
    def address(self) -> str:
        """Where the page stands, from the book's folder."""
        return self.model.address

    @cached_property
    def digest(self) -> bytes:
        """The SHA-256 of all that the page is made from, beside its template and the book's own words."""
        return hashlib.sha256(pickle.dumps((self.model, self.frame), protocol=5)).digest()

    @cached_property
    def links(self) -> frozenset[str]:
        """The pages, media and style sheets that the page names, from the book's folder and without ``#``."""
        return frozenset(link.partition("#")[0] for link in iter_links((*self._contents, self.frame)))

    @property
    def anchors(self) -> frozenset[str]:
        """The places within the page that a link may lead to."""
        folded = (
            prefix_anchor(part.address, anchor)
            for part in self.model.folded
            for anchor in (FOLDED_ANCHOR, *iter_anchors(part.content))
        )
        return frozenset((*iter_anchors(self.model.content), *folded))

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters of the words that the page shows, but for the book's own that its template says."""
        words = iter_words((self.model, self.frame))
        return frozenset().union(*map(extract_plain_text, words))

    def collect_text(self, say: Say) -> tuple[TextPassage, ...]:
        """The text of the page by heading, without its title. ``say`` gives the book's own words."""
        model = self.model
        ending = (*iter_text(self.frame.glossary, say), *self._iter_notes(say))
        folded = (token for part in model.folded for token in _iter_folded_text(part, say))
        return collect_passages((model.part, model.deck, *model.content.iter_text(say), *folded, *ending))

    @property
    def _contents(self) -> tuple[PageContent, ...]:
        """What the page shows, and what the pages within it show."""
        return (self.model.content, *(part.content for part in self.model.folded))

    def _iter_notes(self, say: Say) -> TextTokens:
        """The notes at the end of the page, each in an element of its own."""
        if self.frame.notes:
            yield say("how-we-know")
        for at, note in enumerate(self.frame.notes):
            yield from make_section(f"note-{at + 1}", "", (note,))


def _iter_folded_text(part: PageModel, say: Say) -> TextTokens:
    """The text of a page within another, under its title."""
    inside = (prefix_section(token, part.address) for token in part.content.iter_text(say))
    yield from make_section(prefix_anchor(part.address), part.title, (part.deck, *inside))


def prefix_section(token: TextToken, address: str) -> TextToken:
    """``token`` of the page at ``address`` as it stands within another."""
    if not isinstance(token, TextSection):
        return token
    inside = tuple(prefix_section(inner, address) for inner in token.inside)
    return TextSection(prefix_anchor(address, token.anchor), token.name, inside)


def make_inputs(context: PageContext, model: PageModel, styles: Sequence[str], scripts: Scripts) -> PageInputs:
    """The inputs of the page of ``model``; ``styles`` are addresses from the book's folder."""
    contents = tuple(drop_repeated_cards(part.content) for part in (model, *model.folded))
    (content, *inner), notes = number_notes(contents)
    folded = tuple(replace(part, content=part_content) for part, part_content in zip(model.folded, inner, strict=True))
    model = replace(model, content=content, folded=folded)
    return PageInputs(model, make_frame(context, model, styles, scripts, notes))
