"""A rule about gaps: what the plan says a full book holds, and this one does not show yet."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.craft.parents import is_parent
from lsbook.checks.craft.people import list_people
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.named_items import Stay
from lsbook.model.practice_policy import PermanencePlan
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import AboutMe, Chapter
from lsbook.model.vocabulary import AboutMeKind
from lsbook.model.when import Dated, Point, compute_age
from lsbook.model.work_vocabulary import BookPart

_NAMES = {BookPart.WHY: "why the child could not stay", BookPart.MY_WORDS: "the child's own words"}
_ASKED_FROM = {BookPart.SCHOOLS: 5, BookPart.MY_WORDS: 4}
"""Years, of the child's own age: a baby has no school and dictates nothing †."""
_ASKED_UNTIL = {BookPart.WHAT_CHILDREN_NEED: 18}
"""Years: whoever is grown up is not told any more what children need †."""


def find_missing_parts(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note that names what the plan asks a full book to hold and the book for the telling age does not show.

    A story of which less than half is there has only begun: whoever writes it knows, and is told nothing.
    """
    plan = subject.policy.find_plan(subject.story.plan)
    if plan is None or subject.parts is None:
        return
    asked = _list_asked_parts(subject, plan)
    missing = [part for part in asked if part not in subject.parts]
    if missing and len(missing) * 2 <= len(asked):
        names = ", ".join(_NAMES.get(part, str(part).replace("-", " ")) for part in missing)
        yield Finding(
            Location("story.yaml"),
            f"For the plan {plan.name} the policy asks a full book to hold more than this one shows at"
            f" {subject.story.telling_age.age}: {names}.",
            "A book grows: take one at a time. A chapter that tells it says so (covers: [birth]); what this book does"
            " without stands in work/plan.yaml under left-out:, with the reason.",
            severity=Severity.NOTE,
        )


def _list_asked_parts(subject: CraftSubject, plan: PermanencePlan) -> list[BookPart]:
    """Return what a full book of this child holds by the plan."""
    age = compute_age(
        Dated(Point(subject.today.year, subject.today.month, subject.today.day)), subject.story.child.born
    )
    unfit = frozenset(_list_unfit_parts(subject))
    return [part for part in plan.holds if part not in unfit and (not age or _is_asked_at(part, age))]


def _list_unfit_parts(subject: CraftSubject) -> Iterator[BookPart]:
    """Yield what this child's book is not asked for, whatever the plan says.

    What children need is known only by covers:, so it is asked for only where chapters say what they cover. Who tells
    without words dictates none. Who lives with their parents, or has none alive, has no family time with them.
    """
    yield BookPart.LATER_LIFE_LETTER  # it stands in no book of the child
    if not any(isinstance(item, Chapter) and item.covers for item in subject.list_items(Chapter)):
        yield BookPart.WHAT_CHILDREN_NEED
    about_me = (item for item in subject.list_items(AboutMe) if isinstance(item, AboutMe))
    if any(item.category is AboutMeKind.HOW_I_TELL_YOU for item in about_me):
        yield BookPart.MY_WORDS
    if not _has_parent_elsewhere(subject):
        yield BookPart.FAMILY_TIME


def _has_parent_elsewhere(subject: CraftSubject) -> bool:
    """Return whether a parent is alive and does not live with the child, or the story names no parent yet."""
    stays = [item for item in subject.list_items(Stay) if isinstance(item, Stay) and item.until is None]
    household = {ref.id for stay in stays for ref in stay.people}
    parents = [person for person in list_people(subject) if is_parent(person)]
    return not parents or any(person.death_date is None and person.id not in household for person in parents)


def _is_asked_at(part: BookPart, age: tuple[int, int]) -> bool:
    return age[1] >= _ASKED_FROM.get(part, 0) and age[0] < _ASKED_UNTIL.get(part, age[0] + 1)


MISSING_PARTS = Rule(
    id="plan-part-missing",
    severity=Severity.NOTE,
    explain=(
        "The policy says for each plan what a full book holds, and the book for the telling age does not show all of it"
        " yet. It is a note: a book grows over years, and not all is known of every child. A story that has only begun,"
        " with less than half of it, is told nothing. Each part is seen by the entries that belong to it, or by a"
        " chapter that says covers: and its name. What this child's book does without stands in work/plan.yaml under"
        " left-out:, with the reason and who decided it."
    ),
    find=find_missing_parts,
    source="the policy's plans (holds); practice.md, What a full book covers",
)
