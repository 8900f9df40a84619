"""About me now: who the child is today. Hopes have a page of their own, at the end of the book."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from lsbook.model.book import AboutMe, Statement
from lsbook.pages.content.statements import sources
from lsbook.pages.layout.blocks import flow, guarded
from lsbook.pages.layout.components import Flow, HeadsUpCard, Picture, Source, Who
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.prose import line, text

HOPE = "hope"
PANELS = {
    "strength": ("strong", "about-strength"),
    "like": ("like", "about-like"),
    "dislike": ("dislike", "about-dislike"),
    "feeling": ("feeling", "about-feeling"),
    "name": ("name", "about-name"),
    "looks": ("looks", "about-looks"),
    "culture": ("roots", "about-culture"),
    "faith": ("roots", "about-faith"),
    "language": ("roots", "about-language"),
    "health": ("health", "about-health"),
    "other": ("other", "about-other"),
    HOPE: ("hope", "about-hope"),
}
"""Kinds in the order of the page: the classes of their panel and its heading."""
CHIPS = frozenset({"like", "dislike"})
LONGEST_CHIP = 48
"""In letters; anything longer is a sentence and stands as one."""


@dataclass(frozen=True)
class Saying:
    """What somebody says of the child."""

    by: Who | None
    says: Flow
    when: str


@dataclass(frozen=True)
class Panel:
    dress: str
    head: str
    chips: tuple[Markup, ...]
    said: tuple[Saying, ...]
    plain: Flow


@dataclass(frozen=True)
class AboutNow:
    """``portrait`` with its alt text; ``born`` is empty where there is none."""

    portrait: Picture | None
    panels: tuple[Panel, ...]
    after: Flow


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page about the child now, if there is anything to say."""
    desk = desk.at(desk.pages["about-me"])
    kinds = [kind for kind in PANELS if kind != HOPE]
    panels = tuple(filter(None, (_panel(desk, kind) for kind in kinds)))
    content = AboutNow(_portrait(desk), panels, _after(desk, hopes=False))
    if not panels and not content.after and not content.portrait:
        return ()
    title, deck = desk.say("about-me-title"), desk.say("about-me-deck", when=desk.dates.inside.month(desk.book.made))
    thumb = desk.thumb(desk.book.child)
    return (Leaf(desk.here, "about-me.html", title, content, desk.say("part-who-am-i"), deck, thumb=thumb),)


def hopes(desk: Desk) -> tuple[Leaf, ...]:
    """The page of hopes."""
    desk = desk.at(desk.pages["hopes"])
    panel, after = _panel(desk, HOPE), _after(desk, hopes=True)
    if not panel and not after:
        return ()
    content = AboutNow(None, (panel,) if panel else (), after)
    return (
        Leaf(
            desk.here, "about-me.html", desk.say("hopes-title"), content, desk.say("part-where-im-going"), dress="hopes"
        ),
    )


def about_me(desk: Desk, item: AboutMe) -> Flow:
    """One thing about the child, on a page of its own."""
    by = item.said_by.words if item.said_by else ""
    said = ", ".join(filter(None, (by, desk.dates.when(item.when))))
    return (*flow(desk, item.what), *((Source(said),) if said else ()))


def _panel(desk: Desk, kind: str) -> Panel | None:
    dress, head = PANELS[kind]
    items = [item for item in desk.book.about_me if isinstance(item, AboutMe) and item.of == kind and not item.hard]
    chips = [item for item in items if kind in CHIPS and _is_chip(item)]
    said = [item for item in items if item not in chips]
    names: Flow = ()
    if kind == "name":
        names = tuple(piece for name in desk.book.child.names for piece in guarded(desk, name, partial(_name, desk)))
        names = tuple(piece for piece in names if not isinstance(piece, HeadsUpCard))
    panel = Panel(
        dress,
        desk.say(head),
        tuple(filter(None, (line(desk, item.what) for item in chips))),
        tuple(filter(None, (_saying(desk, item) for item in said))),
        names,
    )
    return panel if panel.chips or panel.said or panel.plain else None


def _name(desk: Desk, item: Statement) -> Flow:
    said = [f"{row.term}: {row.words}" for row in sources(desk, item)]
    return (*flow(desk, item.says, 3), *((Source("; ".join(said)),) if said else ()))


def _is_chip(item: AboutMe) -> bool:
    """A word or two that stand for themselves."""
    return len(text(item.what)) <= LONGEST_CHIP and not (item.said_by or item.when or item.held)


def _saying(desk: Desk, item: AboutMe) -> Saying | None:
    says = flow(desk, item.what, 3)
    by = desk.who(item.said_by) if item.said_by else None
    return Saying(by, desk.held(item) + says, desk.dates.when(item.when)) if says else None


def _after(desk: Desk, *, hopes: bool) -> Flow:
    """Hard news and kind sentences, beneath the panels."""
    items = [item for item in desk.book.about_me if hopes == (isinstance(item, AboutMe) and item.of == HOPE)]
    hard = [item for item in items if not isinstance(item, AboutMe) or item.hard]
    pieces = [piece for item in hard for piece in guarded(desk, item, lambda one: ())]
    if not hopes:
        hard_names = [name for name in desk.book.child.names if isinstance(name, Statement) and name.hard]
        pieces += [piece for name in hard_names for piece in desk.heads_up(name)]
    return tuple(pieces)


def _portrait(desk: Desk) -> Picture | None:
    medium = desk.pictures.medium(desk.book.child.photo)
    return desk.picture(medium) if medium and not medium.hard else None
