"""What is the child's own does not exist for any command, and nothing that is held back is said by one."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.unit.practice.casework import run
from tests.unit.practice.made_up import HELD, OWN, write_made_up

FEW, MANY = range(2), range(2, 156)
COMMANDS = (
    ("due", "{story}"),
    ("due", "{caseload}", "--csv", "{out}/due.csv"),
    ("visit", "{story}", "--to", "{out}"),
    ("form", "{story}", "--for", "session", "--to", "{out}"),
    ("form", "{story}", "--for", "carer", "--to", "{out}"),
    ("evidence", "{story}", "--word", "{out}/word"),
    ("evidence", "{story}", "--since", "2026-06-01"),
    ("report", "{caseload}", "--names", "--to", "{out}/report"),
    ("report", "{caseload}", "--for-others"),
    ("caseload", "{caseload}"),
    ("audit", "{caseload}", "--sample", "1", "--to", "{out}/audit"),
    ("audit", "{caseload}", "--findings"),
    ("ask", "{story}", "open0", "--to", "{out}/asked"),
)


def _collect(folder: Path, seed: int, *, with_own: bool) -> dict[str, bytes]:
    """Everything that the commands print and write about a made-up story."""
    story = write_made_up(folder / "caseload" / "4471", seed, with_own=with_own)
    places = {"story": story, "caseload": story.parent, "out": folder / "out"}
    said = {}
    for words in COMMANDS:
        result = run(*(word.format(**places) for word in words))
        text = result.output.replace(str(folder), "")
        said[" ".join(words)] = f"{result.exit_code}\n{text}".encode()
    for file in (folder / "out").rglob("*.*"):
        said[file.relative_to(folder).as_posix()] = file.read_bytes()
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as packed:
                said[f"{file.name} inside"] = b"".join(map(packed.read, packed.namelist()))
    return said


def _expect_nothing_private(tmp_path: Path, seed: int) -> dict[str, bytes]:
    whole = _collect(tmp_path / "whole", seed, with_own=True)
    without = _collect(tmp_path / "less", seed, with_own=False)
    assert whole.keys() == without.keys()
    for name, data in whole.items():
        assert data == without[name], name
        assert not re.search(f"{OWN}|{HELD}".encode(), data, re.I), name
    return whole


@pytest.mark.parametrize("seed", FEW)
def test_no_command_knows_what_is_the_childs_own(tmp_path: Path, seed: int) -> None:
    """Commands say something, every byte is the same without all that is only-me, and no held word is in it."""
    said = _expect_nothing_private(tmp_path, seed)
    assert said["due {story}"].startswith(b"0\nMaya (")
    assert any(name.endswith("report.html") for name in said)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_no_command_knows_it_in_many_stories(tmp_path: Path, seed: int) -> None:
    """The same holds in many more made-up stories."""
    _expect_nothing_private(tmp_path, seed)
