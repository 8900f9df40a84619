"""What is withheld leaves no trace: not a word, not a name, not an order, not a byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import event, given

from tests.system.wall.data import Tale, Wanted
from tests.system.wall.die import EDITIONS
from tests.system.wall.pool import COMMENT
from tests.system.wall.searching import canaries, canaries_of_book, canaries_of_story, days_of_book, days_of_story
from tests.system.wall.tales import tales
from tests.system.wall.workshop import Workshop, built, chosen

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

Many = Callable[[Callable[..., None]], Callable[[], None]]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_book_is_the_same_without_what_is_withheld(edition: str, many: Many, workshop: Workshop) -> None:
    """A whole story builds byte for byte the book of the story from which all that is withheld was deleted first."""

    @many
    @given(tales(edition))
    def same(case: tuple[Tale, Wanted]) -> None:
        tale, wanted = case
        pair = workshop.pair(tale, wanted)
        book = built(pair.whole, edition)
        other = built(pair.reduced, edition)
        assert sorted(book) == sorted(other)
        assert [path for path in book if book[path] != other[path]] == []
        told = canaries_of_story(pair.whole) & canaries_of_story(pair.reduced)
        found = canaries_of_book(book)
        assert found - told == set()
        assert COMMENT not in found
        assert days_of_book(book) & days_of_story(pair.whole) <= days_of_story(pair.reduced)
        event(f"withheld: {_tenths(len(canaries_of_story(pair.whole) - told), len(canaries_of_story(pair.whole)))}")

    same()


@pytest.mark.parametrize("edition", ["9-12"])
def test_a_second_reader_reads_nothing_of_the_childs_own(edition: str, many: Many, workshop: Workshop) -> None:
    """What --to-read makes is byte for byte the same where all that is the child's own was deleted first."""

    @many
    @given(tales(edition))
    def same(case: tuple[Tale, Wanted]) -> None:
        tale, wanted = case
        pair = workshop.pair(tale, replace(wanted, to_read=True))
        book = built(pair.whole, edition, to_read=True)
        assert book == built(pair.reduced, edition, to_read=True)
        told = canaries_of_story(pair.whole) & canaries_of_story(pair.reduced)
        assert canaries_of_book(book) - told == set()

    same()


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_may_be_seen_is_in_the_book(edition: str, many: Many, workshop: Workshop) -> None:
    """The wall lets through every word that design.md lets through."""

    @many
    @given(tales(edition))
    def complete(case: tuple[Tale, Wanted]) -> None:
        tale, wanted = case
        pair = workshop.pair(tale, wanted)
        told = canaries_of_story(pair.whole) & canaries_of_story(pair.reduced)
        assert told - canaries([repr(chosen(pair.whole, edition))]) == set()

    complete()


def _tenths(part: int, whole: int) -> str:
    return f"{10 * part // max(whole, 1)}0 %"
