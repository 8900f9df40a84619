"""Evidence as Word files, one for each thing that is put into a case system. The same evidence gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from lsbook.exports.zip_file import EARLIEST_TIME, repack_zip
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.rules.places import PLACE_TAKEN
from lsbook.practice.evidence.block import Evidence, EvidenceBlock
from lsbook.practice.new_files import write_new_file

_NO_TIME = datetime(*EARLIEST_TIME)


def write_word_files(
    evidence: Evidence, folder: Path, today: date, *, with_reference: bool = False
) -> tuple[Path, ...]:
    """Write each block to a .docx file of its own in ``folder`` and return their paths.

    Raises ``ProblemsFound`` where one of them is there already: then none is written.
    """
    documents = dict(_make_documents(evidence, folder, today, with_reference))
    if there_already := [file for file in documents if file.exists()]:
        what = "There is something here already, and lsbook writes over nothing."
        raise ProblemsFound(
            tuple(
                Problem(Location(str(file)), what, "Choose another folder.", rule=PLACE_TAKEN.id)
                for file in there_already
            )
        )
    return tuple(write_new_file(file, data) for file, data in documents.items())


def _make_documents(
    evidence: Evidence, folder: Path, today: date, with_reference: bool
) -> Iterator[tuple[Path, bytes]]:
    numbers: dict[str, int] = {}
    reference = evidence.reference if with_reference else ""
    for block in evidence.blocks:
        stem = f"{block.place}-{(block.day or today).isoformat()}"
        numbers[stem] = numbers.get(stem, 0) + 1
        end = f"-{numbers[stem]}" if numbers[stem] > 1 else ""
        yield folder / f"{stem}{end}.docx", _make_document(block, reference)


def _make_document(block: EvidenceBlock, reference: str) -> bytes:
    from docx import Document  # noqa: PLC0415 - only --word needs it

    document = Document()
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", block.title or block.place.heading.title(), ""
    properties.created = properties.modified = _NO_TIME
    document.add_heading(block.title or block.place.heading.capitalize(), level=1)
    if block.contact_day:
        document.add_paragraph(f"Contact date: {block.contact_day}")
    if reference:
        document.add_paragraph(f"Reference: {reference}")
    for line in block.lines:
        document.add_paragraph(line.text)
    out = io.BytesIO()
    document.save(out)
    return repack_zip(out.getvalue())
