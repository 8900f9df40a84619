"""Somebody's own passphrase: what could be found out is refused, and good words are not."""

from __future__ import annotations

import pytest

from lsbook.exports.locked.keys import generate_passphrase
from lsbook.exports.locked.strength import is_famous, is_weak, strip_known

KNOWN = ("Robin", "Jan and Dave's house", "José Kovač", "Bo", "2017", "14022017")
GOOD = ("tin marmalade orbit fennel quay", "tundra velvet quarry lantern osprey", "gwyrdd olwyn pysgod mellt cadair")


@pytest.mark.parametrize(
    "words",
    [
        "to be or not to be that is the question",
        "To be, or not to be: THAT is the question!",
        "2B or not 2B, that is the question",
        "t0 b3 0r n0t t0 b3 th4t 1s th3 qu3st10n",
        "or not to be that is the quest",
        "noitseuqehtsitahtebottonroebot",
        "correct horse battery staple",
        "correcthorsebatterystaple2017!",
        "maryhadalittlelamb",
        "Mary had a little goat, its fleece was white as snow",
        "once upon a time",
        "Once upon a time in our house",
        "the quick brown fox jumps over the lazy dog",
        "jeszcze polska nie zginela kiedy my zyjemy",
        "Mae hen wlad fy nhadau yn annwyl i mi",
        "DEȘTEAPTĂ-TE ROMÂNE din somnul",
        "ще не вмерла україни",
        "بِسْمِ اللَّهِ الرَّحْمٰنِ الرَّحِيمِ",
        "یکی بود یکی نبود غیر از خدا",
        "پاک سرزمین شاد باد",
    ],
)
def test_famous_phrases_are_weak(words: str) -> None:
    """However they are set, turned round, cut short or with other words beside them, in every language of lsbook."""
    assert is_famous(words) and is_weak(words)


@pytest.mark.parametrize(
    "words",
    [
        "robin robin robin robin robin",
        "R0b1n.14-02-2017.Robin",
        "ROBIN and jan and dave 2017",
        "JoseKovacJoseKovac14022017",
        "Bo Bo Bo Bo Bo Bo Bo Bo",
        "Robin tulip robin tulip",
        "password12345678",
        "qwertyuiopasdfgh",
        "tulip tulip tulip tulip tulip",
        "sunshine butterfly",
        "short words",
        "",
    ],
)
def test_what_others_know_counts_for_nothing(words: str) -> None:
    """Names and dates are taken out, small or large, joined or with digits in them; what is left is too little."""
    assert is_weak(words, KNOWN)


@pytest.mark.parametrize("words", [*GOOD, *(f"Robin {good}" for good in GOOD), "ящик молоко вітер сорока камінь"])
def test_good_words_are_good(words: str) -> None:
    """Five words that have nothing to do with each other are taken, also with a name beside them."""
    assert not is_weak(words, KNOWN)


def test_what_lsbook_makes_would_be_taken() -> None:
    """None of the passphrases that lsbook makes itself is called weak."""
    assert not [words for words in (generate_passphrase() for _ in range(40)) if is_weak(words, KNOWN)]


def test_a_short_name_goes_only_where_it_stands_alone() -> None:
    """Two letters inside another word are no name."""
    assert strip_known("bo carbon bo", ("Bo",)) == "carbon"
    assert strip_known("café r0bin's kite", ("Robin", "Cafe")) == "'s kite"
