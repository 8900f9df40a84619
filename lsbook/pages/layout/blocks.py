"""The blocks of a Book into pieces of a page: one maker a kind, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, TypeAlias, TypeVar

from lsbook.model.book import (
    Account,
    BookItem,
    InLanguage,
    Instead,
    Letter,
    LetterHere,
    Marked,
    MediaHere,
    Medium,
    MyWords,
    Note,
    NotKnown,
    Prose,
    Shown,
    SideBySide,
    WriteHere,
)
from lsbook.model.prose import Heading, Turn
from lsbook.pages.language.language_tags import direction, name_of
from lsbook.pages.language.words import capital
from lsbook.pages.layout import prose as markup
from lsbook.pages.layout.components import (
    NOTHING,
    Aside,
    Figure,
    Flow,
    Mine,
    Picture,
    Piece,
    Running,
    Sheet,
    Side,
    Sides,
    Strip,
    Tongue,
    Tongues,
    Turned,
)
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.players import player

T = TypeVar("T", bound=BookItem)

FORMS = {"photos": "photo", "document": "document", "film": "photo", "sound": "photo"}
"""How a picture stands in a block. What is a film or a sound is played wherever it stands."""

LETTERS = {"hello": "letter-hello", "goodbye": "letter-goodbye", "later-life": "letter-later-life"}
"""What a letter without a title is called, by its kind."""


def flow(desk: Desk, prose: Prose, level: int = 2) -> Flow:
    """``prose`` as pieces; its own headings begin at ``level``."""
    levels = markup.ranks(prose, level)
    return tuple(_gathered(_each(desk, prose, levels, level)))


def guarded(desk: Desk, item: T | Instead | None, make: Callable[[T], Flow]) -> Flow:
    """What stands for ``item`` on a page that is not its own: itself, a kind sentence, or a heads-up and no more."""
    if item is None:
        return ()
    if isinstance(item, Instead):
        return instead(desk, item)
    if item.hard:
        return desk.heads_up(item)
    return desk.held(item) + make(item)


def instead(desk: Desk, said: Instead) -> Flow:
    """A kind sentence where the rest is not told yet."""
    inside = flow(desk, said.says, 3)
    return (Aside("instead", inside),) if inside else ()


def insteads(desk: Desk, where: str) -> Flow:
    """The sentences of a page for what is not told yet."""
    return tuple(piece for said in desk.book.insteads.get(where, ()) for piece in instead(desk, said))


def figure(desk: Desk, at: int, form: str = "photo", alt: str | None = None) -> Flow:
    """A medium where it stands; nothing where it could not be made."""
    medium = desk.pictures.medium(at)
    return guarded(desk, medium, lambda seen: shown(desk, seen, form, alt))


def figures(desk: Desk, media: tuple[int, ...], form: str = "photo") -> Flow:
    """Several media: side by side where there are more than one."""
    return _beside(piece for at in media for piece in figure(desk, at, form))


def _beside(pieces: Iterable[Piece]) -> Flow:
    every = tuple(pieces)
    photos = tuple(piece for piece in every if isinstance(piece, Figure) and piece.form == "photo")
    return every if len(photos) < 2 else (Strip(photos), *(piece for piece in every if piece not in photos))


def shown(desk: Desk, medium: Medium, form: str = "photo", alt: str | None = None) -> Flow:
    """A medium that can be seen or heard."""
    transcript = () if desk.within else flow(replace(desk, within=True), medium.transcript, 3)
    caption = markup.line(desk, medium.caption)
    played = player(desk, medium, alt)
    if played:
        return (replace(played, caption=caption, transcript=transcript),)
    first, *more = desk.pictures.pages(medium, desk.here, alt)
    form = "document" if form == "photo" and (more or transcript) else form
    further = tuple(_further(desk, page) for page in more)
    larger = desk.pictures.widest(medium, desk.here) if first.alt else ""
    return (Figure(form, first, further, larger, caption=caption, transcript=transcript),)


def _further(desk: Desk, page: Picture) -> Picture:
    return replace(page, alt=desk.say("next-page", shows=page.alt)) if page.alt else page


def letter_title(desk: Desk, letter: Letter) -> str:
    """What a letter is called: its title, or its kind and who wrote it."""
    return markup.title(desk, letter.title, letter.language) or desk.say(
        LETTERS.get(letter.of, "letter-from"), who=letter.from_.words
    )


def sheet(desk: Desk, letter: Letter, level: int = 2) -> Flow:
    """A letter: its title, who wrote it, the scan, the words."""
    scans = tuple(piece for at in letter.scan for piece in figure(desk, at, "scan"))
    inside = flow(desk, letter.inside, level + 1)
    if not scans and not inside:
        return ()
    title = letter_title(desk, letter)
    by = desk.words.around("letter-by", who=desk.name(letter.from_))
    if letter.to is not None:
        by = desk.words.around(
            "letter-by-to", who=desk.name(letter.from_), to=desk.say("you") if letter.to.me else desk.name(letter.to)
        )
    return (Sheet("", title, by, capital(desk.dates.when(letter.when)), scans, inside, level),)


def sides(desk: Desk, accounts: Iterable[Account | Instead], level: int = 2) -> Flow:
    """Accounts side by side with equal room; sentences for what is not told yet come after them."""
    every = tuple(accounts)
    told = tuple(account for account in every if isinstance(account, Account))
    after = tuple(piece for one in every if isinstance(one, Instead) for piece in instead(desk, one))
    if not told:
        return after
    return (Sides(tuple(_side(desk, account, level + 1) for account in told), level), *after)


def _side(desk: Desk, account: Account, level: int) -> Side:
    if account.hard:
        return Side(None, desk.heads_up(account))
    return Side(desk.who(account.by), desk.held(account) + flow(desk, account.says, level))


def account(desk: Desk, item: Account) -> Flow:
    """One account alone, on a page of its own."""
    return (Sides((Side(desk.who(item.by), flow(desk, item.says, 3)),), 2),)


def my_words(desk: Desk, block: MyWords, level: int) -> Flow:
    """The child's own words."""
    inside = flow(desk, block.inside, level)
    when = desk.dates.when_and_age(block.when)
    return (Mine(desk.child_face(), when, inside),) if inside else ()


