"""On Windows no path may have more than 260 letters, and a story lies deep in its council's own folders."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from lsbook.cli import main
from tests.building import write_files
from tests.unit.media.photos import encoded, scene

PLACE = (
    "C:\\Users\\first.last.name\\OneDrive - Council Name\\Life story work\\Christopher Montgomery-Fitzgerald's story"
)
LONGEST = 260
"""Letters of a whole path, on a Windows that nobody has set up for more."""
WORDS = "supercalifragilisticexpialidocious and everything else that happened on the day that you came to live here"
OWN = "christopher-alexander-montgomery-fitzgerald-in-the-garden-of-the-house-by-the-sea"
STORY = {
    # grown up for good: on whatever day this runs, no birthday changes how the book looks after it was made
    "story.yaml": f"child: {{name: Christopher Alexander Montgomery-Fitzgerald, born: 2000-02-14, photo: {OWN}.jpg}}\n"
    "telling-age: {age: 16, decided-by: Sam, on: 2026-02-20}\ntalk-to: [jan]\n"
    "approvals: [{edition: birth-family, by: Sam, on: 2026-02-20}]\n",
    "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n",
    "media.yaml": f"- {{file: {OWN}.jpg, shows: {WORDS}, caption: {WORDS}, also-for: [birth-family]}}\n",
    "chapters/01.md": f"---\ntitle: {WORDS}\npart: who-am-i\nheads-up: about {WORDS}\n"
    "also-for: [birth-family]\ntold: {by: Sam, on: 2026-02-20}\n---\nWords.\n",
    "letters/hello.md": f"---\nfrom: jan\nkind: hello\ntitle: {WORDS}\nalso-for: [birth-family]\n---\nHello.\n",
}
PAGES = {
    "lsbook": "my pages",
    "version": 1,
    "name": "Christopher Alexander Montgomery-Fitzgerald",
    "edition": "13-17",
    "book-made": "2026-03-01",
    "saved": "2026-03-02",
    "only-for-me": False,
    "entries": [{"kind": "add", "about": WORDS, "words": WORDS, "on": "2026-03-02"}],
}
LINES = (
    "build {story} --edition 13-17 --date 2026-03-01",
    "build {story} --edition birth-family --date 2026-03-01",
    "build {story} --edition 13-17 --date 2026-03-01 --to-read",
    "build {story} --edition 13-17 --date 2026-03-02",
    "epub {story} --edition 13-17",
    "one-file {story} --edition 13-17",
    "handover {story} --edition 13-17 --as plain --to {beside}/stick",
    "lost {story} {today}-13-17-1",
    "receive {story} {beside}/pages.json",
    "archive {story} --to {beside}/shel",
)
"""What a worker does, in this order."""
_heard: list[set[str]] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    """Note what is opened, made or moved; Python keeps such a listener for as long as it runs."""
    if _heard and event in {"open", "os.mkdir", "os.rename", "os.link", "os.symlink"}:
        _heard[-1] |= {str(part) for part in arguments[:2] if isinstance(part, str | os.PathLike)}


sys.addaudithook(_hear)


@contextmanager
def listen() -> Iterator[set[str]]:
    """Every path that this process opens, makes or moves meanwhile."""
    _heard.append(set())
    try:
        yield _heard[-1]
    finally:
        _heard.clear()


def test_no_path_is_too_long_for_windows(tmp_path: Path) -> None:
    """Whatever lsbook makes of long names, for a moment or to stay, fits below a deep folder of a council."""
    story = tmp_path / "story"
    write_files(story, {**STORY, f"media/{OWN}.jpg": encoded(scene(900, 600), "JPEG")})
    (tmp_path / "pages.json").write_text(json.dumps(PAGES), encoding="utf-8")
    with listen() as heard:
        for pattern in LINES:
            line = pattern.format(story=story, beside=tmp_path, today=date.today())
            said = CliRunner().invoke(main, line.split(), input="y\n" * 9)
            assert said.exit_code == 0, f"{line}\n{said.output}"
    inside = {path.removeprefix(f"{story}/") for path in heard if path.startswith(f"{story}/")}
    inside |= {path.relative_to(story).as_posix() for path in story.rglob("*")}
    assert len(inside) > 100
    longest = sorted((len(PLACE) + 1 + len(path), path) for path in inside)[-9:]
    assert longest[-1][0] <= LONGEST, longest
