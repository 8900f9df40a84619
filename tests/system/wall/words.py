"""Texts, and every gate that can stand on anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.system.wall.data import Ages, Data, Inline, Line, Mention, Picture, Prose, Version
from tests.system.wall.die import AGES, Die

READERS = ("carers", "adopters", "birth-family")


@dataclass
class Maker:
    """The die with what a tale has so far."""

    die: Die
    files: list[str] = field(default_factory=list)
    gated_files: list[str] = field(default_factory=list)
    private_files: list[str] = field(default_factory=list)
    targets: list[tuple[str, int]] = field(default_factory=list)
    """Ids that a sentence may name, each with the age from which a child may read it."""
    people: list[str] = field(default_factory=list)

    # --- texts -----------------------------------------------------------------------------------------------------

    def prose(self, kind: str, floor: int, most: int = 2) -> Prose:
        """Some lines told from ``floor`` on. Words stand before a list or quote, so that none runs into another."""
        lines = [Line((self._sentence(kind, floor),))]
        if self.files and self.die.chance(4):
            return (Line(((self._picture(),),)),)
        for _ in range(self.die.number(0, most - 1)):
            lines.extend(self._more(kind, floor))
        return tuple(lines)

    def _more(self, kind: str, floor: int) -> tuple[Line, ...]:
        shape = self.die.number(0, 7)
        if shape <= 2:
            return (Line((self._sentence(kind, floor),)),)
        if shape == 3:
            return (Line((self._sentence(kind, floor),), "## "),)
        if shape == 4:
            return (Line((self._sentence(kind, floor),)), Line((self._sentence(kind, floor),), "> "))
        if shape == 5 and self.files:
            return (Line(((self._picture(),),)), Line((self._sentence(kind, floor),)))
        entries = tuple(self._sentence(kind, floor, bare=40) for _ in range(self.die.number(1, 3)))
        return (Line((self._sentence(kind, floor),)), Line(entries, self.die.pick(("- ", "1. "))))

    def _sentence(self, kind: str, floor: int, bare: int = 0) -> tuple[Inline, ...]:
        """Words with a name or a picture among them; with ``bare`` percent a picture alone, if there is any."""
        if self.files and self.die.chance(bare):
            return (self._picture(),)
        inlines: list[Inline] = [self.die.words(kind)]
        named = [target for target, age in self.targets if age <= floor]
        if self.die.chance(25):
            inlines += [Mention(self.die.pick(["me", *named])), self.die.words(kind)]
        if self.files and self.die.chance(15):
            inlines.insert(self.die.number(0, len(inlines)), self._picture())
        return tuple(inlines)

    def _picture(self) -> Picture:
        return Picture(self.die.pick(self.files), self.die.words("alt"))

    def told(self, kind: str, floor: int, *, title: bool = False) -> str | Prose | Ages:
        """Words, or a map of ages to them."""
        if not self.die.chance(35):
            return self._told_at(kind, floor, title)
        ages = sorted(self.die.some(AGES, 3)) or [5]
        versions = [Version(age, self._told_at(kind, max(floor, age), title)) for age in ages]
        easy = self.die.some(AGES, 1) if self.die.chance(30) else []
        versions += [Version(age, self._told_at(kind, max(floor, age), title), easy=True) for age in easy]
        return Ages(tuple(versions))

    def _told_at(self, kind: str, floor: int, title: bool) -> str | Prose:
        return self.die.title(kind) if title else self.prose(kind, floor)

    # --- gates -----------------------------------------------------------------------------------------------------

    def gates(self, floor: int = 0, *, block: bool = False, instead: bool = True) -> tuple[Data, int]:
        """Gates for an item within something told from ``floor`` on, and the age from which the item is told."""
        die, found = self.die, Data()
        marks = 80 if die.wanted.name == "carers" else 15
        if die.chance(marks):
            found["also-for"] = die.some(READERS, 2) if die.chance(20) else ["carers"]
        if die.chance(25):
            found["from-age"] = die.pick(AGES)
            floor = max(floor, found["from-age"])
        if die.chance(8):
            found["only-me"] = True
        if die.chance(8):
            found["hold"] = {"reason": die.words("reason")} if block else self.hold()
        if die.chance(12):
            found["heads-up"] = die.words("topic") if block else self.told("topic", 0, title=True)
            if die.chance(50):
                found["told"] = {"by": die.words("told"), "on": die.when()}
        if instead and die.chance(35):
            found["instead"] = die.words("instead") if block else self.told("instead", 0)
        return {key: value for key, value in found.items() if value}, floor

    def hold(self) -> Data:
        die = self.die
        return {
            "reason": die.words("reason"),
            "decided-by": die.words("decided"),
            "on": die.when(),
            "look-again": die.when(),
        }

    # --- what many items hold --------------------------------------------------------------------------------------

    def statement(self, kind: str, floor: int) -> str | Prose | Ages | Data:
        """A plain text, or a statement with gates of its own."""
        if self.die.chance(50):
            return self.told(kind, floor)
        gates, floor = self.gates(floor)
        return dropping_none(
            says=self.told(kind, floor),
            source=self.die.words("source") if self.die.chance(40) else None,
            decided_by=self.die.words("decided") if self.die.chance(40) else None,
            certainty=self.die.pick((None, "sure", "likely", "unsure", "not-known")),
            **gates,
        )

    def maybe_statement(self, kind: str, floor: int) -> Any:
        return self.statement(kind, floor) if self.die.chance(35) else None

    def account(self, floor: int) -> Data:
        gates, floor = self.gates(floor)
        return {"by": self.who(), "says": self.told("account", floor), **gates}

    def accounts(self, floor: int) -> list[Data] | None:
        return [self.account(floor) for _ in range(self.die.number(1, 3))] if self.die.chance(40) else None

    def who(self) -> str:
        """Somebody of the story, or somebody else in words."""
        return self.die.pick(self.people) if self.people and self.die.chance(60) else f"Team {self.die.canary('who')}"

    def maybe_who(self) -> str | None:
        return self.who() if self.die.chance(40) else None

    def some_people(self, most: int = 3) -> list[str]:
        return self.die.some([*self.people, "me"], most)

    def maybe_file(self) -> str | None:
        return self.die.pick(self.files) if self.files and self.die.chance(40) else None


def dropping_none(**keys: Any) -> Data:
    """The keys that say something, with hyphens as in the files."""
    return {key.rstrip("_").replace("_", "-"): value for key, value in keys.items() if value not in (None, [], "")}
