"""Whatever an enemy puts on a stick: a plain sentence, no traceback, no hang, little memory, nothing outside."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsbook.files.bounded import LARGEST_LIST, MOST_FILES
from tests.building import put
from tests.system.hostile.enemies import (
    PAGES,
    STORY,
    WORDS,
    bag,
    copy,
    door,
    header,
    holes,
    link,
    listing,
    lock,
    lock_in,
    nest,
    overlap,
    pack,
    pipe,
    table_of,
)
from tests.system.hostile.measured import Runner, runner

MOST = 500_000
"""KiB that a command may use."""
DAMAGED, DOOR_DAMAGED = "list of the book's files is damaged", "its door is damaged"
NO_FILE = "a link, a pipe or a device"
HARM = "is damaged, or was made to do harm: nothing is written"
NO_PAGES = "This is not a file of pages from a life story book"
ZERO = "0" * 64
TERA = 10**13
Maker = Callable[[Path], Path]


def do(place: Path, *more: object) -> Path:
    """``place``, once ``more`` has been made in it."""
    return place


def fill(folder: Path, count: int) -> Path:
    copy(folder)
    (folder / "more").mkdir()
    for number in range(count):
        (folder / "more" / f"{number}").touch()
    return folder


ENEMIES: tuple[tuple[str, str, Maker, str], ...] = (
    # verify: a folder
    ("verify", "pipe for a copy", pipe, "pipe or a device"),
    ("verify", "device for a copy", lambda at: link(at, "/dev/zero"), "pipe or a device"),
    ("verify", "pipe for a list", lambda at: do(at, copy(at), pipe(at / "book.sha256")), "pipe or a device"),
    (
        "verify", "pipe for the list beside",
        lambda at: do(put(at, b"x"), pipe(Path(f"{at}.sha256"))), "no list beside",
    ),
    ("verify", "pipe for a file", lambda at: do(at, copy(at), pipe(at / "a.html")), "is gone"),
    ("verify", "link for a file", lambda at: do(at, copy(at), link(at / "a.html", "/etc/hostname")), "is gone"),
    ("verify", "folder for a file", lambda at: copy(at, {"a/b": b""}, listing({"a": b""})), "is gone"),
    ("verify", "folder for a list", lambda at: do(at, put(at / "book.sha256" / "x", b"")), "no copy and no archive"),
    ("verify", "list that leads out", lambda at: copy(at, None, f"{ZERO}  ../../etc/passwd\n"), DAMAGED),
    ("verify", "list from the root", lambda at: copy(at, None, f"{ZERO}  /etc/passwd\n"), DAMAGED),
    ("verify", "list with a drive", lambda at: copy(at, None, f"{ZERO}  C:\\a.html\n"), DAMAGED),
    ("verify", "list with a stream", lambda at: copy(at, None, f"{ZERO}  a.html:b\n"), DAMAGED),
    ("verify", "list with a zero", lambda at: copy(at, None, f"{ZERO}  a\0.html\n"), DAMAGED),
    ("verify", "list that says twice", lambda at: copy(at, None, f"{ZERO}  a.html\n" * 2), DAMAGED),
    ("verify", "list in UTF-16", lambda at: copy(at, None, f"{ZERO}  a.html\n".encode("utf-16")), DAMAGED),
    ("verify", "list with a mark", lambda at: copy(at, None, f"\ufeff{ZERO}  a.html\n"), DAMAGED),
    ("verify", "list of an old Windows", lambda at: copy(at, None, f"{ZERO}  caf\xe9\n".encode("cp1252")), "is gone"),
    ("verify", "list of gigabytes", lambda at: do(at, copy(at), holes(at / "book.sha256", TERA)), "far too long"),
    ("verify", "list of one line", lambda at: copy(at, None, b"0" * LARGEST_LIST), DAMAGED),
    ("verify", "list of line ends", lambda at: copy(at, None, b"\n" * LARGEST_LIST), "far too long"),
    ("verify", "list of too many", lambda at: copy(at, None, f"{ZERO}  a\n" * (MOST_FILES + 1)), "far too long"),
    (
        "verify",
        "list of very many",
        lambda at: copy(at, None, "".join(f"{ZERO}  {number:060}\n" for number in range(MOST_FILES))),
        "More is wrong with this copy",
    ),
    ("verify", "file of holes", lambda at: do(at, copy(at), holes(at / "a.html", TERA)), "far larger than they are"),
    ("verify", "single file of holes", lambda at: holes(at.with_suffix(".zip"), TERA), "far larger than they are"),
    ("verify", "very many files", lambda at: fill(at, 20_000), "does not belong to the copy"),
    ("verify", "very long name", lambda at: at / ("x" * 5000), "too long"),
    # verify: a zip
    ("verify", "zip that overlaps", lambda at: overlap(at.with_suffix(".zip"), 300, 3_000_000), "overlap"),
    ("verify", "zip of many overlaps", lambda at: overlap(at.with_suffix(".zip"), 60_000, 1000), "overlap"),
    (
        "verify",
        "zip bomb",
        lambda at: pack(at.with_suffix(".zip"), {"a/book.sha256": b"x", "a/b": bytes(200_000_000)}),
        "unpack to far more",
    ),
    (
        "verify",
        "zip in a zip",
        lambda at: pack(at.with_suffix(".zip"), {"a.zip": pack(at / "b", {"b": bytes(10**7)}).read_bytes()}),
        "no book in this zip",
    ),
    (
        "verify",
        "zip of gigabytes of memory",
        lambda at: pack(at.with_suffix(".zip"), {"a/book.sha256": b"x"}, zipfile.ZIP_LZMA),
        "a way in which lsbook packs none",
    ),
    (
        "verify",
        "zip with a list without end",
        lambda at: pack(at.with_suffix(".zip"), {"a/book.sha256": bytes(LARGEST_LIST + 1)}),
        "far too long",
    ),
    ("verify", "zip that lies", lambda at: table_of(at.with_suffix(".zip"), 9, 0xFFFFFFFF), "not as it was handed"),
    ("verify", "zip that is too large", lambda at: table_of(at.with_suffix(".zip"), 9, 9, large=True), "not as it was"),
    # verify and restore: an archive
    ("restore", "pipe for an archive", pipe, "no archive here"),
    ("verify", "pipe for its door", lambda at: do(at, bag(at), pipe(at / "bagit.txt")), "pipe or a device"),
    ("verify", "pipe for its list", lambda at: do(at, bag(at), pipe(at / "manifest-sha256.txt")), NO_FILE),
    ("restore", "pipe in it", lambda at: do(at, bag(at), pipe(at / "data" / "story" / "x")), NO_FILE),
    ("restore", "link in it", lambda at: do(at, bag(at), link(at / "data" / "x", "/etc")), "link to somewhere else"),
    ("restore", "path out", lambda at: bag(at, manifest=f"{ZERO}  data/../../x\n"), "leads out"),
    ("restore", "path from the root", lambda at: bag(at, manifest=f"{ZERO}  /etc/passwd\n"), "leads out"),
    ("restore", "path with a drive", lambda at: bag(at, manifest=f"{ZERO}  C:/x\n"), "leads out"),
    ("restore", "path with backslashes", lambda at: bag(at, manifest=f"{ZERO}  data\\..\\..\\x\n"), "leads out"),
    ("restore", "path home", lambda at: bag(at, manifest=f"{ZERO}  ~/x\n"), "leads out"),
    ("restore", "path in another alphabet", lambda at: bag(at, encoding="UTF-7"), "not written in UTF-8"),
    ("restore", "list in UTF-16", lambda at: bag(at, manifest=f"{ZERO}  data/x\n".encode("utf-16")), "UTF-8"),
    (
        "restore", "to be fetched",
        lambda at: do(bag(at), put(at / "fetch.txt", "http://127.0.0.1:9/x - x\n")), "fetches",
    ),
    (
        "restore", "list of gigabytes",
        lambda at: do(at, bag(at), holes(at / "manifest-sha256.txt", TERA)), "too long",
    ),
    ("restore", "list of too many", lambda at: bag(at, manifest=f"{ZERO}  x\n" * (MOST_FILES + 1)), "more files than"),
    ("restore", "list of strange lines", lambda at: bag(at, manifest="x\n" * MOST_FILES), "cannot be read"),
    (
        "restore",
        "list of very many",
        lambda at: bag(at, manifest="".join(f"{ZERO}  data/{number:060}\n" for number in range(MOST_FILES))),
        "is gone",
    ),
    ("restore", "door of gigabytes", lambda at: do(at, bag(at), holes(at / "bagit.txt", TERA)), "too long"),
    ("restore", "words of gigabytes", lambda at: do(at, bag(at), holes(at / "bag-info.txt", TERA)), "too long"),
    (
        "restore",
        "no algorithm",
        lambda at: do(at, bag(at), (at / "manifest-sha256.txt").rename(at / "manifest-rot13.txt")),
        "list of a kind",
    ),
    (
        "restore",
        "algorithm without a length",
        lambda at: do(at, bag(at), put(at / "manifest-shake_128.txt", "00  data/story/story.yaml\n")),
        "list of a kind",
    ),
    (
        "restore",
        "file of holes",
        lambda at: do(at, bag(at), holes(at / "data" / "story" / "story.yaml", TERA)),
        "far larger than they are",
    ),
    ("restore", "no story in it", lambda at: bag(at, files={"data/x": b"x"}), "no story in this archive"),
    ("restore", "half a bag", lambda at: do(bag(at), put(at / "bagit.txt", "BagIt-Version: x\n")), "UTF-8"),
    # unlock: the door
    ("unlock", "pipe for its door", lambda at: do(at, pipe(at / "Open my book.html")), DOOR_DAMAGED),
    ("unlock", "link for its door", lambda at: do(at, link(at / "Open my book.html", "/dev/zero")), DOOR_DAMAGED),
    ("unlock", "door of gigabytes", lambda at: do(at, holes(at / "Open my book.html", TERA)), DOOR_DAMAGED),
    ("unlock", "file for a folder", lambda at: put(at, b"x"), DOOR_DAMAGED),
    ("unlock", "broken header", lambda at: door(at, "{"), DOOR_DAMAGED),
    ("unlock", "deep header", lambda at: door(at, nest(500_000)), DOOR_DAMAGED),
    ("unlock", "header in UTF-16", lambda at: door(at, json.dumps(header()).encode("utf-16")), DOOR_DAMAGED),
    ("unlock", "header of nothing", lambda at: door(at, "null"), DOOR_DAMAGED),
    ("unlock", "header that says twice", lambda at: door(at, json.dumps(header())[:-1] + ',"rounds":1}'), DOOR_DAMAGED),
    ("unlock", "header of a huge number", lambda at: door(at, '{"rounds":' + "9" * 10_000 + "}"), DOOR_DAMAGED),
    ("unlock", "header of objects", lambda at: door(at, "[" + "{}," * 1_300_000 + "{}]"), DOOR_DAMAGED),
    ("unlock", "many headers", lambda at: door(at, '<script id="header">' * 90_000), DOOR_DAMAGED),
    ("unlock", "thousand slots", lambda at: lock(at, {}, slots=[{}] * 1000), DOOR_DAMAGED),
    ("unlock", "slots of another kind", lambda at: lock(at, {}, slots={"a": 1}), DOOR_DAMAGED),
    ("unlock", "piece twice", lambda at: lock(at, {}, pieces=["a" * 16] * 2), DOOR_DAMAGED),
    ("unlock", "piece that leads out", lambda at: lock(at, {}, pieces=["../../../etc/x"]), DOOR_DAMAGED),
    *(
        ("unlock", f"rounds of {rounds!r}", lambda at, rounds=rounds: lock(at, {}, rounds=rounds), "number of rounds")
        for rounds in (0, -1, "1000", 1.5, True, None, [1], 10**9, 10**30)
    ),
    # unlock: what is behind it
    ("unlock", "pipe for a piece", lambda at: do(lock_in(at, "a"), pipe(at / "data" / f"{0:016x}.dat")), "damaged"),
    (
        "unlock", "piece of gigabytes",
        lambda at: do(lock_in(at, "a"), holes(at / "data" / f"{0:016x}.dat", TERA)), "damaged",
    ),
    ("unlock", "short piece", lambda at: lock(at, {}, plain=b"x"), "damaged"),
    ("unlock", "list without end", lambda at: lock(at, {}, plain=b"\xff" * 4194304), HARM),
    ("unlock", "broken list", lambda at: lock(at, b"{"), HARM),
    ("unlock", "deep list", lambda at: lock(at, nest(1_000_000).encode()), HARM),
    ("unlock", "list of nothing", lambda at: lock(at, []), HARM),
    ("unlock", "list of numbers that are none", lambda at: lock(at, b'{"files":{"a":[0,NaN]}}'), HARM),
    ("unlock", "list of half letters", lambda at: lock(at, b'{"files":{"\\ud800":[0,1]}}'), HARM),
    ("unlock", "list that says twice", lambda at: lock(at, b'{"files":{"a":[0,1],"a":[1,1]}}'), HARM),
    (
        "unlock",
        "files that overlap",
        lambda at: lock(at, {"files": {f"{number}": [0, 3_000_000] for number in range(300)}}),
        HARM,
    ),
    ("unlock", "file beyond the end", lambda at: lock(at, {"files": {"a": [0, 10**12]}}), HARM),
    ("unlock", "file before the beginning", lambda at: lock(at, {"files": {"a": [-1, 1]}}), HARM),
    (
        "unlock", "too many files",
        lambda at: lock(at, {"files": {f"{n}": [0, 0] for n in range(MOST_FILES + 1)}}), HARM,
    ),
    *(
        ("unlock", f"file at {path!r}", lambda at, path=path: lock_in(at, path), HARM)
        for path in (
            "../x", "/tmp/x", "C:/x", "a\\..\\..\\x", "a:b", "a/../../x", "a//b", "", ".", "a\0b", "a. ", "x" * 600,
        )
    ),
    ("unlock", "names that are one on a stick", lambda at: lock_in(at, "a", "A"), HARM),
    ("unlock", "file in a file", lambda at: lock_in(at, "a", "a/b"), "could not be written"),
    # receive
    ("receive", "pipe for pages", pipe, NO_FILE),
    ("receive", "device for pages", lambda at: link(at, "/dev/zero"), NO_FILE),
    ("receive", "folder for pages", lambda at: do(at, put(at / "x", b"")), "cannot be read"),
    ("receive", "pages of gigabytes", lambda at: holes(at, TERA), "far too long"),
    ("receive", "broken pages", lambda at: put(at, "{"), NO_PAGES),
    ("receive", "deep pages", lambda at: put(at, nest(500_000)), NO_PAGES),
    ("receive", "pages in UTF-16", lambda at: put(at, json.dumps(PAGES).encode("utf-16")), NO_PAGES),
    ("receive", "pages of an old Windows", lambda at: put(at, b'{"lsbook":"my pages","name":"Zo\xeb"}'), NO_PAGES),
    ("receive", "pages that say twice", lambda at: put(at, json.dumps(PAGES)[:-1] + ',"only-for-me":false}'), NO_PAGES),
    ("receive", "pages of a huge number", lambda at: put(at, '{"version":' + "9" * 10_000 + "}"), NO_PAGES),
    (
        "receive", "pages of numbers that are none",
        lambda at: put(at, json.dumps({**PAGES, "x": float("nan")})), NO_PAGES,
    ),
    (
        "receive", "pages of nothing",
        lambda at: put(at, json.dumps({**PAGES, "entries": [{}] * 100_000})), "Entry 20 of",
    ),
    (
        "receive", "pages of other kinds",
        lambda at: put(at, json.dumps({**PAGES, "entries": {"a": 1}})), "Nothing is written",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def commands() -> Iterator[Runner]:
    with runner() as started:
        yield started


def _line(command: str, enemy: Path, folder: Path) -> tuple[object, ...]:
    if command == "receive":
        put(folder / "story" / "story.yaml", STORY)
        return "receive", folder / "story", enemy
    return (command, enemy) if command == "verify" else (command, enemy, "--to", folder / "plain")


def _everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


_EACH = 5
"""Of the enemies of each command so many are met in every run, the others with the slow tests."""


def _rows() -> list[object]:
    met: Counter[str] = Counter()
    rows = list[object]()
    for row in ENEMIES:
        met[row[0]] += 1
        marks = [pytest.mark.slow] if met[row[0]] > _EACH else []
        rows.append(pytest.param(*row, id=" ".join(row[:2]), marks=marks))
    return rows


@pytest.mark.parametrize(("command", "name", "make", "says"), _rows())
def test_an_enemy_gets_a_sentence(
    tmp_path: Path, commands: Runner, command: str, name: str, make: Maker, says: str
) -> None:
    """Each is refused in its own words, with less than 500 MB of memory, and leaves nothing behind anywhere."""
    folder = tmp_path / "stick"
    folder.mkdir()
    enemy = make(folder / "enemy")
    line = _line(command, enemy, folder)
    before = _everything(tmp_path)
    ran = commands.run(*line, typed=f"{WORDS}\n")
    assert "Traceback" not in ran.said and ran.code == 1, f"{name}: {ran.code} {ran.said[-2000:]}"
    assert says in ran.said, f"{name}: {ran.said[-2000:]}"
    assert len(ran.said) < 100_000, name
    assert ran.memory < MOST, f"{name}: {ran.memory} KiB"
    assert _everything(tmp_path) == before, name


def test_rounds_are_read_from_the_header(tmp_path: Path, commands: Runner) -> None:
    """As FORMAT.md promises: a book of another number of rounds opens, and gets no weaker lock with new words."""
    place = lock_in(tmp_path / "locked", "a.html")
    ran = commands.run("unlock", place, "--to", tmp_path / "plain", typed=f"{WORDS}\n")
    assert ran.code == 0 and (tmp_path / "plain" / "a.html").is_file(), ran.said
    put(place / "files.sha256", f"{ZERO}  data/{0:016x}.dat\n")
    assert commands.run("passphrase", place, typed=f"{WORDS}\n").code == 0
    assert '"rounds":1000000' in (place / "Open my book.html").read_text("utf-8")


def test_what_is_no_enemy_comes_through(tmp_path: Path, commands: Runner) -> None:
    """The same copies, archives and pages without their tricks are taken as they are."""
    assert commands.run("verify", copy(tmp_path / "copy")).code == 0
    assert commands.run("verify", bag(tmp_path / "bag")).code == 0
    assert commands.run("restore", tmp_path / "bag", "--to", tmp_path / "story").code == 0
    words = {**PAGES, "entries": [{"kind": "add", "words": "A face cut in two: \ud83d"}]}
    ran = commands.run("receive", tmp_path / "story", put(tmp_path / "pages.json", json.dumps(words)))
    assert ran.code == 0, ran.said
    [kept] = (tmp_path / "story" / "work" / "contributions").iterdir()
    assert "A face cut in two" in kept.read_text("utf-8")


def test_pages_are_written_inside_the_story_alone(tmp_path: Path, commands: Runner) -> None:
    """Where the folder for them is a link to another place, nothing is written there."""
    put(tmp_path / "story" / "story.yaml", STORY)
    (tmp_path / "outside").mkdir()
    link(tmp_path / "story" / "work" / "contributions", str(tmp_path / "outside"))
    ran = commands.run("receive", tmp_path / "story", put(tmp_path / "pages.json", json.dumps(PAGES)))
    assert ran.code == 1 and "link to another place" in ran.said
    assert not list((tmp_path / "outside").iterdir())
