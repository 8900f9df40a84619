"""A report as files: one page that works without the internet, a table, and data for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsbook.files.csv_cells import protect_cell
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import PLACE_TAKEN
from lsbook.practice.english import format_full_day
from lsbook.practice.new_files import write_new_file
from lsbook.practice.report.drawing import draw_bars
from lsbook.practice.report.report import Report
from lsbook.practice.report.rows import COLUMNS, ReportRow
from lsbook.practice.report.screen_text import CAUTION, list_answers, list_counts
from lsbook.practice.report.states import CaseState
from lsbook.practice.work_pages import render_page

_NAME_COLUMNS = ("story", "name")


def write_report(report: Report, folder: Path, templates: Sequence[Path], *, names: bool, for_others: bool) -> None:
    """Write report.html, report.csv and report.json into ``folder``.

    Raises ``ProblemsFound`` where one of them is there already: then none is written.
    """
    files = {
        folder / "report.html": _make_page(report, templates, names=names, for_others=for_others),
        folder / "report.csv": _make_table(report, names=names, for_others=for_others),
        folder / "report.json": _make_data(report, names=names, for_others=for_others),
    }
    if existing := [file for file in files if file.exists()]:
        what = "There is something here already, and lsbook writes over nothing."
        raise ProblemsFound(
            tuple(
                Problem(Location(str(file)), what, "Choose another folder.", rule=PLACE_TAKEN.id) for file in existing
            )
        )
    for file, text in files.items():
        write_new_file(file, text)


def _list_columns(*, names: bool) -> tuple[str, ...]:
    return (*_NAME_COLUMNS, *COLUMNS) if names else COLUMNS


def _list_rows(report: Report, *, names: bool) -> Iterator[tuple[str, ...]]:
    """Yield the rows of stories, then of children who have none."""
    for row in report.rows:
        yield (row.path, row.name, *row.cells) if names else row.cells
    for child in report.without_story:
        row = ReportRow("", CaseState.NO_STORY, plan=child.plan, team=child.team)
        yield (child.reference, "", *row.cells) if names else row.cells


def _make_table(report: Report, *, names: bool, for_others: bool) -> str:
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    if for_others:
        table.writerow(("state", "children"))
        table.writerows((str(state), count) for state, count in list_counts(report, for_others=True))
    else:
        table.writerow(_list_columns(names=names))
        table.writerows(tuple(map(protect_cell, cells)) for cells in _list_rows(report, names=names))
    return f"\ufeff{out.getvalue()}"


def _make_data(report: Report, *, names: bool, for_others: bool) -> str:
    counts = list_counts(report, for_others=for_others)
    data: dict[str, object] = {
        "date": report.today.isoformat(),
        "stories": len(report.rows),
        "children-on-the-list": report.listed,
        "states": {state.key: _parse_count(count) for state, count in counts},
        "first-and-latest": {
            answer: {"first": _parse_count(first), "latest": _parse_count(last)}
            for answer, first, last in list_answers(report, for_others=for_others)
        },
    }
    if not for_others:
        columns = _list_columns(names=names)
        data |= {
            "not-on-your-list": report.not_listed,
            "asked-twice-or-more": len(report.comparable_rows),
            "helped": list(report.quotations),
            "rows": [dict(zip(columns, cells, strict=True)) for cells in _list_rows(report, names=names)],
        }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _parse_count(count: str) -> int | str:
    return int(count) if count.isdecimal() else count


def _make_page(report: Report, templates: Sequence[Path], *, names: bool, for_others: bool) -> str:
    counts = [(str(state), count) for state, count in list_counts(report, for_others=for_others)]
    answers = [
        (answer.replace("-", " "), first, last) for answer, first, last in list_answers(report, for_others=for_others)
    ]
    values = {
        "day": format_full_day(report.today),
        "stories": len(report.rows),
        "listed": report.listed,
        "not_listed": report.not_listed,
        "for_others": for_others,
        "counts": counts,
        "states": draw_bars("How many children are where", [(state, (count,)) for state, count in counts]),
        "answers": answers,
        "said_bars": draw_bars(
            "What children said, first and latest", [(answer, (first, last)) for answer, first, last in answers]
        ),
        "comparable": len(report.comparable_rows),
        "caution": CAUTION,
        "helped": () if for_others else report.quotations,
        "columns": [column.replace("-", " ") for column in _list_columns(names=names)],
        "rows": [] if for_others else list(_list_rows(report, names=names)),
    }
    return render_page("report.html", templates, values)
