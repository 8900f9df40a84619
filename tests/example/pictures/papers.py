"""Things on paper: Mum's letter, Maya's drawing. And the first photograph of all."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures.handwriting import write
from tests.example.pictures.outline import oval
from tests.example.pictures.people import head
from tests.example.pictures.sheet import Sheet
from tests.example.pictures.things import MOON

LETTER = (
    "Dear Maya,",
    "I am sitting by the window",
    "with a cup of tea. It is raining",
    "here. I wonder if it is raining",
    "where you are.",
    "",
    "I saw a boy go past in red",
    "wellies. I said to myself,",
    "my girl has some like that.",
    "",
    "I think about you every day.",
    "It is not your fault that we",
    "live apart. It never was.",
    "",
    "Love from Mum x x x",
)
"""What Mum wrote: letters/mum-march.md says the same words."""


def letter() -> Image.Image:
    """A letter on lined paper in blue ink, folded twice, laid on a table and scanned."""
    sheet = Sheet(1000, 1300, "#b9b0a2", seed=31, rough=1.4)
    sheet.glow("M70,74 L946,60 L954,1256 L66,1264Z", "#6b6357", 10, 0.7)
    page = "M60,60 L938,50 L944,1244 L54,1250Z"
    sheet.shape(page, "#fbf8ee")
    with sheet.inside(page):
        for step in range(17):
            sheet.line([(40, 190 + 64 * step), (960, 186 + 64 * step)], "#bcd0de", 2)
        sheet.line([(150, 40), (146, 1260)], "#e3a9a0", 2.5)
        for y in (452, 852):
            sheet.shape(f"M40,{y} L960,{y - 6} L960,{y + 14} L40,{y + 20}Z", "#d8d1bf", 0.5)
            sheet.line([(40, y), (960, y - 6)], "#cfc7b3", 2)
    for step, words in enumerate(LETTER):
        x = 178 if step else 172
        write(sheet, words, x, 246 + 64 * step, 44, "#27478a", 4.2)
    with sheet.at(790, 1128, 0.5):
        sheet.line("M0,40 C-70,-20 -40,-90 0,-50 C40,-90 70,-20 0,40Z", "#27478a", 9)
    return sheet.finished(0)


def drawing() -> Image.Image:
    """A child's crayon drawing: a house, four people and a dog, with their names."""
    sheet = Sheet(1200, 900, "#fffdf6", seed=33, rough=5)
    _scribble(sheet, 0, 806, 1200, 84, "#5b9a3d", 15)
    _scribble(sheet, 400, 430, 330, 360, "#f0b451", 13)
    _scribble(sheet, 420, 330, 290, 96, "#c8372b", 11)
    sheet.line("M396,424 L740,430 L734,806 L400,802Z", "#7a3f1d", 11)
    sheet.line("M362,434 L570,246 L780,436Z", "#c8372b", 13)
    sheet.line("M530,804 L534,660 L620,662 L618,804", "#2a7a5a", 13)
    for x in (434, 630):
        sheet.line(f"M{x},490 h76 v80 h-76Z M{x + 38},490 v80 M{x},530 h76", "#2a5ea8", 9)
    with sheet.at(474, 526, 0.3):
        sheet.shape(MOON, "#f4c430")
    _crayon_sun(sheet)
    for x, size, colour, hair, name in (
        (130, 1.2, "#d9653c", "#b9b4a6", "Jan"),
        (280, 1.24, "#3f8a4a", "#1a1a1a", "Dave"),
        (850, 0.92, "#7a3fa0", "#2b1a16", "me"),
    ):
        _stick(sheet, x, 806, size, colour, hair, red_boots=name == "me")
    _crayon_dog(sheet, 1030, 760)
    for words, x, y in (("Jan", 90, 462), ("Dave", 222, 456), ("me", 826, 508), ("Biscuit", 940, 646)):
        write(sheet, words, x, y, 50, "#2a5ea8", 8)
    heart = "M890,330 c-40,-50 -96,0 -60,44 c16,22 44,40 60,56 c18,-18 50,-40 62,-66 c20,-48 -36,-80 -62,-34Z"
    sheet.line(heart, "#e0407a", 12)
    return sheet.finished(0)


def _scribble(sheet: Sheet, x: float, y: float, wide: float, high: float, colour: str, pen: float) -> None:
    """To and fro with a crayon, never quite to the edge."""
    draw = sheet.random
    steps = round(high / pen * 1.5)
    row = [
        (x + (wide if step % 2 else 0) + draw.uniform(-10, 10), y + high * step / steps + draw.uniform(-3, 3))
        for step in range(steps)
    ]
    sheet.line(row, colour, pen, 0.85)


def _crayon_sun(sheet: Sheet) -> None:
    sheet.line(oval(1060, 150, 70, 66), "#f4b81f", 13)
    _scribble(sheet, 1016, 100, 86, 100, "#f7cf4a", 12)
    rays = "M1150,150 L1190,148 M1120,224 L1150,258 M1056,240 L1058,290 M984,206 L954,232"
    sheet.line(rays + " M970,140 L926,134 M1002,82 L974,48 M1066,62 L1070,18 M1126,86 L1156,56", "#f4b81f", 11)


