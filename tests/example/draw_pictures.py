"""Draws the pictures of the example child: ``python -m tests.example.draw_pictures [FOLDER]``.

Everybody in them is made up. On the same Pillow the same bytes come out each time. The files stand for what families
really hand over: a telephone's HEIC, a photo lying on its side, one that carries a position and the telephone's name
(a made-up spot in the middle of the sea), a cut-out, a scan, an animation format, two files of one name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pillow_heif
from PIL import Image

from tests.example.pictures import (
    at_home,
    cards,
    crayons,
    dad,
    days,
    nights,
    now,
    outdoors,
    papers,
    pets,
    scans,
    seaside,
    treasures,
    warm,
)
from tests.example.pictures.people import FACES, FACES_IN_SCENES, portrait

HERE = Path(__file__).resolve().parent
MEDIA = HERE.parent.parent / "example-child" / "media"

ORIENTATION, MAKE, MODEL, TAKEN, DETAILS, GPS = 0x0112, 0x010F, 0x0110, 0x9003, 0x8769, 0x8825

SCENES: dict[str, Callable[[], Image.Image]] = {
    "wellies.jpg": at_home.wellies,
    "jan-garden.jpg": at_home.garden,
    "moon-lamp.heic": at_home.bedroom,
    "blanket.jpg": treasures.blanket,
    "swim-badge.png": treasures.badge,
    "birthday-cake.webp": treasures.cake,
    "school-photo.jpg": treasures.school_photo,
    "car.jpg": outdoors.car,
    "swings.jpg": outdoors.swing,
    "farm.jpg": outdoors.farm,
    "sues-gate.jpg": outdoors.sue_gate,
    "football.jpg": outdoors.football,
    "2019/beach.jpg": seaside.with_nana,
    "2024/beach.jpg": seaside.with_biscuit,
    "letter-from-mum.tif": papers.letter,
    "my-drawing.gif": papers.drawing,
    "born.jpg": papers.born,
    "care.jpg": warm.care,
    "hug.jpg": warm.hug,
    "drawings/me-and-biscuit.jpg": crayons.at_four,
    "drawings/goat-for-mum.png": crayons.goat,
    "drawings/everyone.jpg": crayons.everyone,
    "drawings/biscuit-at-nine.jpg": crayons.at_nine,
    "papers/bracelet.jpg": scans.bracelet,
    "papers/first-feet.jpg": scans.footprint,
    "papers/school-report.png": scans.report,
    "papers/goalkeeper.jpg": scans.certificate,
    "papers/judgment.png": scans.judgment,
    "papers/sorry.png": scans.sorry,
    "papers/nana-postcard.jpg": cards.postcard,
    "papers/green-notebook.jpg": cards.notebook,
    "papers/pancake-card.jpg": cards.birthday_card,
    "album/ducks.jpg": days.ducks,
    "album/first-steps.jpg": days.first_steps,
    "album/kitchen-disco.jpg": days.dancing,
    "album/wedding.jpg": days.wedding,
    "nana-table.jpg": days.nana_table,
    "sues-door.jpg": nights.at_sues_door,
    "tent.jpg": nights.tent,
    "judge.jpg": nights.court,
    "hair-day.jpg": now.hair_day,
    "post-box.jpg": now.post_box,
    "handshake.jpg": now.handshake,
    "pancake.jpg": now.pancake,
    "buttons.jpg": now.buttons,
    "memory-box.jpg": now.memory_box,
    "paws.png": pets.paws,
    "dad/bus-stop.jpg": dad.bus_stop,
    "dad/questions.jpg": dad.questions,
    "dad/telephone-note.jpg": dad.note,
}


PICTURES: dict[str, Callable[[], Image.Image]] = {
    **{f"faces/{name}.jpg": partial(portrait, name) for name in FACES if name not in FACES_IN_SCENES},
    **{f"faces/{draw.__name__}.jpg": draw for draw in (pets.biscuit, pets.marmalade, pets.gerald)},
    **SCENES,
}
"""Every picture of the example, by its place in ``media/``."""


def draw(file: str, folder: Path) -> Path:
    """Draws one of ``PICTURES`` into ``folder`` and says where it is."""
    place = folder / file
    _save(PICTURES[file](), place)
    return place


def main(folder: Path) -> None:
    """Draws every picture into ``folder``."""
    pillow_heif.register_heif_opener()
    for file in PICTURES:
        print(draw(file, folder))


def _save(picture: Image.Image, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    match file.suffix:
        case ".jpg":
            picture, exif = _as_a_telephone_would(picture, file)
            picture.save(file, quality=82, optimize=True, exif=exif)
        case ".heic":
            picture.save(file, quality=56)
        case ".webp":
            picture.save(file, quality=80, method=6)
        case ".png":
            picture.quantize(128, method=Image.Quantize.FASTOCTREE).save(file, optimize=True)
        case ".gif":
            picture.quantize(96, dither=Image.Dither.NONE).save(file, optimize=True)
        case ".tif":
            picture.quantize(32, dither=Image.Dither.NONE).save(file, compression="tiff_adobe_deflate", dpi=(150, 150))


def _as_a_telephone_would(picture: Image.Image, file: Path) -> tuple[Image.Image, Image.Exif]:
    """What the story of the file asks for: a photo on its side, or one that gives away where it was taken."""
    exif = Image.Exif()
    if file.name == "swings.jpg":
        exif[ORIENTATION] = 6
        return picture.transpose(Image.Transpose.ROTATE_90), exif
    if file.parent.name == "2024":
        exif[MAKE], exif[MODEL] = "Made-up Telephones", "Dave's phone"
        exif.get_ifd(DETAILS)[TAKEN] = "2024:08:17 19:42:00"
        exif.get_ifd(GPS).update({1: "N", 2: (56.0, 7.0, 30.0), 3: "E", 4: (3.0, 14.0, 15.0)})
    return picture, exif


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else MEDIA)
