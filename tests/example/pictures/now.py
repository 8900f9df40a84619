"""Days at Jan and Dave's, and things that are kept: hair, the post box, the handshake, pancakes, buttons, the box."""

from __future__ import annotations

import math

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.cards import pancake_letter
from tests.example.pictures.figures import Clothes, stands
from tests.example.pictures.handwriting import write
from tests.example.pictures.outline import oval
from tests.example.pictures.people import FACES, head
from tests.example.pictures.sheet import Sheet

BUTTONS = ("#d63a2c", "#2f5d92", "#e3b13f", "#5f9146", "#b4438a", "#fbf1dc", "#3b2d20", "#6b97a8", "#d9855a")


def hair_day() -> Image.Image:
    """Maya on a stool with her book, and Auntie Angela behind her with a comb; beads in a saucer."""
    sheet = Sheet(900, 900, "#f0d7b8", seed=101)
    for row in range(6):
        for column in range(8):
            sheet.oval(70 + 120 * column + 60 * (row % 2), 70 + 100 * row, 17, 26, "#e8c79f")
    sheet.box(-20, 680, 940, 240, "#b07a4a")
    sheet.oval(450, 800, 380, 84, "#3f7573")
    sheet.oval(450, 800, 330, 66, "#5b8f8a")
    sheet.shape("M300,780 C290,470 360,400 470,396 C590,400 650,470 640,780Z", "#8a3f5c")
    head(sheet, "angela", 470, 270, 250, turn=5)
    sheet.box(340, 690, 230, 34, "#a8703f", 8)
    for x in (360, 530):
        sheet.box(x, 720, 24, 120, "#8a5a36", 6)
    sheet.shape("M340,720 C330,580 390,560 450,558 C520,560 570,580 564,720Z", "#e6b34a")
    head(sheet, "maya", 450, 486, 190, turn=-5)
    for side in (-1, 1):
        sheet.line([(450 + side * 150, 500), (450 + side * 190, 440), (450 + side * 120, 392)], "#8a3f5c", 54)
        sheet.dot(450 + side * 112, 390, 29, FACES["angela"].skin)
    sheet.shape("M540,372 l60,-34 l12,20 l-60,34Z", "#27706a")
    for step in range(5):
        sheet.line([(548 + 11 * step, 392 - 6 * step), (558 + 11 * step, 412 - 6 * step)], "#27706a", 5)
    for side in (-1, 1):
        sheet.line([(450 + side * 96, 606), (450 + side * 110, 660), (450 + side * 50, 680)], "#e6b34a", 40)
        sheet.line([(450 + side * 40, 730), (450 + side * 56, 812)], "#4a5b7a", 48)
        sheet.oval(450 + side * 64, 836, 36, 20, "#d63a2c")
    sheet.shape("M380,640 L450,656 L520,640 L524,716 L450,730 L376,716Z", "#fffdf6")
    sheet.line("M450,656 L450,728 M394,660 l40,8 M394,680 l40,8 M466,668 l40,-8 M466,688 l40,-8", "#b9b0a2", 4)
    sheet.oval(720, 792, 74, 24, "#fffaf0")
    for step in range(9):
        turn = 2 * math.pi * step / 9
        sheet.dot(720 + 44 * math.cos(turn), 786 + 12 * math.sin(turn), 10, BUTTONS[step % 5])
    return sheet.finished(0.7)


