"""Files and folders that this person may not open or write."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import put
from tests.system.hostile import stories
from tests.system.hostile.stories import everything, story

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

WITHOUT_POWERS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Root may open everything, unless it gives these two powers away."""


def build(folder: Path, *options: str) -> tuple[int, str]:
    """Exit code and words of ``lsbook build`` by somebody to whom permissions apply."""
    command = [*WITHOUT_POWERS, sys.executable, "-m", "lsbook", "build", str(folder), *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def _slow(path: str, mode: int, said: str) -> object:
    return pytest.param(path, mode, said, marks=pytest.mark.slow)


@pytest.mark.parametrize(
    ("path", "mode", "said"),
    [
        _slow("story.yaml", 0, "story.yaml:\n    The computer cannot read this file (permission denied)."),
        ("people.yaml", 0, "people.yaml:\n    The computer cannot read this file (permission denied)."),
        _slow("policy.yaml", 0, "policy.yaml:\n    The computer cannot read this file (permission denied)."),
        _slow("chapters/01.md", 0, "chapters/01.md:\n    The computer cannot read this file (permission denied)."),
        ("chapters", 0, "chapters:\n    The computer cannot look into this folder (permission denied)"),
        _slow("chapters", 0o400, "chapters/01.md:\n    The computer cannot read this file (permission denied)."),
        _slow("media", 0, "media:\n    The computer cannot look into this folder (permission denied)"),
        _slow("media/album", 0, "media/album:\n    The computer cannot look into this folder (permission denied)"),
        _slow(".", 0, "is not readable"),
        _slow(".", 0o400, "story.yaml:\n    The computer cannot read this file (permission denied)."),
        _slow("books", 0, "This computer does not let lsbook write here."),
        _slow("books", 0o500, "This computer does not let lsbook write here."),
        _slow("books/9-12", 0o500, "Made 9-12"),
        ("books/9-12/pages", 0, "This computer does not let lsbook write here."),
        _slow("books/9-12/pages", 0o500, "Made 9-12"),
        _slow("books/9-12/book.sha256", 0, "This computer does not let lsbook write here."),
        (".lsbook", 0, "could not write the finished photos"),
        ("media/a.png", 0, "Warning: media/a.png:"),
    ],
)
def test_what_may_not_be_opened_is_said_with_its_name(tmp_path: Path, path: str, mode: int, said: str) -> None:
    """A file or folder that is shut is a sentence with its path and the old book stays whole, whoever shut it."""
    folder = story(tmp_path / "story")
    put(folder / "policy.yaml", "readers: []\n")
    put(folder / "media" / "album" / "b.png", (folder / "media" / "a.png").read_bytes())
    put(folder / "timeline.yaml", "- {when: '2019', what: One, photos: [b.png]}\n")
    assert stories.build(folder).exit_code == 0
    before = everything(folder / "books")
    put(folder / "timeline.yaml", "- {when: '2019', what: Two, photos: [b.png]}\n")
    kept = (folder / path).stat().st_mode
    (folder / path).chmod(mode)
    code, words = build(folder)
    (folder / path).chmod(kept)
    made = said == "Made 9-12" or path == "media/a.png"
    assert (code == 0) == made
    assert said in words or said == "Made 9-12"
    assert (everything(folder / "books") == before) != made
    subprocess.run(["sha256sum", "-c", "--quiet", "book.sha256"], cwd=folder / "books" / "9-12", check=True)
    for shut in (folder / "books").glob("**/"):
        shut.chmod(0o755)  # also what is left of the old book
    assert stories.build(folder).exit_code == 0
    assert [place.name for place in (folder / "books").iterdir()] == ["9-12"]
