"""A session as a form, for people who use no terminal: on a screen without the internet, and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from lsbook.files.bounded import open_plain_file, parse_json
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.work import UNUSABLE_REPLY
from lsbook.model.work_vocabulary import ChildFelt, ChildSays, SessionSetting, SharingAnswer, WorkerSees
from lsbook.practice.my_pages import LARGEST
from lsbook.practice.sessions.write import SessionFields
from lsbook.reading.decode_text import clean

SAFETY = "A worry about safety? It goes on the case system now, not here."
_FORMAT, _VERSION = "session", 1


class FormKind(StrEnum):
    """Who fills the form in."""

    SESSION = "session"
    CARER = "carer"


class FormQuestion(Struct, frozen=True):
    """One question of a form: the key of a session, what is asked, and what may be answered."""

    key: str
    label: str
    lines: int = 1
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False


class SessionForm(Struct, frozen=True):
    """A form as its page shows it."""

    kind: FormKind
    name: str
    title: str
    about: str
    receiver: str
    file: str
    questions: tuple[FormQuestion, ...]
    safety: str = SAFETY


_YES_NO = (("yes", "yes"), ("no", "no"))
_FELT = (("good", "good"), ("ok", "ok"), ("mixed", "mixed"), ("hard", "hard"), ("not-said", "did not say"))
_SAYS = (
    ("no", "no"), ("a-bit", "a bit"), ("yes", "yes"), ("want-more", "wants to know more"), ("not-asked", "not asked"),
    ("cannot-ask-this-way", "cannot be asked this way"),
)  # fmt: skip
_SEES = (("not-yet", "not yet"), ("muddled", "muddled"), ("part", "part of it"), ("whole", "all of it"))
_PART_OF = (
    ("visit", "a visit"), ("own-session", "a session of its own"), ("review", "a review"),
    ("family-time", "family time"), ("everyday", "an everyday moment"),
)  # fmt: skip


def make_form(kind: FormKind, name: str, question: str, worker: str) -> SessionForm:
    """Return the form of ``kind`` about the child ``name``. ``question``: the policy's, of whether it is explained."""
    receiver = worker or "the child's worker"
    if kind is FormKind.CARER:
        about = "A talk in the car, a question at bedtime, something that was drawn: write it down in two minutes."
        return SessionForm(
            kind, name, f"Something {name} said or did", about, receiver, "moment.json", _list_carer(name)
        )
    about = "Two minutes after a session. Only the first three are needed."
    questions = _list_session(name, question)
    return SessionForm(kind, name, f"A session with {name}", about, receiver, "session.json", questions)


def _list_carer(name: str) -> tuple[FormQuestion, ...]:
    return (
        FormQuestion("when", "When was it?", hint="For example 12 March 2026", required=True),
        FormQuestion("by", "Your name", required=True),
        FormQuestion("did", "What happened?", 3, required=True),
        FormQuestion("words", f"What did {name} say, in exactly these words?", 3, "One saying on each line."),
        FormQuestion("felt", f"How did it feel, as {name} says?", choices=_FELT),
        FormQuestion("may-share", f"Did {name} say that these words may be shared?", choices=_YES_NO),
        FormQuestion("after", "How was it afterwards?", 2),
        FormQuestion("not-written", f"Did {name} ask that some of it not be written?", choices=_YES_NO),
    )


def _list_session(name: str, question: str) -> tuple[FormQuestion, ...]:
    return (
        FormQuestion("when", "When was it?", hint="For example 12 March 2026", required=True),
        FormQuestion("by", f"Who was with {name}?", required=True),
        FormQuestion("did", "What did you do?", 3, required=True),
        FormQuestion("part-of", "What was it a part of?", choices=_PART_OF),
        FormQuestion("where", "Where was it?"),
        FormQuestion("with", "Who else was there?", 2, "One name on each line."),
        FormQuestion("words", f"What did {name} say, in exactly these words?", 3, "One saying on each line."),
        FormQuestion("may-share", f"Did {name} say that these words may be shared?", choices=_YES_NO),
        FormQuestion("child-says", f"“{question}” {name} answered", choices=_SAYS),
        FormQuestion("why", f"How does {name} say why, in exactly these words?", 2),
        FormQuestion("worker-sees", "How much of it do you see there?", choices=_SEES),
        FormQuestion("felt", f"How did it feel, as {name} says?", choices=_FELT),
        FormQuestion("helped", f"What helped, as {name} says?"),
        FormQuestion("after", "How was it afterwards?", 2),
        FormQuestion("next", "What comes next?"),
        FormQuestion("next-by", "By when?", hint="For example 26 March 2026"),
        FormQuestion("said-no", f"Was it offered, and {name} said no?", choices=_YES_NO),
        FormQuestion("not-written", f"Did {name} ask that some of it not be written?", choices=_YES_NO),
    )


_TEXTS = ("when", "by", "did", "where", "theme", "helped", "after", "next", "next-by")
_LISTS = ("with", "words")
_WORDS = {"part-of": SessionSetting, "felt": ChildFelt, "may-share": SharingAnswer}
_WHY = {"child-says": ChildSays, "worker-sees": WorkerSees}
_OTHER = "Ask for the file that the form saved."


class SavedForm(Struct, frozen=True):
    """What a form saved: about which child, and the keys of a session with their words."""

    name: str
    fields: SessionFields


def is_saved_form(file: Path) -> bool:
    """Return whether ``file`` says that it comes from a form of a session. It is not believed for that."""
    try:
        data = _load(file)
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and data.get("lsbook") == _FORMAT


def read_saved_form(file: Path) -> SavedForm:
    """Return what ``file`` holds. Raises ``ProblemsFound`` where no form saved it."""
    try:
        data = _load(file)
    except (OSError, ValueError):
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("fields"), dict):
        raise _make_error(file, "This is not a file of a form from lsbook.")
    if data.get("version") != _VERSION:
        raise _make_error(file, "This form is from a newer lsbook than this one.")
    name = data.get("name")
    kind = FormKind.CARER if data.get("kind") == FormKind.CARER else FormKind.SESSION
    return SavedForm(name if isinstance(name, str) else "", _choose_fields(data["fields"], kind))


def _load(file: Path) -> object:
    with open_plain_file(file, follow=True) as opened:
        raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError("far too long for a form")
    return parse_json(raw)


def _choose_fields(given: Mapping[object, object], kind: FormKind) -> SessionFields:
    """Return the keys that a form has, with words that they can have; anything else is passed over."""
    texts = {str(key): clean(value).strip() for key, value in given.items() if isinstance(value, str)}
    fields: dict[str, str | tuple[str, ...] | Mapping[str, str]] = {
        key: " ".join(texts[key].split()) if key != "did" else texts[key] for key in _TEXTS if texts.get(key)
    }
    for key in _LISTS:
        if lines := tuple(" ".join(line.split()) for line in texts.get(key, "").split("\n") if line.strip()):
            fields[key] = lines
    fields |= {key: texts[key] for key, words in _WORDS.items() if texts.get(key) in set(words)}
    fields |= {key: "yes" for key in ("said-no", "not-written") if texts.get(key) == "yes"}
    why = {key: texts[key] for key, words in _WHY.items() if texts.get(key) in set(words)}
    if texts.get("why"):
        why = {"words": " ".join(texts["why"].split()), **why}
    if why:
        fields["why-in-care"] = why
    if kind is FormKind.CARER:
        fields.setdefault("part-of", SessionSetting.EVERYDAY.value)
    return fields


def _make_error(file: Path, what: str) -> ProblemsFound:
    return UNUSABLE_REPLY.make_error(Location(str(file)), what, _OTHER)
