"""What the work around a story needs to know of it.

What is the child's own is left out first: the verdicts of the record edition hold none of it. What is held back is left
out but for where and when somebody looks again. Words come from the child's book as a second reader reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from lsbook import editions
from lsbook.editions.book_parts import find_parts
from lsbook.editions.edition import OLDEST
from lsbook.model.case import Change, HeldItem, KnownKeepsake, StoryFacts, digest_name
from lsbook.model.edition import RECORD, Policy
from lsbook.model.item import Item
from lsbook.model.named_items import Death, NamedItem, Person, Stay
from lsbook.model.story import AboutMe, Chapter, Letter, Moment, Question, Story
from lsbook.model.vocabulary import LetterKind, MomentKind, StayKind
from lsbook.model.when import When, find_bounds
from lsbook.model.work import WorkRecords
from lsbook.model.work_vocabulary import BookPart, ChangeKind
from lsbook.pipeline import Project
from lsbook.practice.public_lines import PublicLines

_BOOK_DAY = date.min
"""On which the book is chosen; nothing that is looked at depends on it."""


def collect_facts(project: Project, records: WorkRecords) -> StoryFacts:
    """Return the facts of a story, for a reader who may know of nothing that is the child's own.

    ``records``: of the names in it, some may not be said.
    """
    return _FactCollector(project.story, project.policy).collect(records)


class _FactCollector:
    """Looks through one story, once for what is known and once for what the child's book shows."""

    def __init__(self, story: Story, policy: Policy) -> None:
        self._story = story
        self._band = editions.find_default_edition(story, policy)
        edition = editions.make_unapproved_edition(story, policy, self._band)
        record = editions.decide(story, replace(edition, reader=RECORD, age=OLDEST))
        self._known = tuple(verdict for verdict in record.verdicts.values() if verdict.is_visible)
        self._free = tuple(verdict for verdict in self._known if not _is_held(verdict))
        self._choice = editions.make_choice(story, editions.make_second_reader_edition(edition), _BOOK_DAY)

    def collect(self, records: WorkRecords) -> StoryFacts:
        story = self._story
        changes = sorted(self._list_changes(), key=lambda change: (change.day, change.kind))
        return StoryFacts(
            name=story.child.name,
            pronouns=story.child.pronouns,
            child_key=digest_name(f"{story.child.name} {story.child.born}"),
            plan=story.plan,
            language=story.language,
            band=self._band,
            changes=tuple(changes),
            first_told=min(self._list_told_days(), default=None),
            about_me_days=tuple(sorted(set(self._list_days(AboutMe)))),
            questions_asked=tuple(sorted(self._list_days(Question))),
            held=tuple(sorted(self._list_held(), key=lambda held: (held.path, held.line))),
            keepsakes=tuple(self._list_keepsakes()),
            parts=self._list_parts(),
            names=tuple(self._list_names()),
            unsayable=tuple(sorted(set(self._list_unsayable()) & set(map(digest_name, _list_names_in_work(records))))),
        )

    def _list_changes(self) -> Iterator[Change]:
        """Yield moves, decisions and deaths, each with the earliest day that it may have been."""
        yield from (Change(ChangeKind.MOVE, day) for day in self._list_moves())
        for verdict in self._free:
            item = verdict.item
            if isinstance(item, Moment) and item.category is MomentKind.DECISION and (day := self._date(item.when)):
                yield Change(ChangeKind.DECISION, day, _is_hard(verdict))
            if isinstance(item, Person) and (day := self._find_death_day(item)):
                yield Change(ChangeKind.DEATH, day, is_hard=True)

    def _find_death_day(self, person: Person) -> date | None:
        """The day of a death, but where that is private to the child or held back."""
        free = {verdict.item.at for verdict in self._free}
        is_free = not isinstance(person.died, Death) or person.died.at in free
        return self._date(person.death_date) if is_free else None

    def _list_moves(self) -> Iterator[date]:
        """Yield when each stay began; a short break is no move."""
        for verdict in self._free:
            item = verdict.item
            if isinstance(item, Stay) and item.category is not StayKind.SHORT_BREAK and (day := self._date(item.from_)):
                yield day

    def _date(self, when: When | None) -> date | None:
        return find_bounds(when, self._story.child.born)[0] if when else None

    def _list_told_days(self) -> Iterator[date]:
        for verdict in self._free:
            heads_up = verdict.item.heads_up
            if heads_up and heads_up.conversation and (day := self._date(heads_up.conversation.on)):
                yield day

    def _list_days(self, kind: type[AboutMe] | type[Question]) -> Iterator[date]:
        """Yield when something was said about the child, or when the child asked."""
        for verdict in self._free:
            item = verdict.item
            if isinstance(item, kind) and (day := self._date(item.when if isinstance(item, AboutMe) else item.asked)):
                yield day

    def _list_held(self) -> Iterator[HeldItem]:
        lines = PublicLines(self._story)
        for verdict in self._known:
            hold = verdict.item.gate.hold
            if hold and (day := self._date(hold.look_again)):
                at = lines.find(verdict.item.at)
                yield HeldItem(at.path, at.line, day)

    def _list_keepsakes(self) -> Iterator[KnownKeepsake]:
        for item in self._story.keepsakes:
            if self._is_shown(item) and item.where_now and self._is_shown(item.where_now) and not item.heads_up:
                yield KnownKeepsake(item.id, self._find_name(item), self._date(item.when))

    def _is_shown(self, item: Item) -> bool:
        return self._choice.visibility.is_visible(item)

    def _find_name(self, item: NamedItem) -> str:
        version = item.name.find_version(self._choice.visibility.edition.age)
        return version.content if version else ""

    def _list_parts(self) -> tuple[BookPart, ...]:
        """Return what the book shows; a later life letter counts where it is written, in no book as well."""
        parts = set(find_parts(self._story, self._choice))
        letters = (verdict.item for verdict in self._free if isinstance(verdict.item, Letter))
        if any(letter.category is LetterKind.LATER_LIFE for letter in letters):
            parts.add(BookPart.LATER_LIFE_LETTER)
        return tuple(part for part in BookPart if part in parts)

    def _list_names(self) -> Iterator[tuple[str, str]]:
        for person in self._story.people:
            if self._is_shown(person):
                yield person.id, self._find_name(person)

    def _list_unsayable(self) -> Iterator[str]:
        """Yield digests of the titles and names of what is hard, held back, or told later: none of the child's own."""
        kinds = (Chapter, Letter, NamedItem)
        for item in (verdict.item for verdict in self._known):
            if isinstance(item, kinds) and (not self._is_shown(item) or item.heads_up):
                also = item.also_called if isinstance(item, Person) else ()
                yield from map(digest_name, (*_list_titles(item), *also))


def _list_titles(item: Chapter | Letter | NamedItem) -> tuple[str, ...]:
    telling = item.name if isinstance(item, NamedItem) else item.title
    return tuple(version.content for version in telling.versions) if telling else ()


def _list_names_in_work(records: WorkRecords) -> set[str]:
    """Return the pages that the child named where something is wrong, and whoever was asked."""
    pages = {entry.about for given in records.contributions if given.written_in for entry in given.entries}
    return pages | {person.who for person in records.asked}


def _is_held(verdict: editions.Verdict) -> bool:
    return any(item.gate.hold for item in (*verdict.ancestors, verdict.item))


def _is_hard(verdict: editions.Verdict) -> bool:
    return any(item.heads_up for item in (*verdict.ancestors, verdict.item))
