"""What the book of 18 and over has beside the story, and what of it no younger book holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.editions import make_edition
from lsbook.model.book import Book, PictureLink, Statement
from lsbook.model.problem import ProblemsFound
from lsbook.model.prose import Paragraph
from lsbook.model.story import Story
from lsbook.model.vocabulary import FactKind, WordKind
from lsbook.model.walk import find_all
from lsbook.pipeline import load
from tests.building import MADE, STORY, book_of, describe_child, policy, put, story_in

CHAPTER = """---
title:
  3: Sue’s house {small}
  18: May 2019
part: how-i-got-here{head}
---
::: tell 3
{small} You stayed with [[sue]].

![A pancake](pancake.jpg)

![A door](door.jpg)

::: my-words
{inner}
:::
:::

::: tell 18
You stayed with [[sue]] under section 20.
:::

A line for every age.
"""
SMALL, INNER = "qzsmall1z", "qzinner2z"
PEOPLE = """- id: sue
  name: Sue
  is: foster carer
  group: helpers
  worked-with-me:
    - {from: May 2019, until: July 2019, as: qzwork3z}
  facts:
    - {says: Her heart is strong., kind: health, from-age: 18}
"""
MEDIA = "- {file: pancake.jpg, shows: A pancake}\n- {file: door.jpg, shows: A door, from-age: 9}\n"
TOP = "foreword: {says: qzforeword4z, from-age: 18}\nrecords: [The council has them. qzrecords5z]\n"


def make_story(folder: Path, head: str = "", more: str = "", people: str = PEOPLE, media: str = MEDIA) -> Story:
    for name in ("pancake.jpg", "door.jpg"):
        put(folder / "media" / name, name.encode())
    chapter = CHAPTER.format(small=SMALL, inner=INNER, head=head).replace("[[sue]]", f"[[sue]]{more}", 1)
    files = {"story.yaml": STORY + TOP, "people.yaml": people, "media.yaml": media, "chapters/01-sue.md": chapter}
    words = "- {word: section 20, means: An agreement., about: law}\n- {word: carer, means: Who cares.}\n"
    return story_in(folder, {**files, "words.yaml": words})


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return make_story(tmp_path_factory.mktemp("adult"))


def test_a_gentle_telling_is_in_the_adults_book_alone(story: Story) -> None:
    """The book of 18 and over has a chapter as it is told at three as well; no other book has it twice."""
    (chapter,) = book_of(story, "18-plus").chapters
    assert chapter.gentle is not None
    assert chapter.gentle.title == f"Sue’s house {SMALL}"
    assert SMALL in repr(chapter.gentle.says)
    for edition in ("under-5", "5-8", "9-12", "13-17"):
        assert book_of(story, edition).chapters[0].gentle is None


def test_a_gentle_telling_shows_no_hard_news(tmp_path: Path) -> None:
    """A picture that is hard news is on no page that is read to a small child, and neither is a door to it."""
    media = MEDIA.replace("A pancake", "A pancake, heads-up: about the fire")
    (chapter,) = book_of(make_story(tmp_path, media=media), "18-plus").chapters
    assert chapter.gentle is not None
    assert SMALL in repr(chapter.gentle)
    assert not list(find_all(PictureLink, chapter.gentle))


def test_a_gentle_telling_holds_what_both_see(story: Story) -> None:
    """In it are plain words and the pictures that a child of three sees, no block, and nothing told at every age."""
    book = book_of(story, "18-plus")
    gentle = book.chapters[0].gentle
    assert gentle is not None
    assert all(isinstance(block, Paragraph) for block in gentle.says)
    shown = repr(gentle.says)
    assert INNER not in shown
    assert "A pancake" in shown and "A door" not in shown
    assert "every age" not in shown


@pytest.mark.parametrize(
    "head", ["\nheads-up: about the day", "\nfrom-age: 9", "\nhold: not yet", "\nheads-up: {18: about the day}"]
)
def test_no_gentle_telling_of_what_a_small_child_does_not_see(tmp_path: Path, head: str) -> None:
    """A chapter that is hard news, held back, or told later has none, and its words for three stand nowhere."""
    book = book_of(make_story(tmp_path, head), "18-plus")
    assert SMALL not in repr(book)


def test_a_gentle_telling_that_names_somebody_withheld_is_left_out(tmp_path: Path) -> None:
    """Where the words for three name somebody whom this book does not, they are left out and refuse nothing."""
    ruby = PEOPLE + "- {id: ruby, name: Ruby, is: a girl, group: family, hold: nobody has made sure}\n"
    story = make_story(tmp_path, more=" and [[ruby]]", people=ruby)
    assert book_of(story, "18-plus").chapters[0].gentle is None


def test_what_only_an_adult_has_is_in_no_childs_book(story: Story) -> None:
    """Records, and when somebody worked with the child, are in the books of adults and in no child's."""
    canaries = ("qzwork3z", "qzrecords5z")
    assert all(canary in repr(book_of(story, "18-plus")) for canary in canaries)
    for edition in ("under-5", "9-12", "13-17"):
        assert not any(canary in repr(book_of(story, edition)) for canary in canaries)


