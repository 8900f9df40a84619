"""Looking at books: the same stories for the same words, blank forms, and findings in which nobody can be found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lsbook.practice.caseload.pretend import make_pretend_caseload
from tests.unit.practice.casework import PEOPLE, PLAN, TODAY, list_lines, run, write_case

LOOKED = "- on: 4 June 2026\n  by: Amina\n  looked-at: 9-12\n  found: {{honest-and-kind: {}, ours: partly}}\n"
SHARE = "  good-to-share: chapters/1.md\n  child-agreed: {}\n"
CHAPTER = (
    "---\ntitle: The farm\npart: who-am-i\n---\n"
    "You lived with [[jan]] at Oakhurst, and Mr Pettigrew came on Mondays.\n\nIt was never your fault, Maya.\n\n"
    "::: my-words\nGerald ate my hat and [[jan]] laughed.\n:::\n\n::: my-words\nI like the goats.\n:::\n\n"
    "::: only-me\nQown words.\n:::\n\n::: from-age 13\nQlater words.\n:::\n"
)


@pytest.fixture(scope="module")
def pretend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pretend caseload of 30 children."""
    folder = tmp_path_factory.mktemp("audit") / "caseload"
    make_pretend_caseload(folder, 30, "audit", TODAY)
    return folder


def _draw(folder: Path, out: Path, *words: str) -> list[str]:
    return list_lines(run("audit", folder, "--sample", "4", *words, "--to", out))


def test_the_same_words_draw_the_same_stories(pretend: Path, tmp_path: Path) -> None:
    """A seed says which stories, and that it does; another seed draws others."""
    first = _draw(pretend, tmp_path / "a", "--seed", "spring")
    assert "the same seed draws the same stories" in first[0] and '"spring"' in first[0]
    assert first[:5] == _draw(pretend, tmp_path / "b", "--seed", "spring")[:5]
    assert first[1:5] != _draw(pretend, tmp_path / "c", "--seed", "autumn")[1:5]
    assert len(list((tmp_path / "a").glob("audit-*.html"))) == 4
    assert {file.name: file.read_bytes() for file in (tmp_path / "a").iterdir()} == {
        file.name: file.read_bytes() for file in (tmp_path / "b").iterdir()
    }


def test_one_more_story_changes_no_other(tmp_path: Path) -> None:
    """Where a story is added, what was drawn is drawn again, but for one place at most."""
    for number in range(12):
        write_case(tmp_path / "c" / str(number), {})
    before = set(_draw(tmp_path / "c", tmp_path / "a")[1:5])
    write_case(tmp_path / "c" / "99", {})
    assert len(before & set(_draw(tmp_path / "c", tmp_path / "b")[1:5])) >= 3


def test_each_plan_has_its_own_stories(pretend: Path, tmp_path: Path) -> None:
    """So many of each plan of permanence, where there are so many."""
    lines = list_lines(run("audit", pretend, "--sample", "1", "--each-plan", "--to", tmp_path))
    plans = [match[1] for line in lines if (match := re.search(r"^\w+/\d+ \((.*)\)$", line))]
    assert len(plans) == len(set(plans)) > 3
    assert any(line.startswith("Cannot be read, and so not drawn from: ") for line in lines)


def test_a_form_is_blank_and_asks_what_the_policy_asks(tmp_path: Path) -> None:
    """The standards stand on it in the authority's words; no worker, no child's name, no answer, nothing to load."""
    write_case(tmp_path / "c" / "4471", {})
    (tmp_path / "c/policy.yaml").write_text("standards: [{name: ours, asks: Is it hers?}]\n", encoding="utf-8")
    _draw(tmp_path / "c", tmp_path / "out")
    [form] = (tmp_path / "out").iterdir()
    page = form.read_text(encoding="utf-8")
    assert "Is it hers?" in page and "4471" in page and "☑" not in page
    assert "Priya" not in page and "Maya" not in page and not re.search(r"(?:src|href)=", page)


def _write_looked_at(folder: Path, chapter: str = CHAPTER, agreed: str = '"yes"') -> Path:
    """Seven stories that somebody looked at, of one of which a chapter may go round."""
    homes = "- {id: oak, name: Oakhurst, stays: [{from: March 2020, people: [jan]}]}\n"
    for number in range(7):
        answer = '"yes"' if number < 6 else '"no"'
        files: dict[str, str | bytes] = {"work/quality.yaml": LOOKED.format(answer)}
        if number == 3:
            shared = LOOKED.format(answer) + SHARE.format(agreed)
            files |= {"work/quality.yaml": shared, "chapters/1.md": chapter, "homes.yaml": homes}
        write_case(folder / str(number), {**files, "people.yaml": PEOPLE, "work/plan.yaml": PLAN})
    return folder


