"""The contents: an entry for each page that somebody may look for, in the parts of the book."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lsbook.model.vocabulary import Part
from lsbook.pages.content.long_pages import IndexContent
from lsbook.pages.content.pull_quotes import find_pull_quote
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.blocks import make_insteads
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.context import PICTURE_FIRST_LOOKS, QUOTING_LOOKS, PageContext
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import PageModel

ICONS = {
    "about-book.html": "book",
    "about-me.html": "pen",
    "heads-up.html": "arch",
    "homes.html": "home",
    "how-to.html": "now",
    "keepsakes.html": "box",
    "letters.html": "letter",
    "people.html": "with",
    "questions.html": "question",
    "schools.html": "home",
    "stop.html": "talk",
    "things-to-do.html": "pen",
    "timeline.html": "later",
    "words.html": "note",
}
"""What stands for a page in the contents where it has no picture and its readers find their way by pictures."""
OWN_TEMPLATES = frozenset(
    {
        "about-book.html",
        "find-files.html",
        "find.html",
        "how-to.html",
        "my-page.html",
        "my-pages.html",
        "sheet.html",
        "stop.html",
        "words.html",
    }
)
"""Kinds of pages that the program gives every book, and that tell nothing of a child's story."""


class CoverEntry(Struct, frozen=True):
    href: str
    text: str
    gated: bool
    thumb: PageImage | None
    icon: str
    is_own: bool
    """Whether it leads to one of the book's own pages, as every book has them."""
    quote: str = ""
    """A line of the page, in looks that draw their reader in by words."""


class CoverPart(Struct, frozen=True):
    name: str
    entries: tuple[CoverEntry, ...]
    after: Components = ()


def make_part(context: PageContext, name: str, models: Sequence[PageModel], part: Part | None = None) -> CoverPart:
    """One section of the contents; below those of a ``part``, what stands for its chapters that are not told yet."""
    context = context.for_page(context.contents_address.partition("#")[0])
    entries = (_make_entry(context, model) for model in models if model.listed)
    return CoverPart(name, tuple(entries), make_insteads(context, f"chapters:{part}") if part else ())


def _make_entry(context: PageContext, model: PageModel) -> CoverEntry:
    words = capitalize_first(model.topic) if model.gated else model.title
    kind = model.content.template if isinstance(model.content, IndexContent) else model.template
    has_pictures = context.look in PICTURE_FIRST_LOOKS and not context.picture_book.spreads
    icon, thumb = (ICONS.get(kind, "book"), model.thumb) if has_pictures else ("", None)
    return CoverEntry(
        context.make_href(model.address),
        words,
        model.gated,
        None if model.gated else thumb,
        icon,
        is_own=kind in OWN_TEMPLATES,
        quote=find_pull_quote(model) if context.look in QUOTING_LOOKS else "",
    )
