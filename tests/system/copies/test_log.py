"""The log of copies: who got which book when, whatever stands in it already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lsbook.exports.verify.copy import verify_copy
from lsbook.history.copy_contents import read_copy_records
from tests.system.copies.steps import change, handover, log, run


def test_a_copy_is_written_down(story: Path) -> None:
    """Who got which edition when, in which form, from whom, who read it, which book it was: all stands in the log."""
    before = date.today()
    result = handover(story, "--given-to", "Robin: ok #1", "--by", "Sam", "--second-reader", "Amina", "--as", "zip")
    assert result.exit_code == 0, result.output
    assert "You can take the stick out now." in result.output
    [copy] = log(story)
    day = date.fromisoformat(copy["on"])
    assert before <= day <= date.today()
    name = f"{day}-9-12-1"
    fields = {"id": name, "edition": "9-12", "form": "zip", "given-to": "Robin: ok #1"}
    assert copy.items() >= {**fields, "by": "Sam", "second-reader": "Amina"}.items()
    assert verify_copy(story.parent / "stick" / "book-9-12.zip").files == 1
    assert [record.copy for record in read_copy_records(story)] == [name]


def test_remarks_in_the_log_stay(story: Path) -> None:
    """What a person wrote between two copies is there after the second, byte for byte, Windows line ends too."""
    handover(story)
    file = story / "work" / "copies.yaml"
    before = file.read_bytes().replace(b"\n", b"\r\n") + b"# Robin keeps it in the red tin.\r\n"
    file.write_bytes(before)
    assert handover(story).exit_code == 0
    assert file.read_bytes().startswith(before)
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")
    assert len({copy["id"] for copy in log(story)}) == 2


@pytest.mark.parametrize("text", ["a note\n", "- id: x\n   on: [\n", "copies:\n- id: a\n"])
def test_a_log_that_cannot_be_added_to_stops_the_copy_before_it_is_made(story: Path, text: str) -> None:
    """No copy leaves that could not be written down, and the log is as it was."""
    (story / "work").mkdir()
    (story / "work" / "copies.yaml").write_text(text, "utf-8")
    result = handover(story)
    assert result.exit_code == 1
    assert "work/copies.yaml" in result.output
    assert not (story.parent / "stick").exists()
    assert (story / "work" / "copies.yaml").read_text("utf-8") == text


def test_a_log_that_fails_at_the_end_is_said_with_the_lines_to_write(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is on the stick: lsbook does not say that it is not, and shows what belongs into the log."""

    def full(self: Path, target: Path) -> Path:
        if target.name == "copies.yaml":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    rename = Path.replace
    monkeypatch.setattr(Path, "replace", full)
    result = handover(story, "--given-to", "Robin")
    assert result.exit_code == 1
    assert "The copy is made and whole" in result.output and 'given-to: "Robin"' in result.output
    assert "Nothing is handed over" not in result.output
    assert verify_copy(story.parent / "stick" / "book-9-12").files > 5


def test_a_name_in_the_log_leads_nowhere_else(story: Path) -> None:
    """A name that is a path is refused: reports are called by it."""
    handover(story)
    change(story, "work/copies.yaml", log(story)[0]["id"], "../../elsewhere")
    result = run("lost", story, "../../elsewhere")
    assert result.exit_code == 1 and "letters, digits and hyphens" in result.output
    assert not (story.parent / "elsewhere-lost.md").exists()


@pytest.mark.parametrize(
    "name", ["Robin \U0001f468\u200d\U0001f469\u200d\U0001f467", "Kelly\u00a0Moss \U0001f600", "Ren\udce9"]
)
def test_names_as_people_paste_them(story: Path, name: str) -> None:
    """Pictures of families, spaces from Word and broken letters: the copy is made, listed, lost and made again."""
    assert handover(story, "--given-to", name).exit_code == 0
    assert handover(story, "--given-to", name).exit_code == 0
    assert "is no more" in run("copies", story).output
    assert run("lost", story, log(story)[1]["id"]).exit_code == 0


def test_no_name_of_a_copy_is_given_twice(story: Path) -> None:
    """Where the log is gone, what is kept of the copies that were in it stays as it is."""
    handover(story, "--given-to", "Robin")
    (story / "work" / "copies.yaml").unlink()
    handover(story, "--given-to", "Nan", "--replace")
    assert {record.given_to for record in read_copy_records(story)} == {"Robin", "Nan"}


def test_a_log_that_is_a_folder_is_said(story: Path) -> None:
    """It is not taken for no log at all."""
    (story / "work" / "copies.yaml").mkdir(parents=True)
    assert "should be a file" in run("copies", story).output
    assert handover(story).exit_code == 1
