"""How somebody is drawn in a tree or a group: by a small portrait, else by the first letter of the name."""

from __future__ import annotations

from lsbook.drawings.motifs import FaceSign
from lsbook.drawings.portraits import PORTRAIT_SIZE, make_portrait
from lsbook.model.book import Person, Statement
from lsbook.model.vocabulary import Certainty, KnownGroup
from lsbook.model.when import UnknownDate, round_to_year
from lsbook.pages.layout.context import PageContext


def make_person_sign(context: PageContext, index: int) -> FaceSign:
    """The face of the person at a position of the Book."""
    person = context.book.people[index]
    return FaceSign(
        context.make_initial(person.name),
        index,
        load_portrait(context, person.photo),
        is_pet=person.group == KnownGroup.PETS,
        is_unknown=_is_unknown(person),
        has_died=person.died is not None,
    )


def make_child_sign(context: PageContext) -> FaceSign:
    """The face of the child, which alone has a double ring."""
    child = context.book.child
    return FaceSign(
        context.make_initial(child.name),
        5,
        load_portrait(context, child.photo),
        is_child=True,
    )


def format_death_year(context: PageContext, person: Person) -> str:
    """The year in which somebody died, as the last line of a label; nothing for the living."""
    when = round_to_year(person.died) if person.died else None
    words = "" if isinstance(when, UnknownDate) else context.dates.sentence_formatter.format_when(when)
    return context.say("tree-died", when=words) if words else ""


def _is_unknown(person: Person) -> bool:
    return isinstance(person.about, Statement) and person.about.certainty is Certainty.NOT_KNOWN


def load_portrait(context: PageContext, index: int | None, size: int = PORTRAIT_SIZE) -> str:
    """The portrait as an address that carries it; nothing where no picture may be shown beside a name."""
    medium = context.images.find_medium(index)
    pictures = context.images.get_rendered(medium).pictures if medium else ()
    if medium is None or medium.heads_up or not pictures:
        return ""
    narrow = pictures[0][0]  # called after what is in it
    try:
        return context.drawings.recall(
            ("portrait", narrow.name, size), lambda: make_portrait(narrow.file.read_bytes(), size)
        )
    except OSError:  # the letter says as much as the face
        return ""
