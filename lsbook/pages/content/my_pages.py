"""My pages: where the young person writes, answers and asks. What is written goes into a file and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lsbook.model.book import Question
from lsbook.model.vocabulary import PageLook
from lsbook.pages.language.rich_text import TaggedText
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.render_prose import extract_text

KIND_KEYS = {"add": "mine-add", "answer": "mine-answer", "know": "mine-know", "wrong": "mine-wrong"}
"""What can be written: the word in the file, and the book's own words for it. ``lsbook receive`` knows the same."""
PROMPT_KEYS = ("mine-ask-like", "mine-ask-proud", "mine-ask-people", "mine-ask-worry", "mine-ask-change")
TOO_YOUNG = PageLook.UNDER_5
"""At this age a grown-up writes; the pages are for drawing."""
PLAIN_LOOK = PageLook.FROM_5
"""A page for those who have just learned to write: nothing to choose from a long list."""


class WritingKind(Struct, frozen=True):
    name: str
    label: TaggedText


class MyPagesContent(PageContent, frozen=True):
    """``has_form`` is false where there are pages to write on by hand alone. ``titles`` are those of pages, if any."""

    has_form: bool
    kinds: tuple[WritingKind, ...]
    titles: tuple[str, ...]
    questions: tuple[str, ...]
    edition: str
    made_on: str


def make_pages(context: PageContext, others: Sequence[PageModel]) -> tuple[PageModel, ...]:
    """The page to write on, in the child's own books. ``others`` are the pages that something can be said about."""
    if not context.book.edition.is_for_child:
        return ()
    kinds = tuple(WritingKind(name, context.say(key)) for name, key in KIND_KEYS.items())
    titles = () if context.look is PLAIN_LOOK else _list_titles(others)
    asked = (
        extract_text(question.ask)
        for question in context.book.questions
        if isinstance(question, Question) and not question.heads_up
    )
    questions = (*(context.say(key) for key in PROMPT_KEYS), *filter(None, asked))
    content = MyPagesContent(
        context.look != TOO_YOUNG, kinds, titles, questions, context.book.edition.name, context.book.made_on.isoformat()
    )
    title, deck = context.say("mine-title"), context.say("mine-deck")
    return (
        PageModel(
            context.addresses["my-pages"], "my-pages.html", title, content, context.say("part-where-im-going"), deck
        ),
    )


def _list_titles(models: Sequence[PageModel]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(model.title for model in models if model.listed and not model.gated))
