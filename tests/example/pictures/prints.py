"""What a print does to a picture: an instant photo with writing under it, a faded one, an old brown one, waxy paper."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from tests.example.pictures.handwriting import width, write
from tests.example.pictures.sheet import Sheet


def instant(scene: Image.Image, words: str, *, seed: int) -> Image.Image:
    """A square instant photo in its white frame, with a line of writing in the broad edge below."""
    sheet = Sheet(820, 960, "#fdfbf4", seed=seed, rough=0.6)
    sheet.line("M4,4 L816,4 L816,956 L4,956Z", "#ddd5c4", 5)
    write(sheet, words, 410 - width(words, 46) / 2, 900, 46, "#3b4a63", 5)
    frame = sheet.finished(0)
    photo = ImageOps.fit(_aged(scene, seed, colour=0.86), (724, 724), Image.Resampling.LANCZOS)
    frame.paste(photo, (48, 48))
    return frame


def faded(scene: Image.Image, *, seed: int) -> Image.Image:
    """A print of some years ago, with a white edge: a little soft, a little warm, darker in its corners."""
    photo = _aged(scene, seed, colour=0.72)
    return ImageOps.expand(photo, 30, "#fbf6ea")


def brown(scene: Image.Image, *, seed: int) -> Image.Image:
    """A photograph from before there were colours in the album, or from a photographer who liked it so."""
    grey = ImageOps.autocontrast(scene.convert("L"), cutoff=1)
    photo = _aged(ImageOps.colorize(grey, "#2a1c12", "#f6e7ca", "#a58560"), seed, colour=1)
    return ImageOps.expand(ImageOps.expand(photo, 26, "#f7eedb"), 3, "#d9c9a6")


def wax(drawing: Image.Image, *, seed: int, tooth: int = 118, paper: str = "#fffdf6") -> Image.Image:
    """The paper's tooth shows through: what a wax crayon leaves white. A higher ``tooth`` leaves more."""
    noise = Image.frombytes("L", drawing.size, Random(seed).randbytes(drawing.width * drawing.height))
    noise = noise.filter(ImageFilter.GaussianBlur(1.1))
    bare = noise.point([255 if value < tooth else 0 for value in range(256)]).filter(ImageFilter.GaussianBlur(0.6))
    return Image.composite(Image.new("RGB", drawing.size, paper), drawing, bare)


def _aged(scene: Image.Image, seed: int, *, colour: float) -> Image.Image:
    photo = ImageEnhance.Color(scene.filter(ImageFilter.GaussianBlur(1.3))).enhance(colour)
    photo = Image.blend(photo, Image.new("RGB", photo.size, "#f2cf9a"), 0.14)
    dark = Image.radial_gradient("L").resize(photo.size).point([max(0, value - 110) * 2 // 3 for value in range(256)])
    photo = ImageChops.multiply(photo, ImageOps.colorize(ImageOps.invert(dark), "#6b5238", "#ffffff"))
    noise = Image.frombytes("L", photo.size, Random(seed).randbytes(photo.width * photo.height))
    noise = noise.filter(ImageFilter.GaussianBlur(0.8))
    return Image.blend(photo, ImageOps.colorize(noise, "#000000", "#ffffff"), 0.05)
