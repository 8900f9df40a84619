"""One child's book of today: what it says of whom, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from lsbook import editions, reading
from lsbook.checks.craft.sentences import split_sentences
from lsbook.model.item import Item
from lsbook.model.languages import find_language_names
from lsbook.model.named_items import Home, NamedItem, Person, School
from lsbook.model.news_topic import NewsTopic
from lsbook.model.passage import Passage, fold_text
from lsbook.model.story import Moment, Story
from lsbook.model.vocabulary import CHILD_ID
from lsbook.pipeline import Project
from lsbook.review.private import raise_for_private_mentions


class BookSentence(Struct, frozen=True):
    """One sentence of a book, with the file it comes from."""

    text: str
    file: str


class StorySide(Struct, frozen=True):
    """A story without what is only the child's, and what the book for today's telling age says of it."""

    story: Story
    edition: str
    choice: editions.Choice
    sentences: Mapping[str, tuple[BookSentence, ...]]
    """What is said of each person, home and school by its id, and of the child under ``me``."""
    topics: Mapping[str, NewsTopic]
    """What one child could tell another first by its name, with its words in the languages of the story."""

    @property
    def child(self) -> str:
        return self.story.child.name

    def is_shown(self, item: Item) -> bool:
        """Return whether the child's book of today has this."""
        return self.choice.visibility.is_visible(item)

    def explain(self, item: Item) -> str:
        """Return why the book does not have something, without the words of a reason for holding it."""
        verdict = self.choice.visibility.verdicts.get(item.at)
        reasons = [reason for reason in verdict.reasons if not reason.startswith("It is held")] if verdict else []
        return reasons[0] if reasons else "It is held back."

    def list_named(self, kind: type[NamedItem]) -> tuple[NamedItem, ...]:
        """Return the people, homes or schools of the story, shown or not."""
        named: tuple[NamedItem, ...] = (*self.story.people, *self.story.homes, *self.story.schools)
        return tuple(item for item in named if isinstance(item, kind))

    def list_moments(self) -> tuple[Moment, ...]:
        """Return the moments that the book tells."""
        return tuple(moment for moment in self.story.moments if self.is_shown(moment))

    def read(self, item: Item) -> str:
        """Return what the book says in something, on one line."""
        texts = (passage.text for passage in self.choice.passages if item in passage.ancestors)
        return " ".join(dict.fromkeys(fold_text(text) for text in texts))


def make_side(project: Project, today: date) -> StorySide:
    """Return what the book for the telling age says, made or not.

    Raises ``ProblemsFound`` where its words name what is only the child's.
    """
    story = editions.make_public_story(project.story, project.policy)
    name = editions.find_default_edition(story, project.policy)
    edition = editions.make_unapproved_edition(story, project.policy, name)
    choice = editions.make_choice(story, edition, today)
    raise_for_private_mentions(project, story, choice.passages, today)
    topics = reading.read_news_topics(project.templates, sorted(find_language_names(story)))
    reading.raise_for_errors(topics.problems)
    by_name = {topic.name: topic for topic in topics.value}
    return StorySide(story, name, choice, _collect(story, choice), by_name)


def _collect(story: Story, choice: editions.Choice) -> Mapping[str, tuple[BookSentence, ...]]:
    named = (*story.people, *story.homes, *story.schools)
    names = {item.id: _compile(item) for item in named if choice.visibility.is_visible(item)}
    sayings: dict[str, dict[BookSentence, None]] = {identity: {} for identity in (*names, CHILD_ID)}
    for passage in choice.passages:
        cards = {item.id for item in passage.ancestors if isinstance(item, Person | Home | School)}
        for text in _split(passage):
            sentence = BookSentence(text, passage.at.path)
            about = {identity for identity, pattern in names.items() if identity in cards or pattern.search(text)}
            for identity in about or {CHILD_ID}:
                sayings[identity][sentence] = None
    return {identity: tuple(sentences) for identity, sentences in sayings.items()}


def _compile(item: NamedItem) -> re.Pattern[str]:
    names = sorted({version.content for version in item.name.versions}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold_text(name)) for name in names)})(?!\w)")


def _split(passage: Passage) -> Iterator[str]:
    if passage.is_paragraph:
        yield from (sentence.text for sentence in split_sentences(fold_text(passage.text)))
