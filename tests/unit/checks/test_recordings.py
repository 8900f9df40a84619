"""A recording of a chapter is heard by nobody for whom the chapter leaves something out."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import ProblemsFound
from tests.building import HEAD, story_in


def _read(folder: Path, block: str, *gates: str) -> bool:
    """Whether a chapter with ``block`` may be heard with recordings of these gates."""
    names = [f"{at}.mp3" for at, _ in enumerate(gates)]
    media = "".join(f"- {{file: {name}, {gate}}}\n" for name, gate in zip(names, gates, strict=True))
    head = HEAD.replace("---\n", f"---\nread-aloud: [{', '.join(names)}]\n", 1)
    files = {"media.yaml": media, "chapters/01.md": f"{head}You ran.\n\n::: {block}\nMore.\n:::\n"}
    try:
        story_in(folder, {**files, **{f"media/{name}": "" for name in names}})
    except ProblemsFound as stopped:
        assert "recording-without-gate" in {problem.rule for problem in stopped.problems}
        return False
    return True


@pytest.mark.parametrize(
    ("block", "gates", "may_be_heard"),
    [
        ("from-age 12", ["from-age: 12"], True),
        ("from-age 12", ["also-for: [carers]"], False),
        ("from-age 12", ["keeps: [Lorcan]"], False),
        ("only-me", ["from-age: 9"], False),
        ("only-me", ["only-me: true"], True),
        ("only-me", ["from-age: 9", "only-me: true"], True),
        ("only-me", ["only-me: true", "from-age: 9"], False),
    ],
)
def test_a_gate_that_lets_everybody_hear_is_none(
    tmp_path: Path, block: str, gates: list[str], may_be_heard: bool
) -> None:
    """Only an age, a hold or only-me keeps a recording from somebody; where words are only-me, nothing less will do."""
    assert _read(tmp_path, block, *gates) is may_be_heard
