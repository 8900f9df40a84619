"""What somebody answered on the page that lsbook ask made. The file came from outside: nothing in it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from lsbook.files.bounded import open_plain_file, parse_json
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.work import UNUSABLE_REPLY
from lsbook.practice.my_pages import LARGEST, replace_surrogates
from lsbook.reading.decode_text import clean

FORMAT, VERSION = "answers", 1
_OTHER = "Ask for the file that the page saved; it is called answers.json."
_MOST_ANSWERS = 100


class GivenReply(Struct, frozen=True):
    """An answer to a question, word for word. ``may_show``: whether the book may say who said it; ``None``: unsaid."""

    question: str
    words: str
    may_show: bool | None


class SavedAnswers(Struct, frozen=True):
    """What a page saved: about which child, by whom, and the answers; none where they would rather not."""

    name: str
    by: str
    replies: tuple[GivenReply, ...]
    is_declined: bool


def is_saved_answers(file: Path) -> bool:
    """Return whether ``file`` says that it comes from a page of lsbook ask. It is not believed for that."""
    try:
        data = _load(file)
    except (OSError, ValueError):
        return False
    return isinstance(data, dict) and data.get("lsbook") == FORMAT


def read_saved_answers(file: Path) -> SavedAnswers:
    """Return what ``file`` holds. Raises ``ProblemsFound`` where no page saved it, or nothing stands in it."""
    try:
        data = _load(file)
    except (OSError, ValueError):
        data = None
    if not isinstance(data, dict) or data.get("lsbook") != FORMAT or not isinstance(data.get("answers"), list):
        raise _make_error(file, "This is not a file of answers from lsbook.")
    if data.get("version") != VERSION:
        raise _make_error(file, "These answers are from a newer lsbook than this one.")
    parsed = [_parse_reply(reply) for reply in data["answers"][:_MOST_ANSWERS]]
    replies = tuple(reply for reply in parsed if reply and reply.words)
    is_declined = data.get("declined") is True and not replies
    by = _read_line(data, "by")
    if not by:
        raise _make_error(file, "It is not said in this file who answered.")
    if not replies and not is_declined:
        raise _make_error(file, "Nothing is written in this file.")
    return SavedAnswers(_read_line(data, "name"), by, replies, is_declined)


def _load(file: Path) -> object:
    with open_plain_file(file, follow=True) as opened:
        raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError("far too long for answers")
    return parse_json(raw)


def _parse_reply(reply: object) -> GivenReply | None:
    if not isinstance(reply, dict) or not isinstance(reply.get("words"), str):
        return None
    may_show = {"yes": True, "no": False}.get(str(reply.get("show")))
    return GivenReply(_read_line(reply, "question"), clean(replace_surrogates(reply["words"])).strip(), may_show)


def _read_line(data: Mapping[object, object], key: str) -> str:
    value = data.get(key)
    return " ".join(clean(replace_surrogates(value)).split()) if isinstance(value, str) else ""


def _make_error(file: Path, what: str) -> ProblemsFound:
    return UNUSABLE_REPLY.make_error(Location(str(file)), what, _OTHER)
