"""Numbers of pages on paper, in two passes."""

from __future__ import annotations

import re

from lsbook.exports.pdf.page_numbers import add_page_numbers, reserve_page_numbers
from lsbook.exports.print_page import parse_print_page
from lsbook.model.site import PRINT_PAGE
from lsbook.pages import make_site
from tests.unit.pages.sample import ROOT, TEMPLATES, book, renditions

FOLIO = re.compile(r'<span class="folio">([^<]*)</span>')


def test_the_first_pass_has_room_for_every_number() -> None:
    """Where numbers will stand, numbers stand already: else lines grow, and what was found is not what is printed."""
    whole = book("13-17")
    made = {page.path: page.text for page in make_site(whole, renditions(whole), TEMPLATES).pages}
    printed = parse_print_page(made[PRINT_PAGE])
    numbers = dict.fromkeys(re.findall(r' id="([^"]+)"', printed.text), 7)
    first, second = (
        FOLIO.findall(page.text) for page in (reserve_page_numbers(printed), add_page_numbers(printed, numbers))
    )
    assert len(first) == len(second) > 0
    assert {word.replace("88", "7") for word in first} == set(second)
    assert any(word.startswith(("Page ", "page ")) for word in second)


def test_an_empty_page_of_a_booklet_fits_on_its_paper() -> None:
    """A ruled page before a heads-up is lower than A5: one that ran over took two, and moved every number after it."""
    css = (ROOT / "templates" / "look" / "shared" / "print.css").read_text(encoding="utf-8")
    heights = re.findall(r"\.a5 body [^{}]*\.empty\{block-size:(\d+)mm\}", css)
    assert [int(height) < 160 for height in heights] == [True]
