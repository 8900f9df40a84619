"""Beginning a story."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from lsbook.files.resources import find_resources
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import load
from lsbook.reading.work.records import read_work

RUN = CliRunner()


def _begin(folder: Path) -> Path:
    assert RUN.invoke(main, ["new", str(folder), "--name", "Robin", "--born", "2017-02-14"]).exit_code == 0
    return folder


def _list_examples(text: str) -> list[tuple[int, int]]:
    """Where the examples of a file stand among its remarks: lines with keys, and what belongs to them."""
    lines, found, at = text.split("\n"), [], 0
    while at < len(lines):
        end = at
        if re.match(r"#( - |   | )[a-z-]+:(\s|$)", lines[at]):
            end += 1
            while end < len(lines) and re.match(r"#   +\S", lines[end]):
                end += 1
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _uncover(text: str, examples: list[tuple[int, int]]) -> str:
    """The text with the signs of its remarks taken away at ``examples``."""
    lines = text.split("\n")
    for start, end in examples:
        for at in range(start, end):
            lines[at] = lines[at].removeprefix("# ") if lines[at].startswith("# ") else lines[at]
            lines[at] = re.sub(r"^  (\w[\w-]*:)", r"  \1", lines[at])
    return "\n".join(lines)


def _list_problems(story: Path) -> list[str]:
    try:
        return sorted(problem.what for problem in load(story, None).warnings)
    except ProblemsFound as stopped:
        return sorted(f"{problem.at} {problem.what}" for problem in stopped.problems)


@pytest.mark.parametrize("alone", [True, False])
def test_what_the_starter_files_show_is_whole(tmp_path: Path, alone: bool) -> None:
    """Each example in the remarks of a new story, alone and all together, is read without a new problem."""
    story = _begin(tmp_path / "robin")
    expected = _list_problems(story)
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(story.glob("*.yaml")) if file.stem != "media"}
    examples = {file: _list_examples(text) for file, text in texts.items()}
    assert sum(map(len, examples.values())) >= 15
    for file, places in examples.items():
        for place in places if alone else ():
            file.write_text(_uncover(texts[file], [place]), encoding="utf-8")
            assert _list_problems(story) == expected, f"{file.name}:{place[0] + 1}"
            file.write_text(texts[file], encoding="utf-8")
        if not alone:
            file.write_text(_uncover(texts[file], places), encoding="utf-8")
    assert _list_problems(story) == expected


def _list_work_problems(story: Path) -> list[str]:
    return [problem.what for problem in read_work(story).problems]


def test_what_the_starter_plan_shows_is_whole(tmp_path: Path) -> None:
    """Each line in the remarks of a new plan, alone and all together, is read without a problem, and then counted."""
    story = _begin(tmp_path / "robin")
    assert _list_work_problems(story) == [] and read_work(story).value.plan is None
    file = story / "work" / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    examples = _list_examples(text)
    assert len(examples) >= 12
    for place in examples:
        file.write_text(_uncover(text, [place]), encoding="utf-8")
        assert _list_work_problems(story) == [], f"plan.yaml:{place[0] + 1}"
    file.write_text(_uncover(text, examples), encoding="utf-8")
    due = RUN.invoke(main, ["due", str(story), "--date", "2026-11-21"])
    assert _list_work_problems(story) == [] and due.exit_code == 0 and due.output.startswith("Robin (")
    assert "Priya" in due.output.splitlines()[0]


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
