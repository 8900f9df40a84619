"""Portraits of those with four legs: the dog, Sue's cat, the goat."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.sheet import Sheet

ORANGE, STRIPE, CREAM = "#dd8a3c", "#b8642a", "#f7e3c6"


def biscuit() -> Image.Image:
    """The dog."""
    sheet = Sheet(600, 600, "#f0dcae", seed=19, rough=1.8)
    with sheet.at(0, 6, 1.5):
        things.biscuit_portrait(sheet)
    return sheet.finished(0.8)


def marmalade() -> Image.Image:
    """An orange cat who has no time for this."""
    sheet = Sheet(600, 600, "#c9dbe6", seed=111, rough=1.8)
    with sheet.at(0, 6, 1.5):
        sheet.shape("M70,420 C80,320 130,290 200,290 C270,290 320,320 330,420Z", ORANGE)
        for side in (-1, 1):
            sheet.shape(f"M{200 + side * 34},120 L{200 + side * 92},62 L{200 + side * 100},170Z", ORANGE)
            sheet.shape(f"M{200 + side * 52},118 L{200 + side * 84},86 L{200 + side * 88},146Z", "#f0b7a0")
        sheet.oval(200, 200, 106, 94, ORANGE)
        sheet.line("M200,112 L200,150 M172,116 L176,146 M228,116 L224,146 M98,196 L128,200 M100,222 L130,220"
                   " M302,196 L272,200 M300,222 L270,220", STRIPE, 11)  # fmt: skip
        sheet.oval(200, 240, 54, 40, CREAM)
        for x in (156, 244):
            sheet.oval(x, 194, 22, 16, "#cfe08a")
            sheet.oval(x, 194, 6, 15, "#20140d")
            sheet.line(f"M{x - 24},184 q24,-14 48,0", STRIPE, 8)
        sheet.shape("M186,222 L214,222 L200,238Z", "#d9766a")
        sheet.line("M200,238 v10 M200,248 c-8,12 -24,12 -30,4 M200,248 c8,12 24,12 30,4", "#6a3e20", 5)
        sheet.line("M150,238 L84,228 M150,248 L86,256 M250,238 L316,228 M250,248 L314,256", "#fffaf0", 4)
        sheet.line("M150,340 L180,330 M220,330 L250,340 M140,372 L176,362 M224,362 L260,372", STRIPE, 11)
    return sheet.finished(0.8)


def gerald() -> Image.Image:
    """A goat with one straight horn and one bent one, chewing paper."""
    sheet = Sheet(600, 600, "#cfe0b4", seed=112, rough=1.8)
    with sheet.at(0, 6, 1.5):
        sheet.line("M160,110 C150,70 140,46 112,22", "#8f7a5a", 22)
        sheet.line("M240,110 C248,66 274,54 292,74 C306,92 330,84 334,58", "#8f7a5a", 22)
        sheet.shape("M90,420 C96,330 130,300 200,300 C270,300 304,330 310,420Z", "#efe4cb")
        for flip in (False, True):
            with sheet.at(200, 0, flip=flip):
                sheet.shape("M66,150 C120,120 168,140 176,172 C140,190 100,190 66,180Z", "#d9c9a8")
        sheet.shape("M128,150 C124,96 276,96 272,150 C276,210 256,300 236,318 C220,334 180,334 164,318"
                    " C144,300 124,210 128,150Z", "#f6efdd")  # fmt: skip
        sheet.shape("M170,110 C180,150 180,190 190,230 L210,230 C220,190 220,150 230,110Z", "#e3d5b6", 0.6)
        for x in (154, 246):
            sheet.oval(x, 178, 17, 13, "#e3b44b")
            sheet.oval(x, 178, 12, 5, "#20140d")
            sheet.line(f"M{x - 20},164 q20,-12 40,0", "#b9a67e", 6)
        sheet.shape("M166,284 C170,264 230,264 234,284 C230,316 170,316 166,284Z", "#e9c9b4")
        for x in (186, 214):
            sheet.oval(x, 280, 6, 8, "#7a4a3a")
        sheet.line("M180,302 q22,12 44,-2", "#7a4a3a", 6)
        sheet.shape("M180,326 C184,380 196,396 204,400 C214,384 220,360 220,326Z", "#d9c9a8")
        sheet.shape("M218,296 L310,280 L322,350 L232,362Z", "#fffdf6")
        sheet.line("M240,312 L300,302 M242,330 L304,320 M246,346 L290,340", "#3d5a8c", 5)
    return sheet.finished(0.8)


def paws() -> Image.Image:
    """A row of paw prints that says nothing: somebody with four legs has walked over the page."""
    sheet = Sheet(900, 150, "#fbf6ea", seed=113, rough=1.6)
    for step in range(7):
        with sheet.at(70 + 125 * step, 98 if step % 2 else 60, 0.9, turn=82):
            sheet.shape("M-22,14 C-22,-14 22,-14 22,14 C22,30 -22,30 -22,14Z", "#b98a5a")
            for x, y in ((-24, -14), (-9, -27), (9, -27), (24, -14)):
                sheet.oval(x, y, 8, 11, "#b98a5a")
    return sheet.finished(0.3)
