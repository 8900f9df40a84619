"""Which story a command is about: the one that is named, or the one that the worker stands in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from lsbook.cli.story_argument import complete_story
from tests.building import describe_child, write_files


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story that one stands in, with another in a folder called robin, and a folder called check that is none."""
    write_files(tmp_path, {"story.yaml": describe_child(), "robin/story.yaml": describe_child(), "check/a.txt": "a"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "typed", "meant"),
    [
        ("build", [], ["."]),
        ("build", ["--edition", "all"], [".", "--edition", "all"]),
        ("build", ["robin"], ["robin"]),
        ("build", ["--edition", "9-12", "robin"], ["--edition", "9-12", "robin"]),
        ("build", ["./check"], ["./check"]),
        ("explain", ["kelly"], [".", "kelly"]),
        ("explain", ["robin"], ["robin"]),
        ("explain", ["robin", "kelly"], ["robin", "kelly"]),
        ("explain", ["--edition", "9-12", "kelly"], ["--edition", "9-12", ".", "kelly"]),
        ("lost", ["2026-11-22-9-12-1"], [".", "2026-11-22-9-12-1"]),
        ("receive", ["my-pages.json"], [".", "my-pages.json"]),
        ("check", ["--explain", "promise"], ["--explain", "promise"]),
        ("build", ["--help"], ["--help"]),
        ("verify", ["copy"], ["copy"]),
        ("new", ["anna"], ["anna"]),
        ("ask", ["kelly", "--what", "Why?"], [".", "kelly", "--what", "Why?"]),
        ("add", ["session", "--by", "Priya"], ["session", ".", "--by", "Priya"]),
        ("add", ["contribution", "robin", "--from", "kelly"], ["contribution", "robin", "--from", "kelly"]),
        ("policy", ["show"], ["show"]),
    ],
)
def test_a_command_takes_the_story_one_stands_in(story: Path, command: str, typed: list[str], meant: list[str]) -> None:
    """The first argument is the story only if it is one; else it is the folder one stands in."""
    found = main.get_command(main.make_context("lsbook", [command, "--help"], resilient_parsing=True), command)
    assert found is not None
    assert complete_story(found, typed) == meant
    assert story.is_dir()


def test_outside_of_a_story_nothing_is_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one stands in no story, what was typed is all that there is."""
    monkeypatch.chdir(tmp_path)
    found = main.get_command(main.make_context("lsbook", ["build", "--help"], resilient_parsing=True), "build")
    assert found is not None
    assert complete_story(found, []) == []


@pytest.mark.parametrize(("typed", "hint"), [("biuld", ' Did you mean "build"?'), ("maya-moss", "")])
def test_an_unknown_command_says_what_it_may_have_been(typed: str, hint: str) -> None:
    """What is neither a command nor a story is named, with the command it looks like and where all of them stand."""
    result = CliRunner().invoke(main, [typed])
    assert result.exit_code == 2
    assert f'"{typed}" is no command and no folder of a story.{hint} "lsbook --help" lists them' in result.output
