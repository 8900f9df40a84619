"""Questions: what the child asks, what was found, and what is still being found out."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from lsbook.model.book import Question
from lsbook.pages.content.statements import told
from lsbook.pages.layout.blocks import guarded
from lsbook.pages.layout.components import Ask, Flow
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf, Pieces
from lsbook.pages.layout.prose import line


def _finding_out(desk: Desk, item: Question) -> Markup:
    if item.finding_out and (who := desk.names((item.finding_out,))):
        return desk.words.around("finding-out-by", who=who)
    return escape(desk.say("finding-out"))


STATUS: dict[str, tuple[str, str, Callable[[Desk, Question], Markup]]] = {
    "": ("asked", "", lambda desk, item: Markup()),  # answered, and not told here: to say more would be a lie
    "finding-out": ("open", "question-open", _finding_out),
    "answered": ("answered", "question-answered", lambda desk, item: Markup()),
    "nobody-knows": ("open", "question-open", lambda desk, item: escape(desk.say("nobody-knows"))),
    "later": ("later", "question-later", lambda desk, item: escape(desk.say("answer-later"))),
    "not-ours-to-tell": ("not-ours", "question-not-ours", lambda desk, item: escape(desk.say("not-ours-to-tell"))),
}


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of questions, in the order in which they stand in the story."""
    desk = desk.at(desk.pages["questions"])
    flow = tuple(
        piece for item in desk.book.questions for piece in guarded(desk, item, lambda one: question(desk, one))
    )
    if not flow:
        return ()
    title, deck = desk.say("questions-title"), desk.say("questions-deck")
    return (Leaf(desk.here, "questions.html", title, Pieces(flow), desk.say("part-where-im-going"), deck),)


def question(desk: Desk, item: Question) -> Flow:
    """A question, its answer, and who is finding out."""
    ask = line(desk, item.ask)
    if not ask:
        return ()
    dress, tag, status = STATUS[item.status]
    return (
        Ask(f"is-{dress}", ask, desk.say(tag) if tag else "", told(desk, item.answer, level=3), status(desk, item)),
    )
