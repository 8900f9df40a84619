"""A PDF with what it says of itself: nothing of this computer, and no day but the document's own."""

from __future__ import annotations

import hashlib
import io

from msgspec import Struct
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, DictionaryObject, NameObject, TextStringObject


class PdfDetails(Struct, frozen=True):
    """What stands about a document in its PDF; ``made_on`` is its day, as 2026-11-21."""

    title: str
    language: str
    made_on: str


def serialize_pdf(writer: PdfWriter, details: PdfDetails) -> bytes:
    """Return the PDF: the same bytes for the same pages."""
    day = f"D:{details.made_on.replace('-', '')}000000Z"
    about = {
        "/Title": details.title,
        "/Creator": "lsbook",
        "/Producer": "lsbook",
        "/CreationDate": day,
        "/ModDate": day,
    }
    writer.metadata = about
    writer.pdf_header = "%PDF-1.7"
    root = writer.root_object
    _retag_figures(writer)
    root[NameObject("/Lang")] = TextStringObject(details.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer._ID = None
    out = io.BytesIO()
    writer.write(out)
    digest = hashlib.sha256(out.getvalue()).digest()[:16]
    writer._ID = ArrayObject((ByteStringObject(digest), ByteStringObject(digest)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _retag_figures(writer: PdfWriter) -> None:
    """Browsers call a picture with its caption a figure, and the picture in it too: only the picture has words."""
    for number in range(1, len(writer._objects) + 1):
        thing = writer.get_object(number)
        if isinstance(thing, DictionaryObject) and thing.get("/S") == "/Figure" and "/Alt" not in thing:
            thing[NameObject("/S")] = NameObject("/Div")