def test_a_foreword_keeps_to_its_gate(story: Story) -> None:
    """What the young person says before all else stands in the books that its gate lets it into."""
    (foreword,) = book_of(story, "18-plus").foreword
    assert isinstance(foreword, Statement) and "qzforeword4z" in repr(foreword)
    assert book_of(story, "13-17").foreword == ()


def test_facts_and_words_say_what_they_are_about(story: Story) -> None:
    """A fact of health and a word of the law are known as such in the Book."""
    book: Book = book_of(story, "18-plus")
    (fact,) = book.people[0].facts
    assert isinstance(fact, Statement) and fact.category is FactKind.HEALTH
    assert [getattr(word, "category", None) for word in book.words] == [WordKind.LAW, None]


def test_no_helpline_of_an_adults_book_ends_with_childhood(story: Story) -> None:
    """Childline, which stops at 19, is in the book of 13 to 17 and not in that of 18 and over."""
    named = {line.name for line in book_of(story, "18-plus").edition.helplines}
    assert "Childline" not in named and "Samaritans" in named
    assert "Childline" in {line.name for line in book_of(story, "13-17").edition.helplines}
    assert all(line.until_age > 18 for line in book_of(story, "18-plus").edition.helplines)


def test_a_child_who_is_told_at_eighteen_keeps_the_helplines_of_her_age(tmp_path: Path) -> None:
    """In the edition that holds the telling age the helplines go by the real age, whatever is told in it."""
    told_at_eighteen = story_in(tmp_path, {"story.yaml": describe_child(18)})
    edition = make_edition(told_at_eighteen, policy(), "18-plus", MADE)
    assert "Childline" in {line.name for line in edition.helplines}


def test_what_only_an_adult_has_keeps_its_names(tmp_path: Path) -> None:
    """A name kept by records, or by a time of work, refuses a child's book, and an adult may read it."""
    people = PEOPLE.replace("as: qzwork3z", "as: qzwork3z, keeps: [Dwayne]")
    story = make_story(tmp_path, more=", and Dwayne rang", people=people)
    assert "Dwayne" in repr(book_of(story, "18-plus"))
    with pytest.raises(ProblemsFound) as stopped:
        book_of(story, "under-5")
    assert {problem.rule for problem in stopped.value.problems} == {"kept-name"}


def test_an_adult_is_not_sent_to_somebody_whose_work_is_over(tmp_path: Path) -> None:
    """In the book of 18 and over nobody is named to talk to who no longer works with her; a child's book names them."""
    people = PEOPLE + "- {id: jan, name: Jan, is: foster mum, group: home}\n"
    folder = tmp_path / "talk"
    make_story(folder, people=people)
    put(folder / "story.yaml", STORY + TOP + "talk-to: [jan, sue]\n")
    story = load(folder, None).story
    named = {edition: [name.label for name in book_of(story, edition).talk_to] for edition in ("9-12", "18-plus")}
    assert named == {"9-12": ["Jan", "Sue"], "18-plus": ["Jan"]}
