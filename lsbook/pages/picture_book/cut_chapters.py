"""Cuts chapters, and other prose, into spreads: whatever stands between two ``---`` is one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from lsbook.drawings.scenes import Scene
from lsbook.model.book import (
    Block,
    Book,
    BookItem,
    Chapter,
    LanguageBlock,
    MediaBlock,
    Medium,
    PictureLink,
    Prose,
    Reference,
)
from lsbook.model.prose import PageBreak, Paragraph
from lsbook.model.vocabulary import MediaBlockKind, MediumKind, Part
from lsbook.pages.layout.pictures import ImageMaker
from lsbook.pages.layout.render_prose import extract_text, find_pictures
from lsbook.pages.layout.spread import PictureBook, Spread

MAX_SPREADS = 16
"""In a whole picture book, its end among them: as many as a printed one has."""
SCENES_BY_PART = {
    Part.WHO_AM_I: Scene.KITE,
    Part.HOW_I_GOT_HERE: Scene.ROAD,
    Part.MY_PEOPLE: Scene.GARDEN,
    Part.WHERE_IM_GOING: Scene.HILLS,
}
"""What the look draws where a spread of a chapter has no picture: a place, and nothing that could be untrue."""


_Token: TypeAlias = "Paragraph[Reference] | LanguageBlock | PictureLink | PageBreak | _Misfit"


class _Misfit:
    """What no spread can show: it stays on the page of its chapter, and with it what follows up to the next ``---``."""


class CutProse(Struct, frozen=True):
    """``is_whole``: whether all that a text says and shows stands in its spreads."""

    spreads: tuple[Spread, ...]
    is_whole: bool


def cut_chapters(book: Book, images: ImageMaker) -> PictureBook:
    """The spreads of the chapters that a person chose, in the order of the book; hard news is never among them.

    What is too much for one picture book is left to the pages for the grown-up.
    """
    spreads: list[Spread] = []
    whole: set[int] = set()
    for at, chapter in _iter_chosen(book):
        cut = _cut_chapter(images, at, chapter)
        room = MAX_SPREADS - 1 - len(spreads)
        spreads += cut.spreads[:room]
        if cut.is_whole and cut.spreads and len(cut.spreads) <= room:
            whole.add(at)
    return PictureBook(tuple(spreads), frozenset(whole))


def _iter_chosen(book: Book) -> Iterator[tuple[int, Chapter]]:
    return (
        (at, chapter) for at, chapter in enumerate(book.chapters) if chapter.is_picture_book and not chapter.heads_up
    )


def _cut_chapter(images: ImageMaker, index: int, chapter: Chapter) -> CutProse:
    spread = Spread(chapter.title, (), None, SCENES_BY_PART[chapter.part], index, chapter.language)
    cut = cut_prose(images, chapter.inside, spread)
    return replace(cut, is_whole=cut.is_whole and is_text_alone(chapter))


def is_text_alone(chapter: Chapter) -> bool:
    """Whether a chapter is no more than its text: nobody reads it aloud, and the record says nothing of it."""
    return chapter.hold is None and chapter.read_aloud is None


def cut_prose(images: ImageMaker, prose: Prose, like: Spread, subject: frozenset[BookItem] = frozenset()) -> CutProse:
    """The spreads of ``prose``, each as ``like`` but for its words and its picture.

    ``subject`` is the hard news that is being told: its pictures are shown, those of other hard news are not.
    """
    tokens = tuple(_iter_tokens(images, prose, subject))
    has_more = False
    spreads: list[Spread] = []
    for is_turn, group in groupby(tokens, lambda token: isinstance(token, PageBreak)):
        if is_turn:
            continue
        pile = tuple(group)
        fit = tuple(takewhile(lambda token: not isinstance(token, _Misfit), pile))
        words = tuple(token for token in fit if isinstance(token, Paragraph | LanguageBlock))
        pictures = tuple(token for token in fit if isinstance(token, PictureLink))
        has_more = has_more or len(pictures) > 1 or len(fit) < len(pile)
        if extract_text(words) or pictures:
            spreads.append(replace(like, inside=words, picture=pictures[0] if pictures else None))
    return CutProse(tuple(spreads), not has_more)


def find_rest(images: ImageMaker, prose: Prose, subject: frozenset[BookItem] = frozenset()) -> Prose:
    """What no spread of ``prose`` shows, in its order: blocks behind a misfit, and pictures beside another."""
    rest: list[Block] = []
    fits, has_picture = True, False
    for block in prose:
        tokens = tuple(_iter_tokens(images, (block,), subject))
        fits = isinstance(block, PageBreak) or (fits and not any(isinstance(token, _Misfit) for token in tokens))
        shows = any(isinstance(token, PictureLink) for token in tokens)
        if not fits or (shows and has_picture):
            rest.append(block)
        has_picture = not isinstance(block, PageBreak) and (has_picture or shows)
    return tuple(rest)


def _iter_tokens(
    images: ImageMaker, prose: Prose, subject: frozenset[BookItem], language: str = ""
) -> Iterator[_Token]:
    for block in prose:
        match block:
            case PageBreak():
                yield block
            case Paragraph():
                yield LanguageBlock(language, (block,)) if language else block
                for picture in find_pictures(block):
                    yield from _iter_picture(images, picture, subject)
            case LanguageBlock(other, inside) if not (block.heads_up or block.hold):
                yield from _iter_tokens(images, inside, subject, other)
            case MediaBlock(MediaBlockKind.PHOTOS, media) if not (block.heads_up or block.hold):
                for at in media:
                    yield from _iter_picture(images, PictureLink(at, ""), subject)
            case _:
                yield _Misfit()


def _iter_picture(images: ImageMaker, picture: PictureLink, subject: frozenset[BookItem]) -> Iterator[_Token]:
    """A photo, if it can be shown; other hard news, a film or a long paper stands on the chapter's own page."""
    medium = images.find_medium(picture.medium)
    if medium is not None:
        yield picture if _is_fit(images, medium, subject) else _Misfit()


def _is_fit(images: ImageMaker, medium: Medium, subject: frozenset[BookItem]) -> bool:
    rendered = images.get_rendered(medium)
    is_still = rendered.kind in (MediumKind.PHOTO, MediumKind.DOCUMENT) and len(rendered.pictures) == 1
    is_other_news = medium.heads_up is not None and medium not in subject
    return is_still and not (is_other_news or medium.hold or medium.transcript)
