"""The ``:::`` blocks of chapters and letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lsbook.model.book import (
    Account,
    Block,
    BookItem,
    FlaggedBlock,
    LanguageBlock,
    LetterBlock,
    MediaBlock,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    ParallelText,
    Placeholder,
    Prose,
    WritingSpace,
)
from lsbook.model.prose import PageBreak
from lsbook.story_writing.dates import format_date
from lsbook.story_writing.entry_keys import HOLD_REASON, UNTOLD, WriteContext
from lsbook.story_writing.markdown import SEPARATOR, is_separator_needed, write_plain_blocks

_CLOSE = ":::"
_ONLY_ME = " only-me=true"


def format_body(context: WriteContext, prose: Prose, language: str, *, is_private: bool) -> str:
    """Return the words of a chapter or a letter in ``language`` (empty: the book's), as they stand below its keys."""
    return "\n".join(_BlockWriter(context, language).write(prose, is_private=is_private))


class _BlockWriter:
    """Writes prose in one language of its surroundings."""

    def __init__(self, context: WriteContext, language: str) -> None:
        self._context = context
        self._language = language

    def write(self, prose: Prose, *, is_private: bool) -> Iterator[str]:
        """Yield the lines of ``prose``: what is the child's alone, or in another language, in a block for that."""
        before: Block | None = None
        runs = groupby(prose, lambda block: self._describe(block, is_private))
        for number, ((language, own), run) in enumerate(runs):
            blocks = tuple(run)
            if number:
                yield ""
            if before is not None and is_separator_needed(_get_plain(before), _get_plain(blocks[0])):
                yield from (SEPARATOR, "")
            yield from self._write_run(blocks, language, is_private=is_private, own=own)
            before = blocks[-1]

    def _describe(self, block: Block, is_private: bool) -> tuple[str, bool]:
        """Return the language of a block, and whether it is the child's alone where what is around it is not."""
        if isinstance(block, PageBreak):
            return self._language, False  # a page turns only between two blocks
        return self._find_language(block), not is_private and self._context.is_private(block)

    def _find_language(self, block: Block) -> str:
        if isinstance(block, LanguageBlock):
            return self._language if block.heads_up else block.language
        if isinstance(block, Placeholder):
            return block.says[0].language if isinstance(block.says[0], LanguageBlock) else ""
        is_block = isinstance(block, BookItem)  # its words say their language themselves
        return self._language if is_block else ""

    def _write_run(self, blocks: tuple[Block, ...], language: str, *, is_private: bool, own: bool) -> Iterator[str]:
        inner: Iterator[str] = self._write_blocks(blocks, language, is_private=is_private or own)
        if language != self._language:
            inner = _wrap(f"in {language or self._context.book.language}", inner)
        yield from _wrap("only-me", inner) if own else inner

    def _write_blocks(self, blocks: tuple[Block, ...], language: str, *, is_private: bool) -> Iterator[str]:
        writer = self if language == self._language else _BlockWriter(self._context, language)
        before: Block | None = None
        for block in blocks:
            if before is not None:
                yield ""
                if is_separator_needed(_get_plain(before), _get_plain(block)):
                    yield from (SEPARATOR, "")
            yield from writer._write_block(block, is_private=is_private)
            before = block

    def _write_block(self, block: Block, *, is_private: bool) -> Iterator[str]:
        context = self._context
        match block:
            case LanguageBlock(language, inside) if block.heads_up:
                yield from self._write_side(language, inside, block, is_private=is_private)
            case LanguageBlock(_, inside):
                yield from write_plain_blocks(inside, context.names)  # type: ignore[arg-type]
            case ParallelText(sides):
                lines = (line for side in sides for line in self._write_parallel_side(side, is_private=is_private))
                yield from _wrap(f"side-by-side{_format_marks(block)}", lines)
            case Placeholder(says):
                reason = format_option("reason", HOLD_REASON)
                yield from (f"::: hold{reason}{_format_instead(context, says)}", _CLOSE)
            case LetterBlock(letter):
                yield from (f"::: letter {context.names.letters[letter]}{_format_marks(block)}", _CLOSE)
            case MediaBlock(form, media):
                names = " ".join(context.names.media[position] for position in media)
                yield from (f"::: {form.value} {names}{_format_marks(block)}", _CLOSE)
            case FlaggedBlock(inside):
                yield from _wrap(f"heads-up {_format_flag(block)}", self.write(inside, is_private=is_private))
            case MyWords() | Account() | NotKnownBlock() | NoteBlock() | WritingSpace():
                inside = block.says if isinstance(block, Account) else block.inside
                opening = f"{self._name_container(block)}{_format_marks(block)}"
                yield from _wrap(opening, self.write(inside, is_private=is_private))
            case _:
                yield from write_plain_blocks((block,), context.names)

    def _name_container(self, block: MyWords | Account | NotKnownBlock | NoteBlock | WritingSpace) -> str:
        match block:
            case MyWords(when):
                return f"my-words{format_option('when', format_date(when)) if when else ''}"
            case Account(by):
                return f"account{format_option('by', self._context.name_who(by))}"
            case NotKnownBlock():
                return "not-known"
            case NoteBlock():
                return "note"
        return "write-here"

    def _write_parallel_side(self, side: LanguageBlock | Placeholder, *, is_private: bool) -> Iterator[str]:
        own = not is_private and self._context.is_private(side)
        if isinstance(side, Placeholder):
            hold = format_option("hold", HOLD_REASON) + _format_instead(self._context, side.says)
            yield from _wrap(f"in {self._context.book.language}{_ONLY_ME if own else ''}{hold}", (UNTOLD,))
        else:
            yield from self._write_side(side.language, side.inside, side, is_private=is_private, own=own)

    def _write_side(
        self, language: str, inside: Prose, block: BookItem, *, is_private: bool, own: bool = False
    ) -> Iterator[str]:
        other = "" if language == self._context.book.language else language
        lines = _BlockWriter(self._context, other).write(inside, is_private=is_private or own)
        yield from _wrap(f"in {language}{_ONLY_ME if own else ''}{_format_marks(block)}", lines)


def format_option(key: str, value: str) -> str:
    """Return an option behind the name of a block, with a space before it."""
    return f" {key}={_quote(value)}"


def _quote(value: str) -> str:
    return f"“{value}”" if '"' in value else f'"{value}"'


def _wrap(opening: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    yield f"::: {opening}"
    yield from lines
    yield _CLOSE


def _format_marks(block: BookItem) -> str:
    """Return what a block carries of hard news, behind its name."""
    return f" heads-up={_format_flag(block)}" if block.heads_up else ""


def _format_flag(block: BookItem) -> str:
    """Return what hard news is about, then who told the child first, and when."""
    if block.heads_up is None:
        return ""
    talk = block.heads_up.conversation
    by = format_option("told-by", talk.by) if talk else ""
    on = format_option("told-on", format_date(talk.on)) if talk and talk.on else ""
    return f"{_quote(block.heads_up.about)}{by}{on}"


def _format_instead(context: WriteContext, says: Prose) -> str:
    """Return the kind sentence of what is not told. It stood in one line before, so it stands in one again."""
    first = says[0]
    return format_option("instead", context.format_prose(first.inside if isinstance(first, LanguageBlock) else says))


def _get_plain(block: Block) -> object:
    """Return what a block is without its language, to see what it would run together with."""
    return block.inside[-1] if isinstance(block, LanguageBlock) and block.inside else block
