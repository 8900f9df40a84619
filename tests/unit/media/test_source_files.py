"""A document that a book showed, as a file of another story."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from lsbook.media import get_source_suffix, write_source_file
from lsbook.model.media import RenderedMedium, Rendition
from lsbook.model.vocabulary import MediumKind


def test_the_pages_of_a_document_are_the_same_bytes_again(tmp_path: Path) -> None:
    """Pages become one document with a page for each, without a day or a chance mark in it."""
    pages = []
    for number, colour in enumerate(("pink", "brown")):
        file = tmp_path / f"{number}.jpg"
        Image.new("RGB", (400, 300), colour).save(file)
        pages.append((Rendition(file, file.name, 400, 300),))
    medium = RenderedMedium(MediumKind.DOCUMENT, tuple(pages))
    for name in ("a.pdf", "b.pdf"):
        write_source_file(medium, tmp_path / name)
    assert get_source_suffix(medium) == ".pdf"
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert len(document) == 2
    assert document[0].render().to_pil().getpixel((50, 50))[0] > 200
