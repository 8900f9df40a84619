"""What a letter is called."""

from __future__ import annotations

from lsbook.model.book import Letter
from lsbook.model.vocabulary import LetterKind
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.render_prose import format_title

LETTER_TITLE_KEYS = {
    LetterKind.HELLO: "letter-hello",
    LetterKind.GOODBYE: "letter-goodbye",
    LetterKind.LATER_LIFE: "letter-later-life",
}
"""What a letter without a title is called, by its kind."""


def format_letter_title(context: PageContext, letter: Letter) -> str:
    """Return the title of a letter, or its kind and who wrote it."""
    return format_title(context, letter.title, letter.language) or context.say(
        LETTER_TITLE_KEYS.get(letter.category, "letter-from"), who=letter.from_.label
    )
