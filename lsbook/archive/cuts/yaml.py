"""Cutting what is only-me out of YAML: whole values by ``editing``, and pictures out of the words of others."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from lsbook.archive.cuts.pictures import find_picture_texts
from lsbook.editing import YamlFile
from lsbook.editing.nodes import Position
from lsbook.editing.remove import find_removal
from lsbook.editing.source_text import Cut
from lsbook.model.problem import ProblemsFound

IsGone = Callable[[str], bool]
"""Whether the file that a worker means by this name is the child's own."""


def find_yaml_cuts(file: YamlFile, positions: frozenset[Position], is_gone: IsGone) -> tuple[Cut, ...]:
    """Where ``file`` has the values that begin at ``positions``, with their keys, and pictures that are gone.

    Raises ``ProblemsFound`` where one stands so that it cannot be cut out.
    """
    pictures = tuple(find_picture_texts(file, is_gone)) if "![" in file.text else ()
    emptied = frozenset(text.position for text in pictures if text.is_alone)
    try:
        removal = find_removal(file, positions | emptied)
    except ProblemsFound as error:
        what = "This is only-me, or names something that is, and lsbook cannot take it out of its line."
        raise ProblemsFound(tuple(replace(problem, what=what) for problem in error.problems)) from error
    return (*removal.cuts, *(cut for text in pictures if not text.is_alone for cut in text.cuts))
