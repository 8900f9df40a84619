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
    LetterBlock,
    MediaBlock,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    Statement,
    StoryProse,
    Tellings,
    WriteHere,
)


def prose(chooser: Chooser, blocks: StoryProse | None) -> book.Prose:
    """The blocks that this edition shows; a page turns only between two that do."""
    shown: list[book.Block] = []
    for block in blocks or ():
        for one in _block(chooser, block):
            if isinstance(block, Item):
                chooser.noted(one, block)
            if not (isinstance(one, Turn) and (not shown or isinstance(shown[-1], Turn))):
                shown.append(one)
    if shown and isinstance(shown[-1], Turn):
        shown.pop()
    return tuple(shown)


def told(chooser: Chooser, telling: Telling[StoryProse] | None) -> book.Prose:
    """The prose that this edition is told."""
    return prose(chooser, chooser.words(telling))


def _block(chooser: Chooser, block: Block) -> Iterator[book.Block]:
    if not isinstance(block, BlockItem | Tellings | LetterBlock | MediaBlock):
        yield from chooser.plain((block,))
    elif not chooser.sight.sees(block):
        instead = chooser.instead(block)
        if instead:
            yield instead
    elif isinstance(block, Tellings):
        yield from told(chooser, block.telling)
    elif isinstance(block, LetterBlock):
        letter = chooser.letter(block.file)
        if letter is not None:
            yield book.LetterHere(letter, hard=chooser.hard(block), held=chooser.held(block))
    elif isinstance(block, MediaBlock):
        media = chooser.photos(block.photos)
        if media:
            yield book.MediaHere(block.form, media, hard=chooser.hard(block), held=chooser.held(block))
    else:
        yield from _with_inside(chooser, block)


def _with_inside(chooser: Chooser, block: BlockItem) -> Iterator[book.Block]:
    inside = prose(chooser, block.inside)
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
