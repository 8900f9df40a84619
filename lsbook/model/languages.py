"""The languages in which a story is written."""

from __future__ import annotations

from lsbook.model.story import Chapter, Letter, Story
from lsbook.model.story_text import LanguageBlock
from lsbook.model.walk import find_all


def find_language_names(story: Story) -> frozenset[str]:
    """Return the languages themselves (``en`` for ``en-GB``), whose forms a name takes in this story."""
    return frozenset(tag.partition("-")[0] for tag in find_languages(story))


def find_languages(story: Story) -> tuple[str, ...]:
    """Return the tags (``pl``, ``en-GB``) of the story, its chapters, letters and passages, each once."""
    texts: tuple[Chapter | Letter, ...] = (*story.chapters, *story.letters)
    passages = (block.language for block in find_all(LanguageBlock, texts))
    tags = (story.language, *(text.language for text in texts), *passages)
    return tuple(dict.fromkeys(tag for tag in tags if tag))
