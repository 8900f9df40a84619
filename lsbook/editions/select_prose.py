"""Prose past the wall: blocks that may be seen, the right words for the age, names in place of ids."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.selector import Selector
from lsbook.model import book
from lsbook.model.edition import RECORD
from lsbook.model.item import Item, Telling
from lsbook.model.prose import PageBreak
from lsbook.model.story_text import (
    AccountBlock,
    Block,
    BlockItem,
    GatedBlock,
    LanguageBlock,
    LetterBlock,
    MediaBlock,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    ParallelText,
    Statement,
    StoryPlain,
    StoryProse,
    TellingBlock,
    WritingSpace,
)


def select_prose(selector: Selector, blocks: StoryProse | None, language: str = "") -> book.Prose:
    """Return the blocks that this edition shows; a page turns only between two of them.

    ``language`` is theirs where it is not the book's: every block says it itself, so that it is known wherever the
    block stands.
    """
    shown: list[book.Block] = []
    for block in blocks or ():
        for selected in _select_block(selector, block, language):
            if isinstance(block, Item):
                selector.track(selected, block)
            if not (isinstance(selected, PageBreak) and (not shown or isinstance(shown[-1], PageBreak))):
                shown.append(selected)
    if shown and isinstance(shown[-1], PageBreak):
        shown.pop()
    return tuple(shown)


def select_telling(selector: Selector, telling: Telling[StoryProse] | None, language: str = "") -> book.Prose:
    """Return the prose that this edition is told."""
    return select_prose(selector, selector.select(telling), language)


def _select_block(selector: Selector, block: Block, language: str) -> Iterator[book.Block]:
    if not isinstance(block, BlockItem | TellingBlock | LetterBlock | MediaBlock):
        yield from select_plain(selector, block, language)
    elif not selector.visibility.is_visible(block):
        instead = selector.select_placeholder(block, language)
        if instead:
            yield instead
    elif isinstance(block, TellingBlock):
        yield from select_telling(selector, block.telling, language)
    elif isinstance(block, LetterBlock):
        letter = selector.find_letter(block.file)
        if letter is not None:
            yield book.LetterBlock(letter, heads_up=selector.select_heads_up(block), hold=selector.select_hold(block))
    elif isinstance(block, MediaBlock):
        media = selector.place_photos(block.photos)
        if media:
            yield book.MediaBlock(
                block.block_kind, media, heads_up=selector.select_heads_up(block), hold=selector.select_hold(block)
            )
    elif isinstance(block, LanguageBlock):
        side = _select_language_block(selector, block)
        if side is not None:
            yield from (side,) if side.heads_up or side.hold else side.inside
    elif isinstance(block, ParallelText):
        yield from _select_parallel_text(selector, block, language)
    else:
        yield from _select_container(selector, block, language)


def select_plain(selector: Selector, block: StoryPlain, language: str) -> Iterator[book.Block]:
    """Yield a block that holds no other, with names in place of ids; ``language`` as in ``select_prose``."""
    shown = selector.resolve_references((block,))
    yield from (
        (book.LanguageBlock(language, shown),) if language and shown and not isinstance(block, PageBreak) else shown
    )


def _select_language_block(selector: Selector, block: LanguageBlock) -> book.LanguageBlock | None:
    inside = select_prose(selector, block.inside, selector.mark_language(block.language))
    if not inside:
        return None
    return book.LanguageBlock(
        block.language, inside, heads_up=selector.select_heads_up(block), hold=selector.select_hold(block)
    )


def _select_parallel_text(selector: Selector, block: ParallelText, language: str) -> Iterator[book.Block]:
    """Yield the languages of a text that may be seen; one alone stands as if there had never been another."""
    sides = tuple(_select_sides(selector, block.inside, language))
    heads_up, hold = selector.select_heads_up(block), selector.select_hold(block)
    if sum(isinstance(side, book.LanguageBlock) for side in sides) > 1:
        yield book.ParallelText(sides, heads_up=heads_up, hold=hold)
        return
    alone: list[book.Block] = []
    for side in sides:
        alone += side.inside if isinstance(side, book.LanguageBlock) and not (side.heads_up or side.hold) else (side,)
    if alone and (heads_up or hold):
        yield book.FlaggedBlock(tuple(alone), heads_up=heads_up, hold=hold)
    else:
        yield from alone


def _select_sides(
    selector: Selector, inside: StoryProse, language: str
) -> Iterator[book.LanguageBlock | book.Placeholder]:
    for block in inside:
        if isinstance(block, LanguageBlock):
            if selector.visibility.is_visible(block):
                side: book.LanguageBlock | book.Placeholder | None = _select_language_block(selector, block)
            else:
                side = selector.select_placeholder(block, language)
            if side is not None:
                yield selector.track(side, block)


def _select_container(selector: Selector, block: BlockItem, language: str) -> Iterator[book.Block]:
    inside = select_prose(selector, block.inside, language)
    heads_up, hold = selector.select_heads_up(block), selector.select_hold(block)
    if isinstance(block, WritingSpace):
        yield book.WritingSpace(inside, heads_up=heads_up, hold=hold)
    elif not inside:
        return
    elif isinstance(block, MyWords):
        yield book.MyWords(block.when, inside, selector.is_only_me(block), heads_up=heads_up, hold=hold)
    elif isinstance(block, AccountBlock):
        by = selector.resolve_who(block.by)
        if by is not None:
            yield book.Account(by, inside, heads_up=heads_up, hold=hold)
    elif isinstance(block, NotKnownBlock):
        yield book.NotKnownBlock(inside, heads_up=heads_up, hold=hold)
    elif isinstance(block, NoteBlock):
        yield book.NoteBlock(inside, heads_up=heads_up, hold=hold)
    elif isinstance(block, GatedBlock) and (heads_up or hold):
        yield book.FlaggedBlock(inside, heads_up=heads_up, hold=hold)
    else:
        yield from inside


def select_statement(selector: Selector, statement: Statement | None) -> book.Statement | book.Placeholder | None:
    """Return a statement, the sentence that stands in its place, or nothing."""
    if statement is None:
        return None
    if not selector.visibility.is_visible(statement):
        return selector.select_placeholder(statement)
    says = select_telling(selector, statement.says)
    if not says:
        return None
    selected = book.Statement(
        says,
        str(statement.source),
        selector.format_who(statement.decided_by),
        statement.certainty,
        statement.category,
        told_in=select_told_in(selector, statement.told_in),
        heads_up=selector.select_heads_up(statement),
        hold=selector.select_hold(statement),
    )
    return selector.track(selected, statement)


def select_told_in(selector: Selector, telling: Telling[str] | None) -> str | None:
    """Return the title of the chapter that tells something, where this book has it. The record says all the same."""
    chapter = selector.find_chapter(telling)
    if chapter is None or selector.edition.reader == RECORD:
        return None
    trial = Selector(selector.story, selector.visibility)  # a chapter of which nothing is left is in no book
    return (selector.select_text(chapter.title) or None) if select_prose(trial, chapter.inside) else None


def select_statements(
    selector: Selector, statements: tuple[Statement, ...]
) -> tuple[book.Statement | book.Placeholder, ...]:
    """Return those of ``statements`` that this edition shows, in their order."""
    selected = (select_statement(selector, statement) for statement in statements)
    return tuple(shown for shown in selected if shown is not None)
