"""Where a long page is cut, and what its pieces are called."""

from __future__ import annotations

from lsbook.pages.language.rich_text import make_rich
from lsbook.pages.layout.components import RunningText
from lsbook.pages.layout.cuts import ENTRY_WEIGHT, CutEntry, cut, find_year, weigh


def _entries(*years: str) -> list[CutEntry[int]]:
    return [CutEntry(at, year, f"{year}-{at}", 10) for at, year in enumerate(years)]


def test_what_has_room_is_not_cut() -> None:
    """Entries that fit stand together, in their order."""
    (only,) = cut(_entries("2019", "2019", "2020"), 30)
    assert (only.label, only.values) == ("2019 – 2020", (0, 1, 2))


def test_a_page_that_is_half_full_ends_with_its_year() -> None:
    """Where a year ends on a page that is more than half full, the next one begins."""
    runs = cut(_entries("2019", "2019", "2019", "2020", "2020", "2021"), 50)
    assert [(run.label, run.values) for run in runs] == [("2019", (0, 1, 2)), ("2020 – 2021", (3, 4, 5))]


def test_a_year_that_fills_pages_is_told_by_its_days() -> None:
    """Two pages of one year are called by their first and last entries, so that no two are called the same."""
    assert [run.label for run in cut(_entries(*["2019"] * 4), 20)] == ["2019-0 – 2019-1", "2019-2 – 2019-3"]


def test_what_is_too_heavy_for_a_page_stands_alone_and_whole() -> None:
    """An entry is never cut itself, however heavy."""
    entries = [CutEntry(at, "", "", weight) for at, weight in enumerate((10, 900, 10))]
    assert [run.values for run in cut(entries, 50)] == [(0,), (1,), (2,)]


def test_a_component_weighs_what_it_says() -> None:
    """Its words count by their bytes as HTML."""
    assert weigh(RunningText(make_rich("ż < ż"))) == ENTRY_WEIGHT + len("ż &lt; ż".encode())


def test_the_year_of_a_date_is_found_in_any_language() -> None:
    """A date as the book writes it, with digits of any script; one without a year stands for itself."""
    assert find_year("3 July 2019, when you were 2") == "2019"
    assert find_year("۱۳۹۸ تیر") == "۱۳۹۸"
    assert find_year("When you were 3") == "When you were 3"
