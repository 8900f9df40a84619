"""What each book of a story says, piece by piece: the same piece of every book stands together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from lsbook import editions, media, pipeline
from lsbook.editions import Verdict
from lsbook.model.edition import RECORD, Edition
from lsbook.model.item import Item
from lsbook.model.named_items import FamilyTime, NamedItem, Person, Stay
from lsbook.model.passage import Passage
from lsbook.model.problem import Location
from lsbook.model.story import Story
from lsbook.model.story_text import Account, Ref, Statement
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import walk_items


class PlacedItem(NamedTuple):
    """Something in the story, and what it stands in, the outermost first."""

    item: Item
    ancestors: tuple[Item, ...]

    @property
    def path(self) -> tuple[Item, ...]:
        return (*self.ancestors, self.item)


_MENTION = re.compile(r"\[\[([a-z0-9-]+)\]\]")


class BookView(Struct, frozen=True):
    """One book, made or not: who may see what in it, and the words of each part of the story."""

    edition: Edition
    verdicts: Mapping[Location, Verdict]
    texts: Mapping[Location, tuple[str, ...]]
    """The words by the place of the part in which they stand, and by that of whatever is on hold."""
    passages: tuple[Passage, ...]

    def is_shown(self, item: Item) -> bool:
        """Return whether the book has this part of the story."""
        verdict = self.verdicts.get(item.at)
        return verdict is not None and verdict.is_visible


class StoryViews(Struct, frozen=True):
    """The child's books, the youngest first, and the record, which has what is held back too."""

    project: pipeline.Project
    """Its story holds nothing that is only the child's."""
    books: tuple[BookView, ...]
    record: BookView
    names: Mapping[str, str]
    """The plainest name behind each id; ``me`` is the child."""
    items: Mapping[Location, tuple[PlacedItem, ...]]
    """Everything in the story by the place of the part in which it stands, the part itself first."""
    small_pictures: media.SmallPictures
    """Small pictures of the files of the story."""

    def name(self, who: object) -> str:
        """Return the name of somebody who is meant by an id or by words; nothing for nobody."""
        return self.names.get(who.id, "") if isinstance(who, Ref) else str(who or "")

    def list_passages(self) -> tuple[Passage, ...]:
        """Return all that any of the books says."""
        return tuple(passage for book in (*self.books, self.record) for passage in book.passages)

    def label(self, item: Item) -> str:
        """Return the first words of an item, with names for ids."""
        return _MENTION.sub(lambda mention: self.names.get(mention[1], ""), item.label)


def make_views(project: pipeline.Project, today: date, small_pictures: media.SmallPictures) -> StoryViews:
    """Return what the books of ``project`` say, whose story holds nothing that is only the child's."""
    story, policy = project.story, project.policy
    record = editions.make_unapproved_edition(story, policy, RECORD)
    bands = [editions.make_unapproved_edition(story, policy, band.name) for band in policy.bands]
    named = story.named_items
    return StoryViews(
        project,
        tuple(_make_view(project, edition, today) for edition in bands),
        _make_view(project, record, today),
        {item.id: item.label for item in named} | {CHILD_ID: story.child.name},
        _group_items(story),
        small_pictures,
    )


def _group_items(story: Story) -> Mapping[Location, tuple[PlacedItem, ...]]:
    groups: dict[Location, list[PlacedItem]] = {}
    for placed in sorted((PlacedItem(*walked) for walked in walk_items(story)), key=lambda placed: placed.item.at):
        groups.setdefault(find_part(placed.path).at, []).append(placed)
    return {at: tuple(items) for at, items in groups.items()}


def _make_view(project: pipeline.Project, edition: Edition, today: date) -> BookView:
    choice = editions.make_choice(project.story, edition, today)
    texts: dict[Location, list[str]] = {}
    for passage in choice.passages:
        if passage.ancestors and not _is_about_how_known(passage):
            places = {find_part(passage.ancestors).at} | {item.at for item in passage.ancestors if item.gate.hold}
            for at in places:
                texts.setdefault(at, []).append(" ".join(passage.text.split()))
    joined = {at: tuple(_drop_repeated(words)) for at, words in texts.items()}
    return BookView(edition, choice.visibility.verdicts, joined, choice.passages)


def find_part(path: tuple[Item, ...]) -> Item:
    """Return the part of the story in which something stands: an entry, or one fact, account or stay of it."""
    return path[1] if len(path) > 1 and _is_part(path[0], path[1]) else path[0]


def _is_part(entry: Item, item: Item) -> bool:
    """Return whether what stands in an entry has a row of its own."""
    is_fact = isinstance(entry, Person) and item in entry.facts
    is_statement = isinstance(item, Statement) and (item.is_standalone or is_fact)
    return isinstance(entry, NamedItem) and (is_statement or isinstance(item, Account | Stay | FamilyTime))


def _is_about_how_known(passage: Passage) -> bool:
    """Return whether words are a source, a label or a name beside a statement: those are said apart."""
    item = passage.ancestors[-1]
    words = {item.source, item.decided_by} if isinstance(item, Statement) else set()
    if item.heads_up is not None:
        words |= {version.content for version in item.heads_up.about.versions}
        words |= {item.heads_up.conversation.by} if item.heads_up.conversation else set()
    if item.gate.hold is not None:
        words |= {item.gate.hold.reason, item.gate.hold.decided_by}
    return passage.text in words


def _drop_repeated(texts: Iterable[str]) -> Iterator[str]:
    last = ""
    for text in texts:
        if text and text != last:
            yield text
        last = text
