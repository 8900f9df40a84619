"""Good days long ago: ducks, first steps, a dance in the kitchen, a wedding, Nana Pat's table."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.cards import duck
from tests.example.pictures.figures import Clothes, stands
from tests.example.pictures.outline import oval
from tests.example.pictures.people import FACES, head
from tests.example.pictures.prints import brown, faded, instant
from tests.example.pictures.sheet import Sheet


def ducks() -> Image.Image:
    """Nana Pat and a very small Maya at the pond, with peas for the ducks: a faded print."""
    sheet = Sheet(1000, 740, "#cfe3e4", seed=81)
    things.cloud(sheet, 240, 90, 1.1)
    things.cloud(sheet, 760, 120, 0.9)
    for x, y, size in ((60, 350, 2), (200, 330, 1.3), (900, 350, 2.2), (770, 330, 1.4)):
        things.tree(sheet, x, y, size)
    sheet.shape("M-20,330 C300,310 700,310 1020,330 L1020,760 L-20,760Z", "#93b968")
    sheet.shape("M-20,440 C200,390 520,400 640,470 C720,560 560,700 300,760 L-20,760Z", "#7fb3bd")
    for x, y, wide in ((120, 520, 80), (360, 480, 70), (300, 640, 110), (80, 690, 90)):
        sheet.line(f"M{x},{y} q{wide / 2},-12 {wide},0", "#a9d0d6", 6)
    for x, y, size, white in (
        (150, 470, 0.7, False), (330, 560, 0.95, False), (480, 500, 0.6, True), (170, 640, 0.85, True),
        (500, 620, 0.5, False),
    ):  # fmt: skip
        duck(sheet, x, y, size, flip=True, white=white)
    things.tufts(sheet, 600, 730, 26, ("#5c8c3f", "#a9cf7c"))
    violet = Clothes("#9a6aa3", "#5d4a6a", "#4a3a30", dress=True)
    stands(sheet, "nana-pat", 850, 690, 470, violet, ((-26, 50), (24, 56)))
    stands(sheet, "maya", 690, 696, 230, Clothes("#e6b34a", "#4f7fa0", "#b02a20"), ((-30, 56), (30, 44)))
    for step in range(9):
        sheet.dot(610 - 9 * step, 590 + (step * 23) % 34, 5, "#7fc24a")
    return faded(sheet.finished(0.6), seed=81)


def first_steps() -> Image.Image:
    """Tyler kneels with both arms out, and Maya walks to him over the rug: an instant photo."""
    sheet = Sheet(800, 800, "#e8d3b0", seed=82)
    for step in range(9):
        sheet.box(-10 + 96 * step, -10, 48, 500, "#e2caa3")
    sheet.box(60, 110, 210, 250, "#fffaf0", 6)
    sheet.box(78, 128, 174, 214, "#cfe6ee")
    sheet.line("M165,120 v226 M70,236 h190", "#fffaf0", 10)
    sheet.box(430, 220, 360, 220, "#7a8fa5", 40)
    sheet.box(410, 330, 400, 130, "#6b8098", 34)
    sheet.box(-20, 470, 840, 350, "#b98a5a")
    sheet.oval(400, 640, 420, 130, "#c9563f")
    sheet.oval(400, 640, 370, 104, "#e3b67a")
    sheet.oval(400, 640, 300, 74, "#c9563f")
    _kneels(sheet, "tyler", 590, 690)
    stands(sheet, "maya", 250, 690, 300, Clothes("#f3ead6", "#4f7fa0", "#a5683f"), ((-40, 26), (42, 28)))
    sheet.box(60, 700, 90, 44, "#d63a2c", 14)
    for x in (82, 130):
        sheet.dot(x, 746, 15, "#2a2f33")
    return instant(sheet.finished(0.5), "She walked! Ty caught her.", seed=82)


def _kneels(sheet: Sheet, name: str, x: float, ground: float) -> None:
    skin = FACES[name].skin
    sheet.line([(x - 26, ground - 12), (x + 40, ground - 6), (x + 88, ground)], "#4a5568", 42)
    sheet.line([(x - 10, ground - 80), (x - 30, ground - 14)], "#4a5568", 46)
    sheet.shape(f"M{x - 60},{ground - 70} C{x - 70},{ground - 190} {x + 60},{ground - 190}"
                f" {x + 56},{ground - 70}Z", "#3b8fb0")  # fmt: skip
    for up in (0, 36):
        sheet.line([(x - 34, ground - 150), (x - 110, ground - 136 + up), (x - 168, ground - 170 + up)], "#3b8fb0", 27)
        sheet.dot(x - 178, ground - 176 + up, 17, skin)
    head(sheet, name, x - 6, ground - 240, 150, turn=-6)


def dancing() -> Image.Image:
    """Mum swings Maya round in the kitchen, with the radio on: an instant photo."""
    sheet = Sheet(800, 800, "#dfe3c8", seed=83)
    for row in range(4):
        for column in range(9):
            colour = sheet.random.choice(("#e9ecd6", "#d3d9ba", "#e2e6cc"))
            sheet.box(-10 + 92 * column, -10 + 92 * row, 86, 86, colour, 4)
    sheet.box(-20, 350, 840, 40, "#a8763f")
    sheet.box(-20, 386, 840, 180, "#6b97a8")
    for x in (60, 300, 560):
        sheet.box(x, 410, 190, 140, "#5d8898", 6)
    sheet.box(-20, 560, 840, 260, "#c9a06a")
    for column in range(8):
        sheet.line([(column * 120 - 60, 560), (column * 150 - 160, 820)], "#b98d55", 4)
    sheet.box(90, 272, 150, 80, "#b24a3a", 14)
    sheet.ring(134, 314, 24, 24, "#f3e3c3", 7)
    sheet.box(176, 296, 46, 12, "#f3e3c3", 4)
    sheet.line("M220,272 L262,196", "#8f979a", 5)
    for x, y in ((300, 190), (352, 130), (270, 110)):
        sheet.dot(x, y, 12, "#3b4a63")
        sheet.line(f"M{x + 10},{y} v-52 q22,4 24,26", "#3b4a63", 6)
    sheet.shape("M600,350 L640,350 L634,270 L606,270Z", "#f3b62c")
    for x, y in ((594, 250), (620, 232), (646, 250)):
        sheet.dot(x, y, 18, "#e8674a")
    stands(sheet, "mum", 470, 770, 560, Clothes("#7d9a6a", "#4a5b7a", "#6a4128"), ((-30, 34), (30, 16)))
    stands(sheet, "maya", 260, 700, 280, Clothes("#f08aa0", "#f08aa0", "#f3ead6", dress=True), ((-34, 20), (36, 16)))
    return instant(sheet.finished(0.5), "Kitchen disco", seed=83)


def wedding() -> Image.Image:
    """Nana Pat and Grandad Ron before the church door in 1973, with confetti: an old brown photograph."""
    sheet = Sheet(760, 960, "#cfc4b0", seed=84)
    for row in range(14):
        for column in range(-1, 7):
            x = column * 130 + (0 if row % 2 else -64)
            sheet.box(x, row * 72 - 8, 122, 64, sheet.random.choice(("#c4b69c", "#d6cab2", "#bcae94")), 5)
    sheet.shape("M210,960 L210,330 C220,150 540,150 550,330 L550,960Z", "#5a4632")
    sheet.shape("M240,960 L240,340 C250,190 510,190 520,340 L520,960Z", "#3b2d20")
    sheet.box(-20, 850, 800, 130, "#a89a80")
    stands(sheet, "young-ron", 480, 900, 590, Clothes("#2b3040", "#2b3040", "#1a1a1a"), ((-22, 48), (22, 56)))
    white = Clothes("#fffaf0", "#fffaf0", "#fffaf0", dress=True)
    stands(sheet, "young-pat", 290, 904, 540, white, ((-22, 50), (30, 46)))
    sheet.shape("M200,700 L380,700 L424,906 L156,906Z", "#fffaf0")
    for x, y in ((262, 664), (288, 650), (314, 664), (276, 684), (304, 686)):
        sheet.dot(x, y, 21, ("#f3ead6", "#d8c7a4", "#efe0c0")[x % 3])
    for _ in range(90):
        across, down = sheet.random.uniform(0, 760), sheet.random.uniform(40, 900)
        sheet.oval(across, down, 6, 4, sheet.random.choice(("#fffaf0", "#f3ead6", "#e0d2b4")))
    return brown(sheet.finished(0.4), seed=84)


def nana_table() -> Image.Image:
    """Nana Pat knits at her table by the window, with cards, peppermints and a big brown teapot."""
    sheet = Sheet(1000, 750, "#efd9b4", seed=85)
    for row in range(7):
        for column in range(12):
            sheet.dot(50 + 90 * column + 45 * (row % 2), 40 + 70 * row, 8, "#e3bf8e")
    sheet.box(90, 70, 330, 330, "#fffaf0", 8)
    sheet.box(110, 90, 290, 290, "#bcd7e6")
    sheet.line("M255,80 v312 M100,236 h310", "#fffaf0", 12)
    for x, y in ((150, 350), (210, 364), (330, 356)):
        sheet.dot(x, y, 34, "#9cc48a")
    sheet.shape("M70,50 C110,180 100,300 60,420 L150,400 C130,280 140,160 150,50Z M440,50 C400,180 410,300 450,420"
                " L360,400 C380,280 370,160 360,50Z", "#c97f9a")  # fmt: skip
    sheet.shape("M540,660 C520,470 560,410 690,400 C830,400 880,480 870,660Z", "#9a6aa3")
    head(sheet, "nana-pat", 700, 300, 235, turn=-4)
    sheet.shape("M-20,590 C300,574 700,574 1020,590 L1020,770 L-20,770Z", "#a8703f")
    sheet.shape("M-20,590 C300,574 700,574 1020,590 L1020,616 C700,600 300,600 -20,616Z", "#c08a52")
    sheet.shape("M520,560 C600,530 780,530 850,566 L842,680 C760,700 600,700 530,676Z", "#2f5d92")
    sheet.line("M524,600 L848,604 M528,646 L844,648", "#e9dcc0", 13)
    for side in (-1, 1):
        sheet.line([(690 + side * 20, 560), (690 + side * 120, 470)], "#d9b25a", 8)
        sheet.dot(690 + side * 122, 468, 11, "#c9563f")
        sheet.oval(690 + side * 62, 556, 34, 26, FACES["nana-pat"].skin)
    sheet.line("M540,676 C460,720 420,660 380,690", "#2f5d92", 7)
    sheet.dot(340, 676, 50, "#2f5d92")
    sheet.line("M306,660 q34,30 68,8 M312,690 q30,18 60,-4 M326,640 q30,6 40,40", "#4a7bb4", 6)
    _teapot(sheet)
    for step, (x, turn) in enumerate(((900, -14), (930, 2), (956, 18))):
        with sheet.at(x, 690, turn=turn):
            sheet.box(-30, -46, 60, 84, "#fffdf6", 7)
            sheet.dot(0, -4, 12, ("#c8372b", "#2b2f3a", "#c8372b")[step])
    return sheet.finished(0.7)


def _teapot(sheet: Sheet) -> None:
    sheet.glow(oval(150, 690, 150, 18), "#5a3a1c", 8, 0.5)
    sheet.line("M232,600 C290,590 290,670 222,660", "#6a3e20", 17)
    sheet.shape("M64,600 C56,560 244,560 238,610 C250,680 210,694 150,694 C90,694 54,676 64,600Z", "#8c5630")
    sheet.shape("M70,620 C30,620 34,570 4,566 L18,596 C30,640 50,650 76,652Z", "#8c5630")
    sheet.oval(150, 574, 62, 15, "#6a3e20")
    sheet.dot(150, 556, 13, "#8c5630")
    for x, y in ((120, 510), (160, 490)):
        sheet.line(f"M{x},{y + 30} C{x - 22},{y} {x + 22},{y - 20} {x},{y - 56}", "#fffaf0", 9, 0.7)
