"""Scenes at home: the door, the garden, the bedroom, the blanket, the cake."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.sheet import Sheet


def wellies() -> Image.Image:
    """Red wellies on a wet step, before a green door."""
    sheet = Sheet(1200, 900, "#e9d3ad", seed=6)
    _stones(sheet)
    _green_door(sheet)
    sheet.box(290, 566, 700, 52, "#b9ab98", 8)
    sheet.box(290, 600, 700, 24, "#8f8271", 6)
    sheet.shape("M-20,622 L1220,622 L1220,920 L-20,920 Z", "#8fa6a3")
    sheet.shape("M-20,622 L1220,622 L1220,664 C900,650 500,690 -20,660 Z", "#7b9492")
    sheet.shape("M120,790 C120,720 360,700 640,704 C900,700 1100,732 1100,796 C1100,860 880,884 620,884"
                " C340,886 120,860 120,790 Z", "#c6dbe0")  # fmt: skip
    sheet.shape("M180,792 C200,744 380,724 640,726 C880,724 1040,752 1046,796 C1000,850 820,866 620,866"
                " C360,868 200,846 180,792 Z", "#dcebec")  # fmt: skip
    sheet.shape("M440,806 C450,850 460,880 520,884 L640,880 C660,850 650,820 640,806Z", "#d63a2c", 0.3)
    sheet.shape("M660,806 C672,850 690,880 750,878 L860,866 C876,846 868,820 860,806Z", "#d63a2c", 0.3)
    for cx, cy, r in ((300, 806, 46), (300, 806, 23), (960, 796, 52), (960, 796, 26)):
        sheet.ring(cx, cy, r, r * 0.3, "#8fb1ba", 5)
    for x in (520, 740):
        sheet.oval(x, 796, 150, 20, "#55706f", 0.45)
    with sheet.at(368, 386, 1.16, turn=-4):
        things.boot(sheet)
    with sheet.at(606, 368, 1.16, turn=2):
        things.boot(sheet, "#e0463a", "#b02a20", "#f7a08c")
    _pot_and_boat(sheet)
    things.rain(sheet, 95)
    return sheet.finished()


def _stones(sheet: Sheet) -> None:
    for row in range(9):
        for column in range(-1, 8):
            x = column * 172 + (5 if row % 2 == 0 else -81)
            sheet.box(x, row * 74 - 5, 162, 64, sheet.random.choice(["#dfbf8f", "#ecd5ae", "#e3c79a", "#e6caa0"]), 8)


def _green_door(sheet: Sheet) -> None:
    sheet.box(360, -30, 560, 620, "#27494a", 6)
    sheet.box(384, -30, 512, 620, "#3f7573")
    for x in (424, 656):
        for y, high in ((-20, 250), (270, 270)):
            sheet.box(x, y, 196, high, "#356462", 6)
            sheet.box(x + 14, y + 14, 168, high - 28, "#498583", 4)
    sheet.box(598, 214, 84, 34, "#d9a941", 17)
    sheet.box(610, 224, 60, 10, "#7a5413", 5)
    sheet.dot(862, 300, 19, "#e3b44b")


def _pot_and_boat(sheet: Sheet) -> None:
    sheet.shape("M132,500 L268,500 L250,628 L150,628 Z", "#c86f45")
    sheet.box(118, 476, 164, 40, "#d9855a", 8)
    sheet.line("M200,478 C198,430 206,400 200,372", "#4f7d3a", 11)
    sheet.shape("M200,420 C160,410 148,380 150,362 C186,364 202,390 200,420Z", "#6f9a4a")
    sheet.shape("M202,392 C232,384 246,352 242,334 C212,340 200,366 202,392Z", "#7fab55")
    sheet.dot(1046, 604, 36, "#f0bf4a")
    sheet.line("M1014,596 C1034,612 1060,612 1078,594", "#fbe6b0", 6)
    with sheet.at(-664, -22):
        sheet.shape("M880,796 L1010,796 L984,828 L906,828 Z", "#fffaf0")
        sheet.shape("M944,740 L944,796 L896,796 Z", "#f3e7cd")
        sheet.shape("M946,740 L994,796 L946,796 Z", "#fffaf0")


def garden() -> Image.Image:
    """Jan kneels in the garden with the brown dog; sunflowers stand behind them."""
    sheet = Sheet(1200, 800, "#bfe0df", seed=4)
    sheet.dot(1010, 120, 70, "#fbe6a0")
    for x, y, size in ((390, 90, 1), (640, 70, 0.8), (840, 170, 0.7)):
        things.cloud(sheet, x, y, size)
    sheet.shape("M-20,400 C200,330 420,372 640,340 C860,312 1040,352 1220,320 L1220,560 L-20,560Z", "#9cc48a")
    sheet.shape("M760,344 C800,300 860,300 890,338 Z", "#7eae77")
    _fence(sheet)
    sheet.shape("M-20,548 C300,528 800,540 1220,552 L1220,820 L-20,820Z", "#86b35f")
    sheet.shape("M-20,640 C300,600 560,636 780,628 C960,622 1100,640 1220,628 L1220,820 L-20,820Z", "#78a653")
    things.tufts(sheet, 640, 795, 60, ("#5c8c3f", "#93bf69"))
    sheet.shape("M470,690 C520,640 760,628 900,650 C980,668 980,740 900,760 C760,786 540,776 480,744"
                " C456,728 456,706 470,690Z", "#7a4f33")  # fmt: skip
    sheet.shape("M500,700 C560,664 760,656 880,676 C930,690 920,730 880,740 C760,758 560,752 510,734"
                " C490,724 488,710 500,700Z", "#66402a")  # fmt: skip
    for x, top, size in ((74, 270, 1.15), (200, 180, 1.4), (319, 310, 1.0), (992, 262, 1.2), (1100, 172, 1.5)):
        things.tall_sunflower(sheet, x, top, 606, size)
    for x, y in ((560, 700), (640, 690), (838, 700), (760, 726)):
        _seedling(sheet, x, y)
    sheet.oval(430, 716, 170, 20, "#54793a", 0.5)
    with sheet.at(436, 700):
        _jan_kneels(sheet)
    sheet.oval(946, 752, 120, 18, "#54793a", 0.5)
    with sheet.at(936, 744, 0.98):
        things.biscuit_sits(sheet)
    _watering_can(sheet)
    return sheet.finished()


def _fence(sheet: Sheet) -> None:
    for step in range(15):
        x = -10 + 86 * step
        sheet.shape(f"M{x},560 L{x},400 L{x + 30},372 L{x + 60},400 L{x + 60},560Z",
                    sheet.random.choice(["#fbf5e6", "#f2e7cf", "#f7efdc"]))  # fmt: skip
    sheet.box(-20, 430, 1240, 22, "#e6d8bb")
    sheet.box(-20, 506, 1240, 22, "#e6d8bb")


def _seedling(sheet: Sheet, x: float, y: float) -> None:
    sheet.line(f"M{x},{y} c0,-14 2,-22 0,-34", "#6fae4a", 7)
    sheet.shape(f"M{x},{y - 22} c-22,-4 -26,-20 -24,-28 c16,2 24,14 24,28Z", "#8cc35e")
    sheet.shape(f"M{x},{y - 26} c18,-6 24,-20 20,-30 c-16,6 -22,18 -20,30Z", "#8cc35e")


def _jan_kneels(sheet: Sheet) -> None:
    sheet.shape("M-150,-10 C-150,-60 -90,-92 -20,-86 L60,-70 C92,-64 92,0 60,4 L-130,6 Z", "#3d5a8c")
    sheet.shape("M-170,-4 C-196,-10 -196,28 -160,28 L-84,28 L-84,-4Z", "#5b4634")
    sheet.shape("M-110,-70 C-130,-170 -110,-270 -40,-286 C30,-292 64,-240 62,-170 C62,-120 50,-84 40,-66Z", "#d96b4c")
    sheet.shape("M-96,-78 C-110,-150 -92,-210 -60,-216 L14,-214 C34,-180 34,-120 26,-70Z", "#3d5a8c")
    sheet.line("M-54,-214 C-60,-240 -56,-262 -44,-282 M4,-214 C10,-240 8,-262 0,-282", "#3d5a8c", 17)
    for x in (-50, 4):
        sheet.dot(x, -206, 8, "#f0c04a")
    sheet.shape("M14,-256 C60,-248 104,-190 150,-120 L118,-92 C70,-140 30,-180 6,-200Z", "#d96b4c")
    sheet.line("M158,-96 L196,-58", "#7a4a2e", 13)
    sheet.shape("M112,-114 C128,-140 164,-132 172,-106 C176,-86 150,-70 132,-78 C112,-86 106,-100 112,-114Z", "#efd06a")
    sheet.shape("M188,-70 C214,-66 232,-38 228,-18 C206,-24 186,-42 188,-70Z", "#9aa7ab")
    sheet.box(-34, -314, 38, 46, "#f0b893", 12)
    sheet.shape("M-74,-372 C-76,-420 -30,-444 12,-428 C48,-414 52,-372 40,-340 C28,-306 -22,-300 -46,-318"
                " C-66,-334 -74,-350 -74,-372Z", "#f0b893")  # fmt: skip
    sheet.shape("M-84,-340 C-100,-420 -50,-460 6,-446 C-20,-430 -34,-400 -36,-370 C-38,-346 -48,-318 -74,-306"
                " C-92,-312 -88,-328 -84,-340Z", "#d9d2c4")  # fmt: skip
    sheet.shape("M-136,-410 C-80,-440 40,-448 110,-396 C100,-376 -90,-384 -136,-410Z", "#e8c77a")
    sheet.shape("M-84,-414 C-88,-480 -20,-502 28,-484 C58,-470 66,-438 62,-414 C10,-424 -40,-424 -84,-414Z", "#efd48f")
    sheet.shape("M-85,-420 C-40,-434 20,-434 63,-420 L62,-404 C10,-416 -40,-416 -84,-402Z", "#c9563f")
    sheet.dot(14, -372, 6.5, "#3b2a20")
    sheet.line("M28,-340 C18,-332 8,-332 0,-336", "#a3503c", 6)
    sheet.dot(-4, -350, 12, "#e79a80", 0.7)
    sheet.shape("M36,-376 C50,-366 50,-354 38,-352Z", "#f0b893")


def _watering_can(sheet: Sheet) -> None:
    sheet.shape("M40,700 L150,700 L138,782 L52,782Z", "#6b97a8")
    sheet.line("M48,700 C60,650 130,650 142,700", "#4b7485", 9)
    sheet.line("M150,730 L196,700", "#6b97a8", 15)


def bedroom() -> Image.Image:
    """Night in the bedroom with the moon lamp: a child sleeps in bed, in wellies, and the dog in the doorway."""
    sheet = Sheet(1200, 900, "#33477a", seed=8)
    for step in range(70):
        sheet.dot(17 * step + sheet.random.uniform(0, 9), sheet.random.uniform(0, 680), 4.5, "#3f558c")
    sheet.box(-20, 690, 1240, 240, "#5c4145")
    for step in range(10):
        sheet.box(-20 + 150 * step, 690, 146, 240, sheet.random.choice(["#76565a", "#6f5054", "#6b4d4f"]))
    _night_window(sheet)
    things.moon_lamp(sheet, 300, 238, 0.98)
    sheet.box(170, 336, 270, 22, "#8a5a36", 6)
    for x in (194, 400):
        sheet.box(x, 358, 16, 34, "#6f4628")
    sheet.shape("M70,186 C90,172 120,172 140,186 L160,340 C120,356 80,356 48,340Z", "#e3b13f")
    sheet.box(60, 160, 90, 18, "#8a5a36", 8)
    sheet.line("M105,190 L104,344", "#b9861f", 5)
    _bed(sheet)
    sheet.box(960, 180, 270, 560, "#8a5a36", 8)
    sheet.box(986, 206, 240, 534, "#f7d98c")
    sheet.shape("M986,740 L1226,740 L1226,930 L800,930 Z", "#f7d98c", 0.38)
    with sheet.at(1030, 812, 0.92):
        things.biscuit_sleeps(sheet)
    return sheet.finished()


def _night_window(sheet: Sheet) -> None:
    sheet.box(536, 96, 220, 300, "#fbf1dc", 6)
    sheet.box(552, 112, 188, 268, "#1f2a52")
    for x, y in ((570, 150), (610, 190), (690, 140), (720, 220), (580, 300), (660, 330), (710, 350), (632, 254)):
        sheet.dot(x, y, 4.5, "#fdf3cf")
    sheet.line("M646,104 L646,388 M544,246 L748,246", "#fbf1dc", 13)
    sheet.shape("M500,66 C520,200 512,330 488,420 L560,400 C548,280 548,160 556,66Z", "#c9563f")
    sheet.shape("M790,66 C770,200 778,330 802,420 L730,400 C742,280 742,160 734,66Z", "#c9563f")
    sheet.box(470, 52, 350, 24, "#8a5a36", 12)


def _bed(sheet: Sheet) -> None:
    sheet.box(70, 480, 60, 330, "#a8703f", 14)
    sheet.box(60, 450, 80, 52, "#b97f4a", 20)
    sheet.box(850, 620, 56, 190, "#a8703f", 14)
    sheet.box(110, 690, 770, 62, "#a8703f", 8)
    sheet.shape("M120,560 L860,560 L860,700 L120,700Z", "#fbf1dc")
    sheet.shape("M130,556 C150,500 290,496 322,540 C330,570 300,596 220,596 C160,598 126,586 130,556Z", "#fff8e8")
    for x, y, r in ((196, 520, 40), (176, 490, 32), (214, 476, 36), (160, 524, 26), (246, 486, 26)):
        sheet.dot(x, y, r, "#2b1a16")
    sheet.oval(244, 534, 50, 46, "#9a5f3d")
    sheet.line("M230,530 c8,8 18,8 24,0 M266,530 c6,7 14,7 20,0", "#2b1a16", 5)
    sheet.line("M250,560 c8,6 16,6 22,0", "#5b2f1b", 5)
    sheet.dot(226, 552, 9, "#c0674a", 0.7)
    with sheet.at(690, 652, 0.62, turn=-84):
        things.boot(sheet, "#b02a20", "#8a2018", "#d96a58")
    with sheet.at(716, 668, 0.62, turn=-95):
        things.boot(sheet, "#e0463a", "#b02a20", "#f7a08c")
    _quilt(sheet)
    sheet.shape("M300,560 C340,548 400,548 440,560 L452,690 C400,706 350,704 300,692Z", "#2f5d92")
    sheet.line("M302,600 L446,596 M304,650 L450,646", "#e9dcc0", 13)


def _quilt(sheet: Sheet) -> None:
    colours = ["#e6b34a", "#f2dfb5", "#c9563f", "#4f7fa0", "#d9855a", "#cfc4ae", "#2f5d92", "#b24a4a"]
    edge = ("M276,556 C330,520 420,512 520,516 C640,506 740,520 842,566 L850,720 C700,744 460,742 262,716"
            " C250,660 256,590 276,556Z")  # fmt: skip
    with sheet.inside(edge):
        for row in range(5):
            for column in range(12):
                sheet.box(240 + 56 * column, 500 + 56 * row, 57, 57, colours[(column * 5 + row * 3) % len(colours)])
        for step in range(13):
            sheet.dashed(f"M{240 + 56 * step},490 v270", "#fff6e0", 3, 9, 9)
        for step in range(5):
            sheet.dashed(f"M240,{500 + 56 * step} h700", "#fff6e0", 3, 9, 9)
        sheet.shape("M276,600 C330,660 460,680 620,640 C740,614 820,640 900,680 L900,760 L250,760Z", "#1f2a52", 0.16)
