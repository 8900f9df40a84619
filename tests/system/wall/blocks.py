"""The ``:::`` blocks of chapters and letters, nested up to three deep."""

from __future__ import annotations

from tests.system.wall.data import Data, Line
from tests.system.wall.die import AGES
from tests.system.wall.words import Maker, dropping_none

DEEPEST = 3
GATED = ("from-age", "also-for", "only-me", "hold", "heads-up")
HOLDING = ("my-words", "account", "not-known", "note", "write-here", "in")
TONGUES = ("pl", "ar", "en-GB")
SHOWING = ("photos", "film", "document", "sound")


def blocks(maker: Maker, floor: int, letters: list[str], depth: int = 0) -> list[Line | Data]:
    """What stands in a chapter, a letter or a block told from ``floor`` on."""
    found: list[Line | Data] = []
    for _ in range(maker.die.number(0, 4 - depth)):
        if depth < DEEPEST and maker.die.chance(65):
            found.extend(_block(maker, floor, letters, depth + 1))
        else:
            found.extend(maker.prose("text", floor))
        if maker.die.chance(25):
            found.append(Line(mark="---"))
    return found


def _block(maker: Maker, floor: int, letters: list[str], depth: int) -> list[Line | Data]:
    die = maker.die
    kind = die.pick((*GATED, *GATED, *HOLDING, "tell", "tell", "letter", "side-by-side", *SHOWING))
    if kind == "tell":
        return [_tells(maker, floor, letters, depth), *maker.prose("text", floor)]
    gates, floor = maker.gates(floor, block=True)
    made: Data = {"block": kind, **gates}
    if kind in SHOWING:
        return [made | {"photos": photos}] if (photos := die.some(maker.files, 3)) else []
    if kind == "letter":
        return [made | {"letter": die.pick(letters)}] if letters else []
    floor = _own_gate(maker, made, floor)
    if kind == "side-by-side":
        return [made | {"inside": [_side(maker, floor, letters, depth) for _ in range(die.number(0, 3))]}]
    if kind == "in":
        made["in"] = die.pick(TONGUES)
    if kind == "account":
        made["by"] = maker.who()
    if kind == "my-words":
        made |= dropping_none(when=die.maybe_when())
    return [made | {"inside": blocks(maker, floor, letters, depth)}]


def _side(maker: Maker, floor: int, letters: list[str], depth: int) -> Data:
    """The words in one of the languages that stand side by side."""
    gates, floor = maker.gates(floor, block=True)
    return {"block": "in", "in": maker.die.pick(TONGUES), **gates, "inside": blocks(maker, floor, letters, depth)}


def _own_gate(maker: Maker, made: Data, floor: int) -> int:
    """The gate that a gate block is named for."""
    match made["block"]:
        case "from-age":
            age: int = made.setdefault("from-age", maker.die.pick(AGES))
            return max(floor, age)
        case "also-for":
            made.setdefault("also-for", ["carers"])
        case "only-me":
            made["only-me"] = True
        case "hold":
            made["hold"] = maker.hold()
        case "heads-up":
            made.setdefault("heads-up", maker.die.words("topic"))
    return floor


def _tells(maker: Maker, floor: int, letters: list[str], depth: int) -> Data:
    """``tell`` blocks that follow each other: one telling. (Words come after it, so that no two become one.)"""
    tells = []
    easy = maker.die.chance(20)
    for age in sorted(maker.die.some(AGES, 3)) or [5]:
        gates, inner = maker.gates(max(floor, age), block=True) if maker.die.chance(20) else ({}, max(floor, age))
        tells.append({"tell": age, "inside": blocks(maker, inner, letters, depth), **gates})
    if easy:
        tells.append({"tell": 9, "easy": True, "inside": blocks(maker, max(floor, 9), letters, depth)})
    return {"block": "tells", "tells": tells}
