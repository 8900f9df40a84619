"""A leaf: one page of the book as data, before it is HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lsbook.model.site import Page
from lsbook.pages.layout.components import Components, PageImage


@dataclass(frozen=True)
class NavLink:
    """A link to another page, from the book's folder, with the words on it."""

    address: str
    text: str


@dataclass(frozen=True)
class PageModel:
    """``content`` is what the template of this kind of page shows; ``back`` and ``onward`` turn the page."""

    address: str
    template: str
    title: str
    content: Any
    part: str = ""
    """The words above the title."""
    deck: str = ""
    css_class: str = ""
    """Further classes of the page."""
    thumb: PageImage | None = None
    gated: bool = False
    listed: bool = True
    """Whether the contents name it."""
    in_row: bool = True
    part_links: tuple[NavLink, ...] = ()
    """The pages of the same part, this one among them: where am I?"""
    back: NavLink | None = None
    onward: NavLink | None = None
    files: tuple[Page, ...] = ()
    """Drawings that this page shows."""


@dataclass(frozen=True)
class ComponentsContent:
    """The content of a page that is nothing but pieces."""

    components: Components
    aside: Components = ()
    """What stands beside the text where the look has a margin."""
