"""A letter as a PDF: printed by the browser on this computer, with nothing of the computer in it."""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from lsbook.exports.letter.page import render_letter_page
from lsbook.exports.pdf.browser_print import print_page
from lsbook.exports.pdf.serialize import PdfDetails, serialize_pdf
from lsbook.model.letter import LetterDocument


def make_letter_pdf(letter: LetterDocument, browser: Path, scratch: Path) -> bytes:
    """Return the PDF, made in ``scratch``, an empty folder. Raises ``ProblemsFound``, and ``OSError``."""
    page, out = scratch / "letter.html", scratch / "letter.pdf"
    page.write_text(render_letter_page(letter), encoding="utf-8")
    print_page(browser, page.resolve(), (scratch / "profile").resolve(), out.resolve())
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(out.read_bytes())))
    return serialize_pdf(writer, PdfDetails(letter.title, letter.language, letter.made_on.isoformat()))
