"""The picture book where nobody has chosen one: about me, home, who is there, being born, each home, now.

Every sentence is the book's own and true of whatever the Book tells. No dates, and nothing that is hard news.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.lists import format_list

from lsbook.drawings.scenes import Scene
from lsbook.model.book import Book, Home, Moment, NameLink, PictureLink, Prose, Stay
from lsbook.model.prose import Paragraph, Text
from lsbook.model.vocabulary import ItemKind, MomentKind
from lsbook.pages.content.book_family import is_current_home
from lsbook.pages.language.catalog import Catalog
from lsbook.pages.layout.pictures import ImageMaker
from lsbook.pages.layout.spread import PictureBook, Spread
from lsbook.pages.picture_book.cut_chapters import MAX_SPREADS


def make_default_spreads(book: Book, catalog: Catalog, images: ImageMaker) -> PictureBook:
    """The spreads that any Book has something for."""
    maker = _SpreadMaker(book, catalog, images)
    return PictureBook(tuple(maker.iter_spreads())[: MAX_SPREADS - 1])


class _SpreadMaker:
    def __init__(self, book: Book, catalog: Catalog, images: ImageMaker) -> None:
        self._book = book
        self._catalog = catalog
        self._images = images

    def iter_spreads(self) -> Iterator[Spread]:
        """The spreads in their order."""
        here = [home for home in self._book.homes if is_current_home(home)]
        before = [home for home in self._book.homes if home not in here and _is_past_home(home)]
        yield self._make("spread-child", Scene.KITE, self._book.child.photo)
        for home in here:
            yield self._make("spread-home", Scene.HOUSE, home.photo, home=home.name)
            yield from self._iter_household(home)
        yield self._make("spread-born", Scene.MOON, self._find_birth_photo())
        for home in before:
            yield self._make("spread-lived", Scene.ROAD, home.photo, home=home.name)
        if before:
            for home in here:
                yield self._make("spread-now", Scene.HOUSE, None, home=home.name)

    def _make(self, key: str, scene: Scene, photo: int | None, **values: str) -> Spread:
        words: Prose = (Paragraph((Text(self._catalog.say(key, **values)),)),)
        medium = self._images.find_medium(photo)
        is_shown = medium is not None and not medium.heads_up and bool(self._images.get_rendered(medium).pictures)
        picture = PictureLink(photo, "") if photo is not None and is_shown else None
        return Spread(self._catalog.say("running"), words, picture, scene)

    def _iter_household(self, home: Home) -> Iterator[Spread]:
        """Those who live in ``home`` now: one by the photo, several as faces. Nobody whose own entry is hard news."""
        stays = [stay for stay in home.stays if isinstance(stay, Stay) and stay.is_current]
        names = dict.fromkeys(name for stay in stays for name in stay.people if self._is_shown(name))
        if names:
            key = "spread-person" if len(names) == 1 else "spread-people"
            photo = self._find_portrait(next(iter(names))) if len(names) == 1 else None
            people = format_list([name.label for name in names], locale=self._catalog.locale)
            yield self._make(key, Scene.FACES, photo, people=people)

    def _find_portrait(self, name: NameLink) -> int | None:
        is_person = name.card is not None and name.card.kind is ItemKind.PEOPLE
        return self._book.people[name.card.position].photo if name.card and is_person else None

    def _is_shown(self, name: NameLink) -> bool:
        is_person = name.card is not None and name.card.kind is ItemKind.PEOPLE
        is_hard = name.card is not None and is_person and self._book.people[name.card.position].heads_up is not None
        return not name.me and not is_hard

    def _find_birth_photo(self) -> int | None:
        for moment in self._book.moments:
            if isinstance(moment, Moment) and moment.category is MomentKind.BIRTH and not moment.heads_up:
                return next(iter(moment.photos), None)
        return None


def _is_past_home(home: Home) -> bool:
    """Whether the child lived there once, as a stay tells that is no hard news."""
    stays = [stay for stay in home.stays if isinstance(stay, Stay) and not (stay.is_short_break or stay.heads_up)]
    return not home.heads_up and any(stay.until is not None for stay in stays)