def _stick(sheet: Sheet, x: float, foot: float, size: float, colour: str, hair: str, *, red_boots: bool) -> None:
    with sheet.at(x, foot - 100 * size, size):
        sheet.line("M-38,-132 c-4,-50 84,-54 78,4" if not red_boots else "M-34,-126 c0,-40 68,-40 66,4", hair, 15)
        if red_boots:
            for cx in (-46, 46):
                _scribble(sheet, cx - 16, -158, 32, 34, hair, 9)
        sheet.line("M0,-150 c-34,0 -46,54 -8,70 c44,14 64,-60 8,-70Z", "#5b341c", 8)
        for cx in (-10, 14):
            sheet.dot(cx, -122, 4.5, "#111111")
        sheet.line("M-12,-104 c8,12 22,10 26,0", "#c8372b", 6)
        sheet.line("M0,-80 L-36,40 L40,38Z", colour, 10)
        _scribble(sheet, -18, -40, 38, 74, colour, 9)
        sheet.line("M-6,-60 L-66,-26 M8,-60 L66,-28", "#5b341c", 8)
        sheet.line("M-14,42 L-16,96 M16,42 L18,96", "#5b341c", 8)
        if red_boots:
            sheet.line("M-16,60 L-18,98 L-42,100 M18,60 L20,98 L44,100", "#d8281c", 18)


def _crayon_dog(sheet: Sheet, x: float, y: float) -> None:
    with sheet.at(x, y):
        _scribble(sheet, -72, -68, 134, 56, "#8c4e1f", 10)
        sheet.line("M-80,-40 c0,-50 150,-54 156,-4 c4,40 -150,46 -156,4Z", "#8c4e1f", 11)
        sheet.line("M-76,-56 c-46,-60 -96,0 -58,28 c20,14 52,6 58,-10", "#8c4e1f", 11)
        sheet.dot(-112, -44, 5, "#111111")
        sheet.dot(-142, -30, 9, "#111111")
        sheet.line("M-84,-78 c-16,26 6,50 18,28", "#5b2f10", 10)
        sheet.line("M-50,-12 v50 M-20,-8 v48 M40,-8 v46 M64,-12 v48", "#8c4e1f", 10)
        sheet.line("M76,-44 c40,-10 44,-50 34,-66", "#8c4e1f", 11)


def born() -> Image.Image:
    """Mum in a hospital bed by the window, with a new baby in the blue blanket."""
    sheet = Sheet(1200, 900, "#dfe6da", seed=34)
    sheet.box(90, 70, 380, 400, "#fffaf0", 8)
    sheet.box(112, 92, 336, 356, "#cfe6ee")
    sheet.dot(360, 190, 46, "#fbe6a0")
    sheet.shape("M112,360 C200,310 340,330 448,300 L448,448 L112,448Z", "#a8c987")
    sheet.line("M280,80 L280,460 M100,270 L460,270", "#fffaf0", 14)
    sheet.box(900, 210, 220, 18, "#b98550", 4)
    _flowers(sheet)
    sheet.box(440, 330, 720, 330, "#fffdf8", 70)
    sheet.box(470, 356, 660, 260, "#eef1ee", 60)
    sheet.shape("M600,640 C600,500 690,470 800,470 C910,470 1010,500 1016,640 L1040,920 L580,920Z", "#9fb8c9")
    head(sheet, "mum", 800, 350, 270, turn=-9)
    sheet.shape("M-20,760 C300,700 900,720 1220,760 L1220,920 L-20,920Z", "#fffdf8")
    sheet.shape("M-20,800 C300,746 900,764 1220,800 L1220,920 L-20,920Z", "#c7d8dc")
    sheet.line("M636,560 C560,640 500,720 520,800", "#8fa9bb", 84)
    with sheet.at(0, -24):
        _baby(sheet)
    sheet.line("M980,580 C1040,690 1000,790 880,800", "#8fa9bb", 80)
    sheet.oval(846, 792, 44, 34, "#f2c3a2")
    sheet.oval(520, 806, 40, 32, "#f2c3a2")
    return sheet.finished()


def _baby(sheet: Sheet) -> None:
    skin = "#a5683f"
    sheet.shape("M520,640 C560,560 700,560 780,620 C900,640 960,700 930,770"
                " C880,830 640,840 560,800 C500,760 496,700 520,640Z", "#2f5d92")  # fmt: skip
    for path in ("M780,622 C740,690 740,760 770,816", "M860,650 C836,700 836,750 860,800"):
        sheet.line(path, "#f0e5cb", 20)
    sheet.dot(612, 668, 74, "#3a6aa0")
    sheet.oval(616, 672, 56, 58, skin)
    sheet.shape("M562,654 C570,604 660,600 670,652 C640,632 596,634 562,654Z", "#2b1a16")
    sheet.line("M590,674 c7,7 15,7 20,0 M626,674 c6,7 14,7 19,0", "#2b1a16", 5)
    sheet.line("M608,700 c6,5 14,5 19,0", "#6b2f1b", 5)
    for x in (586, 650):
        sheet.dot(x, 694, 10, "#d9654a", 0.4)


def _flowers(sheet: Sheet) -> None:
    for x, y, colour in ((970, 120, "#e8674a"), (1010, 90, "#f3b62c"), (1046, 124, "#b4438a")):
        sheet.line([(1008, 200), (x, y)], "#5f9146", 7)
        for turn in range(6):
            with sheet.at(x, y, turn=60 * turn):
                sheet.oval(0, -17, 9, 15, colour)
        sheet.dot(x, y, 9, "#fdf3cf")
    sheet.shape("M976,150 L1040,150 L1030,212 L986,212Z", "#6b97a8")
