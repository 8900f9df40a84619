"""Who may see what, told from design.md alone. This is the judge of lsbook's wall, and imports nothing of lsbook."""

from __future__ import annotations

from typing import Any

from tests.system.wall.data import ENTRIES, Ages, Data, Line, Mention, Picture, Prose, Tale, Wanted

NEEDS: dict[str, tuple[str, ...]] = {
    "people.yaml": ("name", "is"),
    "homes.yaml": ("name",),
    "schools.yaml": ("name",),
    "keepsakes.yaml": ("name",),
    "about-me.yaml": ("what",),
    "timeline.yaml": ("what",),
    "questions.yaml": ("ask",),
    "words.yaml": ("word", "means"),
    "chapters": ("title",),
    "statement": ("says",),
    "account": ("says",),
}
"""Words without which an item of this kind does not exist."""
STANDS_ON = {
    "about-me.yaml": ("said-by",),
    "account": ("by",),
    "partner": ("person",),
    "letters": ("from", "to"),
    "media.yaml": ("people",),
}
"""Keys that name people without whom it may not be seen."""

APART = ("adoption", "special-guardianship")
"""Plans in which a later life letter stands in no book of the child."""


class Oracle:
    """The answers for one story and one edition."""

    def __init__(self, tale: Tale, wanted: Wanted) -> None:
        self.whole = tale
        self.wanted = wanted
        self._people = {person["id"] for person in tale.lists["people.yaml"]}
        self._entries = [(file, item) for file in ENTRIES for item in tale.lists[file]]
        self._media = {medium["file"]: medium for medium in tale.lists["media.yaml"]}
        self._seen = {item["id"] for file, item in self._entries if self.passes(item, file)}
        self.letters = {
            letter["file"]
            for letter in tale.letters
            if self.passes(letter, "letters") and self.stands(letter, "letters")
        }
        self.chapters = {one["file"] for one in tale.chapters if self.passes(one, "chapters")}
        self._withheld = {
            file
            for file in tale.pictures
            if not (self.file_stands(file) and self.passes(self._media.get(file, {}), "media.yaml"))
        }
        self.files = {file for file in tale.pictures if file not in self._withheld and self.copies_stand(file)}

    # --- gates -----------------------------------------------------------------------------------------------------

    def passes(self, item: Data, kind: str, *, marked: bool = False) -> bool:
        """Its own gate lets this edition through, and there are words for it."""
        needed = [item[key] for key in (*NEEDS.get(kind, ()), "heads-up") if key in item]
        return all(self.told(words) is not None for words in needed) and self._gate_passes(item, marked)

    def _gate_passes(self, item: Data, marked: bool) -> bool:
        wanted = self.wanted
        if wanted.name == "record":
            return "only-me" not in item
        if "hold" in item or (wanted.to_read and "only-me" in item):
            return False
        if wanted.for_child:
            return int(item.get("from-age", 0)) <= wanted.age and int(item.get("open-when", 0)) <= wanted.age
        if "only-me" in item:
            return False
        return wanted.name in item["also-for"] if "also-for" in item else marked

    # --- what it stands on -----------------------------------------------------------------------------------------

    def stands(self, item: Data, kind: str) -> bool:
        """Everybody on whom it stands may be seen, and no plan keeps it apart from the child's books."""
        if kind == "letters" and self._is_apart(item):
            return False
        named = [who for key in STANDS_ON.get(kind, ()) for who in listed(item.get(key))]
        return all(self.seen(who) for who in named)

    def _is_apart(self, letter: Data) -> bool:
        return self.wanted.for_child and letter["kind"] == "later-life" and self.whole.top.get("plan") in APART

    def seen(self, who: str) -> bool:
        """False for a person who is withheld; words and dates are nobody's."""
        return who not in self._people or who in self._seen

    def file_stands(self, file: str) -> bool:
        """It is no picture of a withheld entry, no scan of a withheld letter, and nobody in it is withheld."""
        return (
            all(item["id"] in self._seen for _, item in self._entries if item.get("photo") == file)
            and all(one["file"] in self.letters for one in self.whole.letters if file in one.get("scan", ()))
            and all(one["file"] in self.chapters for one in self.whole.chapters if file in one.get("read-aloud", ()))
            and self.stands(self._media.get(file, {}), "media.yaml")
        )

    def copies_stand(self, file: str) -> bool:
        """No other file with the same content is withheld for a reason of its own."""
        content = self.whole.pictures.get(file)
        return not any(self.whole.pictures[other] == content for other in self._withheld if other != file)

    # --- words -----------------------------------------------------------------------------------------------------

    def told(self, value: Any) -> Any:
        """The version for this reader: the oldest that fits, an easy one where the reading is younger."""
        if not isinstance(value, Ages):
            return value
        wanted = self.wanted
        fitting = [one for one in value.versions if one.age <= wanted.age and (wanted.easy or not one.easy)]
        return max(fitting, key=lambda one: (one.age, one.easy)).words if fitting else None

    def said(self, value: Any) -> Any:
        """The words told, without the pictures that are withheld; ``None`` where nothing is left."""
        told = self.told(value)
        return self._prose(told) or None if isinstance(told, tuple) else told

    def _prose(self, prose: Prose) -> Prose:
        return tuple(left for line in prose if (left := self.line(line)).entries)

    def line(self, line: Line) -> Line:
        """A line without the pictures that are withheld, and without entries that were nothing else."""
        left = (tuple(one for one in entry if self._stays(one)) for entry in line.entries)
        return Line(tuple(entry for entry in left if entry), line.mark)

    def _stays(self, inline: str | Picture | Mention) -> bool:
        return not isinstance(inline, Picture) or inline.file in self.files


def listed(value: Any) -> list[str]:
    """One value, a list of them, or none."""
    return [] if value is None else value if isinstance(value, list) else [value]
