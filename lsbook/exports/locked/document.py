"""Making a locked book from a finished one."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lsbook.exports.finished_book import Finished
from lsbook.exports.inline import sheet_inside
from lsbook.exports.locked.keys import KEY, ROUNDS, Slot, wrap
from lsbook.exports.locked.sealing import PIECE, listed, pieces, rounded, seal, stream
from lsbook.files.digest_lists import FILES, written_list
from lsbook.files.package import Parcel, digest_of, piece_of
from lsbook.files.resources import shipped

NAME = "locked-book"
"""Of the folder: it says nothing of whose book it is."""
DOOR, NOTE, START = "Open my book.html", "READ ME FIRST.txt", "Open my book.html"
HOW = "HOW THE LOCK WORKS.txt"
"""Beside the book, so that it can be opened when lsbook is long gone."""
FORMAT = "lsbook-locked-1"
_RULES = (
    "default-src 'none'; script-src 'self' {scripts}; style-src blob: 'sha256-{style}'; img-src blob: data:; "
    "media-src blob: data:; font-src data:; base-uri 'none'; form-action 'none'"
)
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_LANGUAGE = re.compile(r'<html lang="([^"]*)" dir="([^"]*)"')


@dataclass(frozen=True)
class Locked:
    """A locked book in a folder, and what opens it."""

    parcel: Parcel
    passphrase: str
    code: str


def make_locked(book: Finished, passphrase: str, code: str, folder: Path) -> Locked:
    """Write the locked form of ``book`` into ``folder``, which is empty."""
    key, name = secrets.token_bytes(KEY), secrets.token_hex(16)
    sheets = {f"look:{path}": sheet_inside(book, path).encode() for path in book.files if path.endswith(".css")}
    about = {"format": FORMAT, "start": START}
    flow = stream(book, sheets, about)
    size = sum(entry.size for entry in listed(book, sheets).values())
    (folder / "data").mkdir(parents=True)
    count = rounded(-(-(size + _head(book, sheets, about)) // PIECE))
    names = _names(count)
    seal(key, name, pieces(flow), count, names, folder / "data")
    slots = (wrap(key, passphrase, name), wrap(key, code, name))
    (folder / DOOR).write_text(_door(book, name, names, slots), encoding="utf-8")
    (folder / NOTE).write_text(_words(book)[1]["note"], encoding="utf-8", newline="\r\n")
    told = Path(__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
    (folder / HOW).write_text(told, encoding="utf-8", newline="\r\n")
    paths = [DOOR, NOTE, HOW, *(f"data/{one}.dat" for one in names)]
    (folder / FILES).write_text(written_list({path: digest_of(folder / path) for path in paths}), encoding="utf-8")
    parcel = Parcel(NAME, tuple(piece_of(path, folder / path) for path in (*paths, FILES)))
    return Locked(parcel, passphrase, code)


def _head(book: Finished, sheets: Mapping[str, bytes], about: Mapping[str, object]) -> int:
    return len(next(stream(book, sheets, about)))


def _names(count: int) -> list[str]:
    """Random names, all different, also where small and large letters are one."""
    names: set[str] = set()
    while len(names) < count:
        names.add(secrets.token_hex(8))
    return sorted(names, key=lambda _: secrets.randbits(64))


def _words(book: Finished) -> tuple[str, dict[str, str]]:
    """The words of the door in the language of the book, else in English; the tag comes first."""
    told = yaml.safe_load((shipped("templates") / "locked" / "words.yaml").read_text(encoding="utf-8"))
    found = _LANGUAGE.search(book.text(START))
    language = (found[1] if found else "en").partition("-")[0]
    tag = language if language in told else "en"
    return tag, told[tag]


def _door(book: Finished, name: str, names: list[str], slots: tuple[Slot, ...]) -> str:
    """The page that asks for the passphrase."""
    folder = shipped("templates") / "locked"
    script = _bare((folder / "locked.js").read_text(encoding="utf-8"))
    style = (folder / "locked.css").read_text(encoding="utf-8")
    tag, words = _words(book)
    scripts = {f"'sha256-{_digest(script)}'"}
    for path in book.files:
        if path.endswith(".html") and (policy := _POLICY.search(book.text(path))):
            scripts.update(_HASH.findall(policy[1]))
    header = {
        "format": FORMAT,
        "rounds": ROUNDS,
        "book": name,
        "slots": [slot.as_json() for slot in slots],
        "pieces": names,
    }
    loader = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    return loader.get_template("door.html").render(
        lang=tag,
        dir="rtl" if tag in ("ar", "ur", "fa") else "ltr",
        rules=Markup(_RULES.format(scripts=" ".join(sorted(scripts)), style=_digest(style))),
        script=Markup(script),
        style=Markup(style),
        header=Markup(json.dumps(header, separators=(",", ":"))),
        told=Markup(json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")),
        words=words,
    )


def _bare(script: str) -> str:
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