def post_box() -> Image.Image:
    """Maya on tiptoe puts an envelope into a red post box; Priya's blue car waits behind."""
    sheet = Sheet(900, 900, "#cfe3ea", seed=102)
    things.cloud(sheet, 220, 120, 1.3)
    things.cloud(sheet, 700, 90, 1)
    for x, y, size in ((90, 600, 3), (830, 590, 2.8)):
        things.tree(sheet, x, y, size)
    sheet.box(-20, 560, 940, 100, "#8b9a92")
    sheet.box(150, 440, 330, 110, "#3a7ca8", 34)
    sheet.shape("M210,450 C230,370 260,360 320,360 C390,360 410,380 430,450Z", "#3a7ca8")
    sheet.shape("M232,446 C246,394 270,382 312,382 L312,446Z M328,382 C380,382 394,400 410,446 L328,446Z", "#d6eaf0")
    for x in (222, 412):
        sheet.dot(x, 552, 34, "#2a2f33")
        sheet.dot(x, 552, 15, "#d9d2c4")
    sheet.box(-20, 640, 940, 280, "#c9bfae")
    for step in range(9):
        sheet.line([(step * 130 - 60, 640), (step * 170 - 240, 920)], "#b3a996", 5)
    sheet.oval(640, 850, 150, 24, "#6f675a", 0.5)
    sheet.box(540, 300, 200, 550, "#c8281c", 20)
    sheet.box(700, 320, 34, 520, "#a01f15", 10)
    sheet.shape("M516,320 C520,220 760,220 764,320Z", "#d8392c")
    sheet.box(516, 306, 248, 36, "#a01f15", 14)
    sheet.box(532, 826, 216, 34, "#2a2f33", 8)
    sheet.box(560, 410, 150, 26, "#3b0f0c", 10)
    sheet.box(580, 500, 110, 130, "#fdf6e6", 6)
    for y in (526, 552, 578, 604):
        sheet.line([(594, y), (676, y)], "#b9b0a2", 5)
    stands(sheet, "maya", 390, 860, 460, Clothes("#e6b93f", "#3d5a8c", "#d63a2c"), ((-26, 58), (32, 10)))
    with sheet.at(556, 424, turn=-16):
        sheet.shape("M-62,-30 L44,-30 L44,34 L-62,34Z", "#fffdf6")
        sheet.line("M-60,-28 L-8,8 L42,-28", "#c9bda2", 5)
        sheet.box(20, -22, 18, 22, "#b4438a", 2)
    return sheet.finished(0.7)


def handshake() -> Image.Image:
    """Maya and Amira on the playground, in the middle of the secret handshake; one lunch box is open."""
    sheet = Sheet(1000, 750, "#cfe3e4", seed=103)
    things.cloud(sheet, 200, 90, 1.1)
    sheet.box(-20, 130, 1040, 300, "#d9855a")
    for row in range(7):
        for column in range(-1, 13):
            x = column * 84 + (0 if row % 2 else -42)
            sheet.box(x, 134 + 43 * row, 78, 38, sheet.random.choice(("#c9724a", "#d17e56", "#c06a44")), 3)
    for x in (120, 400, 700):
        sheet.box(x, 180, 180, 150, "#fffaf0", 6)
        sheet.box(x + 12, 192, 156, 126, "#a9cbd8")
        sheet.line(f"M{x + 90},186 v138", "#fffaf0", 9)
    sheet.box(-20, 420, 1040, 350, "#9aa7a4")
    for step, colour in enumerate(("#e3b13f", "#fbf1dc", "#3b8fb0", "#fbf1dc", "#e3b13f")):
        sheet.line(f"M{120 + 60 * step},700 l60,-60 l60,60 l-60,50Z", colour, 7)
    stands(sheet, "maya", 380, 690, 440, Clothes("#2f6f5a", "#5a6370", "#2b2f3a"), ((-30, 24), (36, 40)))
    stands(sheet, "amira", 640, 690, 440, Clothes("#2f6f5a", "#5a6370", "#2b2f3a"), ((-26, 42), (32, 20)))
    for turn in range(8):
        with sheet.at(532, 424, turn=45 * turn):
            sheet.line([(0, -34), (0, -56)], "#f6c851", 8)
    sheet.box(770, 640, 150, 70, "#b4438a", 14)
    sheet.shape("M770,650 L790,590 L936,596 L920,650Z", "#d070ae")
    sheet.dot(820, 630, 24, "#f6a928")
    sheet.shape("M850,640 l60,-34 l8,34Z", "#f3e3c3")
    return sheet.finished(0.6)


def pancake() -> Image.Image:
    """A pancake in the shape of an M on a white plate, with jam, on a blue checked cloth."""
    sheet = Sheet(900, 750, "#e9f0f4", seed=104)
    for step in range(12):
        sheet.line([(step * 82, 0), (step * 82, 750)], "#8fb3cc", 34, 0.5)
        sheet.line([(0, step * 82), (900, step * 82)], "#8fb3cc", 34, 0.5)
    sheet.glow(oval(450, 410, 310, 290), "#4a6a80", 14, 0.5)
    sheet.oval(450, 380, 320, 300, "#fffdf8")
    sheet.ring(450, 380, 240, 222, "#e4e0d6", 9)
    pancake_letter(sheet, "M", 320, 500, 260)
    for x, y, r in ((330, 560, 17), (356, 574, 12), (566, 220, 15), (540, 206, 10), (590, 244, 9)):
        sheet.dot(x, y, r, "#a01f3a")
    sheet.line("M760,620 L840,300", "#9aa7ab", 17)
    sheet.oval(846, 270, 30, 46, "#9aa7ab")
    with sheet.at(120, 610):
        sheet.box(-70, -60, 140, 150, "#b02a48", 20)
        sheet.box(-60, -90, 120, 40, "#f3e3c3", 10)
        sheet.box(-52, -20, 104, 66, "#fffaf0", 6)
        write(sheet, "Jam", -36, 30, 44, "#5a2a3a", 5)
    return sheet.finished(0.7)


