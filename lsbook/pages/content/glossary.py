"""Words in my book."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from lsbook.model.book import Chapter, Placeholder, Prose, Reference, Word
from lsbook.model.prose import Paragraph
from lsbook.model.vocabulary import ItemKind, WordKind
from lsbook.model.walk import find_all
from lsbook.pages.language.rich_text import RichText, extract_plain_text, join_rich, make_rich
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.component_text import iter_text
from lsbook.pages.layout.components import Components, FactList, FactRow
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.declarations import iter_words
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.render_prose import extract_text, render_line
from lsbook.pages.layout.sensitive_items import PAGE_KEYS

EXPLAINED_TEMPLATES = frozenset(
    {"behind.html", "homes.html", "letters.html", "person.html", "questions.html", "schools.html", "timeline.html"}
)
"""Kinds of pages at whose end words are explained. A chapter explains its own beside the text.

In an adult's own book they stand beside the paragraph, where a chapter is behind its heads-up as well.
"""


LONGEST_STEM = 5
"""In letters: a longer word may have another ending in the book."""
_SAYING_FIELDS = (
    *(field for field in PAGE_KEYS if field is not ItemKind.WORDS),
    "child",
    "foreword",
    "records",
    "what_is_new",
)
"""Fields of a Book in which its words are, but for the words that it explains."""


class GlossaryEntry(Struct, frozen=True):
    word: str
    means: Components


class GlossaryContent(PageContent, frozen=True):
    entries: tuple[GlossaryEntry, ...]
    after: Components

    def iter_text(self, say: Say) -> TextTokens:
        for entry in self.entries:
            yield from (entry.word, *iter_text(entry.means, say))
        yield from iter_text(self.after, say)


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of words, in the order of their letters: of those that the book says."""
    context = context.for_page(context.addresses["words"])
    plain = _list_said_words(context)
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


def list_words(context: PageContext) -> tuple[Word, ...]:
    """The words that are explained. An adult's own book explains words of the law alone, where any are marked so."""
    words = tuple(item for item in context.book.words if isinstance(item, Word) and not item.heads_up)
    of_law = tuple(word for word in words if word.category is WordKind.LAW)
    return of_law if of_law and context.is_biography else words


def _list_said_words(context: PageContext) -> tuple[Word, ...]:
    """The words that stand somewhere in this book, in whatever form. Nobody looks up what is never said."""
    words = list_words(context)
    texts = find_all(str, tuple(getattr(context.book, field) for field in _SAYING_FIELDS)) if words else ()
    whole_text = " ".join(" ".join(texts).split()).casefold()
    return tuple(word for word in words if _cut_ending(word.word) in whole_text)


def _cut_ending(word: str) -> str:
    """The beginning that all forms of ``word`` have: "neglec" of neglect, neglects and neglected."""
    folded = " ".join(word.split()).casefold()
    return folded[:-1] if len(folded) > LONGEST_STEM else folded


def make_word(context: PageContext, item: Word) -> Components:
    """What a word means, on a page of its own."""
    return make_components(context, item.means)


def make_page_glossary(context: PageContext, model: PageModel) -> Components:
    """The words of the glossary that stand on a page, where such a page explains them at its end."""
    contents = tuple(part.content for part in (model, *model.folded) if part.template in EXPLAINED_TEMPLATES)
    subject = (item for item, entry in context.entry_points.items() if entry.sensitive_page == model.address)
    chapters = (item for item in subject if isinstance(item, Chapter))
    explained = {word for chapter in chapters for word in find_first_paragraphs(context, chapter.inside)}
    text = extract_shown_text(contents)
    return make_text_glossary(context.for_page(model.address), text, explained) if contents else ()


def extract_shown_text(content: object) -> str:
    """The words of ``content`` on one line; hard news that it leads to is not in it."""
    return " ".join(" ".join(map(extract_plain_text, iter_words(content))).split())


def make_text_glossary(context: PageContext, text: str, explained: Collection[Word] = ()) -> Components:
    """The words of the glossary that stand in ``text``, with what they mean, but for those ``explained`` already."""
    rows = [
        FactRow(word.word, render_line(context, word.means))
        for word in list_words(context)
        if word not in explained and is_word_in(word, text)
    ]
    return (FactList(context.say("words-here"), tuple(rows), "words-here"),) if rows else ()


def explain_beside(context: PageContext, prose: Prose) -> PageContext:
    """The context that sets what a word means beside the first paragraph of ``prose`` in which the word stands."""
    first = find_first_paragraphs(context, prose)
    meanings: dict[object, tuple[RichText, ...]] = {}
    for word, paragraph in first.items():
        meanings[paragraph] = (*meanings.get(paragraph, ()), _render_meaning(context, word))
    return replace(context, explanations=meanings) if first else context


def find_first_paragraphs(context: PageContext, prose: Prose) -> dict[Word, Paragraph[Reference]]:
    """The words that are explained beside ``prose``, and where; in a book for a child they stand together."""
    first: dict[Word, Paragraph[Reference]] = {}
    words = list_words(context) if context.is_biography else ()
    for block in prose:
        if isinstance(block, Paragraph):
            text = extract_text((block,))
            first |= {word: block for word in words if word not in first and is_word_in(word, text)}
    return first


def _render_meaning(context: PageContext, word: Word) -> RichText:
    meaning = join_rich(" ", (make_rich(word.word).put_into("<b>{}</b>"), render_line(context, word.means)))
    return meaning.put_into('<p class="meaning-beside">{}</p>\n').put_on_line()


def is_word_in(word: Word, text: str) -> bool:
    """Whether a word of the glossary stands in ``text``, whole."""
    return re.search(rf"(?<!\w){re.escape(word.word)}(?!\w)", text, re.I) is not None
