"""``lsbook explain``: who is told what, and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lsbook.cli.build import FOLDER
from lsbook.cli.explain_names import tell_names, tell_names_of
from lsbook.cli.terminal import not_made, tell
from lsbook.editions import Sight, look, sighted_edition, told_in_one_only
from lsbook.model.item import Item
from lsbook.model.problem import NotMade
from lsbook.pipeline import Read, read
from lsbook.reading.complaints import did_you_mean


@click.command(short_help="See who is told what, and why.")
@click.argument("story", type=FOLDER)
@click.argument("item", required=False)
@click.option("--edition", metavar="NAME", help="Only this edition.")
@click.option("--against", metavar="NAME", help="With --edition: what is told there and not in this one.")
@click.option("--policy", type=click.Path(path_type=Path), metavar="FILE", help="Your authority's policy file.")
def explain(story: Path, item: str | None, edition: str | None, against: str | None, policy: Path | None) -> None:
    """Show every item of STORY against every edition: where it is told, where it is not, and why.

    ITEM is an id (kelly), a file (swim.jpg, chapters/02-home.md) or a place (people.yaml:12); it is explained in
    sentences. With --edition, the names that this edition may not say come last, with the words that are looked for.
    Before a telling age is raised, see what comes:

    \b
    lsbook explain maya --edition 13-17 --against 9-12
    """
    if against and not edition:
        raise click.UsageError("--against needs --edition: lsbook explain STORY --edition 9-12 --against 5-8")
    try:
        story_read = read(story, policy)
    except NotMade as stopped:
        not_made(stopped, "Nothing can be explained yet")
        return
    sights = [_sight(story_read, name) for name in ([edition] if edition else _names(story_read))]
    if against:
        _compare(sights[0], _sight(story_read, against))
    elif item:
        for shown in _sentences(item, sights):
            tell_names_of(shown.handle, story_read.story, sights)
    else:
        _table(sights)
        if edition:
            tell_names(story_read.story, sights[0])


def _names(story_read: Read) -> list[str]:
    policy = story_read.policy
    return [*(band.name for band in policy.bands), *(reader.name for reader in policy.readers)]


def _sight(story_read: Read, name: str) -> Sight:
    try:
        return look(story_read.story, sighted_edition(story_read.story, story_read.policy, name))
    except KeyError:
        known = ", ".join(_names(story_read))
        raise click.BadParameter(f'There is no edition "{name}". There are: {known}.') from None


def _title(item: Item, says: str = "") -> str:
    label = f' "{says or item.label}"' if says or item.label else ""
    handle = "" if item.handle == str(item.at) else f" {item.handle}"
    return f"{item.at}: {item.kind}{handle}{label}"


def _table(sights: list[Sight]) -> None:
    for verdict in sorted(sights[0].verdicts.values(), key=lambda verdict: verdict.item.at):
        tell(f"{'  ' * len(verdict.inside)}{_title(verdict.item)}", bold=not verdict.inside)
        for names, words in _grouped(verdict.item, sights):
            tell(f"{'  ' * len(verdict.inside)}    {', '.join(names)}: {words}")


def _grouped(item: Item, sights: list[Sight]) -> list[tuple[list[str], str]]:
    """Editions with the same answer stand together."""
    groups: dict[str, list[str]] = {}
    for sight in sights:
        verdict = sight.verdicts[item.at]
        groups.setdefault("told" if verdict.seen else verdict.why[0], []).append(sight.edition.name)
    return [(names, words) for words, names in groups.items()]


def _sentences(asked: str, sights: list[Sight]) -> list[Item]:
    """Say of each item that is meant by ``asked`` who is told it. Returns those items."""
    known = [verdict.item for verdict in sights[0].verdicts.values()]
    items = [item for item in known if _is_meant(item, asked)] or _around(asked, known)
    if not items:
        hint = did_you_mean(asked, (item.handle for item in known))
        tell(
            f'There is no item "{asked}" in this story.{hint} Name an id, a file, or a place such as people.yaml:12.',
            err=True,
        )
        sys.exit(2)
    for item in items:
        tell(_title(item), bold=True)
        for sight in sights:
            verdict = sight.verdicts[item.at]
            if verdict.seen:
                tell(f"  {sight.edition.title} ({sight.edition.name}) is told this.")
            else:
                tell(f"  {sight.edition.title} ({sight.edition.name}) is not told this. {' '.join(verdict.why)}")
    return items


def _around(asked: str, known: list[Item]) -> list[Item]:
    """The item that holds the line ``people.yaml:12``: the nearest that begins above it."""
    path, _, line = asked.rpartition(":")
    if not line.isdecimal():
        return []
    above = [item for item in known if item.at.path == path and item.at.line <= int(line)]
    return [max(above, key=lambda item: item.at)] if above else []


def _is_meant(item: Item, asked: str) -> bool:
    if asked in (item.handle, str(item.at)):
        return True
    return "/" in item.handle and item.handle.rpartition("/")[2].removesuffix(".md") == asked.removesuffix(".md")


def _compare(one: Sight, other: Sight) -> None:
    differences = told_in_one_only(one, other)
    if not differences:
        tell(f"{one.edition.name} tells nothing that {other.edition.name} does not.")
        return
    tell(f"Told in {one.edition.name} and not in {other.edition.name}:", bold=True)
    for difference in differences:
        words = " (in other words)" if difference.in_other_words else ""
        tell(f"  {_title(difference.item, difference.says)}{words}")
