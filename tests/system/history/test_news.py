"""What is new in a book since the copy that its reader has: what was added, never what was withheld or taken away."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.cache.folder import CACHE_FOLDER, locate_inventory
from lsbook.history.copy_contents import COPIES, CopyRecord, mark_record_lost, read_copy_records, write_copy_record
from lsbook.history.inventory import read_inventory
from lsbook.model.inventory import Inventory
from tests.building import make_book, write_story
from tests.system.copies.steps import APPROVED

KITE = "---\ntitle: The new kite\npart: where-im-going\n---\nIt flew higher than the church, and Jan lost her hat.\n"
HARD = "---\ntitle: Why it was sold\npart: my-people\nheads-up: about the farm closing\n---\nIt was sold in the end.\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small story, of whose book for nine to twelve somebody has a copy."""
    story = write_story(tmp_path_factory.mktemp("first") / "robin")
    give(story)
    return story


@pytest.fixture
def story(first: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(first, tmp_path / "robin"))


def give(story: Path, edition: str = "9-12", on: date = date(2026, 2, 1), given_to: str = "") -> None:
    """Make a book and give a copy of it away."""
    make_book(story, edition)
    held = read_inventory(locate_inventory(story / CACHE_FOLDER, edition))
    assert held
    write_copy_record(story, CopyRecord(f"{on}-{edition}-1", on, held, given_to=given_to))


def news(story: Path, edition: str = "9-12", reader: str = "") -> str:
    """What the book says is new; nothing where it says nothing."""
    page = (make_book(story, edition, reader) / "pages" / "about-this-book.html").read_text("utf-8")
    found = re.search(r'<section class="new">(.*?)</section>', page, re.DOTALL)
    return found[1] if found else ""


def links(words: str) -> Iterator[str]:
    yield from re.findall(r'href="([^"]*)"', words)


def put(story: Path, file: str, text: str) -> None:
    (story / file).write_text(text, "utf-8")


def test_what_was_added_is_named_and_leads_there(story: Path) -> None:
    """A chapter, a moment and a person that the copy did not have, each in its own words, with a link that leads."""
    put(story, "chapters/09-kite.md", KITE)
    put(story, "timeline.yaml", "- {when: 2026-02, what: You scored from the halfway line}\n")
    people = (story / "people.yaml").read_text("utf-8")
    put(story, "people.yaml", people + "- {id: leo, name: Leo, is: friend, group: friends}\n")
    words = news(story)
    for name in ("The new kite", "You scored from the halfway line", "Leo"):
        assert name in words, name
    assert "1 February 2026" in words
    pages = story / "books" / "9-12" / "pages"
    for link in links(words):
        path, _, anchor = link.partition("#")
        assert not anchor or f'id="{anchor}"' in (pages / path).read_text("utf-8")
        assert (pages / path).is_file()


def test_a_book_with_nothing_new_says_nothing(story: Path) -> None:
    """The same story made again has no such part, nor has a book of which nobody has a copy."""
    assert news(story) == ""
    shutil.rmtree(story / COPIES)
    assert news(story) == ""


def test_what_was_taken_away_or_withheld_is_not_spoken_of(story: Path) -> None:
    """A person deleted, a photo held back, a chapter told later by now: none is named, nor that anything is gone."""
    put(story, "people.yaml", "[]\n")
    put(story, "story.yaml", (story / "story.yaml").read_text("utf-8").replace("talk-to: [jan]\n", ""))
    put(
        story,
        "chapters/02-night.md",
        (story / "chapters/02-night.md").read_text("utf-8").replace("told:", "from-age: 13\ntold:"),
    )
    assert news(story) == ""


