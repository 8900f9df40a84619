"""Letters: each as it was written, with its scan."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.model.vocabulary import ItemKind
from lsbook.pages.layout.blocks import guard_item, make_insteads, make_letter
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Component, Components, LetterCard
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens


class LettersContent(PageContent, frozen=True):
    """``titles`` lead to the letters, where there are more than one."""

    titles: tuple[LetterCard, ...]
    components: Components

    def iter_text(self, say: Say) -> TextTokens:
        yield from (letter.title for letter in self.titles)
        yield from iter_text(self.components, say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of letters."""
    context = context.for_page(context.addresses["letters"])
    components: list[Component] = []
    for at, letter in enumerate(context.book.letters):
        shown = guard_item(context, letter, lambda visible: make_letter(context, visible))
        anchor = context.addresses[f"letter {at}"]
        components += (
            replace(component, anchor=anchor) if isinstance(component, LetterCard) else component for component in shown
        )
    components += make_insteads(context, ItemKind.LETTERS)
    if not components:
        return ()
    titles = tuple(component for component in components if isinstance(component, LetterCard))
    content = LettersContent(titles if len(titles) > 1 else (), tuple(components))
    return (
        PageModel(
            context.address, "letters.html", context.say("letters-title"), content, context.say("part-my-people")
        ),
    )