def marked(desk: Desk, block: Marked, level: int) -> Flow:
    """A passage that is hard news or held, where it may be seen."""
    inside = flow(desk, block.inside, level)
    return (Aside("held-passage", inside),) if block.held and inside else inside


def in_language(desk: Desk, block: InLanguage, level: int) -> Flow:
    """Words in another language: each element that holds them says so."""
    return flow(desk.speaking(block.language), block.inside, level)


def side_by_side(desk: Desk, block: SideBySide, level: int) -> Flow:
    """The same in several languages, each under its own name; sentences for what is not told yet come after them."""
    told = [side for side in block.sides if isinstance(side, InLanguage)]
    tongues = tuple(
        Tongue(side.language, direction(side.language), name_of(side.language), inside)
        for side in told
        if (inside := guarded(desk, side, partial(in_language, desk, level=level)))
    )
    after = tuple(piece for one in block.sides if isinstance(one, Instead) for piece in instead(desk, one))
    return (*((Tongues(tongues),) if tongues else ()), *after)


def _letter_here(desk: Desk, block: LetterHere, level: int) -> Flow:
    return guarded(desk, desk.book.letters[block.letter], lambda letter: sheet(desk, letter, level))


def _aside(element: str, dress: str, tag: str, icon: str) -> Maker:
    def make(desk: Desk, block: NotKnown | Note | WriteHere, level: int) -> Flow:
        inside = flow(desk, block.inside, level)
        empty = not inside and dress != "write-here"  # lines to write on are something by themselves
        return () if empty else (Aside(dress, inside, element, desk.say(tag), icon),)

    return make


Maker: TypeAlias = Callable[[Desk, Any, int], Flow]
MAKERS: dict[type[BookItem], Maker] = {
    InLanguage: in_language,
    Marked: marked,
    MyWords: my_words,
    NotKnown: _aside("section", "not-known", "not-known", "open-question"),
    Note: _aside("aside", "note", "note", "note"),
    WriteHere: _aside("section", "write-here", "write-here", "pen"),
    LetterHere: _letter_here,
    MediaHere: lambda desk, block, level: figures(desk, block.media, FORMS[block.form]),
    Account: lambda desk, block, level: account(desk, block),
    SideBySide: side_by_side,
}


def _each(desk: Desk, prose: Prose, levels: markup.Ranks, level: int) -> Iterator[Piece]:
    for kind, blocks in groupby(prose, type):
        if kind is Account:
            yield from sides(desk, blocks, level)  # type: ignore[arg-type]
        elif maker := MAKERS.get(kind):
            for block in blocks:
                assert isinstance(block, BookItem)
                yield from guarded(desk, block, partial(_made, maker, desk, level))
        else:
            for block in blocks:
                yield from _plain(desk, block, levels)


def _made(maker: Maker, desk: Desk, level: int, block: BookItem) -> Flow:
    return maker(desk, block, level)


def _plain(desk: Desk, block: Any, levels: markup.Ranks) -> Iterator[Piece]:
    if isinstance(block, Instead):
        yield from instead(desk, block)
    elif isinstance(block, Turn):
        yield Turned()
    else:
        html = markup.block(desk, block, levels)
        if html:
            heading = markup.in_its_language(desk, block) if isinstance(block, Heading) else NOTHING
            yield Running(html, isinstance(block, Heading), heading)
        yield from _beside(piece for one in markup.shown(block) for piece in _in_text(desk, one))


def _in_text(desk: Desk, one: Shown) -> Flow:
    """A picture in running text; what is told of it there is in the language of that text."""
    return figure(desk, one.medium, alt=markup.title(desk, one.alt, desk.tongue))


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Paragraphs that follow each other become one piece; a heading begins a new one, or is that of the accounts."""
    waiting: Running | None = None
    for piece in pieces:
        if isinstance(piece, Sides) and waiting and waiting.heading:
            yield replace(piece, head=waiting.heading)
            waiting = None
        elif not isinstance(piece, Running):
            if waiting:
                yield waiting
            waiting = None
            yield piece
        elif waiting is None or piece.headed:
            if waiting:
                yield waiting
            waiting = piece
        else:
            waiting = replace(waiting, html=waiting.html + piece.html, heading=NOTHING)
    if waiting:
        yield waiting
