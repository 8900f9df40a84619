"""story.yaml: the child, how old the telling is, and how the book speaks and looks."""

from __future__ import annotations

from dataclasses import dataclass

from lsbook.model.item import Cleared
from lsbook.model.settings import Approval, Look, TellingAge
from lsbook.model.story import Child
from lsbook.model.story_text import PhotoRef, Ref, Statement
from lsbook.model.theme import COLOURS, FONTS, PAPERS, Theme
from lsbook.model.when import AtAge, NotKnown
from lsbook.reading.complaints import either
from lsbook.reading.story.exceptions import read_not_them
from lsbook.reading.story.statements import read_statements
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map, Node, Scalar
from lsbook.reading.yaml.values import read_age

VOICES = ("you", "name")
ORDERS = ("present-first", "chronological")


@dataclass(frozen=True)
class StoryFile:
    child: Child
    telling_age: TellingAge
    reads_at: str
    voice: str
    language: str
    plan: str
    order: str
    look: Look
    groups: tuple[str, ...]
    talk_to: tuple[Ref, ...]
    approvals: tuple[Approval, ...]
    not_them: tuple[Cleared, ...]
    what_is_new: tuple[Statement, ...]


def read_story_file(entry: Entry, language: str, plans: tuple[str, ...]) -> StoryFile:
    """The one entry of story.yaml. ``language`` has been looked at before, because dates depend on it."""
    entry.node("language")
    made = StoryFile(
        _child(entry),
        _telling_age(entry),
        entry.choice("reads-at", entry.desk.bands),
        entry.choice("voice", VOICES, default="you"),
        language,
        entry.choice("plan", plans),
        entry.choice("order", ORDERS, default=ORDERS[0]),
        _look(entry),
        entry.texts("groups"),
        entry.refs("talk-to"),
        tuple(_approval(inner) for inner in entry.entries("approvals")),
        read_not_them(entry),
        read_statements(entry, "what-is-new"),
    )
    entry.close()
    return made


def _child(story: Entry) -> Child:
    node = story.node("child")
    if not isinstance(node, Map):
        story.lacks("child", "There is nothing about the child here.", "Write child: and below it name: and born:")
        return Child("", NotKnown(), "", (), (), None)
    entry = Entry(node, story.desk)
    born = entry.when("born", required=True)
    if isinstance(born, AtAge):
        entry.complain("born", "A birth date cannot be an age.", "Write born: 2017-02-14, or a month or year.")
    child = Child(
        entry.text("name", required=True, example="Maya"),
        born or NotKnown(),
        entry.text("pronouns"),
        read_statements(entry, "names"),
        entry.texts("also-called"),
        entry.photo("photo"),
        read_not_them(entry),
        entry.place("born"),
    )
    entry.close()
    return child


def _telling_age(story: Entry) -> TellingAge:
    node = story.node("telling-age")
    at = story.place("telling-age")
    if isinstance(node, Map):
        entry = Entry(node, story.desk)
        age = entry.age("age")
        if not entry.has("age"):
            entry.missing("age", "9")
        decided_by, on = entry.text("decided-by"), entry.when("on")
        entry.close()
    else:
        age, decided_by, on = _short_age(node), "", None
        if age is None:
            story.lacks(
                "telling-age",
                "It is not said how old a telling the child is ready for.",
                "Add telling-age: and below it age:, decided-by: and on:. A person decides it, never a birthday.",
            )
    if age is not None and not (decided_by and on):
        story.complain(
            "telling-age",
            "It is not said who decided this telling age, and when.",
            "Write telling-age: and below it age:, decided-by: and on:",
            warning=True,
        )
    return TellingAge(age or 0, decided_by, on, at)


def _short_age(node: Node | None) -> int | None:
    return read_age(node.value) if isinstance(node, Scalar) else None


def _look(entry: Entry) -> Look:
    node = entry.node("look")
    if isinstance(node, Map):
        inner = Entry(node, entry.desk)
        theme = Theme(
            inner.choice("theme", COLOURS, default=COLOURS[0]),
            inner.choice("paper", PAPERS, default=PAPERS[0]),
            inner.choice("font", FONTS, default=FONTS[0]),
        )
        look = Look(theme, inner.photo("cover"))
        inner.close()
        return look
    cover: PhotoRef | None = entry.photo("cover")
    return Look(Theme(entry.choice("look", COLOURS, default=COLOURS[0])), cover)


def _approval(entry: Entry) -> Approval:
    known = [reader for reader in entry.desk.readers if reader != "record"]
    edition = entry.choice("edition", known, required=True)
    made = Approval(edition, entry.text("by"), entry.when("on"), entry.at, entry.when("child-asked"))
    if not (made.by and made.on):
        entry.complain(
            "on" if made.by else "by",
            "This approval does not say who gave it and when, so it counts for nothing.",
            f"Add by: and the name, on: and the date. Editions that need one: {either(known)}.",
            warning=True,
        )
    entry.close()
    return made
