"""What a file is, told from its first bytes and never from its ending: endings are often wrong."""

from __future__ import annotations

from enum import StrEnum

HEAD_SIZE = 4096
"""As many first bytes as telling a kind needs."""


class FileKind(StrEnum):
    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WebP"
    GIF = "GIF"
    TIFF = "TIFF"
    HEIC = "HEIC"
    AVIF = "AVIF"
    BMP = "BMP"
    OTHER_PICTURE = "other picture"
    DRAWING = "drawing"
    FILM = "film"
    SOUND = "sound"
    PDF = "document"
    OTHER_DOCUMENT = "other document"
    TEXT = "text"
    EMPTY = "empty"
    UNKNOWN = "unknown"


# The first that fits counts, so the longer of two that begin alike stands first.
_SIGNATURES: tuple[tuple[int, bytes, FileKind], ...] = (
    (0, b"\xff\xd8\xff", FileKind.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (0, b"GIF87a", FileKind.GIF),
    (0, b"GIF89a", FileKind.GIF),
    (8, b"CR\x02", FileKind.OTHER_PICTURE),  # a camera's raw file, which otherwise looks like a TIFF
    (0, b"II*\0", FileKind.TIFF),
    (0, b"MM\0*", FileKind.TIFF),
    (0, b"II+\0", FileKind.TIFF),
    (0, b"MM\0+", FileKind.TIFF),
    (0, b"BM", FileKind.BMP),
    (0, b"8BPS", FileKind.OTHER_PICTURE),
    (0, b"\0\0\0\x0cjP  ", FileKind.OTHER_PICTURE),
    (0, b"\0\0\0\x0cJXL ", FileKind.OTHER_PICTURE),
    (0, b"\xff\x0a", FileKind.OTHER_PICTURE),
    (0, b"FUJIFILM", FileKind.OTHER_PICTURE),
    (0, b"%PDF-", FileKind.PDF),
    (0, b"PK\x03\x04", FileKind.OTHER_DOCUMENT),
    (0, b"\xd0\xcf\x11\xe0", FileKind.OTHER_DOCUMENT),
    (0, b"{\\rtf", FileKind.OTHER_DOCUMENT),
    (0, b"\x1aE\xdf\xa3", FileKind.FILM),
    (0, b"\0\0\x01\xba", FileKind.FILM),
    (0, b"\0\0\x01\xb3", FileKind.FILM),
    (0, b"0&\xb2u\x8ef\xcf\x11", FileKind.FILM),
    (0, b"FLV\x01", FileKind.FILM),
    (4, b"moov", FileKind.FILM),
    (4, b"mdat", FileKind.FILM),
    (4, b"wide", FileKind.FILM),
    (0, b"ID3", FileKind.SOUND),
    (0, b"fLaC", FileKind.SOUND),
    (0, b"OggS", FileKind.SOUND),
    (0, b"#!AMR", FileKind.SOUND),
    (0, b"FORM", FileKind.SOUND),
    (0, b"caff", FileKind.SOUND),
    (0, b"\xff\xfb", FileKind.SOUND),
    (0, b"\xff\xfa", FileKind.SOUND),
    (0, b"\xff\xf3", FileKind.SOUND),
    (0, b"\xff\xf2", FileKind.SOUND),
    (0, b"\xff\xe3", FileKind.SOUND),
    (0, b"\xff\xf1", FileKind.SOUND),
    (0, b"\xff\xf9", FileKind.SOUND),
)

_RIFF_KINDS = {b"WEBP": FileKind.WEBP, b"WAVE": FileKind.SOUND, b"AVI ": FileKind.FILM}
_BRAND_KINDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), FileKind.HEIC),
    **dict.fromkeys((b"avif", b"avis"), FileKind.AVIF),
    b"crx ": FileKind.OTHER_PICTURE,
    **dict.fromkeys((b"M4A ", b"M4B "), FileKind.SOUND),
}
_PACKET_SIZE, _TIMESTAMP_SIZE = 188, 4
"""Bytes of a camcorder's packets, each of which begins with a G, and of the time that may stand before each."""
_PDF_SEARCH_SIZE = 1024
"""Bytes of anything that a PDF may have before it begins: mail and scanners put something there."""
_KIND_LABELS = {
    FileKind.FILM: "film",
    FileKind.SOUND: "recording",
    FileKind.PDF: "document",
    FileKind.OTHER_DOCUMENT: "document",
    FileKind.EMPTY: "file",
}
_STILL_BRANDS = (b"mif1", b"msf1")


def get_kind_label(kind: FileKind) -> str:
    """What people call a file of this kind: photo, film, recording, document or, of an empty one, file."""
    return _KIND_LABELS.get(kind, "photo")


def detect_kind(head: bytes) -> FileKind:
    """Tell a file's kind from its first ``HEAD_SIZE`` bytes, or all of them where there are fewer."""
    if not head:
        return FileKind.EMPTY
    for offset, signature, kind in _SIGNATURES:
        if head.startswith(signature, offset):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF_KINDS.get(head[8:12], FileKind.UNKNOWN)
    if head[4:8] == b"ftyp":
        return _detect_kind_by_brands(head)
    if head[::_PACKET_SIZE][:3] == b"GGG" or head[_TIMESTAMP_SIZE :: _PACKET_SIZE + _TIMESTAMP_SIZE][:3] == b"GGG":
        return FileKind.FILM
    if b"%PDF-" in head[:_PDF_SEARCH_SIZE]:
        return FileKind.PDF
    return _detect_kind_by_text(head)


def _detect_kind_by_brands(head: bytes) -> FileKind:
    """Phones name the first brand loosely (``mif1``), so that the others in the box decide."""
    length = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(length, len(head)), 4))]
    for brand in brands:
        if brand in _BRAND_KINDS:
            return _BRAND_KINDS[brand]
    return FileKind.HEIC if any(brand in _STILL_BRANDS for brand in brands) else FileKind.FILM


def _detect_kind_by_text(head: bytes) -> FileKind:
    if b"<svg" in head.lower():
        return FileKind.DRAWING
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.TEXT
    try:
        # The last letter may be cut in two where the head ends.
        words = head.decode("utf-8", errors="strict" if len(head) < HEAD_SIZE else "ignore")
    except UnicodeDecodeError:
        return FileKind.UNKNOWN
    return FileKind.TEXT if all(letter.isprintable() or letter.isspace() for letter in words) else FileKind.UNKNOWN
