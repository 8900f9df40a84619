"""Draws many families and says what was wrong with them: ``python -m tests.unit.drawings.many 600``, by hand."""

from __future__ import annotations

import sys
import time
from collections import Counter

from msgspec import to_builtins

from lsbook.drawings.tree.choose_layout import fit_tree
from lsbook.drawings.tree.faults import count_faults
from tests.unit.drawings.families import SHAPES, random_family


def main(count: int) -> None:
    """Prints a row for each shape, then one for all the random families."""
    for name, family in SHAPES.items():
        start = time.process_time()
        tree = fit_tree(family, "andika")
        spent = (time.process_time() - start) * 1000
        told = to_builtins(count_faults(tree)) if tree else {}
        way = "branches" if tree is None else "whole"
        sys.stdout.write(
            f"{name} | {len(family.people)} | {way} {tree.height if tree else 0:.0f} | {told} | {spent:.0f}\n"
        )
    total, ways, heights, times = Counter[str](), Counter[str](), list[float](), list[float]()
    for seed in range(count):
        start = time.process_time()
        tree = fit_tree(random_family(seed), "andika")
        times.append((time.process_time() - start) * 1000)
        ways["branches" if tree is None else "whole"] += 1
        if tree:
            total.update(to_builtins(count_faults(tree)))
            heights.append(tree.height)
    sys.stdout.write(f"{count} random | {dict(ways)} | {dict(total)} | highest {max(heights):.0f} | ")
    sys.stdout.write(f"mean {sum(times) / count:.0f} ms, most {max(times):.0f} ms\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
