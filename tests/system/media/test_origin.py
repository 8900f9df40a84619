"""Nothing of a photo's origin is left in its renditions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from lsbook.media.verify.verify_jpeg import is_clean
from lsbook.model.media import Renditions
from tests.unit.media.metadata import tags_beyond
from tests.unit.media.photos import encoded, profile_with_red_and_blue_swapped, scene
from tests.unit.media.stories import finished, render_media

CANARY = "Quillfeather-Lane-27"


def planted(folder: Path) -> dict[str, bytes]:
    """Photos in every format that say where they come from, in every way that their format knows."""
    image = scene(800, 600)
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = CANARY  # description, artist, copyright
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)})  # where it was taken
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{CANARY}</a></x:xmpmeta>'.encode()
    icc = profile_with_red_and_blue_swapped()
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", CANARY)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    saved = exif.tobytes()
    media = {
        "a.jpg": encoded(image, "JPEG", exif=saved, icc_profile=icc, comment=CANARY, xmp=xmp),
        "two.jpg": encoded(image, "MPO", exif=saved, save_all=True, append_images=[scene(80, 60)]),
        "a.png": encoded(image, "PNG", exif=saved, icc_profile=icc, pnginfo=text),
        "a.webp": encoded(image, "WEBP", exif=saved, icc_profile=icc, xmp=xmp),
        "a.gif": encoded(image, "GIF", comment=CANARY.encode()),
        "a.tif": encoded(image, "TIFF", exif=exif, icc_profile=icc, description=CANARY),
        "a.heic": encoded(image, "HEIF", exif=saved, icc_profile=icc, xmp=xmp, thumbnails=[128]),
    }
    media["motion.jpg"] = media["a.jpg"] + b"ftypmp42" + CANARY.encode() * 100
    media["everything.jpg"] = _with_exiftool(folder, media["a.jpg"])
    return media


def _with_exiftool(folder: Path, jpeg: bytes) -> bytes:
    """Whatever Pillow does not write: IPTC, a thumbnail of another picture, and a maker's own words."""
    file, thumbnail = folder / "planted.jpg", folder / "thumbnail.jpg"
    file.write_bytes(jpeg)
    thumbnail.write_bytes(encoded(Image.new("RGB", (160, 120), "magenta"), "JPEG", comment=CANARY))
    tags = [f"-IPTC:By-line={CANARY}", f"-XMP:Creator={CANARY}", f"-UserComment={CANARY}", f"-SerialNumber={CANARY}"]
    command = ["exiftool", "-q", "-overwrite_original", *tags, f"-ThumbnailImage<={thumbnail}", str(file)]
    subprocess.run(command, check=True)
    return file.read_bytes()


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    """All the planted photos, rendered."""
    media = planted(tmp_path_factory.mktemp("planted"))
    assert all(CANARY.encode() in content for name, content in media.items() if name != "a.heic")
    renditions = render_media(tmp_path_factory.mktemp("story"), media)
    assert set(renditions.by_file) == set(media)
    return renditions


def test_exiftool_finds_nothing_but_the_file_itself(rendered: Renditions) -> None:
    """Of every planted photo, exiftool finds only what any JPEG has."""
    files = list(finished(rendered).values())
    assert len(files) >= len(rendered.by_file)
    assert tags_beyond(files) == {}


def test_no_word_of_the_origin_is_left(rendered: Renditions) -> None:
    """The words planted in a photo stand in no byte of its renditions, and only allowed segments do."""
    for file in finished(rendered).values():
        content = file.read_bytes()
        assert CANARY.encode() not in content
        assert is_clean(content)


def test_names_say_nothing_of_the_source(rendered: Renditions) -> None:
    """A rendition is named by its own content alone."""
    for name, file in finished(rendered).items():
        assert name == file.name
        assert len(name) == 36
        assert set(name[:32]) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "extra",
    [
        {"comment": "hello"},
        {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"},
        {"icc_profile": b"x" * 200},
        {"xmp": b"<x/>"},
    ],
)
def test_the_last_check_lets_nothing_pass(extra: dict[str, object]) -> None:
    """A JPEG with a comment, EXIF, a profile or XMP is never taken for a clean one."""
    assert not is_clean(encoded(scene(64, 64), "JPEG", **extra))


def test_the_last_check_knows_one_whole_picture() -> None:
    """A bare JPEG is clean; one with something behind it, or cut short, is not."""
    jpeg = encoded(scene(64, 64), "JPEG", progressive=True)
    assert is_clean(jpeg)
    assert not is_clean(jpeg + b"trailer")
    assert not is_clean(jpeg + jpeg)
    assert not is_clean(jpeg[:-20])
    assert not is_clean(b"")
