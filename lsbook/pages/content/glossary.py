"""Words in my book."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lsbook.model.book import Placeholder, Word
from lsbook.model.vocabulary import WordKind
from lsbook.pages.language.rich_text import extract_plain_text
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Components, FactList, FactRow
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.declarations import iter_words
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.prose import render_line

EXPLAINED_TEMPLATES = frozenset(
    {"behind.html", "homes.html", "letters.html", "person.html", "questions.html", "schools.html", "timeline.html"}
)
"""Kinds of pages at whose end words are explained. A chapter explains its own beside the text."""


@dataclass(frozen=True)
class GlossaryEntry:
    word: str
    means: Components


@dataclass(frozen=True)
class GlossaryContent(PageContent):
    entries: tuple[GlossaryEntry, ...]
    after: Components

    def iter_text(self, say: Say) -> TextTokens:
        for entry in self.entries:
            yield from (entry.word, *iter_text(entry.means, say))
        yield from iter_text(self.after, say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of words, in the order of their letters."""
    context = context.for_page(context.addresses["words"])
    plain = _list_words(context)
    words = tuple(
        GlossaryEntry(item.word, context.make_held_mark(item) + make_components(context, item.means, 3))
        for item in plain
    )
    rest = [item for item in context.book.words if isinstance(item, Placeholder) or item.heads_up]
    after = tuple(component for item in rest for component in guard_item(context, item, lambda visible: ()))
    if not words and not after:
        return ()
    in_order = tuple(sorted(words, key=lambda meaning: meaning.word.casefold()))
    return (
        PageModel(
            context.address,
            "words.html",
            context.say("words-title"),
            GlossaryContent(in_order, after),
            context.say("part-book"),
        ),
    )


def _list_words(context: PageContext) -> tuple[Word, ...]:
    """The words that are explained. An adult's own book explains words of the law alone, where any are marked so."""
    words = tuple(item for item in context.book.words if isinstance(item, Word) and not item.heads_up)
    of_law = tuple(word for word in words if word.category is WordKind.LAW)
    return of_law if of_law and context.is_biography else words


def make_word(context: PageContext, item: Word) -> Components:
    """What a word means, on a page of its own."""
    return make_components(context, item.means)


def make_page_glossary(context: PageContext, model: PageModel) -> Components:
    """The words of the glossary that stand on a page, where such a page explains them at its end."""
    explained = tuple(part.content for part in (model, *model.folded) if part.template in EXPLAINED_TEMPLATES)
    return make_text_glossary(context.for_page(model.address), extract_shown_text(explained)) if explained else ()


def extract_shown_text(content: object) -> str:
    """The words of ``content`` on one line; hard news that it leads to is not in it."""
    return " ".join(" ".join(map(extract_plain_text, iter_words(content))).split())


def make_text_glossary(context: PageContext, text: str) -> Components:
    """The words of the glossary that stand in ``text``, with what they mean."""
    rows = [
        FactRow(word.word, render_line(context, word.means))
        for word in _list_words(context)
        if re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", text, re.I)
    ]
    return (FactList(context.say("words-here"), tuple(rows), "words-here"),) if rows else ()
