"""Cutting blocks and pictures out of chapters and letters, so that the words around them stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.archive.cuts.pictures import LIST_MARKS, PICTURE, find_picture_cuts
from lsbook.archive.cuts.yaml import IsGone
from lsbook.editing.source_text import Cut, SourceText, is_blank
from lsbook.model.item import Item
from lsbook.model.problem import Location
from lsbook.model.rules.archives import PRIVATE_NOT_CUT
from lsbook.model.story_text import GatedBlock
from lsbook.reading.markdown.block_like import is_block_like

_TELL = re.compile(r"::: +tell +\d+(?:-easy)?(?=\s|$)")
_WORD = re.compile(r"""\s+(?:"([^"]*)"|“([^”]*)”|([^\s"“”=]+))(?=\s|$)""")


def find_block_cut(text: SourceText, item: Item) -> Cut:
    """The block ``item``, from its opening line to the one that closes it.

    Of a ``tell`` that is only-me its age stays, with no words: else younger words would be told in its place.
    """
    lines, starts = text.lines, text.line_starts
    first = item.at.line - 1
    last = _find_closing_line(lines, first)
    if isinstance(item, GatedBlock) and item.at.column:
        match = _TELL.match(lines[first])
        if match is None:
            what = "lsbook cannot take the words out of this block."
            raise PRIVATE_NOT_CUT.make_error(item.at, what, "Write its age first: ::: tell 9 only-me=true")
        return starts[first] + match.end(), starts[last] - 1
    between = _has_words(lines, first - 1) and _has_words(lines, last + 1)
    return starts[first], starts[last + 1] - (1 if between else 0)  # an empty line keeps two passages apart


def find_file_cuts(text: SourceText, line: int, is_gone: IsGone, at: Location) -> Iterator[Cut]:
    """The names of files that are gone, in ``line``: a picture in the words, or a name in a block of photos."""
    words, start = text.lines[line - 1], text.line_starts[line - 1]
    marks = LIST_MARKS.match(words)
    bare = words[marks.end() if marks else 0 :].strip()
    whole = PICTURE.fullmatch(bare)
    if is_gone(whole[1] if whole else bare.strip('"').rstrip(",")):
        yield start, text.line_starts[line]
        return
    if is_block_like(words):
        cuts = [match.span() for match in _WORD.finditer(words) if is_gone(_extract_name(match))]
    else:
        cuts = list(find_picture_cuts(words, is_gone))
    yield from ((start + first, start + end) for first, end in cuts)
    if not cuts:
        what = "This names a file that is only-me, and lsbook cannot take its name out of the line."
        raise PRIVATE_NOT_CUT.make_error(at, what, "Give each file a line of its own.")


def _extract_name(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group is not None), "").rstrip(",")


def _find_closing_line(lines: list[str], first: int) -> int:
    """The line that closes the block that ``first`` opens."""
    depth = 0
    for number in range(first, len(lines)):
        if is_block_like(lines[number]):
            depth += 1 if re.search(r"\w", lines[number]) else -1
        if depth == 0:
            return number
    raise AssertionError("a story that could be read closes every block")


def _has_words(lines: list[str], number: int) -> bool:
    return 0 <= number < len(lines) and not is_blank(lines[number]) and not is_block_like(lines[number])
