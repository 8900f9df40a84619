"""A PDF of a finished book: the page of the whole book, printed twice, the second time with its page numbers."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, DictionaryObject, NameObject, TextStringObject

from lsbook.exports.finished_book import Finished
from lsbook.exports.pdf.booklet import imposed
from lsbook.exports.pdf.browser_print import print_page
from lsbook.exports.pdf.page_numbers import folios_of, numbered, turned
from lsbook.exports.print_page import Whole, closed, read_whole
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.site import WHOLE

logging.getLogger("pypdf").setLevel(logging.ERROR)  # it counts objects aloud; what is wrong, it raises
_MOVING = (".mp4", ".webm", ".mp3", ".m4a", ".ogg")
"""Nothing of these is on paper."""
_LEFT = 3600
"""Seconds after which a folder to print in belongs to nobody: a page may take five minutes."""


@dataclass(frozen=True)
class Paper:
    """``size`` is a4, a5 or booklet (A5 pages on sheets of A4). ``apart``: hard news in a PDF of its own."""

    size: str = "a4"
    apart: bool = False


def make_pdf(book: Finished, paper: Paper, browser: Path, memory: Path) -> tuple[bytes, ...]:
    """The PDF of ``book``; where hard news is apart, and there is any, a second one that holds it.

    Everything that the making needs lies in a folder in ``memory`` for as long as it takes. Raises ``NotMade``.
    """
    whole = _sized(read_whole(book.text(WHOLE)), paper)
    hard = any(topic.hard for topic in whole.topics)
    parts = [whole]
    if paper.apart and hard:
        parts = [whole.only(lambda topic: not topic.hard), whole.only(lambda topic: topic.hard)]
    try:
        with _workshop(book, memory) as workshop:
            return tuple(_printed(closed(part), paper, browser, workshop) for part in parts)
    except OSError as error:
        what = f"The computer cannot write here ({(error.strerror or 'no reason given').lower()})."
        raise NotMade((Problem(Place(memory.as_posix()), what, "Make room on this disk, and try again."),)) from error


@contextmanager
def _workshop(book: Finished, memory: Path) -> Iterator[Path]:
    """The book's own files beside each other in a new folder, but for the page that is printed."""
    memory.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="paper-", dir=memory, ignore_cleanup_errors=True) as made:
        folder = Path(made)
        _clear(memory, folder.stat().st_mtime)
        for path in book.files:
            if path != WHOLE and path.startswith(("media/", "look/")) and not path.endswith(_MOVING):
                (folder / "book" / path).parent.mkdir(parents=True, exist_ok=True)
                _take(book.folder / path, folder / "book" / path)
        (folder / "book" / WHOLE).parent.mkdir(parents=True, exist_ok=True)
        yield folder


def _clear(memory: Path, now: float) -> None:
    """Delete what runs left that were killed: none that works takes so long.

    ``now`` is by the clock of the disk, in seconds: that of the computer may have been set since, or be another.
    """
    for left in memory.glob("paper-*"):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _LEFT:
                shutil.rmtree(left, ignore_errors=True)


def _take(file: Path, to: Path) -> None:
    try:
        os.link(file, to)
    except OSError:  # this disk knows no links
        shutil.copyfile(file, to)


def _printed(whole: Whole, paper: Paper, browser: Path, workshop: Path) -> bytes:
    page, out = workshop / "book" / WHOLE, workshop / "out.pdf"
    page.write_text(whole.text, encoding="utf-8")
    print_page(browser, page.resolve(), (workshop / "profile").resolve(), out.resolve())
    page.write_text(numbered(*turned(whole, folios_of(out))).text, encoding="utf-8")
    out.unlink()
    print_page(browser, page.resolve(), (workshop / "profile").resolve(), out.resolve())
    reader = PdfReader(io.BytesIO(out.read_bytes()))
    writer = imposed(reader, whole.direction) if paper.size == "booklet" else PdfWriter(clone_from=reader)
    return _signed(writer, whole)


def _sized(whole: Whole, paper: Paper) -> Whole:
    dress = "" if paper.size == "a4" else " a5"
    before = whole.before.replace(f'class="{whole.look}"', f'class="{whole.look}{dress}"', 1)
    return Whole(before, whole.topics, whole.after)


def _figures(writer: PdfWriter) -> None:
    """Browsers call a picture with its caption a figure, and the picture in it too: only the picture has words."""
    for number in range(1, len(writer._objects) + 1):
        thing = writer.get_object(number)
        if isinstance(thing, DictionaryObject) and thing.get("/S") == "/Figure" and "/Alt" not in thing:
            thing[NameObject("/S")] = NameObject("/Div")


def _signed(writer: PdfWriter, whole: Whole) -> bytes:
    """The PDF with what it says of itself: nothing of this computer, and no day but the book's own."""
    day = f"D:{whole.meta('date').replace('-', '')}000000Z"
    about = {"/Title": whole.title, "/Creator": "lsbook", "/Producer": "lsbook", "/CreationDate": day, "/ModDate": day}
    writer.metadata = about
    writer.pdf_header = "%PDF-1.7"
    root = writer.root_object
    _figures(writer)
    root[NameObject("/Lang")] = TextStringObject(whole.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer._ID = None
    out = io.BytesIO()
    writer.write(out)
    digest = hashlib.sha256(out.getvalue()).digest()[:16]
    writer._ID = ArrayObject((ByteStringObject(digest), ByteStringObject(digest)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