def test_what_is_told_in_other_words_is_not_new(story: Path) -> None:
    """A new title over the same sentences, more about the same person, another caption for the same photo."""
    chapter = (story / "chapters/01-garden.md").read_text("utf-8")
    put(story, "chapters/01-garden.md", chapter.replace("title: Your garden", "title: Beans and more"))
    put(story, "people.yaml", "- {id: jan, name: Jan, is: foster mum, group: home, about: Jan sings.}\n")
    media = (story / "media.yaml").read_text("utf-8")
    put(story, "media.yaml", media.replace("The beans came up", "All the beans").replace("Robin in a", "A"))
    assert news(story) == ""


def test_what_is_not_whole_is_not_called_new(story: Path) -> None:
    """A chapter of which a part is still to be told is not announced as new."""
    part = '::: from-age 13 instead="There is more to tell."\nThe rest.\n:::\n'
    put(story, "chapters/09-kite.md", f"{KITE}\n{part}")
    assert news(story) == ""


def test_new_hard_news_is_named_by_its_heads_up_alone(story: Path) -> None:
    """Neither its title nor its words stand there, but the door to it."""
    put(story, "chapters/09-sold.md", HARD)
    words = news(story)
    assert "The farm closing" in words and "Why it was sold" not in words
    assert "heads-up" in next(links(words))


def test_the_workers_own_words_stand_there(story: Path) -> None:
    """What a worker wants said of a change is said, to those for whom it is; it may be gated like anything else."""
    text = (story / "story.yaml").read_text("utf-8")
    own = "what-is-new:\n- We took out the photo of the gate.\n- {says: For later qzlater9z, from-age: 13}\n"
    put(story, "story.yaml", text + own)
    words = news(story)
    assert "We took out the photo of the gate." in words and "qzlater9z" not in words
    assert "qzlater9z" in news(story, "13-17")


def test_the_next_edition_goes_on_from_the_last_copy_of_any_age(story: Path) -> None:
    """A child with the book for nine to twelve is told in the next what that one had not; carers are other readers."""
    text = (story / "story.yaml").read_text("utf-8")
    put(story, "story.yaml", text + "approvals:\n- {edition: carers, by: Sam, on: 2026-02-20}\n")
    assert "Ade" in news(story, "13-17")
    assert news(story, "carers") == ""


def test_two_families_are_not_told_of_each_other(story: Path) -> None:
    """Where copies for carers are with two of them, neither is told what was new since the other's."""
    text = (story / "story.yaml").read_text("utf-8")
    put(story, "story.yaml", text + "approvals:\n- {edition: carers, by: Sam, on: 2026-02-20}\n")
    give(story, "carers")
    people = (story / "people.yaml").read_text("utf-8")
    put(story, "people.yaml", people + "- {id: tom, name: Tom, is: friend, group: friends, also-for: [carers]}\n")
    assert "Tom" in news(story, "carers")
    [first] = [one for one in read_copy_records(story) if one.inventory.edition == "carers"]
    write_copy_record(story, replace(first, copy="2026-02-02-carers-1", on=date(2026, 2, 2), given_to="Family Two"))
    assert news(story, "carers") == ""


def test_odd_things_in_the_folder_of_copies_keep_nobody_waiting(story: Path) -> None:
    """A pipe and a folder with the name of a file are passed over."""
    os.mkfifo(story / COPIES / "pipe.json")
    (story / COPIES / "folder.json").mkdir()
    assert len(read_copy_records(story)) == 1


def test_a_lost_copy_is_nobodys(story: Path) -> None:
    """News goes on from the last copy that is not lost, and from none where there is none."""
    put(story, "chapters/09-kite.md", KITE)
    give(story, on=date(2026, 2, 20))
    assert news(story) == ""
    mark_record_lost(story, "2026-02-20-9-12-1")
    assert "The new kite" in news(story)
    mark_record_lost(story, "2026-02-01-9-12-1")
    assert news(story) == ""


def test_a_copy_given_after_the_day_of_the_book_is_not_yet_there(story: Path) -> None:
    """A book that is made for an earlier day speaks of no later copy."""
    put(story, "chapters/09-kite.md", KITE)
    give(story, on=date(2026, 4, 1))
    assert "The new kite" in news(story)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"copy": 1}', '{"items": 3, "on": "x"}', "\x00"])
