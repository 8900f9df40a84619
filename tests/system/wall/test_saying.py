"""Nothing that a Book says is missed by those who search it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lsbook.editions import make_choice, make_edition
from lsbook.files.resources import find_resources
from lsbook.model.located_text import LocatedText, find_location
from lsbook.model.passage import Passage
from lsbook.model.walk import find_all
from lsbook.pipeline import load
from tests.building import HEAD, MADE, policy, story_in
from tests.sharing import EDITIONS, in_every_run

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

_WORD = re.compile(r"[^\W_]+")
_ME = re.compile(r"\bme\b")
_NO_WORDS = re.compile(r"[a-z0-9-]*|en-GB|[\w/-]+\.[a-z0-9]+")
"""What may stand in a Book and is not said: kinds and other words of lsbook's own, and file names."""


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("9-12", "record")))
def test_everything_in_a_book_is_searched(edition: str) -> None:
    """Every text anywhere in the example child's Books is among the pieces that are searched."""
    whole = load(find_resources("example-child"), None)
    chosen = make_choice(whole.story, make_edition(whole.story, whole.policy, edition), MADE)
    said = "\n".join(piece.text for piece in chosen.passages)
    edition_words = set(find_all(str, chosen.book.edition))
    left = {text for text in find_all(str, chosen.book) if text not in said} - edition_words
    assert {text for text in left if not _NO_WORDS.fullmatch(text)} == set()
    assert len(chosen.passages) > 50


@pytest.mark.parametrize("edition", in_every_run(EDITIONS, ("9-12", "record")))
def test_every_word_knows_its_line_and_no_book_does(edition: str) -> None:
    """Each word that the example child's Books say stands on the line that it says, and the Books hold no line."""
    folder = find_resources("example-child")
    whole = load(folder, None)
    chosen = make_choice(whole.story, make_edition(whole.story, whole.policy, edition), MADE)
    lines = {file: (folder / file).read_text(encoding="utf-8").split("\n") for file in _list_files(chosen.passages)}
    for piece in chosen.passages:
        text = LocatedText(piece.text, piece.spans)
        for match in _WORD.finditer(text):
            at = find_location(text, match.start(), piece.at)
            line = lines[at.path][at.line - 1]
            is_printed = "[[" in line or (piece.text == whole.story.child.name and _ME.search(line))
            assert is_printed or match[0] in line, at
    assert set(find_all(LocatedText, chosen.book)) == set()


def _list_files(passages: tuple[Passage, ...]) -> set[str]:
    return {at.path for piece in passages for at in (piece.at, *(span.at for span in piece.spans))}


def test_each_piece_knows_what_it_stands_in(tmp_path: Path) -> None:
    """A piece of words comes with the items round it, the outermost first, and with the place of the innermost."""
    chapter = HEAD + '::: heads-up "about fish"\n::: account by=me\nIt *swam* away.\n:::\n:::\n'
    story = story_in(tmp_path, {"chapters/01.md": chapter})
    said = make_choice(story, make_edition(story, policy(), "9-12"), MADE).passages
    swam = next(piece for piece in said if piece.text == "It swam away.")
    assert [item.kind_label for item in swam.ancestors] == ["chapter", "block", "account"]
    assert str(swam.at) == "chapters/01.md:6"
