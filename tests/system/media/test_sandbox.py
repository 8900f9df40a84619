"""Whoever takes over a process that opens media can do nothing with it: tried from inside, for real."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from lsbook.media.faults import Fault
from lsbook.media.rendering import render
from lsbook.media.workers.limits import Limits
from lsbook.media.workers.messages import receive, send
from lsbook.media.workers.sandbox import EVERY_LOCK, Locks, Protection, kernel
from lsbook.media.workers.worker_process import FilmWorker, PhotoWorker
from tests.system.media.harm import whole
from tests.unit.media.photos import busy, encoded, profile_with_red_and_blue_swapped, scene
from tests.unit.media.probing.attempts import DONE, Targets
from tests.unit.media.stories import book_of, put

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can lock a process in (README)")

HEADS = {"photo": b"\xff\xd8\xff\n", "document": b"%PDF-\n", "film": b"\0\0\0\x18ftypmp42\n"}
MODES = {
    "every lock": EVERY_LOCK,
    "no Landlock": Locks(landlock=0),
    "Landlock as Debian 12 has it": Locks(landlock=2),
}
BY_THE_LIST, BY_ANYTHING = {"EPERM", "ENOSYS"}, {"EPERM", "ENOSYS", "EACCES", "EMFILE"}
"""How the list of calls refuses, which is asked first, and how anything does."""
BY_LANDLOCK_ALONE = {
    "read the system's users",
    "read another file of the story",
    "read the parent's memory",
    "read a folder",
    "create a file",
    "write into a file",
    "create a folder",
    "create a pipe",
    "create a link",
    "move a file",
    "delete a file",
    "delete a folder",
    "run a program",
    "trace the parent",
    "connect by TCP",
}
"""What is refused even on a processor for which there is no list of calls."""
OPENED = {"read the system's users", "read a folder", "create a file", "write into a file", "connect by TCP"}
"""Of these, what needs a number for a new file, of which there is none even where Linux has no lock."""
_BY_ITSELF = (
    "import json, sys; from tests.unit.media.probing.attempts import Targets, attempt_all; "
    "print(json.dumps(attempt_all(Targets(**json.loads(sys.argv[1])))))"
)
_LONG = 300.0
"""Seconds after which something hangs, on however slow a computer."""


@pytest.fixture
def targets(tmp_path: Path) -> Iterator[Targets]:
    """A folder that may be written in, a story's secret beside it, and somebody who listens."""
    folder = tmp_path / "folder"
    (folder / "empty").mkdir(parents=True)
    for name in ("kept", "doomed"):
        (folder / name).write_text("kept", encoding="utf-8")
    (tmp_path / "story.yaml").write_text("child:\n  name: Maya\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as door:
        name = f"\0lsbook {folder}"[:100]
        door.bind(name)
        door.listen()
        yield Targets(str(folder), str(tmp_path / "story.yaml"), server.getsockname()[1], name, os.getpid())


def order(kind: str, orders: dict[str, Any], locks: Locks, folder: Path) -> tuple[Any, Protection | None]:
    """Hand a medium of ``kind`` that takes its worker over; what the worker answers, and what held it in."""
    source, limits = HEADS[kind] + json.dumps(orders).encode(), Limits(locks=locks)
    process: PhotoWorker | FilmWorker
    if kind == "film":
        (folder / "source").write_bytes(source)
        with (folder / "source").open("rb") as opened, (folder / "target").open("w+b") as target:
            process = FilmWorker(limits, opened, target, "tests.unit.media.probing.film")
        answers = process.process.stderr
        process.wait_until_ready()
    else:
        process = PhotoWorker(limits, "tests.unit.media.probing.photo")
        answers = process.process.stdout
        process.wait_until_ready()
        assert process.process.stdin
        send(process.process.stdin, source)
    assert answers
    late = threading.Timer(_LONG, process.close)  # an attempt that waits for something must not hold up the tests
    late.start()
    answer = receive(answers)
    late.cancel()
    process.close()
    process.release()
    assert answer, "the process said nothing: it was killed"
    return json.loads(answer), process.protection


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", HEADS)
def test_nothing_can_be_done_from_inside(targets: Targets, tmp_path: Path, kind: str, mode: str) -> None:
    """From inside a worker nothing is read, written, run, connected, signalled or gained, whatever Landlock holds."""
    before = _state(tmp_path)
    report, protection = order(kind, asdict(targets), MODES[mode], tmp_path)
    assert protection == Protection(min(_landlock(), MODES[mode].landlock), seccomp=True)
    tried = report["tried"]
    assert tried.pop("work") == DONE
    assert len(tried) > 70
    assert {name: outcome for name, outcome in tried.items() if outcome not in BY_THE_LIST} == {}
    assert _state(tmp_path) == before | ({"source", "target"} if kind == "film" else set())


@pytest.mark.parametrize("kind", HEADS)
def test_landlock_alone_holds_the_files(targets: Targets, tmp_path: Path, kind: str) -> None:
    """On a processor without a list of calls, files and programs are still out of reach where Linux has Landlock."""
    orders = asdict(replace(targets, only=tuple(BY_LANDLOCK_ALONE)))
    report, protection = order(kind, orders, Locks(seccomp=False), tmp_path)
    assert protection == Protection(_landlock(), seccomp=False)
    tried = report["tried"]
    assert set(tried) == BY_LANDLOCK_ALONE
    refused = {name for name, outcome in tried.items() if outcome in BY_ANYTHING}
    assert refused >= (BY_LANDLOCK_ALONE if _landlock() else OPENED), tried


def test_what_is_tried_is_possible_elsewhere(targets: Targets) -> None:
    """The attempts are real: a process that is not locked in reads, writes, runs, connects and signals."""
    key = BY_LANDLOCK_ALONE - {"run a program", "trace the parent", "read the parent's memory"}
    key |= {"start a process", "send by UDP", "connect to a socket", "signal the parent", "look at a file", "listen"}
    orders = json.dumps(asdict(replace(targets, only=tuple(key))))
    command = [sys.executable, "-c", _BY_ITSELF, orders]
    said = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, check=True, timeout=_LONG).stdout
    assert json.loads(said) == dict.fromkeys(key, DONE)


