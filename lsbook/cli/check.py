"""``lsbook check``: a second reader that never tires."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import DAY, FOLDER, POLICY
from lsbook.cli.terminal import echo, format_finding
from lsbook.model.problem import ProblemsFound, Severity
from lsbook.model.suggestions import format_suggestion
from lsbook.reading import load_policy
from lsbook.review import ALL_RULES, Review, check_story, format_json, format_sarif

_FORMATS: dict[str, Callable[[Review], str]] = {"json": format_json, "sarif": format_sarif}
_FAILURES = {"warn": Severity.WARNING, "note": Severity.NOTE}


@click.command(short_help="Say what a second reader would say.")
@click.argument("story", type=FOLDER, required=False)
@click.option(
    "--edition",
    metavar="NAME|all",
    help="Only this book. Without it, or with all: the child's five, and those of readers for whom one is approved.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", *_FORMATS]), default="text", help="For people, or for programs."
)
@click.option("--fail-on", type=click.Choice(list(_FAILURES)), help="Leave with exit code 1 for these findings too.")
@click.option("--explain", "rule", metavar="RULE", help="Say what a rule looks for, why, and what to do.")
@click.option("--date", "today", type=DAY, metavar="DAY", help="As if it were this day: 2026-11-21.")
@POLICY
def check(
    story: Path | None,
    edition: str | None,
    form: str,
    fail_on: str | None,
    rule: str | None,
    today: date | None,
    policy: Path | None,
) -> None:
    """Say what a second reader would say of the story in the folder STORY.

    Truth, blame and hope, gaps, words and pictures: each finding with its file and line, the sentence, why, and what to
    do. Nothing is changed, and no book is made. Exit code 1 where something refuses a book, else 0.
    """
    if rule is not None:
        _explain(rule)
        return
    folder = story or Path()
    names = _resolve_editions(edition, folder, policy)
    review = check_story(folder, policy, names, today or date.today())
    if form in _FORMATS:
        echo(_FORMATS[form](review))
    else:
        _print(review)
    if review.has(_FAILURES.get(fail_on or "", Severity.ERROR)):
        sys.exit(1)


def _resolve_editions(name: str | None, folder: Path, policy_file: Path | None) -> tuple[str, ...]:
    if name in (None, "all"):
        return ()
    try:
        known = load_policy(folder, policy_file)[0].edition_names
    except ProblemsFound:
        return ()  # what is wrong with the policy is found again, and said
    if name not in known:
        raise click.BadParameter(f'There is no edition "{name}". There are: {", ".join(known)}, and all.')
    return (name,)


def _explain(name: str) -> None:
    rules = {rule.id: rule for rule in ALL_RULES}
    known_rule = rules.get(name)
    if known_rule is None:
        known = list(rules)
        raise click.BadParameter(f'There is no rule "{name}".{format_suggestion(name, known)}', param_hint="--explain")
    echo(known_rule.id, bold=True)
    echo(known_rule.explain)
    echo(f"Source: {known_rule.source}")


def _print(review: Review) -> None:
    for finding in review.findings:
        echo(format_finding(finding.problem, finding.rule))
    counts = [
        f"{count} {word if count == 1 else f'{word}s'}"
        for word, severity in (("refusal", Severity.ERROR), ("warning", Severity.WARNING), ("note", Severity.NOTE))
        if (count := sum(finding.problem.severity is severity for finding in review.findings))
    ]
    echo(f"{', '.join(counts)}. To read more: lsbook check --explain RULE" if counts else "Nothing found.")
