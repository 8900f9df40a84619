"""What the pages of an adult's book have in common."""

from __future__ import annotations

from lsbook.pages.layout.components import Components
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import ComponentsContent, PageModel

TEMPLATE = "adult.html"


def make_adult_page(
    context: PageContext, key: str, components: Components, part: str, deck: str = ""
) -> tuple[PageModel, ...]:
    """The page with the address ``key``, where there is anything on it; ``part`` is the key of its part's name."""
    if not components:
        return ()
    title, content = context.say(f"{key}-title"), ComponentsContent(components)
    return (PageModel(context.address, TEMPLATE, title, content, context.say(part), deck, css_class=f"adult-{key}"),)
