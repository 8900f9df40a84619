"""What an adult's book tells a second time, for children of her own, told from design.md alone. Nothing of lsbook."""

from __future__ import annotations

from typing import Any

from tests.system.wall.data import ENTRIES, Data, Line, Mention, Picture, Wanted
from tests.system.wall.oracle import Oracle

SMALL = 3


class Gentle:
    """What both see: the reader of 18 and over, and a child who is told at three."""

    def __init__(self, oracle: Oracle) -> None:
        self._old = oracle
        self._young = Oracle(oracle.whole, Wanted("under-5", SMALL))
        self._ids = {item["id"] for file in ENTRIES for item in oracle.whole.lists[file]}

    def mark(self, item: Data, kind: str) -> Data:
        """The gate of what a child of three does not see, whatever it was: that it was there, the book tells."""
        young = self._young
        hidden = {
            **dict.fromkeys(ENTRIES, not young.seen(item.get("id", "")) or not self._is_open(item, kind)),
            "letters": item.get("file") not in young.letters,
            "media.yaml": item.get("file") not in young.files,
            "chapters": item.get("file") not in young.chapters,
        }
        return {"from-age": 18} if hidden.get(kind) else {}

    def _is_open(self, item: Data, kind: str) -> bool:
        return self._young.passes(item, kind)

    def title(self, chapter: Data) -> Any:
        """What the chapter is called there; ``None`` where it has no gentle telling."""
        if "heads-up" in chapter or chapter["file"] not in self._young.chapters:
            return None
        told = [line for block in chapter.get("inside", []) for line in self._told(block)]
        named = {one.id for line in told for entry in line.entries for one in entry if isinstance(one, Mention)}
        if any(one in self._ids and not self._is_named(one) for one in named):
            return None
        return (
            self._young.told(chapter["title"])
            if any(self.lines(block) for block in chapter.get("inside", []))
            else None
        )

    def _is_named(self, identity: str) -> bool:
        return any(
            item["id"] == identity and self._old.passes(item, file)
            for file in ENTRIES
            for item in self._old.whole.lists[file]
        )

    def lines(self, block: Line | Data) -> list[Line]:
        """What is left of a telling for small children, where it has words of its own for them."""
        files = self._young.files & self._old.files
        kept = []
        for line in self._told(block):
            entries = (
                tuple(one for one in entry if not isinstance(one, Picture) or one.file in files)
                for entry in line.entries
            )
            kept.append(Line(tuple(entry for entry in entries if entry), line.mark))
        return [line for line in kept if line.entries]

    def _told(self, block: Line | Data) -> list[Line]:
        if isinstance(block, Line) or block["block"] != "tells":
            return []
        young = self._choose(block["tells"], SMALL, easy=False)
        old = self._choose(block["tells"], self._old.wanted.age, easy=self._old.wanted.easy)
        if young is None or young is old or set(young) - {"tell", "easy", "inside"}:
            return []  # behind a gate of its own it is a block within the telling
        return [line for line in young["inside"] if isinstance(line, Line) and line.mark != "---"]

    def _choose(self, tells: list[Data], age: int, *, easy: bool) -> Data | None:
        fitting = [one for one in tells if one["tell"] <= age and (easy or "easy" not in one)]
        return max(fitting, key=lambda one: (one["tell"], "easy" in one), default=None)
