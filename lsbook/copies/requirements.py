"""What has to be so before a copy leaves: who agreed, and a book that is still what the story says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lsbook.cache.folder import locate_cache, locate_inventory
from lsbook.checks import HANDOVER_RULES, HandoverSubject, find_problems
from lsbook.checks.agreements import get_day, list_approvals
from lsbook.checks.craft.starter import STARTER_TEXT
from lsbook.editions import make_choice, make_unapproved_edition
from lsbook.history.inventory import Digester, digest_content, read_inventory
from lsbook.model.consents import Consents
from lsbook.model.inventory import Inventory
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.copies import BOOK_OUT_OF_DATE
from lsbook.model.story import Story
from lsbook.pipeline import Project, choose_books
from lsbook.subjects import describe_edition

_AGAIN = "Make the book again with lsbook build, read it, then hand it over."


def find_unmet(project: Project, edition: str, consents: Consents, today: date) -> tuple[Problem, ...]:
    """Return what the policy asks for and nobody has said. Each stops the copy, or warns; with a reason all warn."""
    story, policy = project.story, project.policy
    choice = make_choice(story, make_unapproved_edition(story, policy, edition, today), today)
    subject = HandoverSubject(
        story=story,
        policy=policy,
        today=today,
        books=(describe_edition(choice.visibility, choice.passages),),
        edition=edition,
        consents=consents,
    )
    return find_problems((*HANDOVER_RULES, STARTER_TEXT), subject)


def format_approval(story: Story, edition: str) -> str:
    """Return who approved the book ``edition``, and on which day; empty where nobody did."""
    approvals = list_approvals(story, edition)
    if not approvals:
        return ""
    day = get_day(approvals[-1].on)
    return f"{approvals[-1].by}, {day}" if day else approvals[-1].by


def read_current_inventory(
    project: Project, story: Path, edition: str, list_digest: str, digest: Digester, today: date
) -> Inventory:
    """Return what the finished book holds, where it is what the story says today.

    ``list_digest`` is the SHA-256 of its list. Raises ``ProblemsFound`` where the story has changed since, for
    something in the book may be held back by now, and where the edition may not be made any more.
    """
    chosen, refused, _ = choose_books(project, (edition,), today)
    if refused:
        raise ProblemsFound(tuple(refused))
    place, known = Location(f"books/{edition}"), read_inventory(locate_inventory(locate_cache(story), edition))
    if known is None or known.book != list_digest:
        raise BOOK_OUT_OF_DATE.make_error(place, "It is not known from what this book was made.", _AGAIN)
    if known.content != digest_content(chosen[0].book, digest):
        what = (
            "The story, the policy or the child's age has changed since this book was made: "
            "it may tell what is held back by now."
        )
        raise BOOK_OUT_OF_DATE.make_error(place, what, _AGAIN)
    return known
