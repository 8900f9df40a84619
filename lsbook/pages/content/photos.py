"""Photos: every one this reader may see, with what it shows, its story, who is in it and when it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lsbook.model.book import MediaHere, Medium
from lsbook.pages.layout.blocks import insteads, shown
from lsbook.pages.layout.components import Captioned, Flow, Player
from lsbook.pages.layout.context import Desk
from lsbook.pages.layout.page_model import Leaf
from lsbook.pages.layout.sensitive_items import behind_doors


@dataclass(frozen=True)
class Album:
    """``after`` stands beneath the pictures: hard news is in no grid."""

    figures: Flow
    after: Flow


def leaves(desk: Desk) -> tuple[Leaf, ...]:
    """The page of all photos. What only decorates says nothing, and stands where it decorates."""
    desk = desk.at(desk.pages["photos"])
    behind = behind_doors(desk.book)
    told = (
        at
        for at, one in enumerate(desk.book.media)
        if one.listed and (one.hard or not one.decorative) and at not in behind
    )
    seen = [desk.pictures.medium(at) for at in told]
    usable = [medium for medium in seen if medium is not None]
    figures = tuple(
        piece for medium in usable if not medium.hard for piece in (*desk.held(medium), *photo(desk, medium))
    )
    hard = (piece for medium in usable if medium.hard for piece in desk.heads_up(medium))
    after = (*hard, *insteads(desk, "media"))
    if not figures and not after:
        return ()
    thumb = desk.thumb(MediaHere("photos", tuple(at for at, one in enumerate(desk.book.media) if one in usable)))
    played = any(isinstance(piece, Player) for piece in figures)
    title, part = desk.say("photos-films-title" if played else "photos-title"), desk.say("part-my-people")
    return (Leaf(desk.here, "photos.html", title, Album(figures, after), part, thumb=thumb),)


def photo(desk: Desk, medium: Medium) -> Flow:
    """A picture with all that is known of it."""
    when = desk.dates.when_and_age(medium.when)
    people = desk.names(medium.people)
    return tuple(
        replace(piece, people=people, when=when) if isinstance(piece, Captioned) else piece
        for piece in shown(desk, medium)
    )
