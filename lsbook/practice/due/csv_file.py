"""What is due, as a table in a file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lsbook.files.csv_cells import protect_cell
from lsbook.practice.due.lists import DueList
from lsbook.practice.english import format_count
from lsbook.practice.new_files import write_new_file

CSV_COLUMNS = ("story", "child", "plan", "what", "by", "says")


def write_csv(listed: DueList, file: Path) -> None:
    """Write the list to ``file``, which is new. Raises ``ProblemsFound``. No worker stands in it."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(CSV_COLUMNS)
    for case in listed.cases:
        if case.problems:
            rows.writerow((case.path, "", "", "cannot be read", "", format_count(case.problems, "problem")))
        for item in case.items:
            by = item.by.isoformat() if item.by else ""
            cells = (case.path, case.name, case.plan, item.label, by, item.file_text or item.text)
            rows.writerow(map(protect_cell, cells))
    write_new_file(file, f"\ufeff{out.getvalue()}")
