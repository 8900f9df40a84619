"""Beginning a story."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from lsbook.files.resources import find_resources

RUN = CliRunner()


def test_what_is_missing_is_asked_for_until_it_is_right(tmp_path: Path) -> None:
    """Without options the name and the birth date are asked for, and a date that cannot be is asked for again."""
    begun = RUN.invoke(main, ["new", str(tmp_path / "robin")], input="Robin\n2019-02-30\nabout 2019\n")
    assert begun.exit_code == 0, begun.output
    assert "There is no 30 February 2019" in begun.output
    assert "about 2019" in (tmp_path / "robin" / "story.yaml").read_text(encoding="utf-8")


def test_the_example_is_copied_whole(tmp_path: Path) -> None:
    """--example copies every file of Maya's story, without books or memory."""
    assert RUN.invoke(main, ["new", str(tmp_path / "maya"), "--example"]).exit_code == 0
    whole, copied = _files(find_resources("example-child")), _files(tmp_path / "maya")
    assert copied == {path: data for path, data in whole.items() if path.parts[0] not in ("books", ".lsbook")}
    assert Path("story.yaml") in copied


def _files(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("options", [["--example"], ["--name", "Robin", "--born", "2019"]])
def test_nothing_is_ever_written_over(tmp_path: Path, options: list[str]) -> None:
    """A folder that holds anything is refused, and stays as it is."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    refused = RUN.invoke(main, ["new", str(tmp_path), *options])
    assert refused.exit_code == 1
    assert "something here already" in refused.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("born", ["soon", "2019-13-01", "when I was 3", "not known", "2199"])
def test_a_birth_date_that_cannot_be_is_wrong_use(tmp_path: Path, born: str) -> None:
    """A birth date that is none ends with exit code 2, and nothing is written."""
    refused = RUN.invoke(main, ["new", str(tmp_path / "robin"), "--name", "Robin", "--born", born])
    assert refused.exit_code == 2
    assert not (tmp_path / "robin").exists()
