"""A closed ``:::`` block becomes a value: one function for each kind of block."""

from __future__ import annotations

import re

from msgspec import Struct, field

from lsbook.model.item import Item, Version
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
    WritingSpace,
)
from lsbook.model.vocabulary import MediaBlockKind
from lsbook.reading.context import ReadContext
from lsbook.reading.fields.blocks import is_gate_block, is_media_block
from lsbook.reading.languages import read_language
from lsbook.reading.markdown.block_gates import read_block_date, read_block_gate
from lsbook.reading.markdown.options import BlockOptions
from lsbook.reading.markdown.read_prose import LocatedLine
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.texts import BLOCK_CONTENT
from lsbook.reading.yaml.values import is_id

_PICTURE = re.compile(r"!\[[^\]]*\]\(<?([^)>]+)>?\)")


class OpenBlock(Struct):
    """A block that is being read."""

    name: str
    options: BlockOptions
    at: Location
    inside: list[Block] = field(default_factory=list)
    versions: list[tuple[Version[StoryProse], Location]] = field(default_factory=list)
    """The ``tell`` blocks in it that have not become one telling yet."""
    pending_lines: list[LocatedLine] = field(default_factory=list)
    """Plain lines that have not become prose yet."""
    raw_lines: list[LocatedLine] = field(default_factory=list)

    @property
    def first_location(self) -> Location | None:
        """Return where its first own line stands that says anything."""
        return next((at for at, line in self.raw_lines if line.strip()), None)


def build_block(block: OpenBlock, context: ReadContext) -> Parsed[Block | None]:
    """Build the value of ``block``; ``None`` where it lacks what makes it one."""
    return _BlockBuilder(block, context).build()


class _BlockBuilder:
    def __init__(self, block: OpenBlock, context: ReadContext) -> None:
        self._block = block
        self._context = context
        self._findings = Findings()
        gate = read_block_gate(block.name, block.options, block.at, context)
        self._gate, self._heads_up = self._findings.take(gate)

    def build(self) -> Parsed[Block | None]:
        return self._findings.wrap(self._build())

    def _report(self, what: str, remedy: str) -> None:
        self._findings.add(self._block.at, what, remedy, rule=BLOCK_CONTENT)

    def _build(self) -> Block | None:
        block, inside = self._block, tuple(self._block.inside)
        at, gate, heads_up = block.at, self._gate, self._heads_up
        if is_gate_block(block.name):
            return GatedBlock(at, gate, heads_up, inside)
        if is_media_block(block.name):
            return MediaBlock(at, gate, heads_up, MediaBlockKind(block.name), self._find_media())
        match block.name:
            case "my-words":
                when = self._findings.take(read_block_date(block.options.named.get("when"), at, self._context))
                return MyWords(at, gate, heads_up, inside, when)
            case "account":
                return self._build_account()
            case "not-known":
                return NotKnownBlock(at, gate, heads_up, inside)
            case "note":
                return NoteBlock(at, gate, heads_up, inside)
            case "write-here":
                return WritingSpace(at, gate, heads_up, inside)
            case "in":
                return self._build_language_block()
            case "side-by-side":
                return self._build_parallel_text()
            case _:
                return self._build_letter()

    def _build_language_block(self) -> LanguageBlock | None:
        block = self._block
        if not block.options.positional:
            self._report("This block does not say in which language its words are.", "Write ::: in pl")
            return None
        language = self._findings.take(read_language(block.options.positional[0], block.at))
        inside = tuple(block.inside)
        return LanguageBlock(block.at, self._gate, self._heads_up, inside, language) if language else None

    def _build_parallel_text(self) -> ParallelText:
        """Build a block of languages. Nothing else may stand in it: that would belong to no side."""
        block = self._block
        languages = tuple(inner for inner in block.inside if isinstance(inner, LanguageBlock))
        strays = [block.first_location] if block.first_location else []
        strays += [
            inner.at for inner in block.inside if isinstance(inner, Item) and not isinstance(inner, LanguageBlock)
        ]
        if strays:
            self._findings.add(
                min(strays),
                'This stands in "side-by-side" and in none of its languages.',
                "Put it into a block of its own there, ::: in pl or ::: in en-GB, or before the whole.",
                rule=BLOCK_CONTENT,
            )
        return ParallelText(block.at, self._gate, self._heads_up, languages)

    def _build_account(self) -> AccountBlock | None:
        block = self._block
        by = block.options.named.get("by", "").strip()
        if not by:
            self._report("This account does not say whose it is.", "Write ::: account by=kelly")
            return None
        who = Ref(by, block.at) if is_id(by) else by
        return AccountBlock(block.at, self._gate, self._heads_up, tuple(block.inside), who)

    def _build_letter(self) -> LetterBlock | None:
        block = self._block
        words = [*block.options.positional, *(line.strip() for _, line in block.raw_lines if line.strip())]
        if len(words) != 1:
            self._report("This block does not name one letter.", "Write ::: letter jan-hello.md")
            return None
        file = self._findings.take(self._context.find_letter(words[0], block.at))
        return LetterBlock(block.at, self._gate, self._heads_up, file) if file else None

    def _find_media(self) -> tuple[PhotoRef, ...]:
        """Find the files named behind the block's name, or inside it, one a line."""
        block = self._block
        names: list[LocatedLine] = [(block.at, word) for word in block.options.positional]
        for at, line in block.raw_lines:
            bare = line.strip().removeprefix("- ").removeprefix("* ").strip()
            picture = _PICTURE.fullmatch(bare)
            if bare:
                names.append((at, picture[1] if picture else bare.strip('"')))
        if not names:
            self._report(f'This "{block.name}" block names no file.', f"Write ::: {block.name} garden.jpg")
        media = (self._context.find_medium(name.rstrip(","), at) for at, name in names)
        return tuple(photo for medium in media if (photo := self._findings.take(medium)) is not None)
