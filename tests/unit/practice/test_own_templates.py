"""A slip in what an authority keeps beside its policy is a sentence, on the pages for workers too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import put
from tests.unit.practice.casework import run, write_case


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("ask.yaml", b"en: [unclosed", ("ask", "{story}", "kelly")),
        ("ask.yaml", b"\xff\xfe\x00", ("ask", "{story}", "kelly")),
        ("ask.html", b"{{ nobody.knows }}", ("ask", "{story}", "kelly")),
        ("review.html", b"{% if %}", ("review", "{story}")),
        ("visit.html", b"\xff", ("visit", "{story}")),
        ("audit.html", b"{{ story.worker.name }}", ("audit", "{caseload}", "--sample", "1")),
    ],
)
def test_a_slip_in_an_own_template_is_said(tmp_path: Path, file: str, content: bytes, words: tuple[str, ...]) -> None:
    """A file that cannot be read, or a name that nothing gives, is said with where it stands, and nothing is made."""
    story = write_case(tmp_path / "maya", {})
    put(tmp_path / "policy.yaml", "question: Why do you live here?\n")
    place = put(tmp_path / "templates" / "work" / file, content)
    result = run(*(word.format(story=story, caseload=tmp_path) for word in words))
    assert result.exit_code == 1 and (place.name in result.output or str(place.parent.parent) in result.output)


@pytest.mark.parametrize("language", ["xx", "en-" + "x" * 300, "en-../../x"])
def test_a_language_that_is_none_is_said(tmp_path: Path, language: str) -> None:
    """What is no tag of a language asks nobody."""
    result = run("ask", write_case(tmp_path / "maya", {}), "kelly", "--language", language)
    assert result.exit_code == 1 and "no language that lsbook knows" in result.output
