"""Stories that are only a folder of media, and Books that show them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PIL import Image

from lsbook.media import render
from lsbook.model.book import Book, Child, Medium
from lsbook.model.edition import Band, Edition
from lsbook.model.media import Rendition, Renditions, Widths
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import BookOrder, BookVoice
from lsbook.model.when import Dated, Point
from tests.building import write_files

_BAND = Band("9-12", "nine to twelve", 9, 12, 20, None, "9-12")
_EDITION = Edition("9-12", "nine to twelve", "child", 9, False, "9-12", _BAND, ())
_CHILD = Child("Maya", Dated(Point(2017, 2, 14)), "she/her", (), None)


def book_of(*files: str) -> Book:
    """A Book that shows ``files`` and nothing else."""
    media = tuple(Medium(file, "a photo", (), (), None, False, True) for file in files)
    return Book(
        _EDITION,
        date(2026, 6, 1),
        _CHILD,
        BookVoice.YOU,
        "en-GB",
        BookOrder.PRESENT_FIRST,
        Theme(),
        None,
        (),
        (),
        media=media,
    )


def put(story: Path, media: Mapping[str, bytes]) -> None:
    """Put files into the story's media folder."""
    write_files(story / "media", media)


def render_story(story: Path, *files: str) -> Renditions:
    """The renditions of ``files``."""
    return render([book_of(*files)], story, story / ".lsbook", lambda done, total: None)


def render_media(story: Path, media: Mapping[str, bytes]) -> Renditions:
    """Put files into the story and render all of them."""
    put(story, media)
    return render_story(story, *media)


def widths(renditions: Renditions, file: str) -> Widths:
    """The one picture of ``file`` in its widths."""
    [found] = renditions.by_file[file].pictures
    return found


def finished(renditions: Renditions) -> dict[str, Path]:
    """Every finished file by its name."""
    return {name: file for made in renditions.by_file.values() for name, file in made.files_by_name.items()}


def corners(rendition: Rendition) -> dict[str, tuple[int, int, int]]:
    """The colours a little way in from each corner."""
    with Image.open(rendition.file) as opened:
        image = opened.convert("RGB")
    right, bottom = image.width - image.width // 8 - 1, image.height - image.height // 8 - 1
    left, top = image.width // 8, image.height // 8
    places = {
        "top left": (left, top),
        "top right": (right, top),
        "bottom left": (left, bottom),
        "bottom right": (right, bottom),
    }
    return {name: pixel(image, at) for name, at in places.items()}


def pixel(image: Image.Image, at: tuple[int, int]) -> tuple[int, int, int]:
    """The colour at one place, as red, green and blue."""
    red, green, blue = image.crop((*at, at[0] + 1, at[1] + 1)).convert("RGB").tobytes()
    return red, green, blue


def near(colour: tuple[int, int, int], wanted: tuple[int, int, int], room: int = 12) -> bool:
    """Whether two colours are the same but for what JPEG does to them."""
    return all(abs(one - other) <= room for one, other in zip(colour, wanted, strict=True))
