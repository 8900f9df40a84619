"""Pictures above words: which words have one, and that the words stay as they are."""

from __future__ import annotations

import pytest

from lsbook.model.symbols import SymbolPicture
from lsbook.pages.layout.word_symbols import SymbolFinder

LISTED = (
    SymbolPicture(("house", "home"), "h.svg", "<svg/>"),
    SymbolPicture(("foster carer",), "f.svg", "<svg/>"),
    SymbolPicture(("family",), "m.svg", "<svg/>"),
    SymbolPicture(("carer",), "c.svg", "<svg/>"),
    SymbolPicture(("بيت",), "b.svg", "<svg/>"),
    SymbolPicture(("dom",), "d.svg", "<svg/>"),
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("A house.", "en-GB", ["house. h"]),
        ("HOUSE, Houses, two homes", "en", ["HOUSE, h", "Houses, h", "homes h"]),
        ("Her foster  carers and a carer", "en", ["foster  carers f", "carer c"]),
        ("Three families (family)", "en", ["families m", "(family) m"]),
        ("the house's door, a doll-house", "en", ["house's h", "doll-house h"]),
        ("house/home", "en", ["house h", "/home h"]),
        ("housed, household, greenhouse", "en", []),
        ("هذا بيت كبير", "ar", ["بيت b"]),
        ("Nowy dom, doms i domy", "pl", ["dom, d"]),
        ("", "en", []),
    ],
)
def test_a_word_is_found_in_its_forms_and_no_part_of_another(text: str, language: str, expected: list[str]) -> None:
    """Capitals, the plurals of English and the longest phrase are found, and no word is taken out of another."""
    found = SymbolFinder(LISTED, language).find(text)
    assert [f"{text[match.start : match.end]} {match.address[6]}" for match in found] == expected
