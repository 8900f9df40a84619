"""Maya's story is a whole book: it has what a full book has, and each edition keeps to the words of its age."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from statistics import mean

import pytest

from lsbook.editions import make_choice, make_edition
from lsbook.files.resources import find_resources
from lsbook.model.passage import Passage
from lsbook.model.story import Medium
from lsbook.model.vocabulary import AboutMeKind
from lsbook.pipeline import Project, load

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

MADE = date(2026, 11, 22)
CHILDS = ("under-5", "5-8", "9-12", "13-17", "18-plus")
PARTS = {"who-am-i", "how-i-got-here", "my-people", "where-im-going"}
MOST_MEDIA = 12_000_000  # bytes

_SENTENCE_ENDS = re.compile(r"(?<=[.!?:])[\"”’)]*\s+(?=[“\"(]?[A-Z0-9])|\n+")
_WHOLE = re.compile(r"[.!?][\"”’)]*")
_WORD = re.compile(r"[\w’'.-]*\w")


@pytest.fixture(scope="module")
def maya() -> Project:
    return load(find_resources("example-child"), None)


def test_the_story_holds_what_a_full_book_holds(maya: Project) -> None:
    """There are people, homes, moments, keepsakes, questions, words and pictures enough for every page to be real."""
    story = maya.story
    held = {
        "chapters": len(story.chapters), "people": len(story.people), "homes": len(story.homes),
        "moments": len(story.moments), "keepsakes": len(story.keepsakes), "questions": len(story.questions),
        "words": len(story.words), "media": len(story.media),
    }  # fmt: skip
    least = {
        "chapters": 14, "people": 20, "homes": 4, "moments": 40,
        "keepsakes": 12, "questions": 8, "words": 20, "media": 40,
    }  # fmt: skip
    assert {name: count for name, count in held.items() if count < least[name]} == {}
    assert max(len(home.stays) for home in story.homes) > 1


def test_the_story_shows_every_kind(maya: Project) -> None:
    """Every part, every kind of letter, every status of a question and every kind of about-me stands in it."""
    story = maya.story
    assert {chapter.part for chapter in story.chapters} == PARTS
    assert {letter.category for letter in story.letters} == {"hello", "goodbye", "carer", "family", "later-life"}
    statuses = {"finding-out", "answered", "nobody-knows", "later", "not-ours-to-tell"}
    assert {question.status for question in story.questions} == statuses
    assert len({one.category for one in story.about_me}) == len(AboutMeKind)


def test_the_family_is_worth_a_tree(maya: Project) -> None:
    """Two fathers, grandparents on both sides, a cousin, carers with a son, and a parent whom nobody can name."""
    children = Counter(ref.id for person in maya.story.people for ref in person.parent_of)
    assert {"me", "tyler", "kelly", "marlon", "alfie", "poppy", "marcus"} <= set(children)
    assert children["me"] == children["tyler"] == children["marlon"] == 2
    assert any("not known" in version.content for person in maya.story.people for version in person.is_.versions)


@pytest.mark.parametrize("edition", CHILDS)
def test_each_edition_is_a_whole_book(maya: Project, edition: str) -> None:
    """Nothing speaks against the edition, it has chapters in all four parts, and each of them says something."""
    chosen = make_choice(maya.story, make_edition(maya.story, maya.policy, edition), MADE)
    assert chosen.refusals == ()
    assert {chapter.part for chapter in chosen.book.chapters} == PARTS
    assert len(chosen.book.chapters) >= 14
    assert all(chapter.inside for chapter in chosen.book.chapters)


@pytest.mark.parametrize("edition", CHILDS)
def test_sentences_are_as_long_as_the_age_can_read(maya: Project, edition: str) -> None:
    """Mean and longest sentence of each edition stay within its band, quoted papers and descriptions aside."""
    made = make_edition(maya.story, maya.policy, edition)
    (band,) = (band for band in maya.policy.bands if band.name == edition)
    said = make_choice(maya.story, made, MADE).passages
    lengths = {
        sentence: len(_WORD.findall(sentence)) for piece in said if _told(piece) for sentence in _sentences(piece)
    }
    assert {sentence for sentence, count in lengths.items() if count > band.longest_sentence} == set()
    assert mean(lengths.values()) <= band.mean_sentence


def test_every_page_of_the_youngest_has_a_picture() -> None:
    """In what is told at three, each turn of the page has at most three sentences, and a picture if it is no hard news.

    The third is the line that comes back: it asks where the blanket is, and answers.
    Where two of those at home are named, the book draws their faces.
    """
    for file in sorted((find_resources("example-child") / "chapters").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        told = re.search(r"^::: tell 3\n(.*?)^:::$", text, re.M | re.S)
        assert told, file.name
        is_hard = "\nheads-up:" in text.partition("\n---\n")[0]
        for page in re.split(r"^---$", told[1], flags=re.M):
            words = " ".join(line for line in page.split("\n") if line and not line.startswith("!"))
            has_faces = sum(f"[[{name}]]" in words for name in ("jan", "dave", "biscuit")) > 1
            assert "![" in page or has_faces or is_hard, f"{file.name}: {page}"
            assert len(re.findall(r"[.!?](?=\s|$)", words)) <= 3, f"{file.name}: {page}"


def test_every_picture_says_what_it_shows(maya: Project) -> None:
    """Each file in media.yaml is described and has a caption, and films and sounds have their words."""
    for medium in maya.story.media:
        if medium.listed and not medium.decorative:
            assert medium.shows and medium.caption, medium.file
            assert medium.captions or medium.transcript or not _plays(medium), medium.file


def test_the_example_is_small() -> None:
    """The media of the example take at most 12 MB."""
    media = [file for file in (find_resources("example-child") / "media").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in media) <= MOST_MEDIA


def _told(piece: Passage) -> bool:
    """Whether words are the book's own telling: a description or transcript of a medium is as long as what it shows."""
    return not any(isinstance(one, Medium) for one in piece.ancestors)


def _sentences(piece: Passage) -> list[str]:
    return [one for one in _SENTENCE_ENDS.split(piece.text) if one and _WHOLE.search(one.strip()[-2:])]


def _plays(medium: Medium) -> bool:
    return Path(medium.file).suffix in {".mp3", ".mp4"}
