"""The ``:::`` blocks of chapters and letters. A line that may have been meant as one and is not is a problem."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lsbook.model.item import Gate, HeadsUp, Item, Telling, Version
from lsbook.model.problem import Place
from lsbook.model.story_text import (
    AccountBlock,
    Block,
    Gated,
    InLanguage,
    LetterBlock,
    MediaBlock,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    PhotoRef,
    Ref,
    SideBySide,
    StoryProse,
    Tellings,
    WriteHere,
)
from lsbook.reading.complaints import did_you_mean
from lsbook.reading.desk import Desk
from lsbook.reading.languages import read_language
from lsbook.reading.markdown.options import Options, read_options
from lsbook.reading.markdown.prose import looks_like_a_block, read_plain
from lsbook.reading.story.gates import OPTIONS, block_date, block_gate
from lsbook.reading.yaml.values import is_id, read_age

_GATES = {"from-age": 1, "also-for": 9, "only-me": 0, "hold": 1, "heads-up": 1}
"""Blocks that only shut, and how many words may stand behind their names."""
_MEDIA = ("photos", "film", "sound", "document")
_WORDS = {
    **_GATES,
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
BLOCKS = (*_WORDS, *_MEDIA)
_DEEPEST = 20
"""Blocks inside each other. Nobody can follow more, and no page could show them."""
_OPEN = re.compile(r"::: ([a-z][a-z-]*)(?: +(.*?))?\s*")
_PICTURE = re.compile(r"!\[[^\]]*\]\(<?([^)>]+)>?\)")

Line = tuple[Place, str]


@dataclass
class _Open:
    """A block that is being read."""

    name: str
    options: Options
    at: Place
    inside: list[Block] = field(default_factory=list)
    tells: list[tuple[Version[StoryProse], Place]] = field(default_factory=list)
    plain: list[Line] = field(default_factory=list)
    raw: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Place | None:
        """The first line of its own that says anything."""
        return next((at for at, line in self.raw if line.strip()), None)


def read_blocks(lines: list[Line], desk: Desk) -> StoryProse:
    """The prose of a chapter or letter."""
    start = lines[0][0] if lines else Place("")
    stack = [_Open("", Options(), start)]
    mistyped, too_deep = 0, False
    for at, line in lines:
        if not looks_like_a_block(line):
            stack[-1].plain.append((at, line))
            continue
        match = _OPEN.fullmatch(line)
        closes = not re.search(r"\w", line)
        if closes:
            if line.rstrip() != ":::":
                desk.complaints.add(
                    at,
                    'This line is meant to close a block, but is not exactly ":::".',
                    "Write three colons at the very start of the line, and nothing else on it.",
                )
            if len(stack) == 1 and mistyped:
                mistyped -= 1  # it closes a block whose opening line has been complained about
            else:
                _close(stack, at, desk)
        elif match and match[1] in BLOCKS and len(stack) <= _DEEPEST:
            _flush(stack[-1], desk, ends_telling=match[1] != "tell")
            stack.append(_Open(match[1], _options(match[1], match[2] or "", at, desk), at))
        else:
            if not (match and match[1] in BLOCKS):
                _mistyped(line, at, desk)
            elif not too_deep:
                too_deep = _too_deep(at, desk)
            mistyped += 1
    while len(stack) > 1:
        desk.complaints.add(
            stack[-1].at,
            f'This "{stack[-1].name}" block is never closed, so it is not clear what belongs to it.',
            "Put a line with only ::: where it ends.",
        )
        _close(stack, stack[-1].at, desk)
    _flush(stack[0], desk)
    return tuple(stack[0].inside)


def _too_deep(at: Place, desk: Desk) -> bool:
    what = f"More than {_DEEPEST} blocks stand inside each other here."
    desk.complaints.add(at, what, "Close each block with a line of only ::: where it ends.")
    return True


def _mistyped(line: str, at: Place, desk: Desk) -> None:
    word = re.sub(r"^\W+", "", line).split(" ")[0].split("=")[0]
    if word in BLOCKS:
        desk.complaints.add(
            at,
            "This line is not exactly a block.",
            f"Begin the line with three colons, one space and the name: ::: {word}",
        )
    else:
        desk.complaints.add(
            at,
            f"lsbook knows no such block.{did_you_mean(word, BLOCKS)}",
            f"Write ::: and one of: {', '.join(sorted(BLOCKS))}. A line of only ::: closes a block.",
        )


def _options(name: str, text: str, at: Place, desk: Desk) -> Options:
    options = read_options(text)
    known = (*OPTIONS, *_OWN_OPTIONS.get(name, ()))
    if options.left:
        desk.complaints.add(
            at, f'lsbook cannot make out "{options.left}" here.', 'Put a value that holds a space in "double quotes".'
        )
    if options.doubled:
        desk.complaints.add(at, f'"{options.doubled}" stands here twice.', "Keep one of the two.")
    for key in options.named:
        if key not in known:
            desk.complaints.add(
                at, f'A block "{name}" has no "{key}".{did_you_mean(key, known)}', f"Known here: {', '.join(known)}."
            )
    room = 0 if name in options.named or "reason" in options.named else _WORDS.get(name, len(options.words))
    if len(options.words) > room:
        desk.complaints.add(
            at,
            f'"{options.words[room]}" is not expected behind "{name}".',
            'Put a value that holds a space in "double quotes", and the words of the block on the lines below.',
        )
    return options


def _flush(block: _Open, desk: Desk, *, ends_telling: bool = True) -> None:
    """Turn the plain lines read so far into prose; they also end a telling, unless they are blank."""
    has_words = any(line.strip() for _, line in block.plain)
    if (has_words or ends_telling) and block.tells:
        block.inside.append(_telling(block.tells, desk))
        block.tells.clear()
    if has_words and block.name not in _MEDIA:
        block.inside.extend(read_plain(block.plain, desk.file, desk.complaints))
    block.raw.extend(block.plain)
    block.plain.clear()


def _telling(tells: list[tuple[Version[StoryProse], Place]], desk: Desk) -> Tellings:
    ages = [(version.age, version.easy) for version, _ in tells]
    for number, (version, at) in enumerate(tells):
        if (version.age, version.easy) in ages[:number]:
            desk.complaints.add(at, f'"tell {version.age}" stands here twice.', "Put both texts into one block.")
    versions = sorted((version for version, _ in tells), key=lambda version: (version.age, version.easy))
    return Tellings(tells[0][1], Gate(), None, Telling(tuple(versions)))


def _close(stack: list[_Open], at: Place, desk: Desk) -> None:
    if len(stack) == 1:
        desk.complaints.add(
            at, "This line closes a block, but none is open.", "Take it out, or put the opening line back."
        )
        return
    block = stack.pop()
    _flush(block, desk)
    parent = stack[-1]
    if block.name == "tell":
        _close_tell(block, parent, desk)
        return
    gate, heads_up = block_gate(block.name, block.options, block.at, desk)
    made = _made(block, gate, heads_up, desk)
    if made is not None:
        parent.inside.append(made)


def _close_tell(block: _Open, parent: _Open, desk: Desk) -> None:
    written = block.options.words[0] if block.options.words else ""
    age = read_age(written.removesuffix("-easy"))
    if age is None:
        desk.complaints.add(block.at, '"tell" needs an age.', "Write ::: tell 9")
        return
    inside: StoryProse = tuple(block.inside)
    if any(key in block.options.named for key in OPTIONS):
        gate, heads_up = block_gate("", block.options, block.at, desk)
        inside = (Gated(Place(block.at.path, block.at.line, 2), gate, heads_up, inside),)
    parent.tells.append((Version(age, inside, written.endswith("-easy")), block.at))


def _made(block: _Open, gate: Gate, heads_up: HeadsUp | None, desk: Desk) -> Block | None:
    at, inside, named = block.at, tuple(block.inside), block.options.named
    if block.name in _GATES:
        return Gated(at, gate, heads_up, inside)
    if block.name in _MEDIA:
        return MediaBlock(at, gate, heads_up, block.name, _files(block, desk))
    match block.name:
        case "my-words":
            return MyWords(at, gate, heads_up, inside, block_date(named.get("when"), at, desk))
        case "account":
            return _account(block, gate, heads_up, desk)
        case "not-known":
            return NotKnownBlock(at, gate, heads_up, inside)
        case "note":
            return NoteBlock(at, gate, heads_up, inside)
        case "write-here":
            return WriteHere(at, gate, heads_up, inside)
        case "in":
            return _in_language(block, gate, heads_up, desk)
        case "side-by-side":
            return _side_by_side(block, gate, heads_up, desk)
        case _:
            return _letter(block, gate, heads_up, desk)


def _in_language(block: _Open, gate: Gate, heads_up: HeadsUp | None, desk: Desk) -> InLanguage | None:
    if not block.options.words:
        desk.complaints.add(block.at, "This block does not say in which language its words are.", "Write ::: in pl")
        return None
    language = read_language(block.options.words[0], block.at, desk.complaints)
    return InLanguage(block.at, gate, heads_up, tuple(block.inside), language) if language else None


def _side_by_side(block: _Open, gate: Gate, heads_up: HeadsUp | None, desk: Desk) -> SideBySide:
    """Nothing but languages stands in it: whatever else there is would belong to no side."""
    others = [block.first] if block.first else []
    others += [one.at for one in block.inside if isinstance(one, Item) and not isinstance(one, InLanguage)]
    if others:
        desk.complaints.add(
            min(others),
            'This stands in "side-by-side" and in none of its languages.',
            "Put it into a block of its own there, ::: in pl or ::: in en-GB, or before the whole.",
        )
    return SideBySide(block.at, gate, heads_up, tuple(one for one in block.inside if isinstance(one, InLanguage)))


def _account(block: _Open, gate: Gate, heads_up: HeadsUp | None, desk: Desk) -> AccountBlock | None:
    by = block.options.named.get("by", "").strip()
    if not by:
        desk.complaints.add(block.at, "This account does not say whose it is.", "Write ::: account by=kelly")
        return None
    who = Ref(by, block.at) if is_id(by) else by
    return AccountBlock(block.at, gate, heads_up, tuple(block.inside), who)


def _letter(block: _Open, gate: Gate, heads_up: HeadsUp | None, desk: Desk) -> LetterBlock | None:
    words = [*block.options.words, *(line.strip() for _, line in block.raw if line.strip())]
    if len(words) != 1:
        desk.complaints.add(block.at, "This block does not name one letter.", "Write ::: letter jan-hello.md")
        return None
    file = desk.letter(words[0], block.at)
    return LetterBlock(block.at, gate, heads_up, file) if file else None


def _files(block: _Open, desk: Desk) -> tuple[PhotoRef, ...]:
    """The files named behind the block's name, or inside it, one a line."""
    named: list[Line] = [(block.at, word) for word in block.options.words]
    for at, line in block.raw:
        bare = line.strip().removeprefix("- ").removeprefix("* ").strip()
        picture = _PICTURE.fullmatch(bare)
        if bare:
            named.append((at, picture[1] if picture else bare.strip('"')))
    if not named:
        desk.complaints.add(block.at, f'This "{block.name}" block names no file.', f"Write ::: {block.name} garden.jpg")
    found = (desk.medium(written.rstrip(","), at) for at, written in named)
    return tuple(photo for photo in found if photo is not None)
