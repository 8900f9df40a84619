"""A book in one HTML file, for telephones: everything that it shows is inside, and it reads whole without a program."""

from __future__ import annotations

import base64
import hashlib
import re

from lsbook.exports.finished_book import FinishedBook
from lsbook.exports.inline import (
    make_data_url,
    merge_stylesheets,
    remove_stylesheets,
    replace_pictures,
    replace_posters,
)
from lsbook.exports.print_page import PrintPage, parse_print_page
from lsbook.files.package import format_megabytes
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.books import TOO_LARGE
from lsbook.model.site import PRINT_PAGE

LARGEST = 40_000_000
"""Bytes. Telephones open this much from their own store; beyond it older ones close the page (reader.md)."""
_MOST_NAMED = 5
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
_RULES = (
    "default-src 'none'; style-src 'sha256-{}'; img-src data:; media-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def make_one_file(book: FinishedBook) -> bytes:
    """The whole of ``book`` as one file. Raises ``ProblemsFound`` where it would be larger than telephones open."""
    whole = parse_print_page(book.read_text(PRINT_PAGE)).remove_instructions()
    for large in (True, False):  # where the large pictures do not fit, the small ones may
        content = _render_file(book, whole, large=large).encode()
        if len(content) <= LARGEST:
            return content
    raise ProblemsFound((_make_size_problem(book, len(content)),))


def _render_file(book: FinishedBook, whole: PrintPage, *, large: bool) -> str:
    style = merge_stylesheets(book, whole.before)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    before = _POLICY.sub(lambda match: match[1] + _RULES.format(digest) + match[2], remove_stylesheets(whole.before))
    before = before.replace("</head>", f"<style>{style}</style>\n</head>")
    shown: set[str] = set()

    def make_address(files: tuple[str, ...]) -> str:
        """Large where it stands for the first time; the next time it is the same picture, small."""
        file = files[-1] if large and files[-1] not in shown else files[0]
        shown.add(files[-1])
        return make_data_url(book, file)

    pictures = (replace_pictures(article.html, make_address) for article in whole.articles)
    articles = "".join(replace_posters(html, lambda file: make_data_url(book, file)) for html in pictures)
    return before + articles + whole.after


def _make_size_problem(book: FinishedBook, size: int) -> Problem:
    sizes = sorted(
        ((len(book.read_bytes(path)), path) for path in book.files if path.startswith("media/")), reverse=True
    )
    named = ", ".join(f"{path} ({format_megabytes(each)})" for each, path in sizes[:_MOST_NAMED])
    actual, most = format_megabytes(size), format_megabytes(LARGEST)
    what = f"In one file this book would have {actual}, and telephones open up to {most}. Largest: {named}."
    remedy = (
        "Make an EPUB (lsbook epub), which may be larger; or give the whole folder; or take the longest film out of "
        "the story, and make the book again."
    )
    return Problem(Location(book.folder.as_posix()), what, remedy, rule=TOO_LARGE.id)
