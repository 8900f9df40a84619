"""People who can help: named people first, then helplines with the day their number was last checked."""

from __future__ import annotations

from msgspec import Struct

from lsbook.pages.language.language_tags import is_same_language
from lsbook.pages.language.rich_text import TaggedText
from lsbook.pages.layout.component_text import iter_face_text
from lsbook.pages.layout.components import PersonLabel
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens


class HelplineCard(Struct, frozen=True):
    name: str
    number: str
    says: str
    checked: str


class HelpContent(PageContent, frozen=True):
    people: tuple[PersonLabel, ...]
    helplines: tuple[HelplineCard, ...]

    def iter_text(self, say: Say) -> TextTokens:
        if self.people:
            yield say("help-people")
        for person in self.people:
            yield from (*iter_face_text(person), person.name, person.role)
        if self.helplines:
            yield say("help-lines")
        for line in self.helplines:
            yield from (line.name, line.number, line.says, line.checked)


def make_help(context: PageContext) -> HelpContent:
    """Who to talk to, the same on every page."""
    lines = (
        HelplineCard(
            _tag_text(context, line.name, line.language),
            line.number,
            _tag_text(context, line.says, line.language),
            context.say("checked", when=context.dates.sentence_formatter.format_day(line.checked)),
        )
        for line in context.book.edition.helplines
    )
    return HelpContent(tuple(context.label_person(named) for named in context.book.talk_to), tuple(lines))


def _tag_text(context: PageContext, text: str, language: str) -> str:
    """``text`` of the policy, marked where the book is in another language."""
    if language and not is_same_language(language, context.book.language):
        return TaggedText(text, language)
    return context.isolate(text)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of people who can help."""
    context = context.for_page(context.addresses["help"])
    content = make_help(context)
    if not content.people and not content.helplines:
        return ()
    title, deck = context.say("help-title"), context.say("help-deck")
    return (PageModel(context.address, "stop.html", title, content, context.say("help-part"), deck),)
