"""Numbers of pages on paper, in two passes."""

from __future__ import annotations

import re

from lsbook.exports.pdf.page_numbers import add_page_numbers, reserve_page_numbers
from lsbook.exports.print_page import parse_print_page
from lsbook.model.site import PRINT_PAGE
from lsbook.pages import make_site
from tests.unit.pages.sample import TEMPLATES, book, renditions

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
