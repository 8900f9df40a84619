"""One page of the book as data, before it is HTML."""

from __future__ import annotations

from msgspec import Struct

from lsbook.model.site import Page
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_text import Say, TextTokens


class NavLink(Struct, frozen=True):
    """A link to another page, from the book's folder, with the words on it."""

    address: str
    text: str


class PageContent(Struct, frozen=True):
    """What the template of one kind of page shows. A page whose text nobody looks for declares none."""

    def iter_text(self, say: Say) -> TextTokens:
        """The text of the page in its order; ``say`` gives the book's own words."""
        yield from ()


class PageModel(Struct, frozen=True):
    """``content`` is what the template of this kind of page shows; ``back`` and ``onward`` turn the page."""

    address: str
    template: str
    title: str
    content: PageContent
    part: str = ""
    """The words above the title."""
    deck: str = ""
    css_class: str = ""
    """Further classes of the page."""
    thumb: PageImage | None = None
    gated: bool = False
    topic: str = ""
    """What hard news behind a gated page is about."""
    listed: bool = True
    """Whether the contents name it."""
    in_row: bool = True
    part_links: tuple[NavLink, ...] = ()
    """The pages of the same part, this one among them: where am I?"""
    back: NavLink | None = None
    onward: NavLink | None = None
    files: tuple[Page, ...] = ()
    """Drawings that this page shows."""
    folded: tuple[PageModel, ...] = ()
    """Pages with next to nothing that stand at the end of this one."""


class ComponentsContent(PageContent, frozen=True):
    """The content of a page that is nothing but components."""

    components: Components
    aside: Components = ()
    """What stands beside the text where the look has a margin."""

    def iter_text(self, say: Say) -> TextTokens:
        yield from iter_text((*self.components, *self.aside), say)
