"""What is the child's own does not exist for any command, and nothing that is held back is said by one."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.sharing import in_every_run
from tests.unit.practice.casework import run
from tests.unit.practice.made_up import HELD, OWN, write_made_up

FEW, MANY = range(4), range(4, 64)
"""Stories: those of which all commands are asked, and those of the slow tests."""
READABLE = range(2)
"""Those of every run: commands say something of them, so that the proof looks not only at ones that are refused."""
OF_ALL = (
    ("due", "{caseload}", "--csv", "{out}/due.csv"),
    ("report", "{caseload}", "--names", "--to", "{out}/report"),
    ("report", "{caseload}", "--for-others"),
    ("caseload", "{caseload}"),
    ("audit", "{caseload}", "--sample", "1", "--to", "{out}/audit"),
    ("audit", "{caseload}", "--findings"),
)
OF_ONE = (
    ("due", "{story}"),
    ("visit", "{story}", "--to", "{out}"),
    ("form", "{story}", "--for", "session", "--to", "{out}"),
    ("form", "{story}", "--for", "carer", "--to", "{out}"),
    ("evidence", "{story}", "--word", "{out}/word"),
    ("evidence", "{story}", "--since", "2026-06-01"),
    ("ask", "{story}", "open0", "--to", "{out}/asked"),
    ("ask", "{story}", "jan", "--as", "message", "--what", "Was the cake good?"),
    ("ask", "{story}", "zq", "--to", "{out}/asked"),
    ("letter", "{story}", "--as", "word", "--to", "{out}/letter.docx"),
    ("explain", "{story}", "--edition", "record", "--csv", "{out}/record.csv"),
    ("policy", "show", "{story}"),
)
_RECORD = "out/record.csv"
"""Says what is held back: whoever answers a request has to decide about that, too."""


def _collect(folder: Path, seed: int, commands: tuple[tuple[str, ...], ...], *, with_own: bool) -> dict[str, bytes]:
    """Everything that the commands print and write about a made-up story."""
    story = write_made_up(folder / "caseload" / "4471", seed, with_own=with_own)
    places = {"story": story, "caseload": story.parent, "out": folder / "out"}
    said = {}
    for words in commands:
        result = run(*(word.format(**places) for word in words))
        text = result.output.replace(str(folder), "")
        said[" ".join(words)] = f"{result.exit_code}\n{text}".encode()
    for file in (folder / "out").rglob("*.*"):
        said[file.relative_to(folder).as_posix()] = file.read_bytes()
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as packed:
                said[f"{file.name} inside"] = b"".join(map(packed.read, packed.namelist()))
    return said


def expect_nothing_private(folder: Path, seed: int, commands: tuple[tuple[str, ...], ...]) -> dict[str, bytes]:
    """What the commands say: the same without what is the child's own, and no word of what is held back is in it."""
    whole = _collect(folder / "whole", seed, commands, with_own=True)
    without = _collect(folder / "less", seed, commands, with_own=False)
    assert whole.keys() == without.keys()
    for name, data in whole.items():
        assert data == without[name], name
        assert not re.search((OWN if name == _RECORD else f"{OWN}|{HELD}").encode(), data, re.I), name
    return whole


@pytest.mark.parametrize("seed", in_every_run(FEW, READABLE))
def test_no_command_knows_what_is_the_childs_own(tmp_path: Path, seed: int) -> None:
    """Every byte of every command is the same after all that is only-me was deleted, and no held word is in it."""
    outputs = expect_nothing_private(tmp_path, seed, (*OF_ALL, *OF_ONE))
    if seed in READABLE:
        assert outputs["due {story}"].startswith(b"0\nMaya (")
        assert any(name.endswith("report.html") for name in outputs) and _RECORD in outputs


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_no_command_knows_it_in_many_stories(tmp_path: Path, seed: int) -> None:
    """The same holds in many more made-up stories, of each of which a few commands are asked."""
    expect_nothing_private(tmp_path, seed, (*OF_ALL, *OF_ONE[seed % 4 :: 4]))