@pytest.mark.parametrize(("kind", "in_hand"), [("photo", ["pipe"]), ("document", ["pipe"]), ("film", ["file", "pipe"])])
def test_a_worker_has_nothing_in_hand_but_its_medium(
    targets: Targets, tmp_path: Path, kind: str, in_hand: list[str]
) -> None:
    """Nothing that the build has open reaches a worker: no other file, and no socket."""
    report, _ = order(kind, asdict(targets), EVERY_LOCK, tmp_path)
    assert report["open"][0].startswith("0 ")
    kinds = {name.split()[1] for name in report["open"]} - {"other"}
    assert kinds == set(in_hand)
    assert [name for name in report["open"] if name.endswith("other")] == [
        f"{number} other"
        for number in (1, 2)  # nowhere
    ]


def test_linux_says_that_a_worker_is_locked_in() -> None:
    """Linux itself says of a worker that it has a filter, no new rights and no capability, root's neither."""
    bench = PhotoWorker(Limits())
    bench.wait_until_ready()
    lines = Path("/proc", str(bench.process.pid), "status").read_text(encoding="ascii").splitlines()
    status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    bench.close()
    bench.release()
    assert (status["Seccomp"], status["NoNewPrivs"]) == ("2", "1")
    assert {int(status[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")} == {0}


@pytest.mark.parametrize(
    "locks",
    [
        pytest.param(locks, id=mode, marks=[] if locks == EVERY_LOCK else [pytest.mark.slow])
        for mode, locks in MODES.items()
    ],
)
def test_every_medium_is_made_inside(tmp_path: Path, locks: Locks) -> None:
    """Every kind of photo, film, sound and document is made by a locked worker, and none has to be warned of."""
    media = whole() | _further()
    put(tmp_path, media)
    renditions = render([book_of(*media)], tmp_path, tmp_path / ".lsbook", lambda _d, _t: None, Limits(locks=locks))
    assert renditions.unusable == ()
    assert set(renditions.by_file) == set(media)
    assert renditions.warnings == ()


def _further() -> dict[str, bytes]:
    """What decoders do beyond the simplest file of each kind."""
    picture, turned = busy(800, 600), busy(800, 600).rotate(90)
    return {
        "a.avif": encoded(picture, "AVIF"),
        "lossless.webp": encoded(picture, "WEBP", lossless=True),
        "moving.webp": encoded(picture, "WEBP", save_all=True, append_images=[turned]),
        "two.mpo": encoded(busy(800, 600), "MPO", save_all=True, append_images=[busy(600, 800)]),
        "pages.tif": encoded(picture, "TIFF", save_all=True, append_images=[turned], compression="tiff_lzw"),
        "jpeg.tif": encoded(picture, "TIFF", compression="jpeg"),
        "fax.tif": encoded(picture.convert("1"), "TIFF", compression="group4"),
        "profile.jpg": encoded(picture, "JPEG", icc_profile=profile_with_red_and_blue_swapped()),
        "large.jpg": encoded(busy(4000, 3000), "JPEG"),
        "tiles.heic": encoded(picture, "HEIF", tile_size=256),
    }


def test_a_missing_lock_is_said_once(tmp_path: Path) -> None:
    """Where Linux has neither lock the media are made all the same, and the build says so once, in plain words."""
    media = {f"{number}.jpg": encoded(scene(64, 64 + number), "JPEG") for number in range(4)} | {"a.mp4": _film()}
    put(tmp_path, media)
    limits = Limits(locks=Locks(landlock=0, seccomp=False))
    renditions = render([book_of(*media)], tmp_path, tmp_path / ".lsbook", lambda _done, _total: None, limits)
    assert set(renditions.by_file) == set(media)
    [warning] = renditions.warnings
    assert warning.is_warning
    assert "lock in" in warning.what
    assert warning.remedy


def test_locks_change_no_byte(tmp_path: Path) -> None:
    """The renditions are the same byte for byte with every lock and with none."""
    kept = ("a.jpg", "a.heic", "a.tif", "hidden.png", "a.pdf", "a.mp4", "a.wav")
    media = {name: content for name, content in whole().items() if name in kept}
    names = []
    for number, locks in enumerate((EVERY_LOCK, Locks(landlock=0, seccomp=False))):
        story = tmp_path / str(number)
        put(story, media)
        made = render([book_of(*media)], story, story / ".lsbook", lambda _done, _total: None, Limits(locks=locks))
        names.append({file: sorted(rendered.files_by_name) for file, rendered in made.by_file.items()})
    assert names[0] == names[1]  # their names come from their content
    assert len(names[0]) == len(kept)


@pytest.mark.skipif(
    kernel.detect_machine() != 62, reason="on x86_64 a program can ask by other numbers; see test_filter.py"
)
def test_a_call_by_the_numbers_of_another_processor_ends_the_process() -> None:
    """What asks Linux by the numbers of 32 bits, among which reading is opening, is killed before anything is done."""
    code = (
        "import ctypes, mmap; from lsbook.media.workers.sandbox import confine, EVERY_LOCK; "
        "page = mmap.mmap(-1, 4096, prot=7); page.write(bytes.fromhex('b814000000cd80c3')); "  # getpid by int 0x80
        "ask = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page))); "
        "confine(EVERY_LOCK); print('locked', flush=True); ask(); print('alive', flush=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=_LONG, check=False)
    assert done.stdout == b"locked\n", done
    assert done.returncode in (-signal.SIGSYS, -signal.SIGSEGV)  # the second where Linux knows no such numbers at all


def test_a_worker_cannot_talk_for_ever(tmp_path: Path) -> None:
    """A worker that only says that it goes on is given up in the end."""
    bench = PhotoWorker(Limits(), "tests.unit.media.probing.photo")
    bench.wait_until_ready()
    source = HEADS["document"] + b'{"talk": true}'
    assert bench.transcode(source, Limits(total_seconds=1.5), lambda _part: None) is Fault.TOO_SLOW
    bench.release()


def _film() -> bytes:
    return whole()["a.mp4"]


def _state(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def _landlock() -> int:
    """The version of Landlock that this kernel has, as far as it is used; 0: none."""
    try:
        return min(kernel.make_system_call(444, None, 0, 1), EVERY_LOCK.landlock)
    except OSError:
        return 0
