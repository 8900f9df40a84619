"""What cannot be shown becomes a sentence, and stops nothing."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from lsbook.media import render
from lsbook.model.media import Renditions, UnusableMedium
from tests.unit.media.photos import busy, encoded, png, scene
from tests.unit.media.stories import book_of, put, render_media, render_story

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MP4 = b"\0\0\0\x20ftypisom\0\0\0\0isommp42" + bytes(100)
M4A = b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42" + bytes(100)

_GIF = encoded(scene(20, 20), "GIF")

OTHERS = {
    "empty.jpg": (b"", "empty"),
    "words.jpg": (b"Dear Maya, this is no photo.\n", "words"),
    "words-16.jpg": ("Dear Maya".encode("utf-16"), "words"),
    "page.html": (b"<!DOCTYPE html><p>hello", "words"),
    "drawing.svg": (SVG, "drawing"),
    "drawing.png": (SVG, "drawing"),
    "film.mp4": (MP4, "film is damaged"),
    "film.jpg": (MP4, "film is damaged"),
    "film.webm": (b"\x1aE\xdf\xa3" + bytes(50), "film is damaged"),
    "film.avi": (b"RIFF\0\0\0\0AVI LIST", "film is damaged"),
    "song.mp3": (b"ID3\x04" + bytes(50), "recording is damaged"),
    "song.m4a": (M4A, "recording is damaged"),
    "song.wav": (b"RIFF\0\0\0\0WAVEfmt ", "recording is damaged"),
    "scan.pdf": (b"%PDF-1.7\n%\xe2\xe3", "document is missing"),
    "broken.pdf": (b"%PDF-1.7\n%\xe2\xe3\n%%EOF", "document is damaged"),
    "letter.docx": (b"PK\x03\x04" + bytes(50), "PDF"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + bytes(50), "PDF"),
    "picture.avif": (b"\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf", "damaged"),
    "raw.cr2": (b"II*\0\x10\0\0\0CR\x02\0" + bytes(50), "kind of picture"),
    "raw.dng": (encoded(scene(20, 20), "TIFF", tiffinfo={50706: b"\1\4\0\0"}), "kind of picture"),
    "noise.jpg": (bytes(range(128, 256)) * 4, "cannot tell"),
    "head-only.jpg": (b"\xff\xd8\xff", "damaged"),
    "head-only.png": (b"\x89PNG\r\n\x1a\n", "damaged"),
    "head-only.gif": (b"GIF89a", "damaged"),
    "head-only.tif": (b"II*\0", "damaged"),
    "head-only.heic": (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1", "damaged"),
    "bomb.png": (png((60000, 60000), 8, 2, bytes(100)), "too large to open safely"),
    "largest.png": (png((2**31 - 1, 2**31 - 1), 8, 2, b""), "too large to open safely"),
    "just-over.png": (png((16125, 16125), 1, 0, bytes(100)), "too large to open safely"),
    "bomb.gif": (_GIF[:6] + struct.pack("<HH", 65535, 65535) + _GIF[10:], "too large to open safely"),
}
_BUSY = busy(400, 300)
WHOLE = {
    "a.jpg": encoded(_BUSY, "JPEG"),
    "progressive.jpg": encoded(_BUSY, "JPEG", progressive=True),
    "a.png": encoded(_BUSY, "PNG"),
    "a.webp": encoded(_BUSY, "WEBP"),
    "lossless.webp": encoded(_BUSY, "WEBP", lossless=True),
    "a.gif": encoded(_BUSY, "GIF"),
    "a.tif": encoded(_BUSY, "TIFF"),
    "packed.tif": encoded(_BUSY, "TIFF", compression="tiff_lzw"),
    "a.heic": encoded(_BUSY, "HEIF"),
    "tiles.heic": encoded(_BUSY, "HEIF", tile_size=256),
}
CUT = {
    f"{part}-{name}": content[: len(content) * part // 100] for name, content in WHOLE.items() for part in (5, 50, 95)
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """Every bad file there is, with one good photo among them."""
    media = (
        {name: content for name, (content, _) in OTHERS.items()} | CUT | {"good.jpg": encoded(scene(64, 64), "JPEG")}
    )
    return render_media(tmp_path_factory.mktemp("story"), media)


def said(renditions: Renditions, file: str) -> UnusableMedium:
    """What is said about ``file``."""
    return next(unusable for unusable in renditions.unusable if unusable.file == file)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_photo_is_named_for_what_it_is(rendered: Renditions, name: str) -> None:
    """Films, sounds, documents, bombs and broken files each get their own sentence, and a remedy."""
    unusable = said(rendered, name)
    assert OTHERS[name][1] in unusable.reason
    assert unusable.remedy.endswith(".")


@pytest.mark.parametrize("name", CUT)
def test_a_photo_cut_short_is_never_shown_in_part(rendered: Renditions, name: str) -> None:
    """Half a photo is refused in every format, also where its decoder would fill in grey."""
    why = said(rendered, name).reason
    assert "Part of the photo is missing" in why or "damaged" in why


def test_the_good_photo_is_shown_and_complaints_are_in_order(rendered: Renditions) -> None:
    """Among sixty bad files the one good photo is made, and the bad ones stand in the order of their names."""
    assert set(rendered.by_file) == {"good.jpg"}
    files = [unusable.file for unusable in rendered.unusable]
    assert files == sorted(files)
    assert set(files) == {*OTHERS, *CUT}


def test_a_phones_hangings_on_do_not_make_a_photo_broken(tmp_path: Path) -> None:
    """A HEIC or a JPEG with something behind its end is a whole photo."""
    media = {
        "a.heic": WHOLE["tiles.heic"] + b"\0\0\x01\0mpvd" + bytes(100),
        "b.heic": WHOLE["tiles.heic"] + b"SEFH\x6a\0\0\0\xff",
        "c.jpg": WHOLE["a.jpg"] + b"trailer",
    }
    assert set(render_media(tmp_path, media).by_file) == set(media)


def test_broken_exif_does_not_make_a_photo_broken(tmp_path: Path) -> None:
    """A photo whose EXIF is nonsense is shown without it."""
    media = {"a.jpg": encoded(scene(64, 64), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff\x01\x12nonsense")}
    assert set(render_media(tmp_path, media).by_file) == {"a.jpg"}


def test_only_the_media_folder_is_read(tmp_path: Path) -> None:
    """Names that lead out of the media folder, links, folders, pipes and missing files are not opened."""
    photo = encoded(scene(64, 64), "JPEG")
    story, outside = tmp_path / "story", tmp_path / "outside"
    put(story, {"folder/a.jpg": photo})
    outside.mkdir()
    (outside / "secret.jpg").write_bytes(photo)
    (story / "secret.jpg").write_bytes(photo)
    media = story / "media"
    (media / "link.jpg").symlink_to(outside / "secret.jpg")
    (media / "near.jpg").symlink_to(media / "folder" / "a.jpg")
    (media / "linked").symlink_to(outside)
    os.mkfifo(media / "pipe.jpg")
    bad = ["../secret.jpg", "folder/../../secret.jpg", str(outside / "secret.jpg"), "linked/secret.jpg", "link.jpg"]
    bad += ["near.jpg", "folder", "pipe.jpg", "missing.jpg", "folder/a.jpg/b.jpg", "", "nul\0.jpg"]
    renditions = render_story(story, *bad, "folder/a.jpg")
    assert set(renditions.by_file) == {"folder/a.jpg"}
    assert {unusable.file for unusable in renditions.unusable} == set(bad)
    assert "shortcut" in said(renditions, "link.jpg").reason
    assert "no such file" in said(renditions, "missing.jpg").reason


def test_a_media_folder_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    """Where media/ itself leads elsewhere, nothing in it is shown."""
    put(tmp_path / "elsewhere", {"a.jpg": encoded(scene(64, 64), "JPEG")})
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "media").symlink_to(tmp_path / "elsewhere" / "media")
    renditions = render_story(tmp_path / "story", "a.jpg")
    assert not renditions.by_file
    assert "shortcut" in said(renditions, "a.jpg").reason


def test_a_book_without_media_needs_nothing(tmp_path: Path) -> None:
    """A Book that shows nothing is rendered without a media folder, and nothing is written."""
    renditions = render([book_of()], tmp_path, tmp_path / ".lsbook", lambda done, total: None)
    assert renditions == Renditions({})
    assert not list(tmp_path.iterdir())
