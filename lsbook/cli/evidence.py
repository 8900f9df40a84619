"""``lsbook evidence``: life story work for the four places in which it has to show."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from lsbook.cli.parameters import DAY, FOLDER, ON_DAY, PLACE, POLICY
from lsbook.cli.terminal import echo, exit_with_problems, print_problems
from lsbook.model.problem import ProblemsFound
from lsbook.practice.evidence.block import Evidence, EvidencePlace
from lsbook.practice.evidence.collect import LAST, EvidenceRequest, collect_evidence
from lsbook.practice.evidence.recorded import mark_recorded
from lsbook.practice.evidence.screen_text import format_evidence
from lsbook.practice.evidence.word import write_word_files
from lsbook.practice.open_case import OpenCase, open_case


@click.command(short_help="Write what belongs on the case record, in the assessment and in the care plan.")
@click.argument("story", type=FOLDER)
@click.option("--since", metavar="DAY|last", help="Only what is new since then; last: what is not on the record yet.")
@click.option(
    "--place", type=click.Choice([str(place) for place in EvidencePlace]), multiple=True, help="Only for this place."
)
@click.option("--word", type=PLACE, metavar="DIR", help="Make Word files in this folder, too.")
@click.option("--recorded", is_flag=True, help="Mark the sessions whose case notes went over.")
@click.option("--with-reference", is_flag=True, help="Print the child's number in the case system.")
@ON_DAY
@POLICY
def evidence(
    story: Path,
    since: str | None,
    place: tuple[str, ...],
    word: Path | None,
    recorded: bool,
    with_reference: bool,
    on_day: date | None,
    policy: Path | None,
) -> None:
    """Print what was done with the child of STORY, for each place in which it belongs.

    visits and case-summary go on the case record. identity (the C&F assessment) and care-plan may be read by parents:
    they say nothing of where the child lives, nothing of why, and no words of the child that may not be shared.
    """
    today = on_day or date.today()
    first = DAY.convert(since, None, None) if since and since != LAST else None
    request = EvidenceRequest(tuple(map(EvidencePlace, place)) or tuple(EvidencePlace), today, first, since == LAST)
    try:
        opened = open_case(story, policy)
        collected = collect_evidence(opened, request)
        if word:
            write_word_files(collected, word, today, with_reference=with_reference)
        echo(format_evidence(collected, with_reference=with_reference))
        _report(collected, word)
        if recorded:
            _mark(story, opened, collected, today)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Not everything is done")
    if collected.refusals:
        sys.exit(1)


def _report(collected: Evidence, word: Path | None) -> None:
    """Say what somebody has to know who prints it, apart from the text."""
    for remark in collected.left_out:
        echo(remark, err=True)
    print_problems(collected.refusals)
    if word:
        echo(f"The Word files are in {word}.", err=True)


def _mark(story: Path, opened: OpenCase, collected: Evidence, today: date) -> None:
    sources = {block.source for block in collected.blocks if block.place is EvidencePlace.VISITS}
    sessions = [session for session in opened.case.records.sessions if session.at in sources]
    count = mark_recorded(story, sessions, today)
    echo(f"Marked as on the case record: {count}.", err=True)
