"""``lsbook`` alone: how a story stands, and how to begin one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cache.folder import locate_cache
from lsbook.cli import main
from lsbook.history.changes import save_inventory
from lsbook.history.inventory import list_items, make_digester
from lsbook.model.inventory import Inventory
from lsbook.pipeline import choose, load
from tests.building import HEAD, MADE, describe_child, write_files
from tests.unit.review.own_stories import OWN, write_own_story

FILES = {
    "story.yaml": describe_child(),
    "chapters/01.md": HEAD + "This is your second placement.\n\nYou will never move again.\n\nYou met your siblings.\n",
    "timeline.yaml": "- {when: 2019, what: It was your fault.}\n",
    "questions.yaml": "- {ask: Who is Dad?, status: later}\n",
}


def _ask(*words: str) -> str:
    result = CliRunner().invoke(main, [*words])
    assert result.exit_code == 0, result.output
    return result.output


def _describe(folder: Path) -> str:
    return _ask(str(folder), "--date", "2026-11-21")


def _remember_build(folder: Path) -> None:
    """As if the book had been made of the story as it stands."""
    choice = choose(load(folder, None), "9-12", MADE)
    items = list_items(choice.book, choice.private_values, make_digester(folder))
    locate_cache(folder).mkdir(exist_ok=True)
    save_inventory(Inventory("9-12", "", "", items, ()), locate_cache(folder))


def test_a_story_is_described_in_ten_lines(tmp_path: Path) -> None:
    """New, refused, due and the three gravest findings of different rules come with a command for each."""
    write_files(tmp_path, FILES)
    lines = _describe(tmp_path).splitlines()
    assert len(lines) <= 10 and lines[0] == "Robin, told as for 9 (9-12). 21 November 2026"
    assert lines[1].startswith("NEW      The book 9-12 is not made yet.  ->  lsbook build ")
    assert lines[2] == "REFUSED  Nothing."
    assert lines[3].startswith("DUE ") and "->  lsbook due " in lines[3]
    found = [line for line in lines if "lsbook check" in line]
    rules = ("[promise]", "[blame-on-the-child]", "[later-without-when]")
    assert [rule in line for rule, line in zip(rules, found, strict=True)] == [True] * 3
    assert found[1].endswith("->  lsbook check --explain blame-on-the-child")


def test_what_changed_since_the_book_was_made_is_named(tmp_path: Path) -> None:
    """Without making the book, its new, changed and gone parts are counted and named."""
    write_files(tmp_path, FILES)
    _remember_build(tmp_path)
    assert "NEW      Nothing since the book 9-12 was made." in _describe(tmp_path)
    write_files(tmp_path, {"chapters/02.md": HEAD.replace("Home", "The farm") + "You fed a goat.\n"})
    (tmp_path / "questions.yaml").unlink()
    assert "NEW      1 new, 1 gone since the book 9-12 was made: " in _describe(tmp_path)
    assert "The farm" in _describe(tmp_path)


def test_what_comes_before_an_item_changes_nothing_of_it(tmp_path: Path) -> None:
    """A person and a photo that stand first in their files are new, and nothing counts as changed that names others."""
    people, media = "- {id: jan, name: Jan, is: foster mum, group: home}\n", "- {file: b.jpg, shows: A bear}\n"
    write_files(
        tmp_path,
        FILES
        | {
            "people.yaml": people,
            "media.yaml": media,
            "media/a.jpg": "a",
            "media/b.jpg": "b",
            "keepsakes.yaml": "- {id: bear, name: Your bear, photo: b.jpg}\n",
            "chapters/02.md": HEAD.replace("Home", "The bear") + "[[jan]] gave you a bear.\n\n![A bear](b.jpg)\n",
        },
    )
    _remember_build(tmp_path)
    assert "NEW      Nothing since the book 9-12 was made." in _describe(tmp_path)
    write_files(
        tmp_path,
        {
            "people.yaml": "- {id: ann, name: Ann, is: friend, group: home}\n" + people,
            "media.yaml": "- {file: a.jpg, shows: A goat}\n" + media,
        },
    )
    assert "NEW      2 new since the book 9-12 was made: " in _describe(tmp_path)


def test_what_refuses_the_book_is_said(tmp_path: Path) -> None:
    """A refusal is counted, and the first is named with its place."""
    write_files(tmp_path, {**FILES, "chapters/03.md": HEAD + "You moved to LA1 1AA.\n"})
    assert "REFUSED  1 refusal. chapters/03.md:5: " in _describe(tmp_path)


def test_a_story_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    """Its problems take the place of all else, in ten lines at most."""
    broken = "".join(f"- {{when: soonish, what: You swam {number}.}}\n" for number in range(20))
    write_files(tmp_path, {**FILES, "timeline.yaml": broken})
    lines = _describe(tmp_path).splitlines()
    assert len(lines) <= 10 and "20 problems" in lines[0] and "timeline.yaml:1:" in lines[1]


def test_inside_a_story_no_name_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone it is about the folder one stands in, and the commands name no story."""
    monkeypatch.chdir(write_files(tmp_path, FILES))
    assert "->  lsbook build\n" in _ask()


def test_in_any_other_folder_it_says_how_to_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no story, it names the command that begins one."""
    monkeypatch.chdir(tmp_path)
    assert "lsbook new NAME" in _ask()


def test_the_name_of_a_command_wins_over_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story in a folder called check is named with its path."""
    write_files(tmp_path / "check", FILES)
    monkeypatch.chdir(tmp_path)
    assert "told as for" in _ask("./check") and "told as for" not in CliRunner().invoke(main, ["check"]).output


@pytest.mark.parametrize("seed", range(2))
def test_what_is_only_the_childs_is_not_said(tmp_path: Path, seed: int) -> None:
    """What is said is the same where all that is only-me was deleted, whatever was remembered of the last book."""
    said = []
    for name, with_own in (("whole", True), ("less", False)):
        folder = write_own_story(tmp_path / name / "robin", seed, with_own=with_own)
        _remember_build(folder)
        (folder / "chapters" / "01.md").write_text(HEAD + "You live here.\n", encoding="utf-8")
        said.append(_describe(folder).replace(str(folder), ""))
    assert OWN not in said[0].casefold()
    assert [line.split(":")[0] for line in said[0].splitlines()] == [
        line.split(":")[0] for line in said[1].splitlines()
    ]
