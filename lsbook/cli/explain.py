"""``lsbook explain``: who is told what, and why."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from lsbook.archive.record_table import format_table, make_record_table
from lsbook.cli.explain_names import print_names, print_names_of_item
from lsbook.cli.parameters import FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.editions import Visibility, decide, find_differences, make_unapproved_edition
from lsbook.exports.write_export import write_file
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.places import PLACE_TAKEN
from lsbook.model.suggestions import format_suggestion
from lsbook.pipeline import Project, load
from lsbook.review.beside import compare_stories, format_comparison, make_side


@click.command(short_help="See who is told what, and why.")
@click.argument("story", type=FOLDER)
@click.argument("item", required=False)
@click.option("--edition", metavar="NAME", help="Only this edition.")
@click.option("--against", metavar="NAME", help="With --edition: what is told there and not in this one.")
@click.option(
    "--beside", "other", type=FOLDER, metavar="OTHER", help="The story of a brother or sister: what their books say."
)
@click.option("--csv", "table", type=PLACE, metavar="FILE", help="With --edition record: the record as a table.")
@ON_DAY
@POLICY
def explain(
    story: Path, item: str | None, edition: str | None, against: str | None, other: Path | None,
    table: Path | None, on_day: date | None, policy: Path | None,
) -> None:  # fmt: skip
    """Show every item of STORY against every edition: where it is told, where it is not, and why.

    ITEM is an id (kelly), a file (swim.jpg, chapters/02-home.md) or a place (people.yaml:12); it is explained in
    sentences. With --edition, the names that this edition may not say come last, with the words that are looked for.
    Before a telling age is raised, see what comes:

    \b
    lsbook explain maya --edition 13-17 --against 9-12

    Brothers and sisters compare. With --beside, what the book of each says today of the same people, places and days:
    first what contradicts, and what one could tell the other before anybody told them. It is on the screen only.

    For a request to see the record, --csv makes a table of it: a row an item, with its place, whom it is about, whose
    words they are, and whether it is held. The last column, for the decision, is empty.
    """
    _check_options(item, edition, against, other, table)
    try:
        story_read = load(story, policy)
        beside = load(other, policy) if other else None
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing can be explained yet")
    today = on_day or date.today()
    if table:
        _write_table(story_read, table, today)
    elif beside:
        _print_comparison(story_read, beside, today)
    else:
        _print_verdicts(story_read, item, edition, against)


def _print_verdicts(story_read: Project, item: str | None, edition: str | None, against: str | None) -> None:
    sights = [_decide_visibility(story_read, name) for name in ([edition] if edition else _list_editions(story_read))]
    if against:
        _print_differences(sights[0], _decide_visibility(story_read, against))
    elif item:
        for shown in _print_sentences(item, sights):
            print_names_of_item(shown.handle, story_read.story, sights)
    else:
        _print_table(sights)
        if edition:
            print_names(story_read.story, sights[0])


def _check_options(
    item: str | None, edition: str | None, against: str | None, other: Path | None, table: Path | None
) -> None:
    """Raise ``click.UsageError`` where options do not go together."""
    if table and (edition != RECORD or item or against):
        raise click.UsageError("--csv needs --edition record, and nothing else: lsbook explain STORY --edition record")
    if other and (edition or item or against or table):
        raise click.UsageError("--beside stands alone: lsbook explain STORY --beside OTHER")
    if against and not edition:
        raise click.UsageError("--against needs --edition: lsbook explain STORY --edition 9-12 --against 5-8")


def _print_comparison(project: Project, other: Project, today: date) -> None:
    try:
        sides = make_side(project, today), make_side(other, today)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing can be compared yet")
    echo(format_comparison(compare_stories(*sides)))


def _write_table(project: Project, file: Path, today: date) -> None:
    try:
        if file.exists():
            what = "There is a file of this name already, and somebody may have written decisions into it."
            raise PLACE_TAKEN.make_error(Location(file.as_posix()), what, "Name another file.")
        rows = make_record_table(project, today)
        write_file(format_table(rows).encode("utf-8-sig"), file)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "The table is not made")
    echo(f"Made {file}", bold=True)
    echo("It tells all that the record tells, what is held back too. Keep it where the record is kept.")


def _list_editions(project: Project) -> list[str]:
    policy = project.policy
    return [*(band.name for band in policy.bands), *(reader.name for reader in policy.readers)]


def _decide_visibility(project: Project, name: str) -> Visibility:
    try:
        return decide(project.story, make_unapproved_edition(project.story, project.policy, name))
    except KeyError:
        known = ", ".join(_list_editions(project))
        raise click.BadParameter(f'There is no edition "{name}". There are: {known}.') from None


def _format_title(item: Item, text: str = "") -> str:
    label = f' "{text or item.label}"' if text or item.label else ""
    handle = "" if item.handle == str(item.at) else f" {item.handle}"
    return f"{item.at}: {item.kind_label}{handle}{label}"


def _print_table(visibilities: list[Visibility]) -> None:
    for verdict in sorted(visibilities[0].verdicts.values(), key=lambda verdict: verdict.item.at):
        echo(f"{'  ' * len(verdict.ancestors)}{_format_title(verdict.item)}", bold=not verdict.ancestors)
        for names, words in _group_editions(verdict.item, visibilities):
            echo(f"{'  ' * len(verdict.ancestors)}    {', '.join(names)}: {words}")


def _group_editions(item: Item, visibilities: list[Visibility]) -> list[tuple[list[str], str]]:
    """Editions with the same answer stand together."""
    groups: dict[str, list[str]] = {}
    for sight in visibilities:
        verdict = sight.verdicts[item.at]
        groups.setdefault("told" if verdict.is_visible else verdict.reasons[0], []).append(sight.edition.name)
    return [(names, words) for words, names in groups.items()]


def _print_sentences(query: str, visibilities: list[Visibility]) -> list[Item]:
    """Say of each item that is meant by ``asked`` who is told it. Returns those items."""
    known = [verdict.item for verdict in visibilities[0].verdicts.values()]
    items = [item for item in known if _is_match(item, query)] or _find_item_at(query, known)
    if not items:
        hint = format_suggestion(query, (item.handle for item in known))
        echo(
            f'There is no item "{query}" in this story.{hint} Name an id, a file, or a place such as people.yaml:12.',
            err=True,
        )
        sys.exit(2)
    for item in items:
        echo(_format_title(item), bold=True)
        for sight in visibilities:
            verdict = sight.verdicts[item.at]
            if verdict.is_visible:
                echo(f"  {sight.edition.title} ({sight.edition.name}) is told this.")
            else:
                echo(f"  {sight.edition.title} ({sight.edition.name}) is not told this. {' '.join(verdict.reasons)}")
    return items


def _find_item_at(query: str, known: list[Item]) -> list[Item]:
    """The item that holds the line ``people.yaml:12``: the nearest that begins above it."""
    path, _, line = query.rpartition(":")
    if not line.isdecimal():
        return []
    above = [item for item in known if item.at.path == path and item.at.line <= int(line)]
    return [max(above, key=lambda item: item.at)] if above else []


def _is_match(item: Item, query: str) -> bool:
    if query in (item.handle, str(item.at)):
        return True
    return "/" in item.handle and item.handle.rpartition("/")[2].removesuffix(".md") == query.removesuffix(".md")


def _print_differences(first: Visibility, other: Visibility) -> None:
    differences = find_differences(first, other)
    if not differences:
        echo(f"{first.edition.name} tells nothing that {other.edition.name} does not.")
        return
    echo(f"Told in {first.edition.name} and not in {other.edition.name}:", bold=True)
    for difference in differences:
        words = " (in other words)" if difference.is_reworded else ""
        echo(f"  {_format_title(difference.item, difference.says)}{words}")
