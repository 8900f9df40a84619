"""The story from which everything that an edition withholds was deleted first.

Where a kind sentence (``instead``) stands for something, a stub with other hidden words keeps it. A gate that lets the
edition through leaves no trace either: it is deleted too.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.system.wall.data import ENTRIES, Ages, Data, Line, Mention, Tale, Version, Wanted
from tests.system.wall.gentle import Gentle
from tests.system.wall.oracle import NEEDS, Oracle, listed

TEXTS = (
    "name",
    "is",
    "what",
    "ask",
    "word",
    "means",
    "shows",
    "caption",
    "look-for",
    "transcript",
    "title",
    "says",
    "as",
)
STATEMENTS = (
    "about", "how", "why-came", "why-left", "first-day", "goodbye", "what-i-wanted", "where-now", "answer", "foreword",
)  # fmt: skip
LISTS = {
    "facts": "statement",
    "names": "statement",
    "accounts": "account",
    "stays": "stay",
    "partners": "partner",
    "family-time": "family-time",
    "records": "statement",
    "worked-with-me": "work",
}
REFERENCES = (
    "people", "parent-of", "adoptive-parent-of", "talk-to", "said-by", "given-by", "looked-for-by", "finding-out",
    "who-took-me",
    "by", "person", "from", "to", "photo", "photos", "scan", "read-aloud", "cover",
)  # fmt: skip
LEFT_OUT = ("also-called", "permission", "also-for", "from-age", "only-me", "hold", "instead", "heads-up", "told",
            "open-when", "telling-age", "approvals", "groups")  # fmt: skip
EMPTY_IS_NOTHING = ("my-words", "account", "not-known", "note", "in", "side-by-side")


def reduced(tale: Tale, wanted: Wanted) -> Tale:
    """The story that holds only what the reader of ``wanted`` may see."""
    return _Reducer(Oracle(tale, wanted)).tale()


class _Reducer:
    def __init__(self, oracle: Oracle) -> None:
        self._oracle = oracle
        self._wanted = oracle.wanted
        self._number = count(1)
        self._stub_pictures: dict[str, int] = {}
        self._names: set[str] = set()
        self._chapter_files: set[str] = set()
        self._gentle = Gentle(oracle) if oracle.wanted.name == "18-plus" else None

    def tale(self) -> Tale:
        whole = self._oracle.whole
        letters = self._items(whole.letters, "letters", marked=False)
        chapters = self._items(whole.chapters, "chapters", marked=False)
        self._chapter_files = {chapter["file"] for chapter in chapters if chapter["inside"]}
        lists = {file: self._items(items, file, marked=False) for file, items in whole.lists.items()}
        said = repr((lists, letters, chapters))
        for file in ENTRIES:  # a name alone stands for those only whom a sentence names
            lists[file] = [
                one for one in lists[file] if one["id"] not in self._names or repr(Mention(one["id"])) in said
            ]
        pictures = {file: number for file, number in whole.pictures.items() if file in self._oracle.files}
        top = self._top(whole.top, {person["group"] for person in lists["people.yaml"]})
        return Tale(top, lists, chapters, letters, pictures | self._stub_pictures)

    def _top(self, whole: Data, groups: set[str]) -> Data:
        top = self._fields(whole, marked=False)
        top["child"] = self._fields(whole["child"], marked=False)
        top["telling-age"] = {"age": whole["telling-age"]["age"], "decided-by": self._other(), "on": "1999"}
        if "groups" in whole:
            top["groups"] = [*(group for group in whole["groups"] if group in groups), "stubs"]
        if not self._wanted.for_child:
            top["approvals"] = [{"edition": "carers", "by": self._other(), "on": "1999"}]
        if "look" in whole:
            top["look"] = self._fields(whole["look"], marked=False)
        return top

    # --- items -----------------------------------------------------------------------------------------------------

    def _items(self, items: list[Any], kind: str, *, marked: bool) -> list[Any]:
        return [left for item in items if (left := self._item(item, kind, marked=marked)) is not None]

    def _item(self, item: Any, kind: str, *, marked: bool) -> Any:
        if not isinstance(item, dict):  # a statement that is a plain text belongs to what it stands in
            return self._oracle.said(item) if marked else None
        stands, passes = self._stands(item, kind), self._oracle.passes(item, kind)
        if not passes:
            return (self._stub(item, kind) if stands else None) or self._name_alone(item, kind)
        if not stands:
            return None
        left = self._fields(item, marked=True) | self._marks(item)
        if kind == "media.yaml":  # a recording of a chapter must say who may hear it
            left |= {key: item[key] for key in ("from-age", "only-me") if key in item}
        if not self._wanted.for_child and self._wanted.name != "record":
            left["also-for"] = [self._wanted.name]
        if self._gentle:
            left |= self._gentle.mark(item, kind)
        if kind == "chapters" and self._gentle and (title := self._gentle.title(item)):
            left["title"] = Ages((Version(3, title), Version(18, left["title"])))
            left["inside"] = self._gentle_blocks(item.get("inside", []))
        missing = any(key not in left for key in NEEDS.get(kind, ()))
        return None if missing or (kind == "chapters" and not left.get("inside")) else left

    def _stands(self, item: Data, kind: str) -> bool:
        if kind != "media.yaml":
            return self._oracle.stands(item, kind)
        return self._oracle.file_stands(item["file"]) and self._oracle.copies_stand(item["file"])

    def _marks(self, item: Data) -> Data:
        """What shows of a gate: that it is hard news, and in the record why it is held."""
        marks = Data()
        if "heads-up" in item:
            marks["heads-up"] = self._oracle.told(item["heads-up"])
            marks |= {"told": item["told"]} if "told" in item else {}
        if "hold" in item and self._wanted.name == "record":
            marks["hold"] = item["hold"]
        return marks

    def _fields(self, item: Data, *, marked: bool) -> Data:
        adults = () if self._wanted.name == "18-plus" or not self._wanted.for_child else ("records", "worked-with-me")
        left = {key: self._value(item, key, marked) for key in item if key not in (*LEFT_OUT, *adults)}
        return {key: value for key, value in left.items() if value is not None}

    def _value(self, item: Data, key: str, marked: bool) -> Any:
        value = item[key]
        if key in STATEMENTS:
            kind = "statement" if isinstance(value, dict) else ""
            return self._item(value, kind, marked=marked or self._wanted.for_child or self._wanted.name == "record")
        if key in LISTS:
            inherits = marked or self._wanted.for_child or self._wanted.name == "record"
            return self._items(value, LISTS[key], marked=inherits)
        if key in TEXTS:
            return None if key == "shows" and "decorative" in item else self._oracle.said(value)
        if key == "inside":
            return self._blocks(value)
        if key in REFERENCES:
            return self._references(value)
        if key == "told-in":
            return value if value in self._chapter_files else None
        return value

    def _references(self, value: Any) -> Any:
        left = [one for one in listed(value) if self._oracle.seen(one) and not self._withheld_file(one)]
        return left if isinstance(value, list) else left[0] if left else None

    def _withheld_file(self, one: str) -> bool:
        return one in self._oracle.whole.pictures and one not in self._oracle.files

    # --- what stands for something else ----------------------------------------------------------------------------

    def _other(self) -> str:
        return f"qzother{next(self._number)}z"

    def _instead(self, item: Data) -> Any:
        stands = "instead" in item and self._wanted.for_child and not (self._wanted.to_read and "only-me" in item)
        return self._oracle.said(item["instead"]) if stands else None

    def _stub(self, item: Data, kind: str) -> Data | None:
        """Other hidden words behind another gate, with the same kind sentence."""
        instead = self._instead(item)
        if instead is None:
            return None
        stub: Data = {key: self._other() for key in NEEDS.get(kind, ())}
        stub |= {"hold": self._other(), "instead": instead}
        if kind in ENTRIES:
            stub["id"] = self._other()
        match kind:
            case "people.yaml":
                stub["group"] = "stubs"
            case "about-me.yaml":
                stub["kind"] = "other"
            case "timeline.yaml" | "stay" | "work":
                stub["when" if kind == "timeline.yaml" else "from"] = "1999"
            case "questions.yaml":
                stub["status"] = "later"
            case "account":
                stub["by"] = f"Team {self._other()}"
            case "media.yaml":
                stub["file"] = f"{self._other()}.png"
                self._stub_pictures[stub["file"]] = -next(self._number)  # what it shows, no other picture does
            case "chapters":
                stub |= {"file": item["file"], "part": item["part"], "inside": []}
            case "letters":
                stub |= {"file": item["file"], "from": f"Team {self._other()}", "kind": "hello", "inside": []}
        return stub

    def _name_alone(self, item: Data, kind: str) -> Data | None:
        """Texts for other readers carry the names in them, but not those of what is held or the child's alone."""
        name = self._oracle.told(item.get("name"))
        if kind not in ENTRIES or self._wanted.name != "carers" or "hold" in item or "only-me" in item or name is None:
            return None
        self._names.add(item["id"])
        person = {"is": self._other(), "group": "stubs"} if kind == "people.yaml" else {}
        return {"id": item["id"], "name": name, **person}

    # --- blocks ----------------------------------------------------------------------------------------------------

    def _blocks(self, inside: list[Any]) -> list[Any]:
        """What is left, without turns of the page that nothing stands between."""
        return self._trimmed([new for block in inside for new in self._block(block)])

    def _trimmed(self, left: list[Any]) -> list[Any]:
        turns = [isinstance(one, Line) and one.mark == "---" for one in left]
        kept = [one for at, one in enumerate(left) if not turns[at] or (at > 0 and not turns[at - 1])]
        while kept and isinstance(kept[-1], Line) and kept[-1].mark == "---":
            kept.pop()
        return kept

    def _gentle_blocks(self, inside: list[Any]) -> list[Any]:
        """As ``_blocks``, but a telling keeps what is told to a small child; what parts two of them is never seen."""
        left: list[Any] = []
        for block in inside:
            young = self._gentle.lines(block) if self._gentle else []
            hidden = {"block": "hold", "hold": {"reason": self._other()}, "inside": [Line(((self._other(),),))]}
            if young:
                old = self._tells(block["tells"]) or [hidden]
                tells = [{"tell": 3, "inside": young}, {"tell": 18, "inside": old}]
                left += [hidden, {"block": "tells", "tells": tells}]
            else:
                left += self._block(block)
        return self._trimmed(left)

    def _block(self, block: Line | Data) -> list[Any]:
        oracle = self._oracle
        if isinstance(block, Line):
            line = oracle.line(block)
            return [line] if line.entries or line.mark == "---" else []
        if block["block"] == "tells":
            return self._tells(block["tells"])
        if not self._shows_something(block):
            return []
        if not oracle.passes(block, "block", marked=True):
            return self._block_stub(block)
        left = self._fields(block, marked=True) | self._marks(block)
        inside, kind = left.get("inside"), block["block"]
        if kind in EMPTY_IS_NOTHING and not inside:
            return []
        if kind not in {"from-age", "also-for", "only-me", "hold", "heads-up"}:
            return [left]
        if inside and ("heads-up" in left or "hold" in left):
            return [left | {"block": "hold" if "hold" in left else "heads-up"}]
        return inside or []

    def _shows_something(self, block: Data) -> bool:
        """Everything it stands on may be seen."""
        if block["block"] == "account":
            return self._oracle.seen(block["by"])
        if block["block"] == "letter":
            return block["letter"] in self._oracle.letters
        return "photos" not in block or bool(self._references(block["photos"]))

    def _block_stub(self, block: Data) -> list[Data]:
        instead = self._instead(block)
        if instead is None:
            return []
        hold = {"reason": self._other()}
        if block["block"] == "in":  # between languages side by side nothing else may stand
            inside = [Line(((self._other(),),))]
            return [{"block": "in", "in": block["in"], "hold": hold, "instead": instead, "inside": inside}]
        return [{"block": "hold", "hold": hold, "instead": instead, "inside": [Line(((self._other(),),))]}]

    def _tells(self, tells: list[Data]) -> list[Any]:
        wanted = self._wanted
        fitting = [one for one in tells if one["tell"] <= wanted.age and (wanted.easy or "easy" not in one)]
        if not fitting:
            return []
        chosen = max(fitting, key=lambda one: (one["tell"], "easy" in one))
        return self._block({"block": "from-age", **{key: chosen[key] for key in chosen if key not in {"tell", "easy"}}})
