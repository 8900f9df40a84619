"""What a story is told by all rules: what refuses a book, what is to be looked at, and what is good to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook import checks, editions, pipeline, reading, subjects
from lsbook.cache.folder import locate_cache
from lsbook.checks.craft.registry import CRAFT_RULES
from lsbook.checks.settings import find_wrong_settings
from lsbook.history.last_build import open_file_index
from lsbook.media import recall_measures
from lsbook.model.media import PictureMeasure
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rule_text import RuleText
from lsbook.model.story import Chapter, Letter, Story
from lsbook.review.rules import SETTABLE_RULES, find_rule
from lsbook.subjects.make_subjects import make_craft_subject


class RuleFinding(Struct, frozen=True):
    """One problem with the rule that found it."""

    problem: Problem
    rule: RuleText

    @property
    def words(self) -> str:
        """Return the sentence that is wrong, else the line of the story."""
        return self.problem.sentence or self.problem.source.strip()


class Review(Struct, frozen=True):
    """All that was found, by place."""

    findings: tuple[RuleFinding, ...]

    def has(self, severity: Severity) -> bool:
        """Return whether anything found is as grave as ``severity``, or graver."""
        return any(finding.problem.severity.weight >= severity.weight for finding in self.findings)


def check_story(folder: Path, policy_file: Path | None, names: tuple[str, ...], today: date) -> Review:
    """Return what all rules find in the story in ``folder``, and in its books for the editions ``names``.

    ``names`` empty: the child's five, and those for readers for whom a book is approved. A story that cannot be read is
    told every problem of its files. Of what is only the child's nothing is said but what refuses a book.
    """
    try:
        project = pipeline.load(folder, policy_file)
    except ProblemsFound as stopped:
        return _make_review(stopped.problems)
    return check_project(project, names, today)


def check_project(project: pipeline.Project, names: tuple[str, ...], today: date) -> Review:
    """Return what all rules find in a story that could be read, as ``check_story`` does."""
    return _make_review(_find_everything(project, names or _list_editions(project), today))


def _make_review(problems: Iterable[Problem]) -> Review:
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: (-problem.severity.weight, problem.sort_key))
    return Review(tuple(RuleFinding(problem, find_rule(problem.rule)) for problem in ordered))


def _list_editions(project: pipeline.Project) -> tuple[str, ...]:
    approved = {approval.edition for approval in project.story.approvals if approval.is_complete}
    bands = tuple(band.name for band in project.policy.bands)
    return (*bands, *(name for name in project.policy.edition_names if name in approved))


def _find_everything(project: pipeline.Project, names: tuple[str, ...], today: date) -> list[Problem]:
    """Return what stops books, then what a second reader would say, with the lines of the story."""
    folder, views = Path(project.story.folder), editions.list_record_views(project.story, project.policy)
    of_craft = {rule.id for rule in CRAFT_RULES}
    bands = {band.name for band in project.policy.bands}
    of_readers = pipeline.choose_books(project, tuple(name for name in names if name not in bands), today)
    own = tuple(name for name in names if name in bands)
    whole = pipeline.choose_books(project, own, today)
    refusals = [each for each in (*whole.refusals, *of_readers.refusals) if each.rule not in of_craft]
    choices = _choose_for_second_reader(project, own, today, whole.books if _is_all_shared(views) else [])
    books = tuple(map(_describe_for_second_reader, choices.values()))
    subject = make_craft_subject(
        project.story,
        project.policy,
        project.templates,
        today=today,
        books=books,
        telling=choices.get(editions.find_default_edition(project.story, project.policy)),
        measures=_recall_measures(project.story, folder),
        views=views,
    )
    findings = checks.find_problems((*checks.STORY_RULES, *CRAFT_RULES), subject)
    settings = tuple(find_wrong_settings(project.policy, subject.story, SETTABLE_RULES))
    remarks = [remark for choice in choices.values() for remark in choice.warnings]
    problems = (*remarks, *checks.apply_settings(findings, project.policy, subject.story), *settings)
    private = _list_private_places(views)
    of_files = [
        problem for problem in project.warnings if problem.rule in _FILE_RULES and not private.is_hidden(problem)
    ]
    of_words = reading.read_word_list(project.templates, project.story.language).problems
    return [*refusals, *of_files, *of_readers.warnings, *reading.quote_sources(problems, folder), *of_words]


_FILE_RULES = {rule.id for rule in (*reading.READING_RULES, *checks.REFERENCE_RULES)}
"""What is found while the files are read; the others are asked again, of what is not only the child's."""


def _is_all_shared(views: tuple[editions.Visibility, ...]) -> bool:
    """Return whether nothing in the story is only the child's."""
    return not any(verdict.item.gate.only_me for verdict in views[0].verdicts.values())


def _choose_for_second_reader(
    project: pipeline.Project, names: tuple[str, ...], today: date, same: Iterable[editions.Choice]
) -> Mapping[str, editions.Choice]:
    """Return what a second reader reads in each of the child's books; ``same`` are those of which it is known."""
    known = {choice.visibility.edition.name: choice for choice in same}
    return {name: known.get(name) or pipeline.choose(project, name, today, to_read=True) for name in names}


def _describe_for_second_reader(choice: editions.Choice) -> checks.EditionSubject:
    """Return a child's edition as a second reader reads it, without what is only-me."""
    edition = replace(choice.visibility.edition, is_for_second_reader=False)
    return replace(subjects.describe_edition(choice.visibility, choice.passages), edition=edition)


def _recall_measures(story: Story, folder: Path) -> Mapping[str, PictureMeasure]:
    files = tuple(medium.file for medium in story.media)
    return recall_measures(files, folder, locate_cache(folder), open_file_index(folder).digest)


class _PrivatePlaces(Struct, frozen=True):
    """Where in the files something stands that is only the child's."""

    lines: frozenset[tuple[str, int]]
    files: frozenset[str]

    def is_hidden(self, problem: Problem) -> bool:
        """Return whether a warning speaks of what is only the child's."""
        at: Location = problem.at
        return problem.is_warning and (at.path in self.files or (at.path, at.line) in self.lines)


def _list_private_places(views: tuple[editions.Visibility, ...]) -> _PrivatePlaces:
    shown = {at for view in views for at, verdict in view.verdicts.items() if verdict.is_visible}
    private = [verdict.item for view in views for at, verdict in view.verdicts.items() if at not in shown]
    return _PrivatePlaces(
        frozenset((item.at.path, item.at.line) for item in private if not isinstance(item, Chapter | Letter)),
        frozenset(item.at.path for item in private if isinstance(item, Chapter | Letter)),
    )