def test_what_was_found_is_added_up_and_small_numbers_are_hidden(tmp_path: Path) -> None:
    """By standard, with what it asks; no number below five, and no word that judges."""
    text = run("audit", _write_looked_at(tmp_path), "--findings").stdout
    assert text.startswith(
        "Looked at until 21 November 2026: 7\nhonest-and-kind (Is it true, and kind to everyone in it?)"
    )
    assert "  yes not shown · partly 0 · no fewer than 5 · not seen 0\nours\n  yes 0 · partly 7 ·" in text
    for never in ("%", "average", "inadequate", "outstanding", "complete", "Amina", "Priya"):
        assert never not in text


def test_what_is_good_to_share_names_nobody(tmp_path: Path) -> None:
    """With the child's yes a passage goes round without any name; her own words stand whole, or not at all."""
    text = run("audit", _write_looked_at(tmp_path), "--findings").stdout
    shared = text.split("what happened may still tell whose it is.\n")[1]
    assert shared.splitlines() == [
        "", "You lived with […] at […], and Mr […] came on Mondays.", "It was never your fault, […].", "[…]",
        "I like the goats.",
    ]  # fmt: skip


def test_a_name_that_begins_a_sentence_does_not_go_round(tmp_path: Path) -> None:
    """Somebody whom nobody listed is taken out where a sentence begins, too, and a plain word stays there."""
    chapter = "---\ntitle: Tea\npart: who-am-i\n---\nShanice came to tea. Ducks came too. Kayleigh's hat was red.\n"
    text = run("audit", _write_looked_at(tmp_path, chapter), "--findings").stdout
    assert "[…] came to tea. Ducks came too. […]'s hat was red." in text


def test_a_form_of_a_name_does_not_go_round(tmp_path: Path) -> None:
    """In a language that joins particles to names, a name of the story is taken out with them."""
    chapter = "---\ntitle: Tea\npart: who-am-i\nlanguage: ar\n---\nجاء وطارق ولعب بطارق.\n"
    people = PEOPLE + "- {id: tariq, name: طارق, is: friend, group: friends}\n"
    folder = _write_looked_at(tmp_path, chapter)
    (folder / "3/people.yaml").write_text(people, encoding="utf-8")
    text = run("audit", folder, "--findings").stdout
    assert "طارق" not in text and "جاء […] ولعب […]." in text


def test_a_passage_that_names_somebody_withheld_does_not_go_round(tmp_path: Path) -> None:
    """Where the wall refuses the words, as for the name of somebody who is only-me, none of them is printed."""
    folder = _write_looked_at(tmp_path, "---\ntitle: Tea\npart: who-am-i\n---\nZorblat came to tea.\n")
    friend = PEOPLE + "- {id: zorblat, name: Zorblat, is: friend, group: friends, only-me: true}\n"
    (folder / "3/people.yaml").write_text(friend, encoding="utf-8")
    text = run("audit", folder, "--findings").output
    assert "Zorblat" not in text and "tea" not in text and "or it names somebody who is withheld" in text


def test_what_is_allowed_in_a_book_does_not_go_round(tmp_path: Path) -> None:
    """A number that a person let through for this one book is taken out of what others read."""
    allowed = "allow: {words: 01632 960123, reason: a public service, by: Priya}"
    chapter = f"---\ntitle: Help\npart: who-am-i\n{allowed}\n---\nYou can ring 01632 960123 on any day.\n"
    text = run("audit", _write_looked_at(tmp_path, chapter), "--findings").stdout
    assert "You can ring […] on any day." in text and "960123" not in text


def test_without_the_childs_yes_nothing_goes_round(tmp_path: Path) -> None:
    """A passage of which the child was not asked is neither printed nor counted."""
    text = run("audit", _write_looked_at(tmp_path, agreed='"no"'), "--findings").output
    assert "GOOD TO SHARE" not in text and "goats" not in text


@pytest.mark.parametrize(
    "gate", ["only-me: true", "from-age: 13", "hold: {reason: no, decided-by: P, on: 2026, look-again: 2027}"]
)
def test_what_the_child_is_not_shown_goes_round_to_nobody(tmp_path: Path, gate: str) -> None:
    """Of a chapter that is withheld, or the child's own, is said what is said of one that is not there."""
    gone = run("audit", _write_looked_at(tmp_path / "a", CHAPTER.replace("part:", f"{gate}\npart:")), "--findings")
    without = _write_looked_at(tmp_path / "b")
    (without / "3/chapters/1.md").unlink()
    none = run("audit", without, "--findings")
    assert gone.output == none.output and "no chapter or letter that the child's book shows" in gone.output


def test_an_audit_is_drawn_or_added_up(tmp_path: Path) -> None:
    """Neither, or both at once, is wrong use; a folder without stories is said."""
    assert run("audit", tmp_path).exit_code == 2
    assert run("audit", tmp_path, "--sample", "2", "--findings").exit_code == 2
    assert run("audit", tmp_path, "--sample", "0").exit_code == 2
    assert "There is no story in this folder" in run("audit", tmp_path, "--sample", "2").output
