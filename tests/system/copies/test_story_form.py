"""A book handed over as a story: somebody else goes on with it, and it gives the same book again."""

from __future__ import annotations

import shutil
from pathlib import Path

from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, load
from lsbook.reading import read_story
from tests.building import BUILT, HARD, LATER, TOLD, make_book, policy, put
from tests.system.copies.steps import change, for_carers, handover, log, run
from tests.system.wall.workshop import contents

OWN = "qzown4z"


def _hand_over(story: Path, *more: str, edition: str = "9-12") -> Path:
    """The story on the stick."""
    result = handover(story, "--as", "story", "--given-to", "Nell", *more, edition=edition)
    assert result.exit_code == 0, result.output
    return story.parent / "stick" / f"story-{edition}"


def _build_again(copy: Path, to: Path, edition: str = "9-12") -> dict[str, bytes]:
    """The book that is made from a copy of ``copy``: what was handed over stays as it is."""
    shutil.copytree(copy, to)
    result = build(load(to, None), BuildRequest(to, (edition,), to / "books", BUILT), lambda _done, _total: None)
    assert result.refusals == ()
    return contents(result.books[0].output.folder)


def test_the_story_gives_the_same_book_again(story: Path, tmp_path: Path) -> None:
    """Every byte of the book made from the copy is that of the book from which the copy was made."""
    book = contents(story / "books" / "9-12")
    assert _build_again(_hand_over(story), tmp_path / "on") == book


def test_nothing_withheld_is_in_the_story(story: Path) -> None:
    """What is told later is in no file and no name of the copy; what is told, and hard news, is."""
    files = contents(_hand_over(story))
    whole = b"".join((*map(str.encode, files), *files.values()))
    assert TOLD.encode() in whole and HARD.encode() in whole
    assert (
        LATER.encode() not in whole
        and b"later.jpg" not in whole
        and b"garden.jpg" not in whole.replace(b"robin-in-a-garden.jpg", b"")
    )


def test_the_log_and_the_other_commands_know_a_story(story: Path, tmp_path: Path) -> None:
    """It is logged as a story with who else reads it, is verified, compared, lost and given back like any copy."""
    copy = _hand_over(story, "--also-reads", "Ade, Jan")
    [entry] = log(story)
    assert (entry["form"], entry["also-reads"]) == ("story", "Ade, Jan")
    assert "The copy is whole" in run("verify", copy).output
    assert "up to date" in run("copies", story).output
    assert "a story to go on with" in _report_of(story, run("lost", story, entry["id"]).exit_code)
    assert run("returned", story, entry["id"]).exit_code == 0


def _report_of(story: Path, exit_code: int) -> str:
    assert exit_code == 0
    return next((story / "work" / "copies").glob("*-lost.md")).read_text("utf-8")


def test_an_older_copy_that_somebody_went_on_with_is_not_written_over(story: Path) -> None:
    """A story in which somebody has changed a word stays where it is, until they say that it may go."""
    copy = _hand_over(story)
    change(copy, "people.yaml", "foster mum", "mum")
    result = handover(story, "--as", "story", "--given-to", "Nell")
    assert result.exit_code == 1
    assert "Somebody changed this file" in result.output
    assert "is: mum" in (copy / "people.yaml").read_text("utf-8")


def test_the_record_becomes_no_story(story: Path) -> None:
    """What is held back would be told by a story made from the record, so there is none."""
    make_book(story, "record")
    result = handover(story, "--as", "story", edition="record")
    assert result.exit_code == 1
    assert "lsbook archive" in result.output
    assert not (story.parent / "stick" / "story-record").exists()


def test_what_is_the_childs_own_says_so(story: Path, tmp_path: Path) -> None:
    """It stays in the copy of the child's book, is marked, and whoever hands it over hears that it is there."""
    put(
        story / "about-me.yaml",
        f"- {{kind: like, what: A secret {OWN}, only-me: true}}\n- {{kind: like, what: Beans}}\n",
    )
    make_book(story)
    result = handover(story, "--as", "story")
    assert "Robin's alone (only-me) is in this story" in result.output
    copy = story.parent / "stick" / "story-9-12"
    secret, beans = read_story(copy, policy()).value.about_me
    assert secret.gate.only_me and not beans.gate.only_me
    assert "only-me" in (copy / "READ ME FIRST.txt").read_text("utf-8")


def test_from_a_book_for_others_a_child_is_told_nothing_until_somebody_decides(story: Path, tmp_path: Path) -> None:
    """The carers' book comes out again for them, and of the same story a child's book tells nothing of it yet."""
    for_carers(story)
    change(story, "chapters/01-garden.md", "part: who-am-i", "part: who-am-i\nalso-for: [carers]")
    make_book(story, "carers")
    book = contents(story / "books" / "carers")
    copy = _hand_over(story, edition="carers")
    assert _build_again(copy, tmp_path / "carers", "carers") == book
    child = _build_again(copy, tmp_path / "child", "5-8")
    assert not any(TOLD.encode() in content for content in child.values())


def test_words_that_were_allowed_are_allowed_again(story: Path, tmp_path: Path) -> None:
    """A number that looks like somebody's, and that somebody has cleared, does not stop the book of the copy."""
    allowed = "allow: {words: 01632 960123, reason: secret reason qzwhy5z, by: Sam}"
    put(story / "words.yaml", f"- {{word: helper, means: Ring 01632 960123, {allowed}}}\n")
    make_book(story)
    book = contents(story / "books" / "9-12")
    copy = _hand_over(story)
    assert _build_again(copy, tmp_path / "on") == book
    assert "qzwhy5z" not in (copy / "words.yaml").read_text("utf-8")


def test_an_authoritys_ages_and_numbers_go_along(story: Path, tmp_path: Path) -> None:
    """What the policy has other than lsbook, and a book shows, stands in a policy of the story's own."""
    line = "{name: The team, number: 01632 960999, says: Ring., from-age: 0, until-age: 25, checked: 2026-11-01}"
    put(story / "policy.yaml", f"helplines: [{{name: Childline, remove: yes}}, {line}]\n")
    make_book(story)
    book = contents(story / "books" / "9-12")
    assert _build_again(_hand_over(story), tmp_path / "on") == book
    assert any(b"01632 960999" in content for content in book.values())


def test_a_picture_that_could_not_be_opened_is_said_to_be_missing(story: Path, tmp_path: Path) -> None:
    """In its place stands a file with a sentence, and the book is the same as before without the picture."""
    put(story / "media" / "broken.jpg", b"no picture")
    with (story / "media.yaml").open("a", encoding="utf-8") as file:
        file.write("- {file: broken.jpg, shows: A picture that is broken}\n")
    make_book(story)
    book = contents(story / "books" / "9-12")
    copy = _hand_over(story)
    assert "could not be opened" in (copy / "media" / "a-picture-that-is-broken.txt").read_text("utf-8")
    assert _build_again(copy, tmp_path / "on") == book
