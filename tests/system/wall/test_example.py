"""The example child's books say nothing that they withhold."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from lsbook import editions
from lsbook import pipeline as build
from lsbook.files.resources import find_resources
from lsbook.model.named_items import NamedItem
from lsbook.model.story import Chapter, Story
from lsbook.model.story_text import TellingBlock
from tests.sharing import EDITIONS
from tests.system.wall.phrases import LENGTH, phrases, read_by_anyone, told, withheld
from tests.system.wall.workshop import contents

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

Maya: TypeAlias = tuple[build.Project, dict[str, dict[str, bytes]]]
MOST_BYTES = 12_500_000
COMPOSED = ("It is in your memory box", "You were born to")
"""What lsbook's own words come to with words that are told: where a keepsake is, and whose child she is."""
CHILDS = ("under-5", "5-8", "9-12", "13-17", "18-plus")


@pytest.fixture(scope="module")
def maya(example: Path) -> Maya:
    """The example child's story, and every book of it that may be made."""
    read = build.load(example, None)
    assert {*CHILDS, *(given.edition for given in read.story.approvals), "record"} == set(EDITIONS)
    return read, {name: contents(example / "books" / name) for name in EDITIONS}


def test_no_book_says_what_it_withholds(maya: Maya) -> None:
    """No run of four words of anything withheld stands in a book, unless something that is told says it too."""
    read, books = maya
    ours = [*COMPOSED, *(file.read_text(encoding="utf-8") for file in _own_words())]
    names = frozenset(word for (word,) in phrases(_names(read.story), 1))
    for name, book in books.items():
        sight = editions.decide(read.story, editions.make_unapproved_edition(read.story, read.policy, name))
        kept_back = phrases(withheld(sight), fillings=names) - phrases([*told(sight), *_told_gently(read, name), *ours])
        assert kept_back, name
        assert kept_back & phrases(read_by_anyone(book)) == set(), name


def test_no_book_names_whom_it_withholds(maya: Maya) -> None:
    """No name of a withheld person, home, school or keepsake stands in a child's book that does not tell it."""
    read, books = maya
    story = read.story
    ours = [file.read_text(encoding="utf-8") for file in _own_words()]
    for name in CHILDS:
        sight = editions.decide(story, editions.make_unapproved_edition(story, read.policy, name))
        named = (*story.people, *story.homes, *story.schools, *story.keepsakes)
        names = {version.content for one in named if not sight.is_visible(one) for version in one.name.versions}
        for length in range(1, LENGTH):
            hidden = phrases((one for one in names if len(one.split()) == length), length)
            hidden -= phrases([*told(sight), story.child.name, *ours], length)
            assert hidden & phrases(read_by_anyone(books[name]), length) == set(), name


def test_each_book_of_the_example_is_small(maya: Maya) -> None:
    """No edition of the example takes more than 12.5 MB, so that it can be sent and kept."""
    for name, book in maya[1].items():
        assert sum(map(len, book.values())) <= MOST_BYTES, name


def _told_gently(read: build.Project, name: str) -> list[str]:
    """What the book of 18 and over tells a second time: the telling of chapters for a child of three, but hard news."""
    if name != "18-plus":
        return []
    own = editions.make_unapproved_edition(read.story, read.policy, name)
    small = editions.decide(read.story, replace(own, age=3, easy=False))
    chapters = {
        at: verdict
        for at, verdict in small.verdicts.items()
        if isinstance(verdict.item, Chapter | TellingBlock)
        and not any(item.heads_up for item in (*verdict.ancestors, verdict.item))
    }
    names = {
        at: replace(verdict, reasons=("Its name alone is looked up here.",))
        for at, verdict in small.verdicts.items()
        if isinstance(verdict.item, NamedItem)
    }
    return told(editions.Visibility(small.edition, chapters | names))


def _names(story: Story) -> list[str]:
    return [version.content for person in story.people for version in person.name.versions]


def _own_words() -> list[Path]:
    """The files whose words lsbook brings along."""
    return [*(find_resources("templates") / "languages").glob("*.yaml"), find_resources("templates") / "policy.yaml"]