def buttons() -> Image.Image:
    """A round tin on its side, and buttons of every colour over a table; one is a ladybird."""
    sheet = Sheet(1000, 750, "#caa06c", seed=105)
    for row in range(6):
        sheet.box(-20, -10 + 130 * row, 1040, 122, ("#c99a62", "#d2a870", "#c39256")[row % 3])
    sheet.glow(oval(260, 420, 240, 130), "#5a3a1c", 12, 0.5)
    with sheet.at(250, 330, turn=-12):
        sheet.box(-180, -150, 300, 300, "#3f7573", 30)
        for y in (-100, 0, 100):
            sheet.dashed(f"M-170,{y} h280", "#e3b13f", 9, 24, 16)
        sheet.oval(120, 0, 62, 150, "#27494a")
        sheet.ring(120, 0, 62, 150, "#d9d2c4", 10)
    for _ in range(62):
        across, down = 330 + abs(sheet.random.gauss(0, 260)), sheet.random.uniform(260, 680)
        if across < 960:
            button(sheet, across, down, sheet.random.uniform(20, 38), sheet.random.choice(BUTTONS))
    with sheet.at(700, 430):
        sheet.dot(4, 6, 60, "#5a3a1c", 0.4)
        sheet.dot(0, 0, 60, "#d63a2c")
        sheet.shape("M-38,-42 C-30,-82 30,-82 38,-42Z", "#1a1a1a")
        sheet.line("M0,-46 L0,58", "#1a1a1a", 7)
        for x, y in ((-26, -8), (26, -8), (-22, 28), (22, 28)):
            sheet.dot(x, y, 10, "#1a1a1a")
    return sheet.finished(0.7)


def button(sheet: Sheet, x: float, y: float, r: float, colour: str) -> None:
    """A round button with two or four holes."""
    sheet.dot(x + 2, y + 4, r, "#5a3a1c", 0.45)
    sheet.dot(x, y, r, colour)
    sheet.ring(x, y, r * 0.72, r * 0.72, "#fffdf6", 2)
    holes = ((-1, -1), (1, -1), (-1, 1), (1, 1)) if r > 28 else ((-1, 0), (1, 0))
    for dx, dy in holes:
        sheet.dot(x + dx * r * 0.22, y + dy * r * 0.22, r * 0.11, "#3b2d20")


def memory_box() -> Image.Image:
    """An open wooden box with Maya's name: letters tied with string, small red wellies, a green notebook, a sock."""
    sheet = Sheet(1000, 750, "#dfe6da", seed=106)
    sheet.shape("M-20,520 C300,500 700,500 1020,520 L1020,770 L-20,770Z", "#b9c7a8")
    sheet.shape("M180,330 L210,90 L800,90 L826,330Z", "#a8703f")
    sheet.shape("M214,310 L238,112 L772,112 L794,310Z", "#c08a52")
    with sheet.at(300, 150, 0.75, turn=-8):
        things.boot(sheet)
    with sheet.at(420, 140, 0.75, turn=5):
        things.boot(sheet, "#e0463a", "#b02a20", "#f7a08c")
    with sheet.at(680, 300, turn=9):
        sheet.box(-70, -120, 140, 240, "#3f7a52", 8)
        sheet.box(-40, -90, 80, 50, "#fdf9ea", 4)
    with sheet.at(250, 320, turn=-6):
        for step in range(4):
            sheet.box(-80 + 4 * step, -60 - 13 * step, 190, 120, ("#fffdf6", "#f3ead6")[step % 2], 3)
        sheet.line("M14,-104 L14,66 M-78,-30 L112,-34", "#c8372b", 6)
    sheet.shape("M560,210 C600,190 620,220 610,270 L600,340 L548,340Z", "#e3b13f")
    sheet.line("M556,236 l56,4 M554,262 l56,4", "#b4438a", 11)
    sheet.shape("M150,330 L850,330 L830,640 L170,640Z", "#8a5a36")
    sheet.shape("M150,330 L850,330 L846,384 L154,384Z", "#a8703f")
    for step in range(3):
        y = 66 * step
        sheet.line(f"M170,{440 + y} C400,{430 + y} 600,{450 + y} 830,{438 + y}", "#7a4d2c", 4)
    sheet.box(350, 430, 300, 130, "#fbf1dc", 12)
    write(sheet, "MAYA", 378, 530, 90, "#b02a20", 13)
    return sheet.finished(0.7)
