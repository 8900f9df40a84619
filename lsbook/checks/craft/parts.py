"""A rule about gaps: what the plan says a full book holds, and this one does not show yet."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.practice_policy import PermanencePlan
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import Chapter
from lsbook.model.when import Dated, Point, compute_age
from lsbook.model.work_vocabulary import BookPart

_NAMES = {BookPart.WHY: "why the child could not stay", BookPart.MY_WORDS: "the child's own words"}
_ASKED_FROM = {BookPart.SCHOOLS: 5, BookPart.MY_WORDS: 4}
"""Years, of the child's own age: a baby has no school and dictates nothing †."""
_APART = frozenset([BookPart.LATER_LIFE_LETTER])
"""What stands in no book of the child."""


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
    """Return what a full book of this child holds by the plan.

    What children need is known only by covers:, so it is asked for only where chapters say what they cover.
    """
    says_what_it_covers = any(isinstance(item, Chapter) and item.covers for item in subject.list_items(Chapter))
    silent = _APART if says_what_it_covers else _APART | {BookPart.WHAT_CHILDREN_NEED}
    age = compute_age(
        Dated(Point(subject.today.year, subject.today.month, subject.today.day)), subject.story.child.born
    )
    return [part for part in plan.holds if part not in silent and (not age or age[1] >= _ASKED_FROM.get(part, 0))]


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
