"""From a PDF to pictures of its pages, as they would come out of a printer.

Everything here runs in a worker process. Words under a black box, earlier states of the document and what is attached
to it survive any cleaning of the file (security.md): in a picture there is nothing but what can be seen.
"""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from lsbook.media.faults import Fault, Refused
from lsbook.media.picture import Developed, Widths
from lsbook.media.sizes import BOXES, MOST_PAGES
from lsbook.media.transcode.photo import as_pictures
from lsbook.media.workers.messages import Tell

_MOST_ENLARGED = 10.0
"""Times the size that a page says it has, at 72 dots an inch: a stamp need not fill the window."""
_END, _NEAR_THE_END = b"%%EOF", 4096


def print_out(source: bytes, tell: Tell) -> Developed:
    """Make the pictures of a document's pages. Raises ``Refused``, and whatever a damaged file provokes."""
    if _END not in source[-_NEAR_THE_END:]:  # the reader would show the pages that came
        raise Refused(Fault.TRUNCATED)
    try:
        paper = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        raise Refused(_fault_of(error)) from error
    count = len(paper)
    if not 0 < count <= MOST_PAGES:
        raise Refused(Fault.TOO_MANY_PAGES if count else Fault.BROKEN)
    paper.init_forms()  # what somebody filled in is part of what can be seen
    pages = []
    for number in range(count):
        pages.append(_page(paper[number]))
        tell(number + 1, count)
    return Developed("document", tuple(pages))


def _page(page: pdfium.PdfPage) -> Widths:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise Refused(Fault.BROKEN)
    box = BOXES[-1]
    scale = min(box[0] / width, box[1] / height, _MOST_ENLARGED)
    bitmap = page.render(scale=scale, draw_annots=True, may_draw_forms=True, fill_color=(255, 255, 255, 255))
    return as_pictures(bitmap.to_pil().convert("RGB"))


def _fault_of(error: pdfium.PdfiumError) -> Fault:
    code = getattr(error, "err_code", None)
    return Fault.LOCKED if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) else Fault.BROKEN
