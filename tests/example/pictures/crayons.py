"""What Maya drew herself: with wax crayons at four, felt tips at five and six, a pencil at nine."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures.handwriting import write
from tests.example.pictures.outline import Row, oval
from tests.example.pictures.prints import wax
from tests.example.pictures.sheet import Sheet

PENCIL = "#4a4a4f"


def at_four() -> Image.Image:
    """Two people who are all head, and a dog with more legs than a dog has."""
    sheet = Sheet(1000, 750, "#fffdf6", seed=51, rough=9)
    _wild(sheet, -20, 20, 1040, 92, "#3f8fc4", 26)
    _wild(sheet, -20, 668, 1040, 90, "#5b9a3d", 24)
    sheet.line(oval(120, 170, 78, 72), "#f4b81f", 22)
    _wild(sheet, 70, 120, 104, 100, "#f7cf4a", 20)
    sheet.line("M30,250 L6,300 M120,256 L118,330 M206,226 L250,280 M214,160 L284,158", "#f4b81f", 20)
    _all_head(sheet, 370, 330, 128, "#d8281c")
    for x in (270, 470):
        _wild(sheet, x - 46, 168, 92, 74, "#2b1a16", 17)
    sheet.line("M322,540 L322,640 L270,646 M418,540 L424,640 L480,646", "#d8281c", 30)
    _all_head(sheet, 560, 500, 44, "#d9653c")
    _dog_of_four(sheet)
    write(sheet, "MAyA", 640, 300, 84, "#7a3fa0", 15)
    return wax(sheet.finished(0), seed=51, tooth=119)


def _all_head(sheet: Sheet, x: float, y: float, r: float, colour: str) -> None:
    sheet.line(oval(x, y, r, r * 1.06), colour, r / 8)
    for side in (-1, 1):
        sheet.line(oval(x + side * r * 0.36, y - r * 0.24, r * 0.15, r * 0.17), "#1a1a1a", r / 11)
        sheet.line([(x + side * r, y + r * 0.1), (x + side * r * 1.62, y - r * 0.3)], colour, r / 9)
        for finger in (-0.22, 0, 0.22):
            end = (x + side * r * 1.95, y - r * (0.42 + finger * 1.6))
            sheet.line([(x + side * r * 1.6, y - r * 0.3), end], colour, r / 14)
        sheet.line([(x + side * r * 0.4, y + r), (x + side * r * 0.42, y + r * 1.9)], colour, r / 9)
    sheet.line(f"M{x - r * 0.52},{y + r * 0.26} q{r * 0.5},{r * 0.6} {r * 1.06},{-r * 0.04}", "#d8281c", r / 9)


def _dog_of_four(sheet: Sheet) -> None:
    _wild(sheet, 706, 480, 210, 84, "#8c4e1f", 17)
    sheet.line("M690,470 L926,462 L934,580 L700,586Z", "#6a3a14", 17)
    for step in range(6):
        x = 712 + 42 * step
        sheet.line([(x, 580), (x - 4 + 3 * step, 664)], "#6a3a14", 16)
    sheet.line(oval(694, 450, 62, 56), "#6a3a14", 16)
    _wild(sheet, 652, 420, 84, 62, "#8c4e1f", 15)
    for x in (672, 716):
        sheet.dot(x, 438, 9, "#1a1a1a")
    sheet.line("M664,474 q30,22 62,-2", "#d8281c", 11)
    sheet.line("M640,410 L622,480 M748,404 L772,470 M934,472 L978,392", "#6a3a14", 17)


def _wild(sheet: Sheet, x: float, y: float, wide: float, high: float, colour: str, pen: float) -> None:
    """To and fro, and over the edge."""
    draw, steps = sheet.random, round(high / pen * 1.9)
    ends = [x + (wide if step % 2 else 0) + draw.uniform(-0.9, 0.9) * pen for step in range(steps)]
    row: Row = [(end, y + high * step / steps + draw.uniform(-0.3, 0.3) * pen) for step, end in enumerate(ends)]
    sheet.line(row, colour, pen * 0.8, 0.9)


def goat() -> Image.Image:
    """A goat in felt tip, with one straight horn, one bent one and a shopping list in its mouth. For Mum."""
    sheet = Sheet(1000, 750, "#fbfaf5", seed=52, rough=6)
    for step in range(34):
        x = 20 + 29 * step
        sheet.line([(x, 700), (x + sheet.random.uniform(-14, 14), 636 - 20 * (step % 3))], "#3fa34a", 11, 0.85)
    body = oval(440, 410, 190, 116)
    sheet.line(body, "#222228", 10)
    for step in range(26):
        cx, cy = 290 + 60 * (step % 6) + sheet.random.uniform(-12, 12), 346 + 38 * (step // 6)
        sheet.line(f"M{cx},{cy} c14,-18 30,4 12,16 c-12,8 -24,-6 -8,-12", "#8f8f98", 6, 0.8)
    for x in (310, 376, 506, 570):
        sheet.line(f"M{x},500 L{x + 2},664 h-22", "#222228", 12)
    sheet.line("M600,356 C640,330 646,280 640,250 C640,190 760,186 776,250 C800,300 800,340 760,350"
               " C700,360 660,390 622,420", "#222228", 10)  # fmt: skip
    sheet.line("M668,196 C664,150 650,120 620,98", "#c98a34", 15)
    sheet.line("M724,190 C728,150 748,140 764,156 C776,170 800,164 806,140", "#c98a34", 15)
    sheet.line("M644,226 C610,214 586,226 572,250 C604,262 630,256 646,246", "#222228", 8)
    sheet.dot(704, 250, 11, "#222228")
    sheet.line("M690,222 h30", "#222228", 6)
    sheet.line("M744,318 c18,12 34,8 44,-6", "#222228", 8)
    sheet.line("M728,356 c-6,30 -2,54 10,76 M746,354 c0,26 6,46 18,66", "#8f8f98", 7)
    sheet.shape("M776,322 L884,300 L902,420 L800,440Z", "#fffef0")
    sheet.line("M776,322 L884,300 L902,420 L800,440Z", "#2a5ea8", 6)
    for y in (340, 366, 392):
        sheet.line([(804, y + 8), (868, y - 6)], "#2a5ea8", 5)
    sheet.line("M252,360 C220,350 206,330 214,306", "#222228", 11)
    write(sheet, "To MuM from MAYA", 30, 110, 58, "#d6336c", 11)
    _heart(sheet, 860, 92, 0.8, "#d6336c")
    write(sheet, "He ate it", 776, 520, 40, "#7a3fa0", 7)
    return sheet.finished(0.3)


def _heart(sheet: Sheet, x: float, y: float, size: float, colour: str) -> None:
    with sheet.at(x, y, size):
        sheet.line("M0,40 C-70,-20 -40,-90 0,-50 C40,-90 70,-20 0,40Z", colour, 11)


def everyone() -> Image.Image:
    """All her people in a row under a rainbow, in felt tip, with their names. She is in the middle, and the tallest."""
    sheet = Sheet(1200, 800, "#fbfaf5", seed=53, rough=4.5)
    for step, colour in enumerate(("#e23b34", "#f08a2c", "#f4ce36", "#4aa84e", "#3b7fc4", "#7a4fb0")):
        r = 560 - 34 * step
        arc: Row = [(x, y) for x, y in oval(600, 640, r, r * 0.98) if y < 350]
        for shift in (0, 12, 22):
            sheet.line(sorted((x, y + shift) for x, y in arc), colour, 13, 0.8)
    sheet.line([(step * 30, 706 + (step * 37) % 17) for step in range(-1, 42)], "#4aa84e", 16, 0.9)
    people = (
        ("Nana Pat", "#9a6aa3", "#b9b4a6", 0.86), ("Mum", "#4aa84e", "#6a4128", 0.96),
        ("Tyler", "#3b7fc4", "#d8a94a", 0.84), ("me", "#e23b34", "#2b1a16", 1.18),
        ("Jan", "#f08a2c", "#b9b4a6", 0.98), ("Dave", "#2f7f74", "#1a1a1a", 1.06),
    )  # fmt: skip
    for step, (name, colour, hair, size) in enumerate(people):
        _felt_person(sheet, 120 + 176 * step, 700, size, colour, hair, puffs=name == "me")
        write(sheet, name, 120 + 176 * step - 9 * len(name), 776, 36, colour, 6)
    _felt_dog(sheet, 1118, 690)
    return sheet.finished(0.3)


def _felt_person(sheet: Sheet, x: float, foot: float, size: float, colour: str, hair: str, *, puffs: bool) -> None:
    with sheet.at(x, foot, size):
        skin = "#8a5230" if colour in ("#e23b34", "#2f7f74") else "#e0a27c"
        if puffs:
            for side in (-1, 1):
                sheet.line(f"M{side * 46},-268 c26,-24 40,18 10,22 c-30,2 -30,-30 -4,-34", hair, 20)
        else:
            sheet.line("M-42,-210 C-54,-292 54,-292 42,-210", hair, 17)
        sheet.oval(0, -228, 38, 40, skin, 0.75)
        sheet.line(oval(0, -228, 38, 40), "#222228", 5)
        for side in (-1, 1):
            sheet.dot(13 * side, -234, 5, "#222228")
        sheet.line("M-16,-214 q16,20 32,0", "#c8372b", 6)
        for step in range(9):
            y = -184 + 13 * step
            sheet.line([(-18 - 4 * step, y), (18 + 4 * step, y + 5)], colour, 12, 0.85)
        sheet.line("M-18,-188 L-54,-64 L54,-64 L18,-188Z", colour, 7)
        sheet.line("M-24,-160 L-84,-116 M24,-160 L84,-116", skin, 9)
        sheet.line("M-20,-60 L-22,-6 h-20 M20,-60 L22,-6 h20", "#222228" if not puffs else "#d8281c", 11)


def _felt_dog(sheet: Sheet, x: float, y: float) -> None:
    with sheet.at(x, y):
        for step in range(6):
            sheet.line([(-56, -60 + 8 * step), (44, -58 + 8 * step)], "#8c4e1f", 9, 0.85)
        sheet.line("M-44,-18 v36 M-20,-16 v34 M20,-16 v34 M40,-18 v36 M46,-58 q30,-14 22,-44", "#6a3a14", 9)
        sheet.dot(-66, -70, 30, "#8c4e1f", 0.85)
        sheet.line("M-90,-92 q-22,36 0,54 M-46,-94 q16,18 10,40", "#6a3a14", 10)
        sheet.dot(-76, -76, 4.5, "#222228")
        sheet.dot(-94, -62, 7, "#222228")


def at_nine() -> Image.Image:
    """Biscuit in pencil, looked at for a long time, with arrows that explain him."""
    sheet = Sheet(1000, 1150, "#f8f6ee", seed=54, rough=2.2)
    with sheet.at(480, 1010, 1.75):
        _sitting_outline(sheet)
        _hatching(sheet)
    _notes(sheet)
    write(sheet, "BISCUIT", 330, 136, 92, PENCIL, 6)
    sheet.line("M326,160 L690,154", PENCIL, 4)
    write(sheet, "by Maya, 9", 700, 1110, 44, PENCIL, 4)
    return wax(sheet.finished(0), seed=54, tooth=110, paper="#f8f6ee")


def _sitting_outline(sheet: Sheet) -> None:
    for shift in (0, 2.5):
        with sheet.at(shift, -shift):
            sheet.line("M-60,-246 C-96,-190 -108,-110 -96,-10 L-40,-6 C-44,-50 -40,-90 -30,-120 C-16,-80 -14,-40 -16,-4"
                       " L40,-4 C110,0 140,-60 110,-130 C90,-190 60,-230 44,-262", PENCIL, 3.4)  # fmt: skip
            sheet.line("M-130,-300 C-150,-260 -120,-236 -78,-240 C-30,-240 10,-250 40,-280 C66,-316 56,-384 10,-406"
                       " C-40,-426 -96,-404 -104,-356 C-112,-336 -126,-322 -130,-300Z", PENCIL, 3.4)  # fmt: skip
            sheet.line("M-6,-398 C52,-402 84,-350 76,-284 C64,-248 34,-252 26,-288"
                       " C20,-326 -4,-356 -6,-398Z", PENCIL, 3.4)  # fmt: skip
            sheet.line("M112,-110 C160,-110 190,-150 176,-206 C168,-180 150,-160 118,-158", PENCIL, 3.4)
    sheet.oval(-130, -304, 15, 12, PENCIL)
    sheet.oval(-66, -340, 10, 11, PENCIL)
    sheet.dot(-69, -344, 3.2, "#f8f6ee")
    sheet.line("M-124,-272 C-104,-258 -84,-258 -70,-266 M-84,-368 q14,-10 28,-2", PENCIL, 3)
    sheet.line("M-84,-12 v-20 M-68,-10 v-20 M0,-6 v-20 M18,-6 v-20", PENCIL, 3)


def _hatching(sheet: Sheet) -> None:
    """Short strokes that lie the way the fur does, closer where it is dark."""
    fields = (
        ((14, -380, 66, -262), 70, (5, 16)), ((40, -220, 112, -24), 120, (8, 18)), ((-92, -210, -50, -30), 46, (1, 17)),
        ((-60, -236, 30, -130), 60, (2, 15)), ((-90, -400, 0, -372), 26, (14, -5)),
        ((124, -178, 172, -150), 16, (12, -10)),
    )  # fmt: skip
    for (left, top, right, bottom), count, (dx, dy) in fields:
        for _ in range(count):
            x, y = sheet.random.uniform(left, right), sheet.random.uniform(top, bottom)
            sheet.line([(x, y), (x + dx, y + dy)], PENCIL, 2, 0.75)


def _notes(sheet: Sheet) -> None:
    for words, x, y, arrow in (
        ("ears: hear a crisp", 640, 250, "M690,268 C660,300 640,330 612,362 m4,-26 l-6,28 l26,-12"),
        ("from 2 rooms away", 640, 304, ""),
        ("nose: always wet", 14, 360, "M120,380 C140,410 160,430 200,462 m-28,-8 l30,12 l-2,-30"),
        ("tail: never stops", 690, 560, "M800,580 C812,610 812,640 806,668 m-18,-20 l16,24 l20,-20"),
        ("paws: go", 40, 860, "M200,846 C240,850 262,890 282,930 m-26,-10 l28,14 l2,-30"),
        ("where they like", 14, 912, ""),
    ):
        write(sheet, words, x, y, 40, "#3d5a8c", 3.6)
        if arrow:
            sheet.line(arrow, "#3d5a8c", 3.6)
