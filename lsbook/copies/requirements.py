"""What has to be so before a copy leaves: who agreed, and a book that is still what the story says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsbook.editions import look, not_yet_told, sighted_edition
from lsbook.history.inventory import Digest, content_of, kept, read_holdings
from lsbook.model.edition import CHILD_ASKED, NEEDED, NOT_ASKED, RECORD, SECOND_READER, TELLING_AGE, Agreement
from lsbook.model.inventory import Holdings
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.settings import Approval
from lsbook.model.when import Dated, When, bounds
from lsbook.pipeline import MEMORY, Read, choose_books

_HERE = Place("lsbook handover")
_AGAIN = "Make the book again with lsbook build, read it, then hand it over."


@dataclass(frozen=True)
class Agreed:
    """What is said at the handing over. ``reason``: why it goes without what the policy asks for."""

    by: str = ""
    second_reader: str = ""
    child_asked: date | None = None
    reason: str = ""


def child_asked(read: Read, edition: str, agreed: Agreed) -> date | None:
    """When the child was asked: as said now, else as it stands under the approval in story.yaml."""
    stands = [_day(given.child_asked) for given in read.story.approvals if given.edition == edition]
    return agreed.child_asked or next(filter(None, stands), None)


def missing(read: Read, edition: str, agreed: Agreed, today: date) -> tuple[Problem, ...]:
    """What the policy asks for and nobody has said. Each stops the copy, or warns; with a reason all of them warn."""
    for_child = edition in {band.name for band in read.policy.bands}
    asked = child_asked(read, edition, agreed)
    read_by = agreed.second_reader.casefold()
    lacks = {
        SECOND_READER: read_by in ("", agreed.by.casefold()) and edition != RECORD,
        CHILD_ASKED: asked is None and not for_child and edition != RECORD,
        TELLING_AGE: for_child and _older(read, edition),
    }
    there = (one for one in read.policy.agreements if lacks[one.name] and one.without != NOT_ASKED)
    found = [_problem(read, one, edition, agreed, today) for one in there]
    if untold := not_yet_told(look(read.story, sighted_edition(read.story, read.policy, edition))):
        what = f"Nobody has told {read.story.child.name} yet: {'; '.join(untold)}."
        remedy = "A person tells it first, then the book. Once it is told, write told: beside its heads-up."
        found.append(Problem(Place(f"books/{edition}"), what, remedy, warning=True))
    if edition == RECORD:
        what = "This is the record: it tells all but what is only-me, what is held back too."
        found.append(Problem(_HERE, what, "Hand it to nobody but whoever keeps the child's file.", warning=True))
    if asked and asked > today:
        what = f"The child was asked on {asked}, it says, and that day is still to come."
        at = Place("--child-asked") if agreed.child_asked else Place("story.yaml")
        found.append(Problem(at, what, "Correct the day, here or under the approval."))
    for one in _approvals(read, edition):
        earliest = bounds(one.on)[0] if one.on else None
        if earliest and earliest > today:
            what = "This approval has a day that is still to come."
            found.append(Problem(one.at, what, "Correct on:, or wait for that day."))
    return tuple(found)


def _approvals(read: Read, edition: str) -> tuple[Approval, ...]:
    return tuple(one for one in read.story.approvals if one.edition == edition and one.counts)


def approved_by(read: Read, edition: str) -> str:
    """Who approved the edition, and on which day."""
    given = _approvals(read, edition)
    if not given:
        return ""
    day = _day(given[-1].on)
    return f"{given[-1].by}, {day}" if day else given[-1].by


def _problem(read: Read, one: Agreement, edition: str, agreed: Agreed, today: date) -> Problem:
    stops = one.without == NEEDED or _age(read, today) >= one.refuse_from
    at, what, remedy = _lacking(read, one.name, edition, agreed)
    if stops and agreed.reason:
        remedy = "It goes all the same: your reason stands in the log of copies."
    elif stops:
        remedy += " An exception needs --reason and its words, which stand in the log of copies."
    return Problem(at, what, remedy, warning=not stops or bool(agreed.reason))


def _lacking(read: Read, name: str, edition: str, agreed: Agreed) -> tuple[Place, str, str]:
    """Where, what is missing, and what to do."""
    child = read.story.child.name
    if name == CHILD_ASKED:
        what = f"It is not said that {child} was asked before the book for {edition} is shared."
        remedy = f"Ask {child} first; then say it with --child-asked and the day, or under the approval in story.yaml."
        return next((given.at for given in read.story.approvals if given.edition == edition), _HERE), what, remedy
    if name == TELLING_AGE:
        telling = read.story.telling_age
        own = read.policy.band_at(telling.age).name
        what = f"This is the book for {edition}, and {child} is told what is meant for {telling.age} (telling-age)."
        return telling.at, what, f"Hand over the book for {own}; or set telling-age first, once that is decided."
    remedy = "Let a second person read it, and name them with --second-reader."
    if agreed.second_reader:
        return Place("--second-reader"), f"{agreed.by} hands it over and cannot be the second reader too.", remedy
    return _HERE, f"It is not said who else has read the book for {edition} before it goes.", remedy


def _older(read: Read, edition: str) -> bool:
    """Whether the book for ``edition`` is one for an older child than is told."""
    ages = {band.name: band.age for band in read.policy.bands}
    return ages[edition] > read.policy.band_at(read.story.telling_age.age).age


def _age(read: Read, today: date) -> int:
    """The child's age, or the oldest that it may be; without a birth date, how old the telling is."""
    born = bounds(read.story.child.born)[0]
    if born is None:
        return read.story.telling_age.age
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _day(when: When | None) -> date | None:
    return when.point.earliest if isinstance(when, Dated) and when.point.day else None


def as_told_today(read: Read, story: Path, edition: str, book: str, digest: Digest, today: date) -> Holdings:
    """What the finished book holds, where it is what the story says today; ``book`` is the SHA-256 of its list.

    Raises ``NotMade`` where the story has changed since: something in the book may be held back by now. And where
    the edition may not be made any more.
    """
    chosen, refused, _ = choose_books(read, (edition,), today)
    if refused:
        raise NotMade(tuple(refused))
    place, known = Place(f"books/{edition}"), read_holdings(kept(story / MEMORY, edition))
    if known is None or known.book != book:
        raise NotMade((Problem(place, "It is not known from what this book was made.", _AGAIN),))
    if known.content != content_of(chosen[0].book, digest):
        what = "The story, or the policy, has changed since this book was made: it may tell what is held back by now."
        raise NotMade((Problem(place, what, _AGAIN),))
    return known
