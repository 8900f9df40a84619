"""Who and what is in the sample: its names, and its pictures by their positions."""

from __future__ import annotations

from lsbook.model.book import Card, Medium, NameLink
from lsbook.model.vocabulary import ItemKind
from lsbook.model.when import Dated, Point, Season
from tests.unit.pages.writing import hard, prose

MAYA = NameLink("Maya", me=True)
JAN, DAVE, BISCUIT, MUM, TYLER, NANA, GARY, AMIRA, OKORO, PRIYA = (
    NameLink(name, Card(ItemKind.PEOPLE, at))
    for at, name in enumerate(
        ("Jan", "Dave", "Biscuit", "Mum", "Tyler", "Nana Pat", "Gary", "Amira", "Miss Okoro", "Priya")
    )
)
OAK, SUES = NameLink("Jan and Dave’s house", Card(ItemKind.HOMES, 0)), NameLink("Sue’s house", Card(ItemKind.HOMES, 1))
BLANKET = NameLink("your blue blanket", Card(ItemKind.KEEPSAKES, 0))

MEDIA_FILES = (
    "jan-garden.jpg",
    "wellies.jpg",
    "blanket.jpg",
    "swim-badge.png",
    "farm.jpg",
    "born.jpg",
    "faces/jan.png",
    "faces/dave.png",
    "faces/maya.png",
    "letter-from-mum.tif",
    "sues-gate.jpg",
    "my-drawing.gif",
)
GARDEN, WELLIES, WOOL, BADGE, FARM, BORN, JAN_FACE, DAVE_FACE, MAYA_FACE, SCAN, GATE, DRAWING = range(12)


def media() -> tuple[Medium, ...]:
    told = {
        GARDEN: ("Jan kneels in the garden with a brown dog.", "Jan and Biscuit, the day the sunflowers came up"),
        WELLIES: ("Red wellies in a puddle before a green door.", "Your wellies, the day you came"),
        WOOL: ("A folded blue blanket with a red darn.", "Your blanket"),
        BADGE: ("A round swimming badge.", "Your badge. You wore it to bed."),
        FARM: ("A goat looks over a gate.", "The farm where you met Mum"),
        BORN: ("A baby asleep under a striped blanket.", ""),
        SCAN: ("A letter in blue ink.", "The letter, as it was kept"),
        GATE: ("A garden gate in the rain.", "The gate at Sue’s house"),
        DRAWING: ("A crayon drawing of a house and a dog.", "You drew this"),
    }
    every = []
    for at, file in enumerate(MEDIA_FILES):
        shows, caption = told.get(at, (f"A face, smiling: {file}", ""))
        people = (JAN, BISCUIT) if at == GARDEN else ()
        when = Dated(Point(2021, season=Season.SUMMER)) if at == GARDEN else None
        heads_up = hard("about the gate at Sue’s house") if at == GATE else None
        listed = at not in (JAN_FACE, DAVE_FACE, MAYA_FACE)
        every.append(
            Medium(file, shows, prose(caption) if caption else (), people, when, False, listed, heads_up=heads_up)
        )
    return tuple(every)
