"""An archive for a hundred years: a bag that validates with the reference tool, and the story back from it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from lsbook.archive import restore
from lsbook.exports.verify.copy import verify_copy
from lsbook.model.problem import ProblemsFound
from tests.building import write_story
from tests.unit.archive.archives import files_in, made, said

NOT_SOURCES = ("books", ".lsbook")


@pytest.fixture(scope="session")
def maya(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example child's whole story, with what lsbook remembers of it."""
    return Path(shutil.copytree(example, tmp_path_factory.mktemp("maya") / "maya"))


@pytest.fixture(scope="session")
def kept(maya: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its archive, with what is only-me in the sources. Nothing may be changed in it."""
    return made(maya, tmp_path_factory.mktemp("kept"), "keep").place


@pytest.fixture(scope="session")
def robin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small story in which nothing is only-me, with a log of copies."""
    story = write_story(tmp_path_factory.mktemp("robin") / "robin")
    (story / "work").mkdir()
    (story / "work" / "copies.yaml").write_text("# Every copy.\n", encoding="utf-8")
    return story


@pytest.fixture(scope="session")
def whole(robin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its archive. Nothing may be changed in it."""
    return made(robin, tmp_path_factory.mktemp("shelf")).place


@pytest.fixture
def bag(whole: Path, tmp_path: Path) -> Path:
    """A copy of the small archive that a test may spoil."""
    return Path(shutil.copytree(whole, tmp_path / "bag"))


def test_the_archive_of_the_example_validates_with_the_reference_tool(kept: Path) -> None:
    """The program and the library of the Library of Congress find the bag complete, and every checksum right."""
    done = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", "--quiet", str(kept)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    bag = bagit.Bag(str(kept))
    assert bag.validate()
    assert bag.version_info == (1, 0)
    assert verify_copy(kept).files == len(bag.entries) > 300


def test_the_example_comes_back_byte_for_byte(maya: Path, kept: Path, tmp_path: Path) -> None:
    """Every source file is in the restored story with its bytes, and no other file is."""
    result = said("restore", kept, "--to", tmp_path / "back")
    assert result.exit_code == 0
    assert files_in(tmp_path / "back") == files_in(maya, but=NOT_SOURCES)
    assert f'lsbook build "{tmp_path / "back"}"' in result.output
    assert [file.name for file in tmp_path.iterdir()] == ["back"]


def test_the_record_in_the_archive_is_the_record_edition(maya: Path, kept: Path) -> None:
    """The finished record edition is in the archive, whole by its own list, and holds nothing that is only-me."""
    assert verify_copy(kept / "data" / "record").files > 100
    pages = b"".join(files_in(kept / "data" / "record").values())
    assert b"Nana Pat" in pages
    corner = (
        "This page has a secret corner",
        "There is room here for what is yours alone",
        "This space is yours alone",
    )
    for own in ("The stone in your pocket", "You made a den in the hedge", *corner):
        assert own.encode() not in pages
        assert any(own.encode() in source for source in files_in(maya, but=NOT_SOURCES).values())


def test_words_for_whoever_opens_it_in_many_years(kept: Path, whole: Path) -> None:
    """A plain text says what this is, how long it is kept, how it is restored, and what became of what is only-me."""
    words = (kept / "READ ME FIRST.txt").read_text(encoding="utf-8")
    for said_there in ("75th birthday", "100 years", "lsbook restore", "reads text files", "lsbook (version", "kept"):
        assert said_there in words
    assert "Only-Me: kept\n" in (kept / "bag-info.txt").read_text(encoding="utf-8")
    assert "Only-Me: none\n" in (whole / "bag-info.txt").read_text(encoding="utf-8")


def test_the_outside_does_not_name_the_child(kept: Path) -> None:
    """The archive's name and its own words outside the payload are neutral."""
    assert kept.name == "archive-2026-11-22"
    assert "maya" not in (kept / "bag-info.txt").read_text(encoding="utf-8").casefold()


def test_the_log_is_archived_and_what_build_makes_is_not(robin: Path, tmp_path: Path) -> None:
    """Work with its log goes in; books, lsbook's memory and what systems leave behind do not, and are counted."""
    story = Path(shutil.copytree(robin, tmp_path / "robin"))
    for path in ("books/9-12/old.html", ".DS_Store", "work/~$notes.docx", "media/.thumbs/a.jpg"):
        (story / path).parent.mkdir(parents=True, exist_ok=True)
        (story / path).write_text("not a source", encoding="utf-8")
    result = said("archive", story, "--to", tmp_path / "shelf")
    assert result.exit_code == 0 and "Left out: 3 files" in result.output
    [place] = (tmp_path / "shelf").iterdir()
    assert files_in(place / "data" / "story") == files_in(robin, but=NOT_SOURCES)


def test_nothing_is_ever_overwritten(robin: Path, tmp_path: Path) -> None:
    """A second archive on the same day has a number in its name, and the first is as it was."""
    first = made(robin, tmp_path).place
    before = files_in(first)
    (robin / "media" / "in no book.txt").write_text("new", encoding="utf-8")
    second = made(robin, tmp_path).place
    (robin / "media" / "in no book.txt").unlink()
    assert (first.name, second.name) == ("archive-2026-11-22", "archive-2026-11-22-2")
    assert files_in(first) == before and verify_copy(second).files == len(before)


def test_the_policy_that_applied_goes_with_it(robin: Path, tmp_path: Path) -> None:
    """A policy outside the story, and the templates beside it, are in the archive, and restoring says how to use it."""
    (tmp_path / "authority" / "templates" / "look").mkdir(parents=True)
    policy = tmp_path / "authority" / "rules.yaml"
    policy.write_text("plans: [{name: our-plan, title: Ours}]\n", encoding="utf-8")
    (tmp_path / "authority" / "templates" / "look" / "own.css").write_text("p {}\n", encoding="utf-8")
    place = made(robin, tmp_path / "shelf", policy=policy).place
    assert (place / "data" / "policy.yaml").read_bytes() == policy.read_bytes()
    assert (place / "data" / "templates" / "look" / "own.css").is_file()
    result = said("restore", place, "--to", tmp_path / "back")
    assert f'--policy "{place / "data" / "policy.yaml"}"' in result.output


def _flipped(bag: Path) -> None:
    file = bag / "data" / "story" / "media" / "garden.jpg"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def _rewritten(path: str, old: str, new: str) -> Callable[[Path], None]:
    def rewrite(bag: Path) -> None:
        text = (bag / path).read_text(encoding="utf-8")
        assert old in text
        (bag / path).write_text(text.replace(old, new), encoding="utf-8")

    return rewrite


def _linked(bag: Path) -> None:
    file = bag / "data" / "story" / "people.yaml"
    (bag.parent / "people.yaml").write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(bag.parent / "people.yaml")


def _linked_folder(bag: Path) -> None:
    (bag / "data" / "story" / "media").rename(bag.parent / "media")
    (bag / "data" / "story" / "media").symlink_to(bag.parent / "media")


MANIFEST = "manifest-sha256.txt"
FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "flipped": (_flipped, "media/garden.jpg:\n    This file is not as it was archived."),
    "missing": (lambda bag: (bag / "data/story/people.yaml").unlink(), "people.yaml:\n    This file of the archive is"),
    "extra": (
        lambda bag: (bag / "data/story/new.txt").write_text("x", encoding="utf-8"),
        "new.txt:\n    This file does not belong",
    ),
    "told otherwise": (_rewritten("bag-info.txt", "none", "kept"), "bag-info.txt:\n    This file is not as it was"),
    "leads out": (_rewritten(MANIFEST, "data/story/story.yaml", "data/../../story.yaml"), "leads out of the archive"),
    "absolute": (_rewritten(MANIFEST, "data/story/story.yaml", "/etc/passwd"), "leads out of the archive"),
    "at home": (_rewritten(MANIFEST, "data/story/story.yaml", "~/story.yaml"), "leads out of the archive"),
    "of Windows": (_rewritten(MANIFEST, "data/story/story.yaml", "data\\..\\..\\x"), "leads out of the archive"),
    "no line": (_rewritten(MANIFEST, "  data/story/story.yaml", ""), "This line of the list cannot be read"),
    "no list": (lambda bag: (bag / MANIFEST).unlink(), "This file of the archive is gone"),
    "link": (_linked, "people.yaml:\n    This is a link to somewhere else"),
    "linked folder": (_linked_folder, "media:\n    This is a link to somewhere else"),
    "elsewhere": (
        lambda bag: (bag / "fetch.txt").write_text("http://x 1 data/x\n", encoding="utf-8"),
        "lsbook fetches nothing",
    ),
    "no bag": (lambda bag: (bag / "bagit.txt").unlink(), "There is no archive here"),
    "of no version": (_rewritten("bagit.txt", "1.0", "one"), "This is no archive as it should be"),
    "no story": (lambda bag: shutil.rmtree(bag / "data/story"), "This file of the archive is gone"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_said_and_nothing_is_restored(bag: Path, tmp_path: Path, fault: str) -> None:
    """Whatever is wrong with an archive is said with its place, by restore and by verify, and nothing is written."""
    spoil, words = FAULTS[fault]
    spoil(bag)
    result = said("restore", bag, "--to", tmp_path / "back")
    assert result.exit_code == 1 and words in result.output, result.output
    assert not [file for file in tmp_path.iterdir() if "back" in file.name]
    if fault != "no bag":
        assert words in said("verify", bag).output


def test_accents_that_a_disk_keeps_in_another_way(robin: Path, tmp_path: Path) -> None:
    """A bag whose file names came back from another computer with taken-apart accents is whole, and so is its story."""
    story = Path(shutil.copytree(robin, tmp_path / "robin"))
    (story / "work" / "café").mkdir()
    (story / "work" / "café" / "Zoë.txt").write_text("a note", encoding="utf-8")
    place = made(story, tmp_path / "shelf").place
    for path in ("work/café/Zoë.txt", "work/café"):
        file = place / "data" / "story" / path
        file.rename(file.with_name(unicodedata.normalize("NFD", file.name)))
    assert bagit.Bag(str(place)).validate()
    assert said("restore", place, "--to", tmp_path / "back").exit_code == 0
    assert files_in(tmp_path / "back") == files_in(story, but=NOT_SOURCES)


def test_a_bag_without_a_story_is_no_archive(tmp_path: Path) -> None:
    """A bag of somebody else's verifies and is not restored; a zip and an unfinished archive say what they are."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text("x", encoding="utf-8")
    bagit.make_bag(str(tmp_path / "other"))
    assert said("verify", tmp_path / "other").exit_code == 0
    assert "There is no story in this archive." in said("restore", tmp_path / "other", "--to", tmp_path / "b").output
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pile:
        pile.write(tmp_path / "other" / "bagit.txt", "other/bagit.txt")
    assert "Unpack it first" in said("restore", tmp_path / "a.zip", "--to", tmp_path / "b").output
    (tmp_path / "other").rename(tmp_path / "not-whole-other")
    assert "never finished" in said("restore", tmp_path / "not-whole-other", "--to", tmp_path / "b").output
    assert not (tmp_path / "b").exists()


def test_a_place_that_is_not_free_is_left_alone(whole: Path, bag: Path, tmp_path: Path) -> None:
    """A story is restored to a new folder or an empty one, never over anything and never into an archive."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "full", tmp_path / "full" / "mine.txt", bag / "data"):
        with pytest.raises(ProblemsFound) as stopped:
            restore(whole, place, lambda _done, _total: None)
        assert "already" in (what := stopped.value.problems[0].what) or "inside the archive" in what
    assert (tmp_path / "full" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert restore(whole, tmp_path / "empty", lambda _done, _total: None).files > 5
    assert (tmp_path / "empty" / "story.yaml").is_file()
