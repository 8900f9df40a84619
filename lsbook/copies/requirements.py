"""What has to be so before a copy leaves: who agreed, and a book that is still what the story says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsbook.cache.folder import locate_cache, locate_inventory
from lsbook.editions import decide, find_untold_news, make_unapproved_edition
from lsbook.history.inventory import Digester, digest_content, read_inventory
from lsbook.model.edition import CHILD_ASKED, NOT_REQUIRED, RECORD, REFUSE, SECOND_READER, TELLING_AGE, Agreement
from lsbook.model.inventory import Inventory
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.settings import Approval
from lsbook.model.when import Dated, When, find_bounds
from lsbook.pipeline import Project, choose_books

_HERE = Location("lsbook handover")
_AGAIN = "Make the book again with lsbook build, read it, then hand it over."


@dataclass(frozen=True)
class Consents:
    """What is said at the handing over. ``reason``: why it goes without what the policy asks for."""

    by: str = ""
    second_reader: str = ""
    child_asked: date | None = None
    reason: str = ""


def find_asked_day(project: Project, edition: str, consents: Consents) -> date | None:
    """When the child was asked: as said now, else as it stands under the approval in story.yaml."""
    stands = [_get_day(given.child_asked) for given in project.story.approvals if given.edition == edition]
    return consents.child_asked or next(filter(None, stands), None)


def find_unmet(project: Project, edition: str, consents: Consents, today: date) -> tuple[Problem, ...]:
    """What the policy asks for and nobody has said. Each stops the copy, or warns; with a reason all of them warn."""
    for_child = edition in {band.name for band in project.policy.bands}
    asked = find_asked_day(project, edition, consents)
    read_by = consents.second_reader.casefold()
    lacks = {
        SECOND_READER: read_by in ("", consents.by.casefold()) and edition != RECORD,
        CHILD_ASKED: asked is None and not for_child and edition != RECORD,
        TELLING_AGE: for_child and _is_for_older_child(project, edition),
    }
    there = (one for one in project.policy.agreements if lacks[one.name] and one.when_missing != NOT_REQUIRED)
    found = [_make_problem(project, one, edition, consents, today) for one in there]
    if untold := find_untold_news(
        decide(project.story, make_unapproved_edition(project.story, project.policy, edition))
    ):
        what = f"Nobody has told {project.story.child.name} yet: {'; '.join(untold)}."
        remedy = "A person tells it first, then the book. Once it is told, write told: beside its heads-up."
        found.append(Problem(Location(f"books/{edition}"), what, remedy, severity=Severity.WARNING))
    if edition == RECORD:
        what = "This is the record: it tells all but what is only-me, what is held back too."
        found.append(
            Problem(_HERE, what, "Hand it to nobody but whoever keeps the child's file.", severity=Severity.WARNING)
        )
    if asked and asked > today:
        what = f"The child was asked on {asked}, it says, and that day is still to come."
        at = Location("--child-asked") if consents.child_asked else Location("story.yaml")
        found.append(Problem(at, what, "Correct the day, here or under the approval."))
    for one in _find_approvals(project, edition):
        earliest = find_bounds(one.on)[0] if one.on else None
        if earliest and earliest > today:
            what = "This approval has a day that is still to come."
            found.append(Problem(one.at, what, "Correct on:, or wait for that day."))
    return tuple(found)


def _find_approvals(project: Project, edition: str) -> tuple[Approval, ...]:
    return tuple(one for one in project.story.approvals if one.edition == edition and one.is_complete)


def format_approval(project: Project, edition: str) -> str:
    """Who approved the edition, and on which day."""
    given = _find_approvals(project, edition)
    if not given:
        return ""
    day = _get_day(given[-1].on)
    return f"{given[-1].by}, {day}" if day else given[-1].by


def _make_problem(project: Project, agreement: Agreement, edition: str, consents: Consents, today: date) -> Problem:
    stops = agreement.when_missing == REFUSE or _compute_age(project, today) >= agreement.refuse_from
    at, what, remedy = _describe_unmet(project, agreement.name, edition, consents)
    if stops and consents.reason:
        remedy = "It goes all the same: your reason stands in the log of copies."
    elif stops:
        remedy += " An exception needs --reason and its words, which stand in the log of copies."
    return Problem(at, what, remedy, severity=Severity.ERROR if stops and not consents.reason else Severity.WARNING)


def _describe_unmet(project: Project, name: str, edition: str, consents: Consents) -> tuple[Location, str, str]:
    """Where, what is missing, and what to do."""
    child = project.story.child.name
    if name == CHILD_ASKED:
        what = f"It is not said that {child} was asked before the book for {edition} is shared."
        remedy = f"Ask {child} first; then say it with --child-asked and the day, or under the approval in story.yaml."
        return next((given.at for given in project.story.approvals if given.edition == edition), _HERE), what, remedy
    if name == TELLING_AGE:
        telling = project.story.telling_age
        own = project.policy.find_band(telling.age).name
        what = f"This is the book for {edition}, and {child} is told what is meant for {telling.age} (telling-age)."
        return telling.at, what, f"Hand over the book for {own}; or set telling-age first, once that is decided."
    remedy = "Let a second person read it, and name them with --second-reader."
    if consents.second_reader:
        return Location("--second-reader"), f"{consents.by} hands it over and cannot be the second reader too.", remedy
    return _HERE, f"It is not said who else has read the book for {edition} before it goes.", remedy


def _is_for_older_child(project: Project, edition: str) -> bool:
    """Whether the book for ``edition`` is one for an older child than is told."""
    ages = {band.name: band.age for band in project.policy.bands}
    return ages[edition] > project.policy.find_band(project.story.telling_age.age).age


def _compute_age(project: Project, today: date) -> int:
    """The child's age, or the oldest that it may be; without a birth date, how old the telling is."""
    born = find_bounds(project.story.child.born)[0]
    if born is None:
        return project.story.telling_age.age
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _get_day(when: When | None) -> date | None:
    return when.point.earliest if isinstance(when, Dated) and when.point.day else None


def read_current_inventory(
    project: Project, story: Path, edition: str, list_digest: str, digest: Digester, today: date
) -> Inventory:
    """What the finished book holds, where it is what the story says today; ``book`` is the SHA-256 of its list.

    Raises ``NotMade`` where the story has changed since: something in the book may be held back by now. And where
    the edition may not be made any more.
    """
    chosen, refused, _ = choose_books(project, (edition,), today)
    if refused:
        raise ProblemsFound(tuple(refused))
    place, known = Location(f"books/{edition}"), read_inventory(locate_inventory(locate_cache(story), edition))
    if known is None or known.book != list_digest:
        raise ProblemsFound((Problem(place, "It is not known from what this book was made.", _AGAIN),))
    if known.content != digest_content(chosen[0].book, digest):
        what = "The story, or the policy, has changed since this book was made: it may tell what is held back by now."
        raise ProblemsFound((Problem(place, what, _AGAIN),))
    return known
