"""A PDF of a finished book: the page of the whole book, printed twice, the second time with its page numbers."""

from __future__ import annotations

import contextlib
import io
import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter

from lsbook.exports.finished_book import FinishedBook
from lsbook.exports.pdf.booklet import impose_pages
from lsbook.exports.pdf.browser_print import print_page
from lsbook.exports.pdf.page_numbers import (
    add_blank_pages,
    add_page_numbers,
    read_page_numbers,
    reserve_page_numbers,
)
from lsbook.exports.pdf.serialize import PdfDetails, serialize_pdf
from lsbook.exports.print_contents import keep_live_entries, remove_dead_card_links
from lsbook.exports.print_page import PrintPage, parse_print_page, remove_dead_links
from lsbook.files.folders import link_or_copy
from lsbook.model.print_page import CARD_SUFFIX, PRINT_MARKS, ArticleRole
from lsbook.model.problem import Location
from lsbook.model.rules.places import UNWRITABLE
from lsbook.model.site import PRINT_PAGE
from lsbook.model.vocabulary import PaperSize

logging.getLogger("pypdf").setLevel(logging.ERROR)  # it counts objects aloud; what is wrong, it raises
_MOVING = (".mp4", ".webm", ".mp3", ".m4a", ".ogg")
"""Nothing of these is on paper."""
_LEFTOVER_AGE = 3600
"""Seconds after which a folder to print in belongs to nobody: a page may take five minutes."""


class PaperFormat(Struct, frozen=True):
    """How a book stands on paper. ``hard_news_apart``: in a PDF of its own; ``story_only``: the cover and the chapters.

    ``saves_ink``: black on white, without the colours of the look.
    """

    size: PaperSize = PaperSize.A4
    hard_news_apart: bool = False
    story_only: bool = False
    saves_ink: bool = False


def make_pdf(book: FinishedBook, paper: PaperFormat, browser: Path, scratch: Path) -> tuple[bytes, ...]:
    """The PDF of ``book``; where hard news is apart, and there is any, a second one that holds it.

    What the browser needs lies in a folder in ``scratch`` for as long as it takes. Raises ``ProblemsFound``.
    """
    whole = _set_format(parse_print_page(book.read_text(PRINT_PAGE)), paper)
    if paper.story_only:
        whole = select_story(whole)
    has_hard_news = any(article.is_sensitive for article in whole.articles)
    parts = [whole]
    if paper.hard_news_apart and has_hard_news:
        parts = [
            whole.filter_articles(lambda article: not article.is_sensitive),
            whole.filter_articles(lambda article: article.is_sensitive),
        ]
    try:
        with _print_folder(book, scratch) as folder:
            return tuple(_print_pdf(_cut_dead_links(part), paper, browser, folder) for part in parts)
    except OSError as error:
        what = f"The computer cannot write here ({(error.strerror or 'no reason given').lower()})."
        raise UNWRITABLE.make_error(
            Location(scratch.as_posix()), what, "Make room on this disk, and try again."
        ) from error


def _cut_dead_links(part: PrintPage) -> PrintPage:
    return remove_dead_card_links(remove_dead_links(part))


@contextmanager
def _print_folder(book: FinishedBook, scratch: Path) -> Iterator[Path]:
    """The book's own files beside each other in a new folder, but for the page that is printed."""
    scratch.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="paper-", dir=scratch, ignore_cleanup_errors=True) as path_name:
        folder = Path(path_name)
        _delete_leftovers(scratch, folder.stat().st_mtime)
        for path in book.files:
            if path != PRINT_PAGE and path.startswith(("media/", "look/")) and not path.endswith(_MOVING):
                (folder / "book" / path).parent.mkdir(parents=True, exist_ok=True)
                link_or_copy(book.folder / path, folder / "book" / path)
        (folder / "book" / PRINT_PAGE).parent.mkdir(parents=True, exist_ok=True)
        yield folder


def _delete_leftovers(scratch: Path, now: float) -> None:
    """Delete what runs left that were killed: none that works takes so long.

    ``now`` is by the clock of the disk, in seconds: that of the computer may have been set since, or be another.
    """
    for left in scratch.glob("paper-*"):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _LEFTOVER_AGE:
                shutil.rmtree(left, ignore_errors=True)


def _print_pdf(whole: PrintPage, paper: PaperFormat, browser: Path, folder: Path) -> bytes:
    page, out = folder / "book" / PRINT_PAGE, folder / "out.pdf"
    page.write_text(reserve_page_numbers(whole).text, encoding="utf-8")
    print_page(browser, page.resolve(), (folder / "profile").resolve(), out.resolve())
    page.write_text(add_page_numbers(*add_blank_pages(whole, read_page_numbers(out))).text, encoding="utf-8")
    out.unlink()
    print_page(browser, page.resolve(), (folder / "profile").resolve(), out.resolve())
    reader = PdfReader(io.BytesIO(out.read_bytes()))
    writer = impose_pages(reader, whole.direction) if paper.size is PaperSize.BOOKLET else PdfWriter(clone_from=reader)
    return serialize_pdf(writer, PdfDetails(whole.title, whole.language, whole.get_meta(PRINT_MARKS.made_on)))


def select_story(whole: PrintPage) -> PrintPage:
    """The cover and the chapters; those of hard news each behind its heads-up, and no other hard news.

    They stand before the last of the other chapters: no book ends with them. Of a picture book: the cover and the
    spreads. What else it tells is for a grown-up.
    """
    cover, *others = whole.articles
    if any(article.is_spread for article in others):
        return whole.filter_articles(lambda article: article is cover or article.is_spread)
    cards = {article.name.removesuffix(CARD_SUFFIX) for article in others if article.role is ArticleRole.CARD}
    chapters = [article for article in others if article.is_chapter]
    last = [article for article in chapters if article.role is ArticleRole.PAGE][-1:]
    kept = [cover, *(article for article in chapters if article not in last)]
    for threshold, behind in pairwise(others):
        if threshold.is_threshold and threshold.name in cards:
            kept += [threshold, behind]
    kept += last
    names = {article.name for article in kept}
    chosen = replace(whole, articles=(keep_live_entries(cover, names.__contains__), *kept[1:]))
    return remove_dead_links(chosen)


def _set_format(whole: PrintPage, paper: PaperFormat) -> PrintPage:
    size = "" if paper.size is PaperSize.A4 else " a5"
    extra = f"{size}{' ink-saving' if paper.saves_ink else ''}"
    before = whole.before.replace(f'class="{whole.html_class}"', f'class="{whole.html_class}{extra}"', 1)
    return PrintPage(before, whole.articles, whole.after)
