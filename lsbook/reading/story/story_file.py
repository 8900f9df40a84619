"""story.yaml: the child, how old the telling is, and how the book speaks and looks."""

from __future__ import annotations

from msgspec import Struct

from lsbook.model.case import is_id_like
from lsbook.model.edition import RECORD
from lsbook.model.item import Acceptance, Exemption
from lsbook.model.settings import Approval, Look, TellingAge
from lsbook.model.story import Child
from lsbook.model.story_text import Ref, Statement
from lsbook.model.suggestions import find_closest, format_suggestion, join_with_or
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import BookOrder, BookVoice, ThemeColour, ThemeFont, ThemePaper
from lsbook.model.when import AtAge, UnknownDate, When
from lsbook.reading.rules.entries import BAD_DATE, UNKNOWN_WORD, UNSIGNED_DECISION
from lsbook.reading.story.exceptions import read_accepted, read_not_them
from lsbook.reading.story.statements import read_statement, read_statements
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar, YamlNode
from lsbook.reading.yaml.values import read_age


class StoryFile(Struct, frozen=True):
    child: Child
    telling_age: TellingAge
    reads_at: str
    voice: BookVoice
    language: str
    plan: str
    order: BookOrder
    look: Look
    groups: tuple[str, ...]
    talk_to: tuple[Ref, ...]
    approvals: tuple[Approval, ...]
    not_them: tuple[Exemption, ...]
    what_is_new: tuple[Statement, ...]
    foreword: tuple[Statement, ...]
    records: tuple[Statement, ...]
    never_says: tuple[str, ...]
    accepted: tuple[Acceptance, ...]
    look_age: int | None
    symbols: tuple[str, ...]


def read_story_file(entry: YamlEntry, language: str, plans: tuple[str, ...]) -> StoryFile:
    """Read the one entry of story.yaml. ``language`` and ``format`` have been read before: the rest depends on them."""
    entry.get_node("language")
    entry.get_node("format")
    return StoryFile(
        child=_read_child(entry),
        telling_age=_read_telling_age(entry),
        reads_at=entry.get_policy_choice("reads-at", entry.context.bands),
        voice=entry.get_choice("voice", BookVoice) or BookVoice.YOU,
        language=language,
        plan=_read_plan(entry, plans),
        order=entry.get_choice("order", BookOrder) or BookOrder.PRESENT_FIRST,
        look=_read_look(entry),
        groups=entry.get_texts("groups"),
        talk_to=entry.get_refs("talk-to"),
        approvals=entry.read_entries("approvals", _read_approval),
        not_them=read_not_them(entry),
        what_is_new=read_statements(entry, "what-is-new"),
        foreword=_read_foreword(entry),
        records=read_statements(entry, "records"),
        never_says=entry.get_texts("never-says"),
        accepted=read_accepted(entry),
        look_age=entry.get_age("look-age"),
        symbols=_read_symbol_editions(entry),
    )


def _read_symbol_editions(entry: YamlEntry) -> tuple[str, ...]:
    names, known = entry.get_texts("symbols"), entry.context.bands
    for name in names:
        if name not in known:
            what = f'"{name}" is no book of the child.{format_suggestion(name, known)}'
            entry.report("symbols", what, f"Write {join_with_or(known)}.", rule=UNKNOWN_WORD)
    return tuple(map(str, names))


def _read_plan(entry: YamlEntry, plans: tuple[str, ...]) -> str:
    """Read the plan of permanence. One that the policy does not know stays: nothing is decided for it."""
    node = entry.get_node("plan")
    text = node.value.strip() if isinstance(node, Scalar) else ""
    if not is_id_like(text) or text in plans or find_closest(text, plans):
        return entry.get_policy_choice("plan", plans)
    what, remedy = f'The policy knows no plan "{text}": nothing is decided for it.', f"Write {join_with_or(plans)}."
    entry.report("plan", what, f"{remedy} Or write it into your policy.", rule=UNKNOWN_WORD, warning=True)
    return text


def _read_foreword(entry: YamlEntry) -> tuple[Statement, ...]:
    foreword = read_statement(entry, "foreword")
    return (foreword,) if foreword else ()


