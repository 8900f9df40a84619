"""The line that opens a ``:::`` block."""

from __future__ import annotations

import re

from lsbook.model.problem import Location, Problem
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.fields.blocks import BLOCKS
from lsbook.reading.markdown.options import BlockOptions, read_options
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.texts import BLOCK_OPTIONS, UNKNOWN_BLOCK

_OPENING_LINE = re.compile(r"::: ([a-z][a-z-]*)(?: +(.*?))?\s*")


def match_opening_line(line: str) -> tuple[str, str] | None:
    """Return the name of the block that ``line`` opens and what stands behind it; ``None`` where it opens none."""
    match = _OPENING_LINE.fullmatch(line)
    return (match[1], match[2] or "") if match and match[1] in BLOCKS else None


def explain_unknown_block(line: str, at: Location) -> Problem:
    """Return what is wrong with a line that may have been meant to open a block."""
    word = re.sub(r"^\W+", "", line).split(" ")[0].split("=")[0]
    if word in BLOCKS:
        remedy = f"Begin the line with three colons, one space and the name: ::: {word}"
        return Problem(at, "This line is not exactly a block.", remedy, rule=UNKNOWN_BLOCK.id)
    return Problem(
        at,
        f"lsbook knows no such block.{format_suggestion(word, BLOCKS)}",
        f"Write ::: and one of: {', '.join(sorted(BLOCKS))}. A line of only ::: closes a block.",
        rule=UNKNOWN_BLOCK.id,
    )


def read_block_options(name: str, text: str, at: Location) -> Parsed[BlockOptions]:
    """Read what stands behind the name of a block that opens at ``at``."""
    options = read_options(text)
    known = BLOCKS[name].option_names
    findings = Findings()
    if options.unparsed:
        what = f'lsbook cannot make out "{options.unparsed}" here.'
        findings.add(at, what, 'Put a value that holds a space in "double quotes".', rule=BLOCK_OPTIONS)
    if options.duplicate_key:
        findings.add(at, f'"{options.duplicate_key}" stands here twice.', "Keep one of the two.", rule=BLOCK_OPTIONS)
    for key in options.named:
        if key not in known:
            what = f'A block "{name}" has no "{key}".{format_suggestion(key, known)}'
            findings.add(at, what, f"Known here: {', '.join(known)}.", rule=BLOCK_OPTIONS)
    room = _count_arguments(name, options)
    if len(options.positional) > room:
        findings.add(
            at,
            f'"{options.positional[room]}" is not expected behind "{name}".',
            'Put a value that holds a space in "double quotes", and the words of the block on the lines below.',
            rule=BLOCK_OPTIONS,
        )
    return findings.wrap(options)


def _count_arguments(name: str, options: BlockOptions) -> int:
    """Return how many words may stand behind ``name`` without a key."""
    if name in options.named or "reason" in options.named:
        return 0
    room = BLOCKS[name].arguments
    return len(options.positional) if room is None else room
