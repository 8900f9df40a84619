"""The page as one file, without a script and without the internet. It goes into no book's folder."""

from __future__ import annotations

from pathlib import Path

from lsbook.exports.finished_book import BOOKS, LIST
from lsbook.exports.write_export import write_file
from lsbook.model.problem import Location
from lsbook.model.rules.places import PLACE_TAKEN, WRONG_PLACE
from lsbook.model.site import REVIEW_MARK
from lsbook.practice.work_pages import render_page
from lsbook.review.page.review_page import ReviewPage


def render_review(page: ReviewPage, templates: tuple[Path, ...]) -> str:
    """Return the page as HTML; a mark in it says that it is the worker's."""
    return render_page(
        "review.html", templates, {"review": page, "mark": REVIEW_MARK}, style="review.css", with_pictures=True
    )


def check_place(to: Path, story: Path) -> None:
    """See that the page may be written to ``to``: into no book, and over nothing but an older page of its kind.

    Raises ``ProblemsFound``.
    """
    place = to.resolve()
    above = (place, *place.parents)
    if (story.resolve() / BOOKS) in above or any((folder / LIST).is_file() for folder in above[1:]):
        what = "This is a book's folder, and the page is for workers: it may not leave with a book."
        raise WRONG_PLACE.make_error(Location(to.as_posix()), what, "Name another place, such as work/review.html.")
    if to.is_file() and REVIEW_MARK.encode() not in to.read_bytes():
        what = "There is a file of this name already, and it is no page of lsbook review."
        raise PLACE_TAKEN.make_error(Location(to.as_posix()), what, "Name another file.")


def write_review(page: str, to: Path) -> None:
    """Write the page, whole or not at all. Raises ``ProblemsFound``."""
    write_file(page.encode("utf-8"), to)
