"""``lsbook`` alone: how the story stands, in ten lines, or how to begin one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import FOLDER, ON_DAY, POLICY
from lsbook.cli.terminal import echo
from lsbook.files.folders import STORY_FILE
from lsbook.model.build import WorkerNews
from lsbook.model.problem import ProblemsFound
from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.pipeline import load
from lsbook.practice.due.lists import DueRequest, make_story_list
from lsbook.practice.english import format_count, format_full_day
from lsbook.review.check_story import RuleFinding
from lsbook.review.story_status import StoryStatus, find_story_status

_WIDTH = 80
_MOST_DUE = 2
_BEGIN = """This folder is no story: there is no story.yaml in it.
Begin one:             lsbook new NAME
Look at an example:    lsbook new NAME --example
How one stands:        lsbook FOLDER
All commands:          lsbook --help"""


@click.command(short_help="Say how a story stands.")
@click.argument("story", type=FOLDER)
@ON_DAY
@POLICY
def story_status(story: Path, on_day: date | None, policy: Path | None) -> None:
    """Say in ten lines how the story in the folder STORY stands: new, refused, due, and what matters most."""
    today = on_day or date.today()
    if not (story / STORY_FILE).is_file():
        echo(_BEGIN)
        return
    where = "" if story == Path() else f" {_quote(story)}"
    try:
        known = find_story_status(load(story, policy), story, today)
    except ProblemsFound as stopped:
        for line in _list_problems(stopped, where):
            echo(line)
        return
    due = _list_due(DueRequest(story, today, Duration(3, TimeUnit.MONTHS), policy=policy), where)
    echo(f"{known.name}, told as for {known.age} ({known.edition}). {format_full_day(today)}", bold=True)
    for line in (*_list_news(known, where), *due, *_list_findings(known, where)):
        echo(line)


def _quote(folder: Path) -> str:
    text = folder.as_posix()
    return f'"{text}"' if " " in text else text


def _line(word: str, text: str, command: str = "") -> str:
    """Return one line: what it is about, how it stands, cut to the width of a screen, and the command."""
    short = text if len(text) <= _WIDTH else f"{text[: _WIDTH - 2]} …"
    return f"{word:<9}{short}" + (f"  ->  {command}" if command else "")


def _list_problems(stopped: ProblemsFound, where: str) -> Iterator[str]:
    problems = [problem for problem in stopped.problems if not problem.is_warning]
    yield _line("REFUSED", f"It cannot be read: {format_count(len(problems), 'problem')}.", f"lsbook build{where}")
    for problem in problems[:8]:
        yield _line("", f"{problem.at}: {problem.what}")


def _list_news(known: StoryStatus, where: str) -> Iterator[str]:
    yield _line("NEW", _describe_news(known.news, known.edition), f"lsbook build{where}")
    if known.refusals:
        first = known.refusals[0].problem
        count = format_count(len(known.refusals), "refusal")
        yield _line("REFUSED", f"{count}. {first.at}: {first.what}", f"lsbook check{where}")
    else:
        yield _line("REFUSED", "Nothing.")


def _describe_news(news: WorkerNews | None, edition: str) -> str:
    if news is None:
        return f"The book {edition} is not made yet."
    kinds = [(news.new, "new"), (news.changed, "changed"), (news.gone, "gone")]
    if not any(lines for lines, _ in kinds):
        return f"Nothing since the book {edition} was made."
    counts = ", ".join(f"{len(lines)} {word}" for lines, word in kinds if lines)
    return f"{counts} since the book {edition} was made: {'; '.join(line for lines, _ in kinds for line in lines)}"


def _list_due(request: DueRequest, where: str) -> Iterator[str]:
    try:
        [case] = make_story_list(request).cases
    except ProblemsFound as stopped:
        yield _line("DUE", f"{stopped.problems[0].at}: {stopped.problems[0].what}", f"lsbook due{where}")
        return
    if not case.items:
        yield _line("DUE", "Nothing in the next three months.", f"lsbook due{where}")
    for at, item in enumerate(case.items[:_MOST_DUE]):
        yield _line("DUE" if at == 0 else "", f"{item.label} {item.text}", f"lsbook due{where}" if at == 0 else "")


def _list_findings(known: StoryStatus, where: str) -> Iterator[str]:
    if not known.findings:
        yield _line("FOUND", "Nothing that a second reader would say.", f"lsbook check{where}")
    for at, finding in enumerate(known.findings):
        command = f"lsbook check{where}  (of {known.count})" if at == 0 else f"lsbook check --explain {finding.rule.id}"
        yield _line("FOUND" if at == 0 else "", _describe_finding(finding), command)


def _describe_finding(finding: RuleFinding) -> str:
    words = f" {finding.words}" if finding.words else ""
    return f"{finding.problem.at}: [{finding.rule.id}]{words or f' {finding.problem.what}'}"
