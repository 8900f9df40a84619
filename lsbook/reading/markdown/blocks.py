"""The ``:::`` blocks of chapters and letters. A line that may have been meant as one and is not is a problem."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lsbook.model.item import Gate, HeadsUp, Item, Telling, Version
from lsbook.model.problem import Location
from lsbook.model.story_text import (
    AccountBlock,
    Block,
    GatedBlock,
    LanguageBlock,
    LetterBlock,
    MediaBlock,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    ParallelText,
    PhotoRef,
    Ref,
    StoryProse,
    TellingBlock,
    WritingSpace,
)
from lsbook.model.suggestions import format_suggestion
from lsbook.reading.context import ReadContext
from lsbook.reading.languages import read_language
from lsbook.reading.markdown.options import BlockOptions, read_options
from lsbook.reading.markdown.prose import is_block_like, read_markdown
from lsbook.reading.story.gates import GATE_OPTIONS, read_block_date, read_block_gate
from lsbook.reading.yaml.values import is_id, read_age

_GATE_BLOCKS = {"from-age": 1, "also-for": 9, "only-me": 0, "hold": 1, "heads-up": 1}
"""Blocks that only shut, and how many words may stand behind their names."""
_MEDIA_BLOCKS = ("photos", "film", "sound", "document")
_ARGUMENT_COUNTS = {
    **_GATE_BLOCKS,
    "tell": 1,
    "my-words": 0,
    "account": 0,
    "letter": 1,
    "not-known": 0,
    "write-here": 0,
    "note": 0,
    "in": 1,
    "side-by-side": 0,
}
_OWN_OPTIONS = {
    "hold": ("reason", "decided-by", "on", "look-again"),
    "my-words": ("when",),
    "account": ("by",),
}
BLOCK_NAMES = (*_ARGUMENT_COUNTS, *_MEDIA_BLOCKS)
_MAX_DEPTH = 20
"""Blocks inside each other. Nobody can follow more, and no page could show them."""
_OPENING_LINE = re.compile(r"::: ([a-z][a-z-]*)(?: +(.*?))?\s*")
_PICTURE = re.compile(r"!\[[^\]]*\]\(<?([^)>]+)>?\)")

LocatedLine = tuple[Location, str]


@dataclass
class _OpenBlock:
    """A block that is being read."""

    name: str
    options: BlockOptions
    at: Location
    inside: list[Block] = field(default_factory=list)
    versions: list[tuple[Version[StoryProse], Location]] = field(default_factory=list)
    pending_lines: list[LocatedLine] = field(default_factory=list)
    raw_lines: list[LocatedLine] = field(default_factory=list)

    @property
    def first_location(self) -> Location | None:
        """The first line of its own that says anything."""
        return next((at for at, line in self.raw_lines if line.strip()), None)


def read_blocks(lines: list[LocatedLine], context: ReadContext) -> StoryProse:
    """The prose of a chapter or letter."""
    start = lines[0][0] if lines else Location("")
    stack = [_OpenBlock("", BlockOptions(), start)]
    mistyped, too_deep = 0, False
    for at, line in lines:
        if not is_block_like(line):
            stack[-1].pending_lines.append((at, line))
            continue
        match = _OPENING_LINE.fullmatch(line)
        closes = not re.search(r"\w", line)
        if closes:
            if line.rstrip() != ":::":
                context.problems.add(
                    at,
                    'This line is meant to close a block, but is not exactly ":::".',
                    "Write three colons at the very start of the line, and nothing else on it.",
                )
            if len(stack) == 1 and mistyped:
                mistyped -= 1  # it closes a block whose opening line has been complained about
            else:
                _close_block(stack, at, context)
        elif match and match[1] in BLOCK_NAMES and len(stack) <= _MAX_DEPTH:
            _flush(stack[-1], context, ends_telling=match[1] != "tell")
            stack.append(_OpenBlock(match[1], _read_block_options(match[1], match[2] or "", at, context), at))
        else:
            if not (match and match[1] in BLOCK_NAMES):
                _report_unknown_block(line, at, context)
            elif not too_deep:
                too_deep = _report_too_deep(at, context)
            mistyped += 1
    while len(stack) > 1:
        context.problems.add(
            stack[-1].at,
            f'This "{stack[-1].name}" block is never closed, so it is not clear what belongs to it.',
            "Put a line with only ::: where it ends.",
        )
        _close_block(stack, stack[-1].at, context)
    _flush(stack[0], context)
    return tuple(stack[0].inside)


def _report_too_deep(at: Location, context: ReadContext) -> bool:
    what = f"More than {_MAX_DEPTH} blocks stand inside each other here."
    context.problems.add(at, what, "Close each block with a line of only ::: where it ends.")
    return True


def _report_unknown_block(line: str, at: Location, context: ReadContext) -> None:
    word = re.sub(r"^\W+", "", line).split(" ")[0].split("=")[0]
    if word in BLOCK_NAMES:
        context.problems.add(
            at,
            "This line is not exactly a block.",
            f"Begin the line with three colons, one space and the name: ::: {word}",
        )
    else:
        context.problems.add(
            at,
            f"lsbook knows no such block.{format_suggestion(word, BLOCK_NAMES)}",
            f"Write ::: and one of: {', '.join(sorted(BLOCK_NAMES))}. A line of only ::: closes a block.",
        )


def _read_block_options(name: str, text: str, at: Location, context: ReadContext) -> BlockOptions:
    options = read_options(text)
    known = (*GATE_OPTIONS, *_OWN_OPTIONS.get(name, ()))
    if options.unparsed:
        context.problems.add(
            at,
            f'lsbook cannot make out "{options.unparsed}" here.',
            'Put a value that holds a space in "double quotes".',
        )
    if options.duplicate_key:
        context.problems.add(at, f'"{options.duplicate_key}" stands here twice.', "Keep one of the two.")
    for key in options.named:
        if key not in known:
            context.problems.add(
                at,
                f'A block "{name}" has no "{key}".{format_suggestion(key, known)}',
                f"Known here: {', '.join(known)}.",
            )
    room = (
        0 if name in options.named or "reason" in options.named else _ARGUMENT_COUNTS.get(name, len(options.positional))
    )
    if len(options.positional) > room:
        context.problems.add(
            at,
            f'"{options.positional[room]}" is not expected behind "{name}".',
            'Put a value that holds a space in "double quotes", and the words of the block on the lines below.',
        )
    return options


def _flush(block: _OpenBlock, context: ReadContext, *, ends_telling: bool = True) -> None:
    """Turn the plain lines read so far into prose; they also end a telling, unless they are blank."""
    has_words = any(line.strip() for _, line in block.pending_lines)
    if (has_words or ends_telling) and block.versions:
        block.inside.append(_build_tellings(block.versions, context))
        block.versions.clear()
    if has_words and block.name not in _MEDIA_BLOCKS:
        block.inside.extend(read_markdown(block.pending_lines, context.find_file, context.problems))
    block.raw_lines.extend(block.pending_lines)
    block.pending_lines.clear()


def _build_tellings(located_versions: list[tuple[Version[StoryProse], Location]], context: ReadContext) -> TellingBlock:
    ages = [(version.age, version.easy) for version, _ in located_versions]
    for number, (version, at) in enumerate(located_versions):
        if (version.age, version.easy) in ages[:number]:
            context.problems.add(at, f'"tell {version.age}" stands here twice.', "Put both texts into one block.")
    versions = sorted((version for version, _ in located_versions), key=lambda version: (version.age, version.easy))
    return TellingBlock(located_versions[0][1], Gate(), None, Telling(tuple(versions)))


def _close_block(stack: list[_OpenBlock], at: Location, context: ReadContext) -> None:
    if len(stack) == 1:
        context.problems.add(
            at, "This line closes a block, but none is open.", "Take it out, or put the opening line back."
        )
        return
    block = stack.pop()
    _flush(block, context)
    parent = stack[-1]
    if block.name == "tell":
        _close_tell_block(block, parent, context)
        return
    gate, heads_up = read_block_gate(block.name, block.options, block.at, context)
    made = _build_block(block, gate, heads_up, context)
    if made is not None:
        parent.inside.append(made)


def _close_tell_block(block: _OpenBlock, parent: _OpenBlock, context: ReadContext) -> None:
    written = block.options.positional[0] if block.options.positional else ""
    age = read_age(written.removesuffix("-easy"))
    if age is None:
        context.problems.add(block.at, '"tell" needs an age.', "Write ::: tell 9")
        return
    inside: StoryProse = tuple(block.inside)
    if any(key in block.options.named for key in GATE_OPTIONS):
        gate, heads_up = read_block_gate("", block.options, block.at, context)
        inside = (GatedBlock(Location(block.at.path, block.at.line, 2), gate, heads_up, inside),)
    parent.versions.append((Version(age, inside, written.endswith("-easy")), block.at))


def _build_block(block: _OpenBlock, gate: Gate, heads_up: HeadsUp | None, context: ReadContext) -> Block | None:
    at, inside, named = block.at, tuple(block.inside), block.options.named
    if block.name in _GATE_BLOCKS:
        return GatedBlock(at, gate, heads_up, inside)
    if block.name in _MEDIA_BLOCKS:
        return MediaBlock(at, gate, heads_up, block.name, _find_media(block, context))
    match block.name:
        case "my-words":
            return MyWords(at, gate, heads_up, inside, read_block_date(named.get("when"), at, context))
        case "account":
            return _build_account(block, gate, heads_up, context)
        case "not-known":
            return NotKnownBlock(at, gate, heads_up, inside)
        case "note":
            return NoteBlock(at, gate, heads_up, inside)
        case "write-here":
            return WritingSpace(at, gate, heads_up, inside)
        case "in":
            return _build_language_block(block, gate, heads_up, context)
        case "side-by-side":
            return _build_side_by_side(block, gate, heads_up, context)
        case _:
            return _build_letter(block, gate, heads_up, context)


def _build_language_block(
    block: _OpenBlock, gate: Gate, heads_up: HeadsUp | None, context: ReadContext
) -> LanguageBlock | None:
    if not block.options.positional:
        context.problems.add(block.at, "This block does not say in which language its words are.", "Write ::: in pl")
        return None
    language = read_language(block.options.positional[0], block.at, context.problems)
    return LanguageBlock(block.at, gate, heads_up, tuple(block.inside), language) if language else None


def _build_side_by_side(block: _OpenBlock, gate: Gate, heads_up: HeadsUp | None, context: ReadContext) -> ParallelText:
    """Nothing but languages stands in it: whatever else there is would belong to no side."""
    others = [block.first_location] if block.first_location else []
    others += [one.at for one in block.inside if isinstance(one, Item) and not isinstance(one, LanguageBlock)]
    if others:
        context.problems.add(
            min(others),
            'This stands in "side-by-side" and in none of its languages.',
            "Put it into a block of its own there, ::: in pl or ::: in en-GB, or before the whole.",
        )
    return ParallelText(block.at, gate, heads_up, tuple(one for one in block.inside if isinstance(one, LanguageBlock)))


def _build_account(
    block: _OpenBlock, gate: Gate, heads_up: HeadsUp | None, context: ReadContext
) -> AccountBlock | None:
    by = block.options.named.get("by", "").strip()
    if not by:
        context.problems.add(block.at, "This account does not say whose it is.", "Write ::: account by=kelly")
        return None
    who = Ref(by, block.at) if is_id(by) else by
    return AccountBlock(block.at, gate, heads_up, tuple(block.inside), who)


def _build_letter(block: _OpenBlock, gate: Gate, heads_up: HeadsUp | None, context: ReadContext) -> LetterBlock | None:
    words = [*block.options.positional, *(line.strip() for _, line in block.raw_lines if line.strip())]
    if len(words) != 1:
        context.problems.add(block.at, "This block does not name one letter.", "Write ::: letter jan-hello.md")
        return None
    file = context.find_letter(words[0], block.at)
    return LetterBlock(block.at, gate, heads_up, file) if file else None


def _find_media(block: _OpenBlock, context: ReadContext) -> tuple[PhotoRef, ...]:
    """The files named behind the block's name, or inside it, one a line."""
    named: list[LocatedLine] = [(block.at, word) for word in block.options.positional]
    for at, line in block.raw_lines:
        bare = line.strip().removeprefix("- ").removeprefix("* ").strip()
        picture = _PICTURE.fullmatch(bare)
        if bare:
            named.append((at, picture[1] if picture else bare.strip('"')))
    if not named:
        context.problems.add(
            block.at, f'This "{block.name}" block names no file.', f"Write ::: {block.name} garden.jpg"
        )
    found = (context.find_medium(written.rstrip(","), at) for at, written in named)
    return tuple(photo for photo in found if photo is not None)
