"""A story made from a book gives that book again, and nothing of what is withheld is in any file of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given

from lsbook.copies.story_copy import StoryRequest, make_story_package
from lsbook.pipeline import load
from lsbook.story_writing import BookSource, make_story_files
from tests.sharing import in_every_run
from tests.system.wall.data import Tale, Wanted
from tests.system.wall.die import EDITIONS
from tests.system.wall.pool import COMMENT
from tests.system.wall.searching import canaries_of_book, canaries_of_story
from tests.system.wall.tales import tales
from tests.system.wall.workshop import MADE, Workshop, built, chosen, contents

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

Many = Callable[[Callable[..., None]], Callable[[], None]]
FOR_OTHERS = tuple(edition for edition in EDITIONS if edition != "record")


def _make_copy(story: Path, edition: str, bench: Path) -> Path:
    """The story that is made from the book ``edition`` of ``story``. Only what gives the same book again is made."""
    shutil.rmtree(bench, ignore_errors=True)
    request = StoryRequest(edition, MADE, "Sam", "copy")
    make_story_package(load(story, None), request, bench)
    return bench / "copy"


def _write_texts(story: Path, edition: str) -> Mapping[str, str]:
    """The texts of the story made from a book, without what says of anything that it is the child's own."""
    project = load(story, None)
    return make_story_files(BookSource(chosen(story, edition), project.policy, project.policy, MADE)).texts


def _take_media(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.startswith(("media/", ".lsbook/"))}


@pytest.mark.parametrize("edition", in_every_run(FOR_OTHERS, ("18-plus", "carers")))
def test_a_story_made_from_a_book_gives_the_book_and_nothing_withheld(
    edition: str, many: Many, workshop: Workshop, tmp_path: Path
) -> None:
    """A story made from a book is the same bytes with and without what is withheld, and builds that very book."""

    @many
    @given(tales(edition))
    def same(case: tuple[Tale, Wanted]) -> None:
        pair = workshop.pair(*case)
        for story in (pair.whole, pair.reduced):  # what is new since an older copy is no part of a story made today
            shutil.rmtree(story / "work")
        copy = _make_copy(pair.whole, edition, tmp_path / "whole")
        files = contents(copy)
        assert _write_texts(pair.whole, edition) == _write_texts(pair.reduced, edition)
        assert _take_media(files) == _take_media(contents(_make_copy(pair.reduced, edition, tmp_path / "reduced")))
        shown = canaries_of_story(pair.whole) & canaries_of_story(pair.reduced)
        assert canaries_of_book(files) - shown == set()
        assert COMMENT not in canaries_of_book(files)
        book, other = built(copy, edition), built(pair.whole, edition)
        if edition == "carers":  # names that are carried are words there, so the address of a like title is another
            assert canaries_of_book(book) == canaries_of_book(other)
        else:
            assert book == other

    same()
