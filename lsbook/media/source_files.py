"""A finished medium as one file of a story again: what a book shows becomes what another story begins with.

Nothing is decoded: what is written is what was made and proved before.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from lsbook.cache.folder import RENDITIONS
from lsbook.media.cache import RenditionCache
from lsbook.media.faults import MediaError
from lsbook.media.probe.source import probe_file
from lsbook.model.media import RenderedMedium, Rendition
from lsbook.model.vocabulary import MediumKind

_MARK = re.compile(rb"/ID ?\[ ?<[0-9A-Fa-f]{32}> ?<[0-9A-Fa-f]{32}> ?\]")
"""By what a document is known among others: at its end, behind all that has a place in it."""
_POINTS_PER_PIXEL = 72 / 150
"""Pages of documents were drawn for a screen: so large they stand on paper again."""
_DAY, _NO_DAY = re.compile(rb"(?<=/CreationDate\()D:\d{14}[^)]*(?=\))"), b"D:19800101000000+00'00'"
"""When the document was put together: no part of it, and the same pages are to be the same bytes. Of equal length."""


def get_source_suffix(medium: RenderedMedium) -> str:
    """Return what the name of the one file ends with that ``medium`` becomes."""
    if medium.kind is MediumKind.DOCUMENT:
        return ".pdf"
    return Path(medium.recording.name if medium.recording else medium.pictures[0][-1].name).suffix


def write_source_file(medium: RenderedMedium, to: Path) -> None:
    """Write ``medium`` to the file ``to``: its largest picture, its film or sound, or its pages as a document.

    Raises ``OSError``.
    """
    if medium.kind is MediumKind.DOCUMENT:
        to.write_bytes(_bind_pages(tuple(widths[-1] for widths in medium.pictures)))
    else:
        shutil.copyfile(medium.recording.file if medium.recording else medium.pictures[0][-1].file, to)


def remember_renditions(media: Mapping[str, RenderedMedium], story: Path, cache_folder: Path) -> None:
    """Keep in the cache of ``story`` what its ``media`` look like in a book, so that none is made a second time.

    ``media`` maps paths under ``media/`` of that story to what they were made from. Raises ``OSError``.
    """
    cache = RenditionCache(cache_folder / RENDITIONS)
    files_by_key: dict[str, list[str]] = {}
    for file in media:
        try:
            files_by_key.setdefault(probe_file(story, file).key, []).append(file)
        except MediaError as error:
            raise OSError(0, "a picture could not be read again", file) from error
    for key, files in files_by_key.items():
        cache.adopt(key, tuple(files), media[files[0]])


def _bind_pages(pages: tuple[Rendition, ...]) -> bytes:
    """Return a document of pictures, one a page. The pictures go in as they are."""
    import pypdfium2 as pdfium  # noqa: PLC0415 (only here: whoever makes a book opens no document)

    document = pdfium.PdfDocument.new()
    for picture in pages:
        width, height = picture.width * _POINTS_PER_PIXEL, picture.height * _POINTS_PER_PIXEL
        image = pdfium.PdfImage.new(document)
        image.load_jpeg(picture.file, inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page = document.new_page(width, height)
        page.insert_obj(image)
        page.gen_content()
    content = io.BytesIO()
    document.save(content)
    return _settle_document(content.getvalue())


def _settle_document(content: bytes) -> bytes:
    """Return a document with no day in it, and known by what it shows: its own mark would be another each time."""
    dayless = _MARK.sub(b"", _DAY.sub(_NO_DAY, content, count=1))
    mark = hashlib.sha256(dayless).hexdigest()[:32].upper().encode("ascii")
    return _MARK.sub(b"/ID[<%b><%b>]" % (mark, mark), _DAY.sub(_NO_DAY, content, count=1))
