"""What a file is, told from its first bytes and never from its ending: endings are often wrong."""

from __future__ import annotations

from enum import StrEnum

HEAD = 4096
"""As many first bytes as telling a kind needs."""


class Kind(StrEnum):
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
_SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\xff\xd8\xff", Kind.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (0, b"GIF87a", Kind.GIF),
    (0, b"GIF89a", Kind.GIF),
    (8, b"CR\x02", Kind.OTHER_PICTURE),  # a camera's raw file, which otherwise looks like a TIFF
    (0, b"II*\0", Kind.TIFF),
    (0, b"MM\0*", Kind.TIFF),
    (0, b"II+\0", Kind.TIFF),
    (0, b"MM\0+", Kind.TIFF),
    (0, b"BM", Kind.BMP),
    (0, b"8BPS", Kind.OTHER_PICTURE),
    (0, b"\0\0\0\x0cjP  ", Kind.OTHER_PICTURE),
    (0, b"\0\0\0\x0cJXL ", Kind.OTHER_PICTURE),
    (0, b"\xff\x0a", Kind.OTHER_PICTURE),
    (0, b"FUJIFILM", Kind.OTHER_PICTURE),
    (0, b"%PDF-", Kind.PDF),
    (0, b"PK\x03\x04", Kind.OTHER_DOCUMENT),
    (0, b"\xd0\xcf\x11\xe0", Kind.OTHER_DOCUMENT),
    (0, b"{\\rtf", Kind.OTHER_DOCUMENT),
    (0, b"\x1aE\xdf\xa3", Kind.FILM),
    (0, b"\0\0\x01\xba", Kind.FILM),
    (0, b"\0\0\x01\xb3", Kind.FILM),
    (0, b"0&\xb2u\x8ef\xcf\x11", Kind.FILM),
    (0, b"FLV\x01", Kind.FILM),
    (4, b"moov", Kind.FILM),
    (4, b"mdat", Kind.FILM),
    (4, b"wide", Kind.FILM),
    (0, b"ID3", Kind.SOUND),
    (0, b"fLaC", Kind.SOUND),
    (0, b"OggS", Kind.SOUND),
    (0, b"#!AMR", Kind.SOUND),
    (0, b"FORM", Kind.SOUND),
    (0, b"caff", Kind.SOUND),
    (0, b"\xff\xfb", Kind.SOUND),
    (0, b"\xff\xfa", Kind.SOUND),
    (0, b"\xff\xf3", Kind.SOUND),
    (0, b"\xff\xf2", Kind.SOUND),
    (0, b"\xff\xe3", Kind.SOUND),
    (0, b"\xff\xf1", Kind.SOUND),
    (0, b"\xff\xf9", Kind.SOUND),
)

_RIFF = {b"WEBP": Kind.WEBP, b"WAVE": Kind.SOUND, b"AVI ": Kind.FILM}
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"), Kind.HEIC),
    **dict.fromkeys((b"avif", b"avis"), Kind.AVIF),
    b"crx ": Kind.OTHER_PICTURE,
    **dict.fromkeys((b"M4A ", b"M4B "), Kind.SOUND),
}
_PACKET, _STAMP = 188, 4
"""Bytes of a camcorder's packets, each of which begins with a G, and of the time that may stand before each."""
_BEFORE_A_PDF = 1024
"""Bytes of anything that a PDF may have before it begins: mail and scanners put something there."""
_THINGS = {
    Kind.FILM: "film",
    Kind.SOUND: "recording",
    Kind.PDF: "document",
    Kind.OTHER_DOCUMENT: "document",
    Kind.EMPTY: "file",
}
_STILLS = (b"mif1", b"msf1")


def thing(kind: Kind) -> str:
    """What people call a file of this kind: photo, film, recording, document or, of an empty one, file."""
    return _THINGS.get(kind, "photo")


def kind_of(head: bytes) -> Kind:
    """Tell a file's kind from its first ``HEAD`` bytes, or all of them where there are fewer."""
    if not head:
        return Kind.EMPTY
    for offset, signature, kind in _SIGNATURES:
        if head.startswith(signature, offset):
            return kind
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], Kind.UNKNOWN)
    if head[4:8] == b"ftyp":
        return _kind_of_brands(head)
    if head[::_PACKET][:3] == b"GGG" or head[_STAMP :: _PACKET + _STAMP][:3] == b"GGG":
        return Kind.FILM
    if b"%PDF-" in head[:_BEFORE_A_PDF]:
        return Kind.PDF
    return _kind_of_words(head)


def _kind_of_brands(head: bytes) -> Kind:
    """Phones name the first brand loosely (``mif1``), so that the others in the box decide."""
    length = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(length, len(head)), 4))]
    for brand in brands:
        if brand in _BRANDS:
            return _BRANDS[brand]
    return Kind.HEIC if any(brand in _STILLS for brand in brands) else Kind.FILM


def _kind_of_words(head: bytes) -> Kind:
    if b"<svg" in head.lower():
        return Kind.DRAWING
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind.TEXT
    try:
        # The last letter may be cut in two where the head ends.
        words = head.decode("utf-8", errors="strict" if len(head) < HEAD else "ignore")
    except UnicodeDecodeError:
        return Kind.UNKNOWN
    return Kind.TEXT if all(letter.isprintable() or letter.isspace() for letter in words) else Kind.UNKNOWN