def test_whatever_has_become_of_what_is_kept_harms_no_book(story: Path, text: str) -> None:
    """Half a file, another's file, no file: the book is made, and says nothing of what is new."""
    for file in (story / COPIES).iterdir():
        file.write_text(text, "utf-8")
    assert news(story) == ""


def test_no_link_is_followed(story: Path, tmp_path: Path) -> None:
    """What is kept of copies is read from the story's own folder and from nowhere else."""
    put(story, "chapters/09-kite.md", KITE)
    (story / COPIES).rename(tmp_path / "elsewhere")
    (story / COPIES).symlink_to(tmp_path / "elsewhere")
    assert read_copy_records(story) == ()
    assert news(story) == ""
    with pytest.raises(OSError, match="link"):
        write_copy_record(story, CopyRecord("a", date(2026, 1, 1), replace(_held(story), edition="9-12")))


def test_the_same_sources_log_and_date_give_the_same_bytes(story: Path, tmp_path: Path) -> None:
    """With news in it, a copy of the story in another folder makes the same book byte for byte."""
    put(story, "chapters/09-kite.md", KITE)
    other = Path(shutil.copytree(story, tmp_path / "other" / "story"))
    shutil.rmtree(other / CACHE_FOLDER)
    assert (make_book(story) / "book.sha256").read_bytes() == (make_book(other) / "book.sha256").read_bytes()


def test_the_copies_of_a_day_are_in_their_order(story: Path) -> None:
    """The tenth copy of a day comes after the ninth."""
    for number in (10, 9, 2):
        write_copy_record(story, CopyRecord(f"2026-02-02-9-12-{number}", date(2026, 2, 2), _held(story)))
    assert [one.copy.rpartition("-")[2] for one in read_copy_records(story)] == ["1", "2", "9", "10"]


def test_what_is_kept_is_small_and_plain(story: Path) -> None:
    """It is JSON, with the names of what the copy held and digests by which to know it again, and no text of a page."""
    [file] = (story / COPIES).iterdir()
    told = json.loads(file.read_text("utf-8"))
    assert told["edition"] == "9-12"
    assert {"kind": "people", "label": "Jan"}.items() <= next(
        one for one in told["items"] if one["kind"] == "people"
    ).items()
    assert "You planted beans" not in file.read_text("utf-8")


def _held(story: Path) -> Inventory:
    held = read_inventory(locate_inventory(story / CACHE_FOLDER, "9-12"))
    assert held
    return held


def test_news_for_others_are_for_one_reader_alone(story: Path) -> None:
    """Of two families neither is told what the other has, lost copies too, unless it is said for whom the book is."""
    put(story, "story.yaml", (story / "story.yaml").read_text("utf-8") + APPROVED)
    for at, name in enumerate(("Jan", "Oak Lodge")):
        give(story, "carers", given_to=name, on=date(2026, 2, 1 + at))
    put(story, "chapters/09-kite.md", KITE.replace("part:", "also-for: [carers]\npart:"))
    assert news(story, "carers") == ""
    mark_record_lost(story, "2026-02-01-carers-1")
    assert news(story, "carers") == ""
    assert "The new kite" in news(story, "carers", reader="oak lodge")
    assert news(story, "carers", reader="Somebody new") == ""


def test_two_that_nobody_named_are_two(story: Path) -> None:
    """Copies for others of which nobody knows who has them say nothing to each other."""
    put(story, "story.yaml", (story / "story.yaml").read_text("utf-8") + APPROVED)
    give(story, "carers", on=date(2026, 2, 1))
    put(story, "chapters/09-kite.md", KITE.replace("part:", "also-for: [carers]\npart:"))
    assert "The new kite" in news(story, "carers")
    give(story, "carers", on=date(2026, 2, 2))
    put(story, "chapters/10-hat.md", KITE.replace("part:", "also-for: [carers]\npart:").replace("kite", "hat"))
    assert news(story, "carers") == ""
