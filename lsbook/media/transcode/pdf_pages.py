"""From a PDF to pictures of its pages, as they would come out of a printer.

Everything here runs in a worker process. Words under a black box, earlier states of the document and what is attached
to it survive any cleaning of the file (security.md): in a picture there is nothing but what can be seen.
"""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from lsbook.media.faults import Fault, MediaError
from lsbook.media.sizes import BOXES, MOST_PAGES
from lsbook.media.transcode.photo import encode_pictures
from lsbook.media.transcoded import PictureWidths, TranscodedMedium
from lsbook.media.workers.messages import ReportProgress
from lsbook.model.vocabulary import MediumKind

_LARGEST_SCALE = 10.0
"""Times the size that a page says it has, at 72 dots an inch: a stamp need not fill the window."""
_END_MARK, _END_SEARCH_SIZE = b"%%EOF", 4096


def transcode_pdf(source: bytes, report_progress: ReportProgress) -> TranscodedMedium:
    """Make the pictures of a document's pages. Raises ``MediaError``, and whatever a damaged file provokes."""
    if _END_MARK not in source[-_END_SEARCH_SIZE:]:  # the reader would show the pages that came
        raise MediaError(Fault.TRUNCATED)
    try:
        paper = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as error:
        raise MediaError(_classify_error(error)) from error
    count = len(paper)
    if not 0 < count <= MOST_PAGES:
        raise MediaError(Fault.TOO_MANY_PAGES if count else Fault.BROKEN)
    paper.init_forms()  # what somebody filled in is part of what can be seen
    pages = []
    for number in range(count):
        pages.append(_render_page(paper[number]))
        report_progress(number + 1, count)
    return TranscodedMedium(MediumKind.DOCUMENT, tuple(pages))


def _render_page(page: pdfium.PdfPage) -> PictureWidths:
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise MediaError(Fault.BROKEN)
    box = BOXES[-1]
    scale = min(box[0] / width, box[1] / height, _LARGEST_SCALE)
    bitmap = page.render(scale=scale, draw_annots=True, may_draw_forms=True, fill_color=(255, 255, 255, 255))
    return encode_pictures(bitmap.to_pil().convert("RGB"))


def _classify_error(error: pdfium.PdfiumError) -> Fault:
    code = getattr(error, "err_code", None)
    return Fault.LOCKED if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) else Fault.BROKEN
