"""Lines of a story's files, counted as if what is the child's own were not there.

By a line somebody could count what stands above it, and what is only-me is not even counted. So a place that is printed
is that of the files without it, as an archive has them, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path

from msgspec.structs import replace

from lsbook.editing import open_yaml
from lsbook.editing.remove import find_removal
from lsbook.editing.source_text import decode_source_text
from lsbook.model.item import Item
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.story import Story
from lsbook.model.walk import walk_items
from lsbook.reading.markdown.block_like import is_block_like


class PublicLines:
    """Finds where something stands in the files of one story, as anybody but the child counts."""

    def __init__(self, story: Story) -> None:
        self._folder = Path(story.folder)
        self._own: dict[str, list[Item]] = defaultdict(list)
        for item, ancestors in walk_items(story):
            if item.gate.only_me and not any(outer.gate.only_me for outer in ancestors):
                self._own[item.at.path].append(item)
        self._kept_lines: dict[str, tuple[int, ...]] = {}

    def find(self, at: Location) -> Location:
        """Return ``at`` with the line that it has where what is the child's own is not there."""
        if at.line == 0 or not any(item.at.line < at.line for item in self._own.get(at.path, ())):
            return at
        if at.path not in self._kept_lines:
            self._kept_lines[at.path] = self._list_kept_lines(at.path)
        line = bisect_right(self._kept_lines[at.path], at.line)
        return replace(at, line=line) if line else at

    def _list_kept_lines(self, path: str) -> tuple[int, ...]:
        """Return the numbers of the lines of ``path`` that are not the child's own; none where nobody can tell."""
        try:
            data = (self._folder / path).read_bytes()
            return self._cut_yaml(path, data) if path.endswith(".yaml") else self._cut_blocks(path, data)
        except (OSError, ProblemsFound):
            return ()

    def _cut_yaml(self, path: str, data: bytes) -> tuple[int, ...]:
        positions = frozenset((item.at.line, item.at.column) for item in self._own[path])
        return decode_source_text(data).map_lines(find_removal(open_yaml(data, path), positions).cuts)

    def _cut_blocks(self, path: str, data: bytes) -> tuple[int, ...]:
        lines, own = decode_source_text(data).lines, {item.at.line for item in self._own[path]}
        kept, depth = list[int](), 0
        for number, line in enumerate(lines, 1):
            is_mark = is_block_like(line)
            if depth or (number in own and is_mark):
                depth += (1 if re.search(r"\w", line) else -1) if is_mark else 0
            else:
                kept.append(number)
        return tuple(kept)
