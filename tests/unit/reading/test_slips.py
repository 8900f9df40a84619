"""Forty slips of the keyboard in a worker's files: each gets one message, which names the cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import Problem, ProblemsFound
from lsbook.pipeline import load
from tests.building import write_files
from tests.unit.reading.slips import FILES, SLIPS


def _load(folder: Path, files: dict[str, str | bytes]) -> tuple[Problem, ...]:
    try:
        return load(write_files(folder, files), None).warnings
    except ProblemsFound as stopped:
        return stopped.problems


def test_the_files_are_sound_without_a_slip(tmp_path: Path) -> None:
    """What the slips are made in has nothing wrong with it."""
    assert _load(tmp_path, dict(FILES)) == ()


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_gets_one_message_that_names_the_cause(tmp_path: Path, name: str) -> None:
    """One slip is one message, on the line of the slip, with the words that help."""
    slip = SLIPS[name]
    text = FILES[slip.file].replace(slip.old, slip.new, 1)
    assert text != FILES[slip.file]
    problems = _load(tmp_path, {**FILES, slip.file: text})
    assert len(problems) == 1, [f"{problem.at}: {problem.what}" for problem in problems]
    said = f"{problems[0].what} {problems[0].remedy}"
    assert [words for words in slip.words if words not in said] == []
    assert problems[0].at.path == slip.file
    assert not name.startswith("dash") or "keep one of the two" not in said.casefold()


def test_there_are_forty_slips() -> None:
    """Forty at least, or the promise above is a smaller one."""
    assert len(SLIPS) >= 40


OFFICE = b"PK\x03\x04 and what follows"


@pytest.mark.parametrize(
    ("gone", "there", "words"),
    [
        ("people.yaml", {"people.yaml.txt": FILES["people.yaml"]}, ("hides its ending", '"people.yaml"')),
        ("people.yaml", {"People.yml": FILES["people.yaml"]}, ('"people.yaml"',)),
        ("people.yaml", {"people.yaml": OFFICE}, ("Word", "plain text")),
        ("", {"chapters/02-more.docx": OFFICE}, ("copy the words", '"02-more.md"')),
        ("", {"chapters/02-more.md": OFFICE}, ("Word", "plain text")),
        ("", {"chapters/02-more.md.txt": "Hello"}, ("hides its real ending", '"02-more.md"')),
        ("", {"people.yaml": FILES["people.yaml"].replace("Mr Lal", "Mr Lál").encode("cp1252")}, ("old Windows",)),
    ],
)
def test_a_slip_of_the_file_gets_one_message(
    tmp_path: Path, gone: str, there: dict[str, str | bytes], words: tuple[str, ...]
) -> None:
    """A file with a wrong name or of another program is said once, and not what is missing because of it."""
    files = {path: text for path, text in FILES.items() if path != gone}
    problems = _load(tmp_path, {**files, **there})
    assert len(problems) == 1, [f"{problem.at}: {problem.what}" for problem in problems]
    said = f"{problems[0].what} {problems[0].remedy}"
    assert [word for word in words if word not in said] == []


def test_a_folder_within_a_folder_is_named(tmp_path: Path) -> None:
    """Where the story stands one folder further in, as after unzipping, that folder is named."""
    write_files(tmp_path / "robin" / "robin", dict(FILES))
    [problem] = _load(tmp_path / "robin", {})
    assert str(tmp_path / "robin" / "robin") in problem.remedy
