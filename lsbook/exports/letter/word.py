"""A letter as a Word file. python-docx is loaded only where one is made: nothing else needs it."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

from lsbook.exports.zip_file import repack_zip
from lsbook.model.letter import LetterDocument, LetterPart, LetterPicture, LetterStyle

_STYLES = {
    LetterStyle.TITLE: "Title",
    LetterStyle.HEADING: "Heading 2",
    LetterStyle.PLAIN: "Normal",
    LetterStyle.BULLET: "List Bullet",
    LetterStyle.NUMBER: "Normal",
    LetterStyle.QUOTE: "Quote",
    LetterStyle.SMALL: "Subtitle",
}
_PICTURE_WIDTH = 5_760_000
"""In English Metric Units: 16 centimetres."""


def make_letter_word(letter: LetterDocument) -> bytes:
    """Return the .docx file: the same bytes for the same letter. Raises ``OSError`` where a picture cannot be read."""
    import docx  # noqa: PLC0415 (only here)

    document = docx.Document()
    _describe(document, letter)
    for part in letter.parts:
        _add_part(document, part, is_rtl=letter.direction == "rtl")
    written = io.BytesIO()
    document.save(written)
    return repack_zip(written.getvalue())


def _describe(document: Any, letter: LetterDocument) -> None:
    """Say of the file what the letter is, and nothing of this computer or its day."""
    about, moment = document.core_properties, datetime.combine(letter.made_on, time())
    about.title, about.language = letter.title, letter.language
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = moment
    about.revision = 1


def _add_part(document: Any, part: LetterPart, *, is_rtl: bool) -> None:
    if isinstance(part, LetterPicture):
        picture = document.add_picture(str(part.file), width=_PICTURE_WIDTH)
        picture._inline.docPr.set("descr", part.alt)
        return
    paragraph = document.add_paragraph(style=_STYLES[part.style])
    if is_rtl:
        paragraph.paragraph_format.element.get_or_add_pPr().append(_make_bidi())
    if part.style is LetterStyle.NUMBER:
        paragraph.add_run(f"{part.number}. ")
    for run in part.runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None


def _make_bidi() -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415 (only here)

    return OxmlElement("w:bidi")
