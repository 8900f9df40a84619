"""Questions: what the child asks, what was found, and what is still being found out."""

from __future__ import annotations

from collections.abc import Callable

from lsbook.model.book import Question, Statement
from lsbook.model.vocabulary import QuestionStatus
from lsbook.pages.content.statements import make_guarded_statement
from lsbook.pages.language.rich_text import NO_TEXT, RichText, join_rich, make_rich
from lsbook.pages.layout.blocks import guard_item
from lsbook.pages.layout.components import Components, QuestionCard
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import ComponentsContent, PageModel
from lsbook.pages.layout.render_prose import render_line


def _format_finding_out(context: PageContext, item: Question) -> RichText:
    if item.finding_out and (who := context.join_names((item.finding_out,))):
        return context.catalog.say_rich("finding-out-by", who=who)
    return make_rich(context.say("finding-out"))


def _format_later(context: PageContext, item: Question) -> RichText:
    """That it waits, who keeps the answer, and when somebody looks at it again."""
    parts = [make_rich(context.say("answer-later"))]
    holder = item.held_by or item.finding_out
    if holder and (who := context.join_names((holder,))):
        parts.append(context.catalog.say_rich("answer-held-by", who=who))
    return join_rich(" ", filter(None, (*parts, _format_look_again(context, item))))


def _format_look_again(context: PageContext, item: Question) -> RichText:
    when = context.dates.sentence_formatter.format_when(item.look_again)
    return make_rich(context.say("answer-look-again", when=when)) if when else NO_TEXT


def _format_answered_for_now(context: PageContext, item: Question) -> RichText:
    """When somebody looks at it again, as a child is told: an adult's book has no such day."""
    return NO_TEXT if context.is_biography else _format_look_again(context, item)


STATUS_FORMATS: dict[QuestionStatus | None, tuple[str, str, Callable[[PageContext, Question], RichText]]] = {
    None: ("asked", "", lambda context, item: NO_TEXT),  # answered, and not told here: to say more would be a lie
    QuestionStatus.FINDING_OUT: ("open", "question-open", _format_finding_out),
    QuestionStatus.ANSWERED: ("answered", "question-answered", lambda context, item: NO_TEXT),
    QuestionStatus.NOBODY_KNOWS: (
        "open",
        "question-open",
        lambda context, item: make_rich(context.say("nobody-knows")),
    ),
    QuestionStatus.LATER: ("later", "question-later", _format_later),
    QuestionStatus.NOT_OURS_TO_TELL: (
        "not-ours",
        "question-not-ours",
        lambda context, item: make_rich(context.say("not-ours-to-tell")),
    ),
}
TOLD_STATUS_FORMATS = STATUS_FORMATS | {
    QuestionStatus.LATER: ("asked", "", _format_answered_for_now),
    QuestionStatus.NOT_OURS_TO_TELL: STATUS_FORMATS[None],
}
"""The same where an answer is told at this age: nothing beside it says that there is none."""


class QuestionsContent(ComponentsContent, frozen=True):
    """Each question as a card; what is gated stands among them."""


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of questions, in the order in which they stand in the story."""
    context = context.for_page(context.addresses["questions"])
    components = tuple(
        component
        for item in context.book.questions
        for component in guard_item(context, item, lambda visible: make_question(context, visible))
    )
    if not components:
        return ()
    title, deck = context.say("questions-title"), context.say("questions-deck")
    return (
        PageModel(
            context.address,
            "questions.html",
            title,
            QuestionsContent(components),
            context.say("part-where-im-going"),
            deck,
        ),
    )


def make_question(context: PageContext, item: Question) -> Components:
    """A question, its answer, and who is finding out."""
    ask = render_line(context, item.ask)
    if not ask:
        return ()
    formats = TOLD_STATUS_FORMATS if isinstance(item.answer, Statement) else STATUS_FORMATS
    css_class, tag, status = formats[item.status]
    return (
        QuestionCard(
            f"is-{css_class}",
            ask,
            context.say(tag) if tag else "",
            make_guarded_statement(context, item.answer, level=3),
            status(context, item),
        ),
    )
