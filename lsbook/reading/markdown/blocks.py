"""The ``:::`` blocks of chapters and letters. A line that may have been meant as one and is not is a problem."""

from __future__ import annotations

import re

from lsbook.model.item import Gate, Telling, Version
from lsbook.model.problem import Location
from lsbook.model.story_text import GatedBlock, StoryProse, TellingBlock
from lsbook.reading.context import ReadContext
from lsbook.reading.fields.blocks import GATE_OPTIONS, is_media_block
from lsbook.reading.markdown.block_gates import read_block_gate
from lsbook.reading.markdown.block_like import is_block_like
from lsbook.reading.markdown.block_lines import explain_unknown_block, match_opening_line, read_block_options
from lsbook.reading.markdown.build_blocks import OpenBlock, build_block
from lsbook.reading.markdown.options import BlockOptions
from lsbook.reading.markdown.read_prose import LocatedLine, read_markdown
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import BAD_AGE, DUPLICATE_AGE
from lsbook.reading.rules.files import TOO_MUCH
from lsbook.reading.rules.texts import BLOCK_NOT_CLOSED
from lsbook.reading.yaml.values import read_age

_MAX_DEPTH = 20
"""Blocks inside each other. Nobody can follow more, and no page could show them."""


def read_blocks(lines: list[LocatedLine], context: ReadContext) -> Parsed[StoryProse]:
    """Read the prose of a chapter or letter."""
    return _BlockReader(lines[0][0] if lines else Location(""), context).read(lines)


class _BlockReader:
    """Reads line by line, with the blocks that are open in ``_stack``, the innermost last."""

    def __init__(self, start: Location, context: ReadContext) -> None:
        self._context = context
        self._stack = [OpenBlock("", BlockOptions(), start)]
        self._findings = Findings()
        self._unopened = 0
        """Blocks whose opening line was refused, and whose closing line is still to come."""
        self._is_too_deep = False

    def read(self, lines: list[LocatedLine]) -> Parsed[StoryProse]:
        for at, line in lines:
            if not is_block_like(line):
                self._stack[-1].pending_lines.append((at, line))
            elif not re.search(r"\w", line):
                self._read_closing_line(at, line)
            else:
                self._read_opening_line(at, line)
        while len(self._stack) > 1:
            self._close_forgotten_block()
        self._flush(self._stack[0])
        return self._findings.wrap(tuple(self._stack[0].inside))

    def _read_closing_line(self, at: Location, line: str) -> None:
        if line.rstrip() != ":::":
            self._findings.add(
                at,
                'This line is meant to close a block, but is not exactly ":::".',
                "Write three colons at the very start of the line, and nothing else on it.",
                rule=BLOCK_NOT_CLOSED,
            )
        if len(self._stack) > 1:
            self._close_block()
        elif self._unopened:
            self._unopened -= 1
        else:
            what = "This line closes a block, but none is open."
            self._findings.add(at, what, "Take it out, or put the opening line back.", rule=BLOCK_NOT_CLOSED)

    def _read_opening_line(self, at: Location, line: str) -> None:
        opening = match_opening_line(line)
        if opening and len(self._stack) <= _MAX_DEPTH:
            name, text = opening
            self._flush(self._stack[-1], ends_telling=name != "tell")
            self._stack.append(OpenBlock(name, self._findings.take(read_block_options(name, text, at)), at))
            return
        self._unopened += 1
        if not opening:
            self._findings.extend([explain_unknown_block(line, at)])
        elif not self._is_too_deep:
            self._is_too_deep = True
            what = f"More than {_MAX_DEPTH} blocks stand inside each other here."
            self._findings.add(at, what, "Close each block with a line of only ::: where it ends.", rule=TOO_MUCH)

    def _close_forgotten_block(self) -> None:
        block = self._stack[-1]
        self._findings.add(
            block.at,
            f'This "{block.name}" block is never closed, so it is not clear what belongs to it.',
            "Put a line with only ::: where it ends.",
            rule=BLOCK_NOT_CLOSED,
        )
        self._close_block()

    def _close_block(self) -> None:
        block = self._stack.pop()
        self._flush(block)
        parent = self._stack[-1]
        if block.name == "tell":
            self._close_tell_block(block, parent)
        elif (value := self._findings.take(build_block(block, self._context))) is not None:
            parent.inside.append(value)

    def _close_tell_block(self, block: OpenBlock, parent: OpenBlock) -> None:
        written = block.options.positional[0] if block.options.positional else ""
        age = read_age(written.removesuffix("-easy"))
        if age is None:
            self._findings.add(block.at, '"tell" needs an age.', "Write ::: tell 9", rule=BAD_AGE)
            return
        inside: StoryProse = tuple(block.inside)
        if any(key in block.options.named for key in GATE_OPTIONS):
            gate, heads_up = self._findings.take(read_block_gate("", block.options, block.at, self._context))
            inside = (GatedBlock(Location(block.at.path, block.at.line, 2), gate, heads_up, inside),)
        parent.versions.append((Version(age, inside, written.endswith("-easy")), block.at))

    def _flush(self, block: OpenBlock, *, ends_telling: bool = True) -> None:
        """Turn the plain lines read so far into prose; they also end a telling, unless they are blank."""
        has_words = any(line.strip() for _, line in block.pending_lines)
        if (has_words or ends_telling) and block.versions:
            block.inside.append(self._build_telling(block.versions))
            block.versions.clear()
        if has_words and not is_media_block(block.name):
            block.inside.extend(self._findings.take(read_markdown(block.pending_lines, self._context.find_file)))
        block.raw_lines.extend(block.pending_lines)
        block.pending_lines.clear()

    def _build_telling(self, located_versions: list[tuple[Version[StoryProse], Location]]) -> TellingBlock:
        ages = [(version.age, version.easy) for version, _ in located_versions]
        for number, (version, at) in enumerate(located_versions):
            if (version.age, version.easy) in ages[:number]:
                what = f'"tell {version.age}" stands here twice.'
                self._findings.add(at, what, "Put both texts into one block.", rule=DUPLICATE_AGE)
        versions = sorted((version for version, _ in located_versions), key=lambda version: (version.age, version.easy))
        return TellingBlock(located_versions[0][1], Gate(), None, Telling(tuple(versions)))