def _read_child(story_entry: YamlEntry) -> Child:
    node = story_entry.get_node("child")
    if isinstance(node, Map):
        return story_entry.read_inner("child", node, _read_full_child)
    story_entry.report_lack(
        "child", "There is nothing about the child here.", "Write child: and below it name: and born:"
    )
    return Child(name="", born=UnknownDate(), pronouns="", names=(), also_called=(), photo=None)


def _read_full_child(entry: YamlEntry) -> Child:
    born = entry.get_date("born")
    if isinstance(born, AtAge):
        entry.report(
            "born", "A birth date cannot be an age.", "Write born: 2017-02-14, or a month or year.", rule=BAD_DATE
        )
    return Child(
        name=entry.get_text("name"),
        born=born or UnknownDate(),
        pronouns=entry.get_text("pronouns"),
        names=read_statements(entry, "names"),
        also_called=entry.get_texts("also-called"),
        photo=entry.get_photo("photo"),
        not_them=read_not_them(entry),
        is_ageless=entry.has_key("ages") and not entry.get_flag("ages"),
        birth_date_location=entry.get_location("born"),
    )


def _read_telling_age(story_entry: YamlEntry) -> TellingAge:
    node = story_entry.get_node("telling-age")
    at = story_entry.get_location("telling-age")
    if isinstance(node, Map):
        age, decided_by, on, is_signed = story_entry.read_inner("telling-age", node, _read_decision)
    else:
        age, decided_by, on, is_signed = _read_short_age(node), "", None, False
        if age is None:
            story_entry.report_lack(
                "telling-age",
                "It is not said how old a telling the child is ready for.",
                "Add telling-age: and below it age:, decided-by: and on:. A person decides it, never a birthday.",
            )
    if age is not None and not is_signed:
        story_entry.report(
            "telling-age",
            "It is not said who decided this telling age, and when.",
            "Write telling-age: and below it age:, decided-by: and on:",
            warning=True,
            rule=UNSIGNED_DECISION,
        )
    return TellingAge(age or 0, decided_by, on, at)


def _read_decision(entry: YamlEntry) -> tuple[int | None, str, When | None, bool]:
    """Read the telling age, who decided it, and when; and whether both stand there, be the date right or wrong."""
    age = entry.get_age("age")
    if not entry.has_value("age"):
        entry.report_missing_key("age")
    decided_by, on = entry.get_text("decided-by"), entry.get_date("on")
    return age, decided_by, on, bool(decided_by) and entry.has_value("on")


def _read_short_age(node: YamlNode | None) -> int | None:
    return read_age(node.value) if isinstance(node, Scalar) else None


def _read_look(entry: YamlEntry) -> Look:
    node = entry.get_node("look")
    if isinstance(node, Map):
        entry.exclude({"cover"})
        return entry.read_inner("look", node, _read_full_look)
    cover = entry.get_photo("cover")
    return Look(Theme(entry.get_choice("look", ThemeColour) or ThemeColour.MEADOW), cover)


def _read_full_look(entry: YamlEntry) -> Look:
    theme = Theme(
        entry.get_choice("theme", ThemeColour) or ThemeColour.MEADOW,
        entry.get_choice("paper", ThemePaper) or ThemePaper.BOOK,
        entry.get_choice("font", ThemeFont) or ThemeFont.BOOK,
    )
    return Look(theme, entry.get_photo("cover"))


def _read_approval(entry: YamlEntry) -> Approval:
    known = [reader for reader in entry.context.readers if reader != RECORD]
    edition = entry.get_policy_choice("edition", known)
    approval = Approval(edition, entry.get_text("by"), entry.get_date("on"), entry.at, entry.get_date("child-asked"))
    if not (approval.by and entry.has_value("on")):
        entry.report(
            "on" if approval.by else "by",
            "This approval does not say who gave it and when, so it counts for nothing.",
            f"Add by: and the name, on: and the date. Editions that need one: {join_with_or(known)}.",
            warning=True,
            rule=UNSIGNED_DECISION,
        )
    return approval
