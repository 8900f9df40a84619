"""Making a locked book from a finished one."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from lsbook.exports.finished_book import FinishedBook
from lsbook.exports.inline import inline_stylesheet
from lsbook.exports.locked.keys import KEY, ROUNDS, Slot, wrap
from lsbook.exports.locked.sealing import PIECE, generate_stream, lay_out_stream, pad_count, seal, split_pieces
from lsbook.files.digest_lists import LOCKED_LIST_NAME, format_list
from lsbook.files.digests import compute_digest
from lsbook.files.package import Package, make_package_file
from lsbook.files.resources import find_resources, strip_remarks

NAME = "locked-book"
"""Of the folder: it says nothing of whose book it is."""
UNLOCK_PAGE, NOTE, START = "Open my book.html", "READ ME FIRST.txt", "Open my book.html"
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


class LockedBook(Struct, frozen=True):
    """A locked book in a folder, and what opens it."""

    package: Package
    passphrase: str
    code: str


def make_locked_book(book: FinishedBook, passphrase: str, code: str, folder: Path) -> LockedBook:
    """Write the locked form of ``book`` into ``folder``, which is empty."""
    key, name = secrets.token_bytes(KEY), secrets.token_hex(16)
    stylesheets = {
        f"look:{path}": inline_stylesheet(book, path).encode() for path in book.files if path.endswith(".css")
    }
    about = {"format": FORMAT, "start": START}
    stream = generate_stream(book, stylesheets, about)
    size = sum(entry.size for entry in lay_out_stream(book, stylesheets).values())
    (folder / "data").mkdir(parents=True)
    count = pad_count(-(-(size + _measure_head(book, stylesheets, about)) // PIECE))
    names = _make_names(count)
    seal(key, name, split_pieces(stream), count, names, folder / "data")
    slots = (wrap(key, passphrase, name), wrap(key, code, name))
    (folder / UNLOCK_PAGE).write_text(_render_unlock_page(book, name, names, slots), encoding="utf-8")
    (folder / NOTE).write_text(_load_words(book)[1]["note"], encoding="utf-8", newline="\r\n")
    description = Path(__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
    (folder / HOW).write_text(description, encoding="utf-8", newline="\r\n")
    paths = [UNLOCK_PAGE, NOTE, HOW, *(f"data/{piece_name}.dat" for piece_name in names)]
    (folder / LOCKED_LIST_NAME).write_text(
        format_list({path: compute_digest(folder / path) for path in paths}), encoding="utf-8"
    )
    package = Package(NAME, tuple(make_package_file(path, folder / path) for path in (*paths, LOCKED_LIST_NAME)))
    return LockedBook(package, passphrase, code)


def _measure_head(book: FinishedBook, stylesheets: Mapping[str, bytes], about: Mapping[str, object]) -> int:
    return len(next(generate_stream(book, stylesheets, about)))


def _make_names(count: int) -> list[str]:
    """Random names, all different, also where small and large letters are one."""
    names: set[str] = set()
    while len(names) < count:
        names.add(secrets.token_hex(8))
    return sorted(names, key=lambda _: secrets.randbits(64))


def _load_words(book: FinishedBook) -> tuple[str, dict[str, str]]:
    """The words of the unlock page in the language of the book, else in English; the tag comes first."""
    words_by_tag = yaml.safe_load((find_resources("templates") / "locked" / "words.yaml").read_text(encoding="utf-8"))
    match = _LANGUAGE.search(book.read_text(START))
    language = (match[1] if match else "en").partition("-")[0]
    tag = language if language in words_by_tag else "en"
    return tag, words_by_tag[tag]


def _render_unlock_page(book: FinishedBook, name: str, names: list[str], slots: tuple[Slot, ...]) -> str:
    """The page that asks for the passphrase."""
    folder = find_resources("templates") / "locked"
    script = strip_remarks((folder / "locked.js").read_text(encoding="utf-8"))
    style = (folder / "locked.css").read_text(encoding="utf-8")
    tag, words = _load_words(book)
    scripts = {f"'sha256-{_hash_for_policy(script)}'"}
    for path in book.files:
        if path.endswith(".html") and (policy := _POLICY.search(book.read_text(path))):
            scripts.update(_HASH.findall(policy[1]))
    header = {
        "format": FORMAT,
        "rounds": ROUNDS,
        "book": name,
        "slots": [slot.to_json() for slot in slots],
        "pieces": names,
    }
    loader = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    return loader.get_template("door.html").render(
        lang=tag,
        dir="rtl" if tag in ("ar", "ur", "fa") else "ltr",
        rules=Markup(_RULES.format(scripts=" ".join(sorted(scripts)), style=_hash_for_policy(style))),
        script=Markup(script),
        style=Markup(style),
        header=Markup(json.dumps(header, separators=(",", ":"))),
        told=Markup(json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")),
        words=words,
    )


def _hash_for_policy(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
