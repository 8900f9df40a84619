"""In some plans a later life letter stands in no book of the child: it is given by itself, from a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.editions import choose, make_unapproved_edition
from lsbook.model.build import BuildRequest
from lsbook.model.story import Story
from lsbook.model.vocabulary import LaterLifeLetter
from lsbook.pipeline import build, load
from tests.building import HEAD, MADE, STORY, book_of, policy, sight_of, story_in
from tests.sharing import in_every_run

CHILDS = ("under-5", "5-8", "9-12", "13-17", "18-plus")
MARKED = "also-for: [carers, adopters]\n"
CANARY = "qzlaterlife"
FILES = {
    "letters/later.md": f"---\nfrom: Priya Qzlaterlifewriter\nkind: later-life\ntitle: Dear {CANARY}title\n"
    f"scan: {CANARY}scan.jpg\n{MARKED}instead: {CANARY}instead\n---\nThe court {CANARY}words.\n",
    "letters/hello.md": "---\nfrom: Jan\nkind: hello\n---\nHello qzhello.\n",
    "chapters/01-home.md": f"{HEAD}Words.\n\n::: letter\nlater.md\n:::\n",
    f"media/{CANARY}scan.jpg": "no picture",
}


def _story(folder: Path, plan: str, more: str = "") -> Story:
    return story_in(folder, {**FILES, "story.yaml": f"{STORY}plan: {plan}\n{more}"})


@pytest.mark.parametrize("plan", ["adoption", "special-guardianship"])
@pytest.mark.parametrize("edition", in_every_run(CHILDS, ("9-12",)))
def test_no_book_of_the_child_holds_it(tmp_path: Path, plan: str, edition: str) -> None:
    """Not a word, a title, a scan or a block of a later life letter is in any edition of the child, byte for byte."""
    _story(tmp_path, plan)
    outcome = build(
        load(tmp_path, None), BuildRequest(tmp_path, (edition,), tmp_path / "books", MADE), lambda _done, _all: None
    )
    (made,) = outcome.books
    pages = b"".join(file.read_bytes().lower() for file in made.output.folder.rglob("*") if file.is_file())
    assert b"qzhello" in pages
    assert CANARY.encode() not in pages


@pytest.mark.parametrize("plan", ["adoption", "special-guardianship", "long-term-fostering"])
def test_other_readers_see_it_as_it_is_marked(tmp_path: Path, plan: str) -> None:
    """The record and the readers for whom it is marked have it in every plan; others in none."""
    story = _story(tmp_path, plan)
    readers = ("carers", "adopters", "birth-family", "record")
    books = {name: choose(story, make_unapproved_edition(story, policy(), name), MADE) for name in readers}
    has = {name: any(letter.category == "later-life" for letter in one.letters) for name, one in books.items()}
    assert has == {"carers": True, "adopters": True, "birth-family": False, "record": True}


def test_in_other_plans_it_is_a_letter_like_any_other(tmp_path: Path) -> None:
    """In long-term fostering it stands in the book, at the page of letters and where a block shows it."""
    assert CANARY in repr(book_of(_story(tmp_path, "long-term-fostering"), "5-8"))


def test_explain_says_why(tmp_path: Path) -> None:
    """The reason names the plan, also where the letter has a gate of its own; then no sentence promises it."""
    sight = sight_of(_story(tmp_path, "adoption"), "18-plus")
    (why,) = [verdict.reasons for verdict in sight.verdicts.values() if verdict.item.handle == "letters/later.md"]
    assert why == ("In this plan a later life letter is given to the child apart from the book (policy, plans).",)


def test_an_authority_decides_for_its_own_plans(tmp_path: Path) -> None:
    """An authority's plan keeps the letter apart where its policy says so, and may let it into ours."""
    own = "plans:\n  - {name: ours, later-life-letter: apart}\n  - {name: adoption, later-life-letter: in-the-book}\n"
    for plan, stands in (("ours", False), ("adoption", True), ("special-guardianship", False)):
        folder = tmp_path / plan
        folder.mkdir()
        (folder / "policy.yaml").write_text(own, encoding="utf-8")
        for path, text in {**FILES, "story.yaml": f"{STORY}plan: {plan}\n"}.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        told = load(folder, None)
        book = choose(told.story, make_unapproved_edition(told.story, told.policy, "18-plus"), MADE)
        assert (CANARY in repr(book)) is stands


def test_a_plan_without_the_key_keeps_it_in_the_book(tmp_path: Path) -> None:
    """What a policy does not say is in-the-book, and a story without a plan has no rule at all."""
    plans = {plan.name: plan.later_life_letter for plan in policy().plans}
    assert {name for name, value in plans.items() if value is LaterLifeLetter.APART} == {
        "adoption",
        "special-guardianship",
    }
    story = replace(_story(tmp_path, "adoption"), plan="")
    assert any(letter.category == "later-life" for letter in book_of(story, "18-plus").letters)
