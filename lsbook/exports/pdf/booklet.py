"""A booklet: pages of A5 set two by two on sheets of A4, so that the folded pile reads in order."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

WIDTH, HEIGHT = 841.89, 595.28
"""Points: a sheet of A4 that lies on its long side."""


def arrange_spreads(count: int, direction: str) -> Iterator[tuple[int, int]]:
    """Which two pages stand on each side of each sheet, as seen from left to right; ``count`` is a multiple of four.

    Pages are counted from 0. Sheets are printed on both sides and turned over their short edge.
    """
    for sheet in range(count // 4):
        first, last = 2 * sheet, count - 1 - 2 * sheet
        sides = ((last, first), (first + 1, last - 1))
        yield from (side if direction == "ltr" else side[::-1] for side in sides)


def impose_pages(reader: PdfReader, direction: str) -> PdfWriter:
    """The booklet of the pages in ``reader``, with blank ones after the last until the sheets are full."""
    pages = list(reader.pages)
    writer = PdfWriter()
    for pair in arrange_spreads(-(-len(pages) // 4) * 4, direction):
        sheet = PageObject.create_blank_page(width=WIDTH, height=HEIGHT)
        for half, at in enumerate(pair):
            if at < len(pages):
                sheet.merge_transformed_page(pages[at], Transformation().translate(half * WIDTH / 2, 0))
        writer.add_page(sheet)
    return writer
