"""An EPUB 3 of a finished book, for readers and telephones. The same book gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import posixpath
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from lsbook.exports.epub.pages import EpubPage, Part, contents_of, media_of, pages_of, readable
from lsbook.exports.finished_book import Finished
from lsbook.exports.inline import KINDS, style_sheets
from lsbook.exports.print_page import Whole, read_whole
from lsbook.model.site import WHOLE

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


@dataclass(frozen=True)
class _File:
    """A file of the book as it lies in the EPUB; ``properties`` are those of its row in the package."""

    path: str
    kind: str
    content: bytes
    properties: tuple[str, ...] = ()


def make_epub(book: Finished) -> bytes:
    """The whole of ``book`` as an EPUB."""
    complete = read_whole(book.text(WHOLE))
    whole = readable(complete)
    sheets = tuple(sheet for sheet in style_sheets(whole.before) if _PAPER not in book.text(sheet))
    pages = pages_of(whole, sheets)
    nav = _nav(whole, contents_of(complete, pages))
    files = (
        _File("nav.xhtml", "application/xhtml+xml", nav.encode(), ("nav",)),
        *(_File(f"text/{page.name}", "application/xhtml+xml", page.text.encode(), page.properties) for page in pages),
        *_taken(book, whole, sheets),
    )
    return _zipped(_package(book, whole, pages, files), files)


def _taken(book: Finished, whole: Whole, sheets: tuple[str, ...]) -> Iterator[_File]:
    """The look but for what it says of paper, and the media that the pages show."""
    looks = (path for path in book.files if path.startswith("look/") and (path in sheets or not path.endswith(".css")))
    cover = next(iter(media_of(Whole("", whole.topics[:1], ""))), None)
    for path in (*looks, *media_of(whole)):
        kind = KINDS[posixpath.splitext(path)[1]]
        yield _File(path, kind, book.bytes(path), ("cover-image",) if path == cover else ())


def _package(book: Finished, whole: Whole, pages: tuple[EpubPage, ...], files: tuple[_File, ...]) -> str:
    names = {file.path: f"f{number}" for number, file in enumerate(files)}
    items = "\n".join(_item(names[file.path], file) for file in files)
    spine = "\n".join(_itemref(names[f"text/{page.name}"], page) for page in pages)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" '
        f'xml:lang="{whole.language}" dir="{whole.direction}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{_about(book, whole, files)}\n</metadata>\n'
        f"<manifest>\n{items}\n</manifest>\n"
        f'<spine page-progression-direction="{whole.direction}">\n{spine}\n</spine>\n</package>\n'
    )


def _itemref(name: str, page: EpubPage) -> str:
    return f'<itemref idref="{name}"/>' if page.linear else f'<itemref idref="{name}" linear="no"/>'


def _item(name: str, file: _File) -> str:
    properties = f' properties="{" ".join(file.properties)}"' if file.properties else ""
    return f'<item id="{name}" href="{escape(file.path)}" media-type="{file.kind}"{properties}/>'


def _about(book: Finished, whole: Whole, files: Iterable[_File]) -> str:
    """What the EPUB says of itself: as much as its book does, and what help it gives to whom (schema.org)."""
    kinds = {file.kind.partition("/")[0] for file in files}
    name = uuid.UUID(bytes=hashlib.sha256(book.bytes(WHOLE)).digest()[:16], version=4)
    modes = ("textual", "visual", *(("auditory",) if kinds & {"video", "audio"} else ()))
    captions = ("captions",) if "<track" in whole.text else ()
    return "\n".join(
        (
            f'<dc:identifier id="book">urn:uuid:{name}</dc:identifier>',
            f"<dc:title>{escape(whole.title)}</dc:title>",
            f"<dc:language>{escape(whole.language)}</dc:language>",
            f"<dc:date>{whole.meta('date')}</dc:date>",
            _meta("dcterms:modified", f"{whole.meta('date')}T00:00:00Z"),
            *(_meta("schema:accessMode", mode) for mode in modes),
            _meta("schema:accessModeSufficient", "textual"),
            *(_meta("schema:accessibilityFeature", feature) for feature in sorted((*_FEATURES, *captions))),
            _meta("schema:accessibilityHazard", "unknown" if "video" in kinds else "none"),
        )
    )


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{value}</meta>'


def _nav(whole: Whole, parts: tuple[Part, ...]) -> str:
    listed = "\n".join(
        f"<li><span>{escape(part.words)}</span><ol>"
        + "".join(f'<li><a href="{escape(one.address)}">{escape(one.words)}</a></li>' for one in part.entries)
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


def _zipped(package: str, files: tuple[_File, ...]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pile:
        _put(pile, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _put(pile, "META-INF/container.xml", _CONTAINER.encode())
        _put(pile, "EPUB/package.opf", package.encode())
        for file in files:
            _put(pile, f"EPUB/{file.path}", file.content)
    return out.getvalue()


def _put(pile: zipfile.ZipFile, path: str, content: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(path, _EARLIEST)
    entry.compress_type = how
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # the same on every system, or the bytes would tell which it was
    pile.writestr(entry, content)
