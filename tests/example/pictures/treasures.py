"""Scenes of one thing: the blanket, the swimming badge, the cake, the school photograph."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from tests.example.pictures.handwriting import write
from tests.example.pictures.outline import oval
from tests.example.pictures.people import FACES, features
from tests.example.pictures.sheet import SCALE, Sheet

KNIT = {
    "blue": ("#2f5d92", "#4a7bb4", "#1d416b"),
    "cream": ("#e9dcc0", "#f8efdb", "#c9b78f"),
    "dark": ("#24497a", "#386699", "#16345a"),
}


def blanket() -> Image.Image:
    """A folded blue blanket with cream stripes, a letter M and a red mend."""
    sheet = Sheet(1200, 960, "#e8c9a0", seed=5)
    for row in range(8):
        sheet.box(-20, -20 + 132 * row, 1240, 126, ("#e3bf90", "#e9cba2", "#dfb986")[row % 3])
        for _ in range(5):
            x, y = sheet.random.uniform(0, 600), 132 * row + sheet.random.uniform(0, 100)
            sheet.line(f"M{x},{y} c200,-8 400,10 {sheet.random.uniform(420, 700)},0", "#cfa46f", 3, 0.6)
    sheet.glow("M160,262 L1090,244 L1110,880 L150,900Z", "#6f4a26", 16, 0.5)
    _knit(sheet, "M128,742 C96,752 96,850 128,858 L1066,846 C1096,840 1096,742 1062,734Z", "dark")
    _knit(sheet, "M132,662 C100,672 100,770 132,778 L1061,766 C1091,760 1091,662 1057,654Z", "blue")
    sheet.shape("M132,748 L1074,736 L1062,768 L132,778Z", "#10294a", 0.3)
    sheet.shape("M128,830 L1080,818 L1066,848 L128,858Z", "#10294a", 0.3)
    _knit(sheet, "M140,130 C420,110 780,112 1050,126 C1086,128 1088,640 1056,656 C760,674 440,678 146,664"
                 " C104,660 104,136 140,130Z", "blue")  # fmt: skip
    _knit(sheet, "M120,246 L1078,230 L1080,304 L118,320Z", "cream")
    _knit(sheet, "M117,506 L1079,492 L1078,566 L118,580Z", "cream")
    with sheet.at(744, 404, turn=-7):
        _mend(sheet)
    sheet.line("M214,462 L222,366 L256,424 L292,364 L300,460", "#f8efdb", 15)
    return sheet.finished()


def _knit(sheet: Sheet, edge: str, wool: str) -> None:
    ground, stitch, shade = KNIT[wool]
    sheet.shape(edge, ground)
    with sheet.inside(edge):
        for row in range(4, 36):
            for column in range(3, 44):
                x, y = 26 * column, 26 * row
                sheet.shape(f"M{x + 13},{y + 26} C{x + 11},{y + 16} {x + 3},{y + 13} {x + 2},{y} C{x + 8},{y + 2}"
                            f" {x + 12},{y + 8} {x + 13},{y + 16}Z", stitch)  # fmt: skip
                sheet.shape(f"M{x + 13},{y + 26} C{x + 15},{y + 16} {x + 23},{y + 13} {x + 24},{y} C{x + 18},{y + 2}"
                            f" {x + 14},{y + 8} {x + 13},{y + 16}Z", stitch)  # fmt: skip
        for column in range(3, 44):
            sheet.line([(26 * column, 100), (26 * column, 940)], shade, 2, 0.4)


def _mend(sheet: Sheet) -> None:
    sheet.shape("M-92,-74 C-60,-92 66,-90 92,-70 C104,-30 102,44 88,74 C40,90 -58,88 -90,70"
                " C-104,30 -102,-40 -92,-74Z", "#1d3f69", 0.55)  # fmt: skip
    for step in range(9):
        x = -78 + 20 * step
        sheet.line(f"M{x},-76 C{x + 3},-30 {x - 3},30 {x},76", "#d63a2c", 9)
    for row in range(8):
        for column in range(4):
            x, y = -78 + 40 * column + (20 if row % 2 else 0), -62 + 18 * row
            sheet.line(f"M{x},{y} l20,0", "#f0705c", 9.5)
    sheet.line("M92,62 C124,90 140,70 170,104", "#d63a2c", 7)


def badge() -> Image.Image:
    """A round cloth badge: a swimmer, waves and 10 m. Everything around it is transparent."""
    sheet = Sheet(900, 900, "#e8b53c", seed=9, rough=1.4)
    sheet.dot(450, 450, 400, "#17324f")
    for step in range(150):
        turn = 2 * math.pi * step / 150
        colour = ("#e8b53c", "#f3cb62", "#cf9826")[step % 3]
        ends = ((356, turn), (420, turn + 0.03))
        sheet.line([(450 + r * math.cos(way), 450 + r * math.sin(way)) for r, way in ends], colour, 15)
    with sheet.inside(oval(450, 450, 352, 352)):
        sheet.box(90, 90, 720, 720, "#d9eef2")
        sheet.dot(630, 250, 74, "#f6c851")
        _waves(sheet, 430, "#5fb3c4")
        sheet.line("M388,470 C310,420 284,320 360,274 C412,242 470,270 480,314", "#9a5f3d", 44)
        sheet.dot(524, 386, 80, "#a5683f")
        sheet.shape("M444,382 C438,290 610,282 608,382 C556,354 496,356 444,382Z", "#d63a2c")
        sheet.line("M460,336 C490,310 558,308 590,332", "#f0826c", 11)
        sheet.line("M446,386 L602,386", "#17324f", 12)
        for x in (496, 562):
            sheet.oval(x, 390, 28, 22, "#17324f")
            sheet.oval(x, 390, 20, 14, "#bfe9f2")
        sheet.shape("M502,426 c16,8 40,8 54,0 c-6,26 -48,26 -54,0Z", "#fff8ef")
        _waves(sheet, 480, "#3b8fb0")
        _waves(sheet, 570, "#266c94")
        _waves(sheet, 660, "#1d557a")
        write(sheet, "10 m", 306, 700, 176, "#fff6e0", 26)
    cut = Image.new("L", (900 * SCALE, 900 * SCALE), 0)
    ImageDraw.Draw(cut).ellipse([22 * SCALE, 22 * SCALE, 878 * SCALE, 878 * SCALE], fill=255)
    picture = sheet.finished(0)
    picture.putalpha(cut.resize((900, 900), Image.Resampling.LANCZOS))
    return picture


def _waves(sheet: Sheet, y: float, colour: str) -> None:
    sheet.shape(f"M60,{y} " + "q45,-52 90,0 " * 9 + "L870,900 L60,900Z", colour)


def cake() -> Image.Image:
    """A birthday cake with seven candles and slices of mango, under bunting."""
    sheet = Sheet(1200, 900, "#f7dfc0", seed=12)
    sheet.dot(600, 380, 430, "#fbeccd")
    _bunting(sheet)
    sheet.shape("M-20,690 C300,668 900,668 1220,690 L1220,920 L-20,920Z", "#3f7573")
    for step in range(16):
        x, foot = -40 + 90 * step, -90 + 96 * step
        sheet.shape(f"M{x},682 L{x + 44},680 L{foot + 50},920 L{foot},920Z", "#498583")
    sheet.glow(oval(600, 760, 400, 60), "#1d3b3a", 18, 0.5)
    sheet.oval(600, 742, 420, 66, "#e4e9e6")
    sheet.oval(600, 734, 420, 62, "#fffaf0")
    sheet.shape("M300,470 L900,470 L900,716 C820,760 380,760 300,716Z", "#e8b65a")
    sheet.shape("M300,560 L900,560 L900,616 C800,650 400,650 300,616Z", "#fff3dc")
    sheet.shape("M300,470 C300,420 900,420 900,470 L900,520 q-18,56 -44,10 q-22,64 -58,16"
                " q-26,40 -56,2 q-30,70 -64,6 q-28,46 -60,2 q-30,60 -62,-2 q-30,46 -58,-2 q-26,58 -58,-6 q-26,40 -48,-2"
                " q-30,40 -50,-24Z", "#f4a4a0")  # fmt: skip
    sheet.oval(600, 470, 300, 62, "#f8bcb6")
    for step in range(8):
        _mango(sheet, 366 + 67 * step, 496 + 26 * math.sin(math.pi * step / 7))
    for step in range(7):
        x = 420 + 60 * step
        _candle(sheet, x, 470 - 18 * math.sin(math.pi * step / 6), ("#3b8fb0", "#d63a2c", "#e3b13f")[step % 3])
    write(sheet, "Maya", 478, 686, 112, "#b4438a", 14)
    return sheet.finished()


def _mango(sheet: Sheet, x: float, y: float) -> None:
    with sheet.at(x, y):
        sheet.shape("M-30,0 C-20,-26 20,-26 30,0 C14,12 -14,12 -30,0Z", "#f6a928")
        sheet.line("M-18,-6 C-8,-14 8,-14 18,-6", "#fbcf68", 5)


def _candle(sheet: Sheet, x: float, foot: float, colour: str) -> None:
    with sheet.at(x, foot):
        sheet.box(-9, -120, 18, 124, "#fff8ea", 4)
        for step in range(4):
            sheet.line([(-8, -14 - 28 * step), (8, -28 - 28 * step)], colour, 7)
        sheet.glow(oval(0, -150, 44, 50), "#fff0a8", 14, 0.8)
        sheet.shape("M0,-184 C22,-150 14,-128 0,-126 C-14,-128 -22,-150 0,-184Z", "#f3a12c")
        sheet.shape("M0,-160 C9,-144 7,-132 0,-130 C-7,-132 -9,-144 0,-160Z", "#fdf0a0")


def _bunting(sheet: Sheet) -> None:
    sheet.line("M-20,60 C300,190 900,190 1220,60", "#8a5a36", 6)
    for step in range(13):
        t = (step + 0.5) / 13
        x, y = -20 + 1240 * t, 60 + 97 * 4 * t * (1 - t)
        colour = ("#d63a2c", "#e3b13f", "#2f6f8d", "#5f9146")[step % 4]
        sheet.shape(f"M{x - 34},{y - 4} L{x + 34},{y - 4} L{x},{y + 84}Z", colour)
        sheet.line(f"M{x - 18},{y + 14} L{x + 18},{y + 14}", "#fff6e0", 5, 0.8)


def school_photo() -> Image.Image:
    """A school photograph in its cream card: Maya in a green cardigan, before a blue cloth."""
    sheet = Sheet(1000, 1250, "#efe4cd", seed=14, rough=1.6)
    sheet.glow("M92,92 L912,92 L912,1162 L92,1162Z", "#7d6a4c", 8, 0.6)
    picture = "M100,100 L900,100 L900,1150 L100,1150Z"
    sheet.shape(picture, "#7f9fb8")
    with sheet.inside(picture):
        for _ in range(60):
            x, y = sheet.random.uniform(80, 920), sheet.random.uniform(80, 1150)
            r = sheet.random.uniform(50, 150)
            sheet.glow(oval(x, y, r, r * 0.7), sheet.random.choice(["#93b1c6", "#6c8eaa", "#a7c0d0"]), 34, 0.3)
        with sheet.at(48, 205, 2.26):
            _in_school_clothes(sheet)
    sheet.line("M92,92 L908,92 L908,1158 L92,1158Z", "#fffaf0", 12)
    sheet.line("M64,64 L936,64 L936,1186 L64,1186Z", "#d8c7a4", 4)
    return sheet.finished(0.8)


def _in_school_clothes(sheet: Sheet) -> None:
    face = FACES["maya"]
    face.behind(sheet)
    sheet.shape("M40,430 C44,330 110,296 200,296 C290,296 356,330 360,430Z", "#2f6f5a")
    sheet.shape("M150,300 L250,300 L214,420 L186,420Z", "#fffdf6")
    sheet.line("M200,372 L200,420", "#24574a", 4)
    for y in (372, 396):
        sheet.dot(212, y, 5, "#e3b44b")
    sheet.shape("M168,250 L232,250 L236,306 C226,330 174,330 164,306Z", face.skin)
    sheet.shape("M168,268 C186,292 214,292 232,268 L232,284 C214,304 186,304 168,284Z", "#000000", 0.13)
    sheet.shape("M164,296 L200,340 L168,356 L144,306Z", "#fffdf6")
    sheet.shape("M236,296 L200,340 L232,356 L256,306Z", "#fffdf6")
    features(sheet, face)
    face.before(sheet)
