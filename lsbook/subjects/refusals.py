"""What the rules of the craft find that stops a book, because a policy sets them to refuse."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from lsbook import checks, editions
from lsbook.checks.craft.registry import CRAFT_RULES, MEASURE_RULES, select_refused_rules
from lsbook.checks.craft.subject import CraftSubject
from lsbook.model.edition import Edition, Policy
from lsbook.model.media import PictureMeasure
from lsbook.model.problem import Problem, select_errors
from lsbook.model.story import Story
from lsbook.subjects.edition_subject import describe_edition
from lsbook.subjects.make_subjects import make_craft_subject


def find_refused(
    story: Story, policy: Policy, templates: tuple[Path, ...], edition: Edition, made_on: date
) -> tuple[Problem, ...]:
    """Return what stops the book of ``edition`` by its words, gaps and pictures, before any photo is opened."""
    if not select_refused_rules(policy):
        return ()
    books, telling = list[checks.EditionSubject](), None
    if edition.is_for_child:
        choice = editions.make_choice(story, editions.make_second_reader_edition(edition), made_on)
        books = [replace(describe_edition(choice.visibility, choice.passages), edition=edition)]
        telling = choice if edition.name == editions.find_default_edition(story, policy) else None
    subject = make_craft_subject(story, policy, templates, today=made_on, books=tuple(books), telling=telling)
    return _select_refusals(subject)


def find_refused_pictures(
    story: Story,
    policy: Policy,
    templates: tuple[Path, ...],
    measures: Mapping[str, PictureMeasure],
    made_on: date,
) -> tuple[Problem, ...]:
    """Return what stops a book by the photos that it shows, once they are made; ``measures`` are those of the book."""
    if not select_refused_rules(policy, MEASURE_RULES):
        return ()
    subject = make_craft_subject(story, policy, templates, today=made_on, measures=measures)
    return _select_refusals(subject, MEASURE_RULES)


def _select_refusals(
    subject: CraftSubject, asked: tuple[checks.Rule[CraftSubject], ...] = CRAFT_RULES
) -> tuple[Problem, ...]:
    rules = select_refused_rules(subject.policy, asked)
    problems = checks.find_problems(rules, subject)
    return select_errors(checks.apply_settings(problems, subject.policy, subject.story))
