"""Prose past the wall: blocks that may be seen, the right words for the age, names in place of ids."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.chooser import Chooser
from lsbook.model import book
from lsbook.model.item import Item, Telling
from lsbook.model.prose import Turn
from lsbook.model.story_text import (
    AccountBlock,
    Block,
    BlockItem,
    Gated,
    InLanguage,
    LetterBlock,
    MediaBlock,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    SideBySide,
    Statement,
    StoryPlain,
    StoryProse,
    Tellings,
    WriteHere,
)


def prose(chooser: Chooser, blocks: StoryProse | None, tongue: str = "") -> book.Prose:
    """The blocks that this edition shows; a page turns only between two that do.

    ``tongue`` is their language where it is not the book's: every piece of words says it itself, so that it is known
    of them wherever they stand.
    """
    shown: list[book.Block] = []
    for block in blocks or ():
        for one in _block(chooser, block, tongue):
            if isinstance(block, Item):
                chooser.noted(one, block)
            if not (isinstance(one, Turn) and (not shown or isinstance(shown[-1], Turn))):
                shown.append(one)
    if shown and isinstance(shown[-1], Turn):
        shown.pop()
    return tuple(shown)


def told(chooser: Chooser, telling: Telling[StoryProse] | None, tongue: str = "") -> book.Prose:
    """The prose that this edition is told."""
    return prose(chooser, chooser.words(telling), tongue)


def _block(chooser: Chooser, block: Block, tongue: str) -> Iterator[book.Block]:
    if not isinstance(block, BlockItem | Tellings | LetterBlock | MediaBlock):
        yield from _plain(chooser, block, tongue)
    elif not chooser.sight.sees(block):
        instead = chooser.instead(block, tongue)
        if instead:
            yield instead
    elif isinstance(block, Tellings):
        yield from told(chooser, block.telling, tongue)
    elif isinstance(block, LetterBlock):
        letter = chooser.letter(block.file)
        if letter is not None:
            yield book.LetterHere(letter, hard=chooser.hard(block), held=chooser.held(block))
    elif isinstance(block, MediaBlock):
        media = chooser.photos(block.photos)
        if media:
            yield book.MediaHere(block.form, media, hard=chooser.hard(block), held=chooser.held(block))
    elif isinstance(block, InLanguage):
        side = _in_language(chooser, block)
        if side is not None:
            yield from (side,) if side.hard or side.held else side.inside
    elif isinstance(block, SideBySide):
        yield from _side_by_side(chooser, block, tongue)
    else:
        yield from _with_inside(chooser, block, tongue)


def _plain(chooser: Chooser, block: StoryPlain, tongue: str) -> Iterator[book.Block]:
    shown = chooser.plain((block,))
    yield from (book.InLanguage(tongue, shown),) if tongue and shown and not isinstance(block, Turn) else shown


def _in_language(chooser: Chooser, block: InLanguage) -> book.InLanguage | None:
    inside = prose(chooser, block.inside, chooser.tongue(block.language))
    if not inside:
        return None
    return book.InLanguage(block.language, inside, hard=chooser.hard(block), held=chooser.held(block))


def _side_by_side(chooser: Chooser, block: SideBySide, tongue: str) -> Iterator[book.Block]:
    """The languages of it that may be seen; one alone stands as if there had never been another."""
    sides = tuple(_sides(chooser, block.inside, tongue))
    hard, held = chooser.hard(block), chooser.held(block)
    if sum(isinstance(side, book.InLanguage) for side in sides) > 1:
        yield book.SideBySide(sides, hard=hard, held=held)
        return
    alone: list[book.Block] = []
    for side in sides:
        alone += side.inside if isinstance(side, book.InLanguage) and not (side.hard or side.held) else (side,)
    if alone and (hard or held):
        yield book.Marked(tuple(alone), hard=hard, held=held)
    else:
        yield from alone


def _sides(chooser: Chooser, inside: StoryProse, tongue: str) -> Iterator[book.InLanguage | book.Instead]:
    for block in inside:
        if isinstance(block, InLanguage):
            seen = chooser.sight.sees(block)
            side = _in_language(chooser, block) if seen else chooser.instead(block, tongue)
            if side is not None:
                yield chooser.noted(side, block)


def _with_inside(chooser: Chooser, block: BlockItem, tongue: str) -> Iterator[book.Block]:
    inside = prose(chooser, block.inside, tongue)
    hard, held = chooser.hard(block), chooser.held(block)
    if isinstance(block, WriteHere):
        yield book.WriteHere(inside, hard=hard, held=held)
    elif not inside:
        return
    elif isinstance(block, MyWords):
        yield book.MyWords(block.when, inside, hard=hard, held=held)
    elif isinstance(block, AccountBlock):
        by = chooser.who(block.by)
        if by is not None:
            yield book.Account(by, inside, hard=hard, held=held)
    elif isinstance(block, NotKnownBlock):
        yield book.NotKnown(inside, hard=hard, held=held)
    elif isinstance(block, NoteBlock):
        yield book.Note(inside, hard=hard, held=held)
    elif isinstance(block, Gated) and (hard or held):
        yield book.Marked(inside, hard=hard, held=held)
    else:
        yield from inside


def statement(chooser: Chooser, said: Statement | None) -> book.Statement | book.Instead | None:
    """A statement, the sentence that stands in its place, or nothing."""
    if said is None:
        return None
    if not chooser.sight.sees(said):
        return chooser.instead(said)
    says = told(chooser, said.says)
    if not says:
        return None
    made = book.Statement(
        says, said.source, said.decided_by, said.certainty, hard=chooser.hard(said), held=chooser.held(said)
    )
    return chooser.noted(made, said)


def statements(chooser: Chooser, said: tuple[Statement, ...]) -> tuple[book.Statement | book.Instead, ...]:
    """Those of ``said`` that this edition shows, in their order."""
    return tuple(shown for one in said if (shown := statement(chooser, one)) is not None)
