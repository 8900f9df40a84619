"""lsbook beside other programs on the same work: one command that makes its own input and prints a table.

Run by hand, never by a test: ``python -m tests.benchmarks --install FOLDER`` once, for the peers, then
``python -m tests.benchmarks --peers FOLDER``. What is not installed is said, with the line that installs it. All is
made in a temporary folder, or in the one after ``--work``, where the photos are kept for the next time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import Failed
from tests.benchmarks.peers import Peers, install
from tests.benchmarks.report import draw_plot, format_table
from tests.benchmarks.rows import ROWS, Plan, Row


def _read_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"Which: {', '.join(ROWS)}. All of them if none is named."
    )
    parser.add_argument("--install", type=Path, metavar="FOLDER", help="Install the peers in FOLDER, and end.")
    parser.add_argument("--peers", type=Path, default=Path("peers"), metavar="FOLDER", help="Where the peers are.")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="Where everything is made, and kept.")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="Draw the results into this SVG.")
    parser.add_argument("--runs", type=int, default=3, help="How often each is run; medians are printed (3).")
    parser.add_argument("--photos", type=int, default=60, help="How many photos of 12 megapixels (60).")
    parser.add_argument("--chapters", type=int, default=500, help="How many chapters of text (500).")
    line = parser.parse_args()
    if unknown := sorted(set(line.rows) - ROWS.keys()):
        parser.error(f"there is no {', '.join(unknown)}")
    return line


def _measure(plan: Plan, names: list[str]) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        try:
            for row in ROWS[name](plan):
                rows.append(row)
                print(*list(format_table([row]))[2:], sep="\n", flush=True)
        except (Failed, OSError) as failed:
            print(f"{name}: not measured. {failed}", file=sys.stderr)
    return rows


def main() -> None:
    """Do what the command line asks for."""
    line = _read_line()
    if line.install:
        install(line.install)
        return
    peers = Peers(line.peers.resolve())
    print(
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {line.runs} runs of each in turn, their median."
    )
    print("A ratio is lsbook's time over the other's; ! is above the target. MB: the most of the largest process.")
    print(*peers.list_missing(), sep="\n")
    with tempfile.TemporaryDirectory() as temporary:
        folder = (line.work or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        plan = Plan(folder, peers, line.runs, line.photos, line.chapters)
        rows = _measure(plan, line.rows or list(ROWS))
    print("", *format_table(rows), sep="\n")
    if line.plot:
        line.plot.write_text(draw_plot(rows), "utf-8")


if __name__ == "__main__":
    main()
