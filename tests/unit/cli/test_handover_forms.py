"""How a copy leaves: nobody hands out a stick that anybody can read without having chosen it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lsbook.cli import main
from tests.building import describe_child, make_book, put, write_files


def _hand_over(folder: Path, *more: str) -> Result:
    story = write_files(folder / "story", {"story.yaml": describe_child(), "chapters/01.md": CHAPTER})
    make_book(story)
    options = ["--edition", "9-12", "--to", str(folder / "stick"), "--given-to", "Robin", *more]
    return CliRunner().invoke(main, ["handover", str(story), *options])


CHAPTER = "---\ntitle: You\npart: who-am-i\n---\nYou like birds.\n"


def test_without_a_form_both_are_explained(tmp_path: Path) -> None:
    """Where nobody says how it leaves, and no policy does, locked and plain are explained and nothing goes."""
    said = _hand_over(tmp_path)
    assert said.exit_code == 2
    assert "locked  only who has the passphrase" in said.output and "plain   whoever finds" in said.output
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize(("options", "who"), [(("--as", "plain", "--by", "Sam"), "Sam"), ((), "the policy")])
def test_the_log_says_who_let_it_go_unlocked(tmp_path: Path, options: tuple[str, ...], who: str) -> None:
    """A plain copy is logged with the person, or the policy, that chose it."""
    if not options:
        put(tmp_path / "policy.yaml", "handover-as: plain\n")
    assert _hand_over(tmp_path, *options).exit_code == 0
    log = (tmp_path / "story" / "work" / "copies.yaml").read_text(encoding="utf-8")
    assert f'unlocked-by: "{who}"\n' in log


def test_a_policy_can_have_copies_locked(tmp_path: Path) -> None:
    """With handover-as: locked in the policy a copy is locked without being asked for."""
    put(tmp_path / "policy.yaml", "handover-as: locked\n")
    said = _hand_over(tmp_path)
    assert said.exit_code == 0, said.output
    assert "Passphrase:" in said.output
    assert "unlocked-by" not in (tmp_path / "story" / "work" / "copies.yaml").read_text(encoding="utf-8")
