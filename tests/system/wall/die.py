"""What the generator throws: choices that Hypothesis draws and can shrink, and canary words used once each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.system.wall.data import Wanted

T = TypeVar("T")

BANDS = {"under-5": 3, "5-8": 5, "9-12": 9, "13-17": 13, "18-plus": 18}
EDITIONS = (*BANDS, "carers", "record")
AGES = (0, 3, 4, 5, 7, 9, 10, 13, 16, 18, 30)
PLACES = ("court", "Oak House", "judge", "café", "Tom & Jo", "<b>bold</b>", "the farm", "#1 & only")
"""Words that many texts share: names and titles that meet each other, and letters that HTML must escape."""


class Die:
    """Choices for one tale."""

    def __init__(self, draw: DrawFn, edition: str) -> None:
        self._draw = draw
        self._count = 0
        self.telling = self.number(0, 20)
        self.reads_at = self.pick(("", "", *BANDS))
        self.wanted = self._wanted(edition)

    def _wanted(self, name: str) -> Wanted:
        if name not in BANDS:
            return Wanted(name, 120)
        holding = max((band for band, age in BANDS.items() if age <= self.telling), key=BANDS.__getitem__, default="")
        exact = name == (holding or "under-5")
        easy = BANDS.get(self.reads_at, 200) < BANDS[name]
        return Wanted(name, self.telling if exact else BANDS[name], easy)

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def chance(self, percent: int) -> bool:
        """True that often; False is the simpler one."""
        return self.number(0, 99) >= 100 - percent

    def pick(self, choices: Sequence[T]) -> T:
        """One of ``choices``; the first is the simplest."""
        return choices[self.number(0, len(choices) - 1)]

    def some(self, choices: Sequence[T], most: int) -> list[T]:
        """A few different ones, in any order."""
        left, found = list(choices), list[T]()
        for _ in range(min(self.number(0, most), len(left))):
            found.append(left.pop(self.number(0, len(left) - 1)))
        return found

    # --- words that are used once ----------------------------------------------------------------------------------

    def canary(self, kind: str) -> str:
        """A word that stands nowhere else in this tale."""
        self._count += 1
        return f"qz{kind}{self._count}z"

    def words(self, kind: str) -> str:
        """A few plain words with a canary among them."""
        canary = self.canary(kind)
        return f"{self.pick(PLACES)} {canary}" if self.chance(30) else canary

    def title(self, kind: str) -> str:
        """A name or title: now and then the same as another's, so that addresses meet."""
        return self.pick(PLACES) if self.chance(15) else self.words(kind)

    # --- dates -----------------------------------------------------------------------------------------------------

    def day(self) -> date:
        """A day that no other date of this tale has."""
        self._count += 1
        return date(2016, 1, 1) + timedelta(days=7 * self._count + self.number(0, 6))

    def when(self) -> str:
        """A date of any kind."""
        day = self.day()
        return (
            f"{day.day} {day:%B} {day.year}",
            day.isoformat(),
            str(day.year),
            f"{day:%B} {day.year}",
            f"summer {day.year}",
            f"winter {day.year}",
            f"about {day.year}",
            f"before {day:%B} {day.year}",
            f"after {day.isoformat()}",
            f"{day.year} to {day.year + 1}",
            f"when I was {self.number(0, 17)}",
            "not known",
        )[self.number(0, 11)]

    def maybe_when(self) -> str | None:
        return self.when() if self.chance(50) else None
