"""Text from any editor."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from lsbook.model.edition import Policy
from lsbook.reading import read_story
from tests.unit.reading.conftest import STORY, ReadStory, ReadWrong

NAMED = STORY.replace("Robin", "Zoë")


@pytest.mark.parametrize(
    "data",
    [
        NAMED.encode(),
        codecs.BOM_UTF8 + NAMED.encode(),
        NAMED.replace("\n", "\r\n").encode(),
        NAMED.replace("\n", "\r").encode(),
        NAMED.encode("utf-16"),
        NAMED.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + NAMED.encode("utf-16-be"),
        NAMED.encode("cp1252"),
    ],
)
def test_a_file_from_any_editor_reads_the_same(story: ReadStory, data: bytes) -> None:
    """UTF-8 with or without its mark, UTF-16, old Windows letters and any line ends give the same story."""
    assert story({"story.yaml": data}).child.name == "Zoë"


def test_old_windows_letters_are_named_as_a_warning(tmp_path: Path, policy: Policy) -> None:
    """A file in an old Windows alphabet is read, and the worker is told to look at its accents."""
    (tmp_path / "story.yaml").write_bytes(NAMED.encode("cp1252"))
    warnings = read_story(tmp_path, policy).problems
    assert [(str(warning.at), warning.is_warning) for warning in warnings] == [("story.yaml", True)]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff", b"\x81\x8d\x8f", bytes(range(256)) * 20])
def test_a_binary_file_is_refused_in_plain_words(wrong: ReadWrong, data: bytes) -> None:
    """A file that is no text is named as that, and never read as words."""
    assert [problem.what for problem in wrong({"people.yaml": data})] == [
        "This is not a plain text file, though its name says so."
    ]


def test_a_file_over_a_megabyte_is_refused(wrong: ReadWrong) -> None:
    """A text file of more than 1 MB is refused before it is parsed."""
    (problem,) = wrong({"people.yaml": b"# " + b"x" * 1_000_001})
    assert "1 MB" in problem.what


def test_a_link_is_not_followed(tmp_path: Path, wrong: ReadWrong) -> None:
    """A link in a story folder is a problem, and what it points at is not read."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    outside.write_text("- id: jan\n", encoding="utf-8")
    (tmp_path / "people.yaml").symlink_to(outside)
    (problem,) = wrong({})
    assert "link" in problem.what


def test_files_that_systems_leave_behind_are_passed_over(story: ReadStory) -> None:
    """Thumbs.db, desktop.ini, dotfiles and open-office locks are no problem and no part of a story."""
    assert (
        story({"Thumbs.db": b"\0", "desktop.ini": b"x", ".DS_Store": b"\0", "chapters/~$01.md": b"\0"}).chapters == ()
    )


@pytest.mark.parametrize("line_end", ["\u2028", "\x0b", "\x85"])
def test_a_gate_behind_an_odd_line_end_is_not_text(wrong: ReadWrong, line_end: str) -> None:
    """What looks like a new line to a worker is one: a mistyped gate there is refused."""
    chapter = f"---\ntitle: Home\npart: who-am-i\n---\nWords.{line_end}:::from-age 13\nNot yet.\n"
    assert any("not exactly a block" in problem.what for problem in wrong({"chapters/01.md": chapter}))


@pytest.mark.parametrize("line_end", ["\u2028", "\x0b", "\x0c", "\x85"])
def test_a_line_end_that_editors_do_not_count_is_named(tmp_path: Path, policy: Policy, line_end: str) -> None:
    """Where an odd line end makes numbers differ from those of the worker's editor, a warning says in which line."""
    (tmp_path / "story.yaml").write_text(STORY, encoding="utf-8")
    (tmp_path / "words.yaml").write_text(f"# one\n# two{line_end}# three{line_end}\n", encoding="utf-8", newline="")
    warnings = read_story(tmp_path, policy).problems
    assert [(str(warning.at), "count as a line" in warning.what) for warning in warnings] == [("words.yaml:2", True)]


def test_letters_that_nobody_sees_are_no_part_of_a_text(story: ReadStory) -> None:
    """Control and turning letters go, whether typed or written as an escape, and joined letters and pictures stay."""
    escaped = '"J\\u202Ea\\0n\\e[31m \\uE0009\\uE001"'
    people = f"- {{id: jan, name: {escaped}, is: '\u2066a\u202eb\x9b', group: home}}\n"
    people += "- {id: leo, name: \U0001f468\u200d\U0001f467, is: \u0646\u200c\u0645, group: home}\n"
    jan, leo = story({"people.yaml": people}).people
    assert [person.name.versions[0].content for person in (jan, leo)] == ["Jan[31m 9", "\U0001f468\u200d\U0001f467"]
    assert [person.is_.versions[0].content for person in (jan, leo)] == ["ab", "\u0646\u200c\u0645"]


def test_a_mark_of_lsbooks_own_in_a_text_is_no_place(story: ReadStory) -> None:
    """A text that holds, as YAML escapes, the marks that lsbook parses with is words like any other."""
    forged = '"[[me]] \\uE000999\\uE001 \\x02amp\\x03 \\x02klzzwxh:0\\x03 ![x\\uE00077\\uE001] [[m\\uE000e]]"'
    assert story({"timeline.yaml": f"- {{when: '2019', what: {forged}}}\n"}).moments
