"""The log of copies: who got which book when, whatever stands in it already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lsbook.handed import handed
from lsbook.handover.verifying import verify
from tests.handing.steps import change, handover, log, run


def test_a_copy_is_written_down(story: Path) -> None:
    """Who got which edition when, in which form, from whom, who read it, which book it was: all stands in the log."""
    said = handover(story, "--given-to", "Robin: ok #1", "--by", "Sam", "--second-reader", "Amina", "--as", "zip")
    assert said.exit_code == 0, said.output
    assert "You can take the stick out now." in said.output
    [copy] = log(story)
    name = f"{date.today()}-9-12-1"
    told = {"id": name, "on": str(date.today()), "edition": "9-12", "form": "zip", "given-to": "Robin: ok #1"}
    assert copy.items() >= {**told, "by": "Sam", "second-reader": "Amina"}.items()
    assert verify(story.parent / "stick" / "book-9-12.zip").files == 1
    assert [one.copy for one in handed(story)] == [name]


def test_remarks_in_the_log_stay(story: Path) -> None:
    """What a person wrote between two copies is there after the second, byte for byte, Windows line ends too."""
    handover(story)
    file = story / "work" / "copies.yaml"
    before = file.read_bytes().replace(b"\n", b"\r\n") + b"# Robin keeps it in the red tin.\r\n"
    file.write_bytes(before)
    assert handover(story).exit_code == 0
    assert file.read_bytes().startswith(before)
    assert len({copy["id"] for copy in log(story)}) == 2


@pytest.mark.parametrize("text", ["a note\n", "- id: x\n   on: [\n", "copies:\n- id: a\n"])
def test_a_log_that_cannot_be_added_to_stops_the_copy_before_it_is_made(story: Path, text: str) -> None:
    """No copy leaves that could not be written down, and the log is as it was."""
    (story / "work").mkdir()
    (story / "work" / "copies.yaml").write_text(text, "utf-8")
    said = handover(story)
    assert said.exit_code == 1
    assert "work/copies.yaml" in said.output
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
    said = handover(story, "--given-to", "Robin")
    assert said.exit_code == 1
    assert "The copy is made and whole" in said.output and 'given-to: "Robin"' in said.output
    assert "Nothing is handed over" not in said.output
    assert verify(story.parent / "stick" / "book-9-12").files > 5


def test_a_name_in_the_log_leads_nowhere_else(story: Path) -> None:
    """A name that is a path is refused: reports are called by it."""
    handover(story)
    change(story, "work/copies.yaml", f"{date.today()}-9-12-1", "../../elsewhere")
    said = run("lost", story, "../../elsewhere")
    assert said.exit_code == 1 and "letters, digits and hyphens" in said.output
    assert not (story.parent / "elsewhere-lost.md").exists()


def test_a_name_that_no_file_can_hold_is_logged_all_the_same(story: Path) -> None:
    """Letters that YAML cannot hold as they are, and quotes, come back from the log as they were said."""
    name = 'Jan \x7f "the" \u2028 one: #'
    assert handover(story, "--given-to", name).exit_code == 0
    assert log(story)[0]["given-to"] == name
    assert run("copies", story).exit_code == 0


def test_a_log_that_is_a_folder_is_said(story: Path) -> None:
    """It is not taken for no log at all."""
    (story / "work" / "copies.yaml").mkdir(parents=True)
    assert "should be a file" in run("copies", story).output
    assert handover(story).exit_code == 1
