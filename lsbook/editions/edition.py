"""Which age and which reader: the child's five editions, and those for other readers."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from lsbook.editions.wall_rules import INCOMPLETE_APPROVAL, NOT_APPROVED
from lsbook.model.edition import CHILD, Band, Edition, Helpline, Policy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.settings import Approval
from lsbook.model.story import Story
from lsbook.model.vocabulary import LaterLifeLetter, LetterKind
from lsbook.model.when import Dated, Point, compute_age

OLDEST = 120
"""Other readers are told the oldest words (design.md, "Who may see what")."""
ADULT_AGE = 18
"""From here on nobody is spoken to as a child (reader.md, principle 24)."""
_GROWN_UP = 30
"""For helplines in books for other readers."""


def find_default_edition(story: Story, policy: Policy) -> str:
    """Return the band that holds the telling age: the one book that ``build`` makes without being asked for more."""
    return policy.find_band(story.telling_age.age).name


def make_edition(story: Story, policy: Policy, name: str, made_on: date | None = None) -> Edition:
    """Return the edition called ``name``, for a book of ``made_on``: by that day a child is as old as it is.

    Raises ``ProblemsFound`` for a reader without an approval, and ``KeyError`` where there is no such edition.
    """
    reader = next((reader for reader in policy.readers if reader.name == name), None)
    approvals = [approval for approval in story.approvals if approval.edition == name]
    if reader and reader.needs_approval and not any(approval.is_complete for approval in approvals):
        incomplete = tuple(map(_make_incomplete_approval_problem, approvals))
        raise ProblemsFound(incomplete or (_make_no_approval_problem(name),))
    return make_unapproved_edition(story, policy, name, made_on)


def make_second_reader_edition(edition: Edition) -> Edition:
    """Return the child's ``edition`` as a second reader reads it: without what is the child's own, and not theirs.

    Raises ``ValueError`` for an edition for anybody else: those hold nothing of it anyway.
    """
    if not edition.is_for_child:
        raise ValueError(edition.name)
    return replace(edition, is_for_second_reader=True)


def make_unapproved_edition(story: Story, policy: Policy, name: str, made_on: date | None = None) -> Edition:
    """Return the edition called ``name`` to explain, not to make: it needs no approval. Raises ``KeyError``."""
    for band in policy.bands:
        if band.name == name:
            return _make_child_edition(story, policy, band, made_on)
    reader = next((reader for reader in policy.readers if reader.name == name), None)
    if reader is None:
        raise KeyError(name)
    return Edition(
        name,
        reader.title,
        name,
        OLDEST,
        easy=False,
        look=reader.look,
        band=policy.bands[-1],
        helplines=_select_helplines(policy, _GROWN_UP),
        told_where=reader.told_where,
    )


def _make_child_edition(story: Story, policy: Policy, band: Band, made_on: date | None) -> Edition:
    """What is told, how it is worded, how it looks and who can be rung are four things.

    In the edition that holds the telling age, the look follows ``look-age``, else how old the child is on ``made_on``.
    The helplines follow that real age in every edition; an adult's book that nobody is told yet has an adult's.
    ``reads-at`` changes words alone (design.md, "Who may see what").
    """
    telling = story.telling_age.age
    is_own = policy.find_band(telling) == band
    age = telling if is_own else band.age
    years = _find_real_age(story, made_on, age)
    reader_age = max(years, band.age) if band.age >= ADULT_AGE and not is_own else years
    look_age = story.look_age if is_own else None
    reading = next((other for other in policy.bands if other.name == story.reads_at), band)
    looking = policy.find_band(years if look_age is None else look_age) if is_own else band
    return Edition(
        band.name,
        band.title,
        CHILD,
        age,
        easy=reading.age < band.age,
        look=looking.look,
        band=reading,
        helplines=_select_helplines(policy, reader_age, is_adult=reader_age >= ADULT_AGE),
        letters_apart=_find_letters_apart(policy, story.plan),
        look_age=look_age,
        has_symbols=band.name in story.symbols or None,
        gentle_age=policy.bands[0].age if band.age >= ADULT_AGE else None,
    )


def _find_real_age(story: Story, made_on: date | None, unknown: int) -> int:
    """Return how old the child is on ``made_on`` at least; ``unknown`` where that cannot be said, or may not be."""
    if made_on is None or story.child.is_ageless:
        return unknown
    ages = compute_age(Dated(Point(made_on.year, made_on.month, made_on.day)), story.child.born)
    return ages[0] if ages else unknown


def _find_letters_apart(policy: Policy, plan: str) -> tuple[LetterKind, ...]:
    """Return kinds of letters that stand in no book of a child with this plan; of an unknown one they are withheld."""
    known = policy.find_plan(plan) if plan else None
    is_apart = bool(plan) and (known is None or known.later_life_letter is LaterLifeLetter.APART)
    return (LetterKind.LATER_LIFE,) if is_apart else ()


def _select_helplines(policy: Policy, age: int, *, is_adult: bool = False) -> tuple[Helpline, ...]:
    """Return those for somebody of ``age``; an adult's book names none that ends with childhood."""
    return tuple(
        line
        for line in policy.helplines
        if line.from_age <= age <= line.until_age and not (is_adult and line.until_age <= ADULT_AGE)
    )


def _make_no_approval_problem(name: str) -> Problem:
    return Problem(
        Location("story.yaml"),
        f'Nobody has approved a book for "{name}".',
        f"Once it is agreed, write in story.yaml under approvals: edition: {name}, by: (the name) and on: (the date).",
        rule=NOT_APPROVED.id,
    )


def _make_incomplete_approval_problem(approval: Approval) -> Problem:
    lacks = "no date" if approval.by else "no name"
    what = f'This approval of a book for "{approval.edition}" has {lacks}, so nobody has approved it yet.'
    remedy = "Write by: (the name) and on: (the date: a day, a month or a year)."
    return Problem(approval.at, what, remedy, rule=INCOMPLETE_APPROVAL.id)
