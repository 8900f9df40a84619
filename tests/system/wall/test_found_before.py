"""Stories that once stopped a book: found among the generated ones, each made as small as it can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.wall.data import Data, Tale
from tests.system.wall.workshop import EMPTY, Workshop, built
from tests.system.wall.writing import write

HARD_PHOTO = [{"file": "0.png", "shows": "A picture", "heads-up": "about it"}, {"file": "1.png", "shows": "Another"}]
HARD_CUP = [{"id": "cup", "name": "Cup", "photo": "0.png", "heads-up": "about the cup"}]
UNTOLD = [{"ask": "Why?", "status": "answered", "answer": {"says": "Because.", "from-age": "13"}}]


@pytest.mark.parametrize(
    "lists",
    [{"media.yaml": HARD_PHOTO, "keepsakes.yaml": HARD_CUP}, {"questions.yaml": UNTOLD}],
)
def test_the_book_is_made(lists: dict[str, list[Data]], workshop: Workshop, tmp_path: Path) -> None:
    """A hard photo in other hard news, and a question whose answer comes later, stop no book."""
    pictures = {"0.png": 0, "1.png": 1} if "media.yaml" in lists else {}
    write(Tale(EMPTY, lists, [], [], pictures), tmp_path, workshop.pictures)
    assert "Open my book.html" in built(tmp_path, "9-12")


def test_a_hard_chapter_that_says_nothing_is_not_there(workshop: Workshop, tmp_path: Path) -> None:
    """A hard chapter that holds nothing but a letter without words has neither a page nor a door."""
    letter = {"file": "hello", "from": "Jan", "kind": "hello"}
    shown = {"block": "letter", "letter": "hello"}
    empty = {"file": "a", "title": "Qzempty", "part": "who-am-i", "heads-up": "Qztopic", "inside": [shown]}
    write(Tale(EMPTY, {}, [empty], [letter]), tmp_path, workshop.pictures)
    book = built(tmp_path, "9-12")
    assert not [path for path, page in book.items() if b"Qzempty" in page or b"Qztopic" in page]
