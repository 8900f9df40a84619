"""An EPUB 3 of a finished book, for readers and telephones. The same book gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import posixpath
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from html import escape

from msgspec import Struct

from lsbook.exports.epub.pages import ContentsPart, EpubPage, find_media, make_contents, make_pages, remove_paper_parts
from lsbook.exports.finished_book import FinishedBook
from lsbook.exports.inline import MEDIA_TYPES, find_stylesheets
from lsbook.exports.print_page import PrintPage, parse_print_page
from lsbook.model.site import PRINT_PAGE

_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day on every file: the earliest that a zip can hold."""
_PAPER = "@page"
"""What only a style sheet for paper has."""
_FEATURES = ("alternativeText", "readingOrder", "structuralNavigation", "tableOfContents")


class _EpubFile(Struct, frozen=True):
    """A file of the book as it lies in the EPUB; ``properties`` are those of its row in the package."""

    path: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()


def make_epub(book: FinishedBook) -> bytes:
    """The whole of ``book`` as an EPUB."""
    complete = parse_print_page(book.read_text(PRINT_PAGE))
    whole = remove_paper_parts(complete)
    stylesheets = tuple(path for path in find_stylesheets(whole.before) if _PAPER not in book.read_text(path))
    pages = make_pages(whole, stylesheets)
    nav = _render_nav(whole, make_contents(complete, pages))
    files = (
        _EpubFile("nav.xhtml", "application/xhtml+xml", nav.encode(), ("nav",)),
        *(
            _EpubFile(f"text/{page.name}", "application/xhtml+xml", page.text.encode(), page.properties)
            for page in pages
        ),
        *_collect_files(book, whole, stylesheets),
    )
    return _zip_files(_render_package(book, whole, pages, files), files)


def _collect_files(book: FinishedBook, whole: PrintPage, stylesheets: tuple[str, ...]) -> Iterator[_EpubFile]:
    """The look but for what it says of paper, and the media that the pages show."""
    looks = (
        path for path in book.files if path.startswith("look/") and (path in stylesheets or not path.endswith(".css"))
    )
    cover = next(iter(find_media(PrintPage("", whole.articles[:1], ""))), None)
    for path in (*looks, *find_media(whole)):
        kind = MEDIA_TYPES[posixpath.splitext(path)[1]]
        yield _EpubFile(path, kind, book.read_bytes(path), ("cover-image",) if path == cover else ())


def _render_package(
    book: FinishedBook, whole: PrintPage, pages: tuple[EpubPage, ...], files: tuple[_EpubFile, ...]
) -> str:
    names = {file.path: f"f{number}" for number, file in enumerate(files)}
    items = "\n".join(_render_item(names[file.path], file) for file in files)
    spine = "\n".join(_render_itemref(names[f"text/{page.name}"], page) for page in pages)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" '
        f'xml:lang="{whole.language}" dir="{whole.direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_render_metadata(book, whole, files)}\n</metadata>\n'
        f"<manifest>\n{items}\n</manifest>\n"
        f'<spine page-progression-direction="{whole.direction}">\n{spine}\n</spine>\n</package>\n'
    )


def _render_itemref(name: str, page: EpubPage) -> str:
    return f'<itemref idref="{name}"/>' if page.linear else f'<itemref idref="{name}" linear="no"/>'


def _render_item(name: str, file: _EpubFile) -> str:
    properties = f' properties="{" ".join(file.properties)}"' if file.properties else ""
    return f'<item id="{name}" href="{escape(file.path)}" media-type="{file.media_type}"{properties}/>'


def _render_metadata(book: FinishedBook, whole: PrintPage, files: Iterable[_EpubFile]) -> str:
    """What the EPUB says of itself: as much as its book does, and what help it gives to whom (schema.org)."""
    kinds = {file.media_type.partition("/")[0] for file in files}
    name = uuid.UUID(bytes=hashlib.sha256(book.read_bytes(PRINT_PAGE)).digest()[:16], version=4)
    modes = ("textual", "visual", *(("auditory",) if kinds & {"video", "audio"} else ()))
    captions = ("captions",) if "<track" in whole.text else ()
    return "\n".join(
        (
            f'<dc:identifier id="book">urn:uuid:{name}</dc:identifier>',
            f"<dc:title>{escape(whole.title)}</dc:title>",
            f"<dc:language>{escape(whole.language)}</dc:language>",
            f"<dc:date>{whole.get_meta('date')}</dc:date>",
            _render_meta("dcterms:modified", f"{whole.get_meta('date')}T00:00:00Z"),
            *(_render_meta("schema:accessMode", mode) for mode in modes),
            _render_meta("schema:accessModeSufficient", "textual"),
            *(_render_meta("schema:accessibilityFeature", feature) for feature in sorted((*_FEATURES, *captions))),
            _render_meta("schema:accessibilityHazard", "unknown" if "video" in kinds else "none"),
        )
    )


def _render_meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{value}</meta>'


def _render_nav(whole: PrintPage, parts: tuple[ContentsPart, ...]) -> str:
    listed = "\n".join(
        f"<li><span>{escape(part.title)}</span><ol>"
        + "".join(f'<li><a href="{escape(entry.address)}">{escape(entry.title)}</a></li>' for entry in part.entries)
        + "</ol></li>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{whole.language}" xml:lang="{whole.language}" dir="{whole.direction}">\n'
        f'<head><meta charset="utf-8"/><title>{escape(whole.title)}</title></head>\n'
        f'<body><nav epub:type="toc"><h1>{escape(whole.title)}</h1>\n<ol>\n{listed}\n</ol></nav></body></html>\n'
    )


def _zip_files(package: str, files: tuple[_EpubFile, ...]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pile:
        _add_entry(pile, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add_entry(pile, "META-INF/container.xml", _CONTAINER.encode())
        _add_entry(pile, "EPUB/package.opf", package.encode())
        for file in files:
            _add_entry(pile, f"EPUB/{file.path}", file.content)
    return out.getvalue()


def _add_entry(archive: zipfile.ZipFile, path: str, content: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(path, _EARLIEST)
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # the same on every system, or the bytes would tell which it was
    archive.writestr(entry, content)
