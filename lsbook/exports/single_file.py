"""A book in one HTML file, for telephones: everything that it shows is inside, and it reads whole without a program."""

from __future__ import annotations

import base64
import hashlib
import re

from lsbook.exports.finished_book import Finished
from lsbook.exports.inline import PICTURE, carried, from_the_top, styled, widths, without_sheets
from lsbook.exports.print_page import Whole, read_whole
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.site import WHOLE

LARGEST = 40_000_000
"""Bytes. Telephones open this much from their own store; beyond it older ones close the page (reader.md)."""
_MOST_NAMED = 5
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
_RULES = (
    "default-src 'none'; style-src 'sha256-{}'; img-src data:; media-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_POSTER = re.compile(r'(\sposter=")([^"]*)(")')
_TO_THE_BOOK = re.compile(r'<p class="print-how">.*?</p>\n?', re.DOTALL)
"""The way back to the book beside it, and how to print: here there is no book beside it."""


def make_one_file(book: Finished) -> bytes:
    """The whole of ``book`` as one file. Raises ``NotMade`` where it would be larger than telephones open."""
    whole = read_whole(book.text(WHOLE))
    for large in (True, False):  # where the large pictures do not fit, the small ones may
        made = _made(book, whole, large=large).encode()
        if len(made) <= LARGEST:
            return made
    raise NotMade((_too_large(book, len(made)),))


def _made(book: Finished, whole: Whole, *, large: bool) -> str:
    style = styled(book, whole.before)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    before = _POLICY.sub(lambda found: found[1] + _RULES.format(digest) + found[2], without_sheets(whole.before))
    before = _TO_THE_BOOK.sub("", before.replace("</head>", f"<style>{style}</style>\n</head>"))
    shown: set[str] = set()

    def picture(found: re.Match[str]) -> str:
        """Large where it stands for the first time; the next time it is the same picture, small."""
        if found[1].startswith("data:"):
            return found[0]
        files = tuple(widths(found[1], found[2]))
        file = files[-1] if large and files[-1] not in shown else files[0]
        shown.add(files[-1])
        return f' src="{carried(book, file)}"'

    def poster(found: re.Match[str]) -> str:
        return found[1] + carried(book, from_the_top(found[2])) + found[3]

    topics = "".join(_POSTER.sub(poster, PICTURE.sub(picture, topic.html)) for topic in whole.topics)
    return before + topics + whole.after


def _too_large(book: Finished, size: int) -> Problem:
    sizes = sorted(((len(book.bytes(path)), path) for path in book.files if path.startswith("media/")), reverse=True)
    named = ", ".join(f"{path} ({_mb(each)})" for each, path in sizes[:_MOST_NAMED])
    what = f"In one file this book would have {_mb(size)}, and telephones open up to {_mb(LARGEST)}. Largest: {named}."
    remedy = (
        "Make an EPUB (lsbook epub), which may be larger; or give the whole folder; or take the longest film out of "
        "the story, and make the book again."
    )
    return Problem(Place(book.folder.as_posix()), what, remedy)


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
