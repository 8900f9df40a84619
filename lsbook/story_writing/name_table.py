"""Ids and file names of the new story: of the first one's, a Book knows none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from lsbook.model.book import Book, Card, Letter, Medium, NamedItem, NameLink, Prose
from lsbook.model.prose import Text
from lsbook.model.vocabulary import CHILD_ID, ItemKind
from lsbook.model.walk import find_all
from lsbook.story_writing.slugs import make_slug, make_unique_slugs

_NAMED = {
    ItemKind.PEOPLE: "person",
    ItemKind.HOMES: "home",
    ItemKind.SCHOOLS: "school",
    ItemKind.KEEPSAKES: "keepsake",
}


class NameTable(Struct, frozen=True):
    """``media``, ``chapters`` and ``letters`` are names of files, by their positions in the Book."""

    ids: Mapping[Card, str]
    media: tuple[str, ...]
    chapters: tuple[str, ...]
    letters: tuple[str, ...]

    def find_mark(self, name: NameLink) -> str:
        """Return what stands between ``[[`` and ``]]`` for ``name``; empty for words that lead nowhere."""
        if name.me:
            return CHILD_ID
        return self.ids[name.card] if name.card else ""

    def make_spare_ids(self, kind: ItemKind, count: int) -> tuple[str, ...]:
        """Return ids that nothing has, for ``count`` items of a kind that are not told."""
        return make_unique_slugs([("", f"more-{kind}")] * count, self.ids.values())


def make_name_table(book: Book, suffixes: Mapping[int, str]) -> NameTable:
    """Return the names of everything in ``book``. ``suffixes``: what the file of a medium ends with, by position."""
    media = make_unique_slugs((_describe_medium(medium), "picture") for medium in book.media)
    return NameTable(
        _make_ids(book),
        tuple(f"{slug}{suffixes.get(at, '.txt')}" for at, slug in enumerate(media)),
        tuple(_number((chapter.title for chapter in book.chapters), "chapter")),
        tuple(_number(map(_describe_letter, book.letters), "letter")),
    )


def _make_ids(book: Book) -> dict[Card, str]:
    named: list[tuple[Card, NamedItem]] = [
        (Card(kind, at), item) for kind in _NAMED for at, item in enumerate(getattr(book, kind))
    ]
    slugs = make_unique_slugs(((item.name, _NAMED[card.kind]) for card, item in named), (CHILD_ID,))
    return {card: slug for (card, _), slug in zip(named, slugs, strict=True)}


def _describe_medium(medium: Medium) -> str:
    return medium.shows or _take_words(medium.caption)


def _describe_letter(letter: Letter) -> str:
    return letter.title or f"{letter.category} from {letter.from_.label}"


def _take_words(prose: Prose) -> str:
    return next((text.text for text in find_all(Text, prose) if text.text.strip()), "")


def _number(titles: Iterable[str], fallback: str) -> Iterable[str]:
    """Yield names of files that stand in the order of ``titles``. Numbers count only what is here."""
    titles = tuple(titles)
    width = max(2, len(str(len(titles))))
    return (f"{at:0{width}}-{make_slug(title, fallback)}.md" for at, title in enumerate(titles, 1))
