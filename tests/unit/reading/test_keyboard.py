"""Fifty more slips of the keyboard in a worker's files: each gets one message, which names the cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import Problem, ProblemsFound
from lsbook.pipeline import load
from tests.building import HEAD, write_files
from tests.unit.reading.keyboard import KEYBOARD_SLIPS, WORKER_FILES


def _load(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    try:
        return load(write_files(folder, files), None).warnings
    except ProblemsFound as stopped:
        return stopped.problems


def test_the_worker_files_are_sound_without_a_slip(tmp_path: Path) -> None:
    """What the slips are made in has nothing wrong with it."""
    assert _load(tmp_path, dict(WORKER_FILES)) == ()


@pytest.mark.parametrize("name", KEYBOARD_SLIPS)
def test_each_slip_gets_one_message_that_names_the_cause(tmp_path: Path, name: str) -> None:
    """One slip is one message, in the file of the slip or where it tells, with the words that help."""
    slip = KEYBOARD_SLIPS[name]
    text = WORKER_FILES[slip.file].replace(slip.old, slip.new, 1)
    assert text != WORKER_FILES[slip.file]
    problems = _load(tmp_path, {**WORKER_FILES, slip.file: text})
    assert len(problems) == 1, [f"{problem.at}: {problem.what}" for problem in problems]
    said = f"{problems[0].what} {problems[0].remedy}"
    assert [words for words in slip.words if words not in said] == []


@pytest.mark.parametrize(
    ("gone", "there", "words"),
    [
        ("people.yaml", "people.yaml.yaml", ("hides its ending", 'Rename it to "people.yaml"')),
        ("story.yaml", "story.yaml.txt", ("hides its ending", 'Rename it to "story.yaml"')),
        ("media/swim.jpg", "photos/swim.jpg", ('no file "swim.jpg"', "named in 3 places")),
        ("media/swim.jpg", "Media/swim.jpg", ('Did you mean "media"?',)),
        ("chapters/01-you.md", "01-you.md", ("looks like a chapter", "chapters/")),
    ],
)
def test_a_file_in_the_wrong_place_gets_one_message(
    tmp_path: Path, gone: str, there: str, words: tuple[str, ...]
) -> None:
    """A file with a wrong name, or in a wrong place, is said once, and not wherever it is named."""
    files = {there if path == gone else path: text for path, text in WORKER_FILES.items()}
    problems = _load(tmp_path, files)
    assert len(problems) == 1, [f"{problem.at}: {problem.what}" for problem in problems]
    said = f"{problems[0].what} {problems[0].remedy}"
    assert [each for each in words if each not in said] == []


@pytest.mark.parametrize(
    "line",
    [
        ";;; from-age 13",
        ";;from-age 13",
        "; from-age 13",
        ": from-age 13",
        ": :: from-age 13",
        "from-age 13",
        "only-me",
    ],
)
def test_a_gate_with_other_signs_is_never_a_text(tmp_path: Path, line: str) -> None:
    """A gate whose colons came out as something else is refused, closed or not: what it keeps is in no book."""
    chapter = f"{HEAD}{line}\nMum drank.\n"
    assert "unknown-block" in {problem.rule for problem in _load(tmp_path, {**WORKER_FILES, "chapters/02.md": chapter})}


@pytest.mark.parametrize(
    "words",
    [
        "Wow! [a bit] (yes) came.", "You said: ;-) and ;;", "Tell 9 people. Only me.", "It rained; from age 9 on.",
        "Use {curly} and {{two}}.", "Is 3 < 4 > 2?", "The film was 12\" wide, 4\" deep.",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_slip_are_left_alone(tmp_path: Path, words: str) -> None:
    """Signs that people use in sentences get no message."""
    assert _load(tmp_path, {**WORKER_FILES, "chapters/02.md": f"{HEAD}{words}\n"}) == ()
