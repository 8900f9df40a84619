"""Scenes outside: the car in the rain, the swings, the farm, Sue's gate, the football pitch."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.figures import Clothes, stands, swings
from tests.example.pictures.people import head
from tests.example.pictures.sheet import Sheet


def car() -> Image.Image:
    """A blue car drives through the rain towards a house with lit windows."""
    sheet = Sheet(1200, 900, "#a9bfc4", seed=7)
    for x, y, size in ((150, 120, 1.5), (480, 80, 1.2), (840, 130, 1.8), (1110, 70, 1.2)):
        things.cloud(sheet, x, y, size, "#8ea6ad")
    sheet.shape("M-20,470 C160,360 360,380 560,450 C760,380 980,340 1220,430 L1220,920 L-20,920Z", "#7ea37c")
    sheet.shape("M-20,560 C240,470 420,520 660,560 C860,520 1060,520 1220,560 L1220,920 L-20,920Z", "#6b9366")
    with sheet.at(936, 300):
        _lit_house(sheet)
    for x, y, size in ((820, 490, 1), (1156, 512, 1.2), (90, 560, 1.3), (226, 560, 0.9)):
        things.tree(sheet, x, y, size)
    sheet.shape("M-20,760 C300,690 700,690 880,600 C960,560 1000,520 1020,492 L1046,492 C1040,540 1010,600 920,660"
                " C740,780 400,800 -20,900Z", "#5d6468")  # fmt: skip
    sheet.dashed("M-20,830 C340,760 720,752 900,636", "#e9e4d2", 9, 52, 44)
    sheet.shape("M-20,900 C400,800 740,780 1000,640 L1220,700 L1220,920 L-20,920Z", "#5b8257")
    with sheet.at(230, 470, 1.08, turn=-6), sheet.at(0, 26):
        _blue_car(sheet)
    sheet.shape("M812,650 L1040,560 L1050,610 L822,678Z", "#fbe9a8", 0.45)
    things.rain(sheet, 110, "#f4fafa")
    return sheet.finished()


def _lit_house(sheet: Sheet) -> None:
    sheet.box(140, 8, 28, 62, "#a0462f")
    sheet.shape("M0,190 L0,84 L94,10 L190,84 L190,190Z", "#f3e3c3")
    sheet.shape("M-26,96 L94,-2 L216,96 L190,112 L94,34 L2,112Z", "#b9553c")
    sheet.box(70, 112, 50, 78, "#3f7573", 4)
    for x in (18, 138):
        sheet.glow(f"M{x - 24},84 h84 v86 h-84Z", "#fbe39a", 18, 0.6)
        sheet.box(x, 108, 36, 38, "#fbdf8a", 3)


def _blue_car(sheet: Sheet) -> None:
    sheet.oval(250, 268, 300, 22, "#3c4347", 0.5)
    sheet.shape("M-30,238 C-40,160 0,150 70,140 C110,60 160,26 260,24 C380,22 430,60 474,136 C540,146 566,170 560,238"
                " C558,250 540,252 520,252 L-10,252 C-24,252 -30,250 -30,238Z", "#3a7ca8")  # fmt: skip
    sheet.shape("M104,138 C136,78 172,56 246,54 L250,138Z", "#d6eaf0")
    sheet.shape("M274,54 C356,54 394,80 428,138 L276,138Z", "#d6eaf0")
    with sheet.inside("M104,138 C136,78 172,56 246,54 L250,138Z"):
        head(sheet, "maya", 184, 108, 58)
    with sheet.inside("M274,54 C356,54 394,80 428,138 L276,138Z"):
        sheet.shape("M300,160 C302,128 376,128 380,160Z", "#b4438a")
        head(sheet, "priya", 340, 100, 62)
    sheet.shape("M-30,238 C-34,214 -32,200 -26,190 L562,190 C564,210 562,226 560,238 C558,250 540,252 520,252"
                " L-10,252 C-24,252 -30,250 -30,238Z", "#2c6389")  # fmt: skip
    sheet.line("M262,54 L262,240", "#2c6389", 6)
    for x in (92, 430):
        sheet.dot(x, 248, 54, "#2a2f33")
        sheet.dot(x, 248, 26, "#d9d2c4")
        sheet.dot(x, 248, 9, "#6d747a")
    sheet.oval(548, 182, 16, 20, "#fbe9a8")
    sheet.box(-32, 176, 22, 30, "#d63a2c", 8)
    for x in (206, 290):
        sheet.box(x, 158, 40, 10, "#24506f", 5)


def swing() -> Image.Image:
    """Tyler and Maya side by side on two swings, in autumn."""
    sheet = Sheet(900, 1200, "#cfe3e4", seed=15)
    for x, y, size in ((180, 130, 1.1), (690, 220, 0.9)):
        things.cloud(sheet, x, y, size)
    sheet.shape("M-20,640 C220,560 520,600 920,560 L920,1220 L-20,1220Z", "#a9bf6f")
    for x, y, size, dark, light in (
        (90, 690, 2.2, "#c4682f", "#dd8a3c"),
        (800, 670, 2.5, "#b9553c", "#d0744c"),
        (430, 640, 1.4, "#d59a35", "#e8b954"),
    ):
        things.tree(sheet, x, y, size, dark, light)
    sheet.shape("M-20,820 C300,780 600,800 920,790 L920,1220 L-20,1220Z", "#8bad5a")
    with sheet.at(-90, -130, 1.2):
        _two_swings(sheet)
    for step in range(46):
        colour = ("#d0744c", "#e3b13f", "#b9553c", "#c98a34")[step % 4]
        across, down = sheet.random.uniform(0, 900), sheet.random.uniform(830, 1190)
        with sheet.at(across, down, turn=sheet.random.uniform(0, 180)):
            sheet.shape("M-13,0 C-6,-9 6,-9 13,0 C6,9 -6,9 -13,0Z", colour)
    return sheet.finished()


def _two_swings(sheet: Sheet) -> None:
    sheet.oval(290, 1066, 150, 30, "#6f5a3a", 0.5)
    sheet.oval(620, 1066, 150, 30, "#6f5a3a", 0.5)
    sheet.line("M120,200 L40,1110 M120,200 L190,1090 M780,200 L710,1090 M780,200 L862,1110", "#a3522f", 24)
    sheet.line("M96,206 L804,206", "#8a4224", 30)
    for x in (290, 620):
        sheet.line([(x - 102, 206), (x - 74, 892)], "#d8cdb4", 7)
        sheet.line([(x + 102, 206), (x + 74, 892)], "#d8cdb4", 7)
    swings(sheet, "tyler", 290, 880, 245, Clothes("#3b8fb0", "#4a5568", "#fbf1dc"))
    swings(sheet, "maya", 620, 880, 238, Clothes("#d63a2c", "#3d5a8c", "#b02a20"))


def farm() -> Image.Image:
    """Mum and Maya at the farm, with two goats behind the fence."""
    sheet = Sheet(1200, 900, "#cbe2e6", seed=16)
    things.cloud(sheet, 240, 110, 1.2)
    things.cloud(sheet, 620, 80, 0.9)
    sheet.shape("M-20,480 C260,400 620,440 1220,400 L1220,920 L-20,920Z", "#a8c987")
    with sheet.at(-420, 60, 0.96):
        _barn(sheet)
    things.tree(sheet, 110, 560, 1.7)
    things.tree(sheet, 1130, 540, 2)
    things.tree(sheet, 800, 500, 1.1)
    sheet.shape("M-20,620 C320,590 820,610 1220,590 L1220,920 L-20,920Z", "#8fb763")
    with sheet.at(200, 660, 1.1):
        _goat(sheet, "#f3ead6", "#d9c9a8")
    with sheet.at(420, 690, 0.94):
        _goat(sheet, "#8f6a4a", "#6f4f34")
    for x in range(20, 640, 150):
        sheet.box(x, 560, 26, 280, "#a8743f", 8)
    for y in (620, 740):
        sheet.line(f"M-20,{y + 4} L640,{y - 2}", "#b98550", 26)
    stands(sheet, "mum", 940, 850, 560, Clothes("#7d9a6a", "#4a5b7a", "#6a4128"), ((-20, 58), (24, 50)))
    stands(sheet, "maya", 720, 856, 360, Clothes("#e6a93c", "#b4438a", "#d63a2c"), ((-26, 38), (30, 42)))
    with sheet.at(628, 632):
        sheet.shape("M-34,0 L34,0 L24,56 L-24,56Z", "#6b97a8")
        sheet.line("M-32,0 C-20,-44 20,-44 32,0", "#4b7485", 6)
        sheet.oval(0, 0, 34, 9, "#e3c46a")
    things.tufts(sheet, 850, 895, 30, ("#5c8c3f", "#a9cf7c"))
    return sheet.finished()


def _barn(sheet: Sheet) -> None:
    sheet.shape("M760,520 L760,300 L900,190 L1040,300 L1040,520Z", "#b24a3a")
    sheet.shape("M736,316 L900,176 L1064,316 L1040,336 L900,216 L760,336Z", "#7c3328")
    sheet.box(840, 380, 120, 140, "#8f3a2d", 4)
    sheet.line("M846,386 L954,514 M954,386 L846,514", "#f1e0c4", 8)
    sheet.box(872, 268, 56, 52, "#5a241c", 6)


def _goat(sheet: Sheet, coat: str, shade: str) -> None:
    sheet.line("M-60,90 L-64,170 M-30,96 L-30,172 M70,92 L74,170 M98,86 L104,168", shade, 16)
    sheet.shape("M-90,20 C-90,-30 60,-36 110,-10 C136,10 130,90 100,104"
                " C40,118 -50,116 -78,100 C-92,80 -92,50 -90,20Z", coat)  # fmt: skip
    sheet.shape("M40,10 C60,-60 96,-120 130,-136 L176,-104 C160,-60 130,20 110,40Z", coat)
    sheet.line("M128,-150 C116,-190 96,-206 72,-206 M150,-152 C146,-196 128,-220 104,-226", "#6f5f4a", 11)
    sheet.shape("M116,-140 C120,-176 180,-176 190,-140 C204,-104 226,-78 214,-58 C200,-40 166,-52 148,-76"
                " C128,-96 114,-116 116,-140Z", coat)  # fmt: skip
    sheet.shape("M122,-138 C96,-140 76,-122 66,-100 C92,-98 116,-112 128,-126Z", shade)
    sheet.dot(162, -126, 8, "#2a1a12")
    sheet.line("M214,-64 C206,-58 198,-60 192,-64", "#8a3c30", 4)
    sheet.shape("M176,-56 C180,-30 176,-10 168,0 C160,-12 156,-36 160,-60Z", shade)


def sue_gate() -> Image.Image:
    """Sue waves at the gate of a small house with a blue door."""
    sheet = Sheet(1200, 900, "#d6e3ea", seed=17)
    things.cloud(sheet, 930, 110, 1.3)
    things.cloud(sheet, 180, 90, 1)
    sheet.shape("M-20,500 C300,450 900,460 1220,490 L1220,920 L-20,920Z", "#9cbf83")
    _sues_house(sheet)
    for x, y, size in ((70, 560, 2), (1130, 570, 2.2)):
        things.tree(sheet, x, y, size)
    sheet.shape("M500,560 L620,560 C660,680 700,800 760,920 L380,920 C440,800 480,680 500,560Z", "#e6d3ab")
    stands(sheet, "sue", 590, 880, 560, Clothes("#4f7fa0", "#3a4a5c", "#5b4634"), ((-22, 56), (31, 12)))
    for x in (-30, 150, 780, 960):
        _hedge(sheet, x)
    for x in (392, 752):
        sheet.box(x, 560, 48, 340, "#f3ead6", 6)
        sheet.dot(x + 24, 552, 34, "#f3ead6")
    for step in range(6):
        x = 452 + 50 * step
        sheet.shape(f"M{x},900 L{x},690 L{x + 19},664 L{x + 38},690 L{x + 38},900Z", "#fffaf0")
    for y in (730, 830):
        sheet.line(f"M446,{y} L752,{y}", "#efe4cb", 20)
    sheet.dot(736, 780, 11, "#e3b44b")
    return sheet.finished()


def _sues_house(sheet: Sheet) -> None:
    sheet.box(760, 120, 60, 130, "#a0462f")
    sheet.shape("M280,560 L280,300 L560,130 L840,300 L840,560Z", "#f0e2c8")
    sheet.shape("M236,320 L560,110 L884,320 L852,350 L560,166 L268,350Z", "#8a5a4a")
    sheet.box(690, 380, 100, 180, "#2f5d92", 8)
    sheet.dot(774, 474, 8, "#e3b44b")
    for x, y in ((330, 380), (500, 230)):
        sheet.box(x, y, 120, 100, "#fffaf0", 6)
        sheet.box(x + 10, y + 10, 100, 80, "#a9cbd8", 3)
        sheet.line(f"M{x + 60},{y} v100 M{x},{y + 50} h120", "#fffaf0", 8)


def _hedge(sheet: Sheet, x: float) -> None:
    for cx, cy, r in ((60, 700, 90), (160, 680, 100), (250, 710, 80), (60, 800, 110), (180, 800, 120), (270, 830, 90)):
        sheet.dot(x + cx, cy + 40, r, "#4b7a48")
    for step in range(14):
        leaf, up = x + sheet.random.uniform(10, 280), sheet.random.uniform(660, 880)
        sheet.dot(leaf, up, 15, "#5f9156")
        if step % 3 == 0:
            sheet.dot(leaf + 20, up, 8, "#fff8e8")
            sheet.dot(leaf + 20, up, 3, "#e3b13f")


def football() -> Image.Image:
    """Leo and Maya in yellow shirts before a goal, with a ball."""
    sheet = Sheet(1200, 900, "#c7dfe8", seed=18)
    things.cloud(sheet, 200, 120, 1.2)
    things.cloud(sheet, 980, 90, 1)
    for x in range(-20, 1240, 110):
        things.tree(sheet, x, 470 + 12 * (x % 3), 1.5 + 0.2 * (x % 2))
    sheet.shape("M-20,450 C300,436 900,440 1220,452 L1220,920 L-20,920Z", "#86b35f")
    for step in range(5):
        y, high = 480 + 90 * step, 44 + 4 * step
        sheet.shape(f"M-20,{y} L1220,{y - 4} L1220,{y - 4 + high} L-20,{y + high}Z", "#7ba955")
    for step in range(19):
        sheet.line([(250 + 39 * step, 190), (230 + 41 * step, 560)], "#ffffff", 2.5, 0.7)
        sheet.line([(250 - step, 190 + 20 * step), (950 + step, 190 + 20 * step)], "#ffffff", 2.5, 0.7)
    sheet.line("M228,580 L244,184 L956,184 L972,580", "#fffaf0", 17)
    for name, x, tall, hands in (("leo", 470, 510, ((-30, 54), (23, 40))), ("maya", 720, 500, ((-24, 40), (34, 18)))):
        sheet.oval(x, 838, 120, 18, "#54793a", 0.5)
        stands(sheet, name, x, 840, tall, Clothes("#e6b93f", "#2b3352", "#2b3352", bare=True), hands)
    with sheet.at(590, 806):
        sheet.dot(0, 0, 42, "#fffaf0")
        sheet.shape("M0,-16 L15,-5 L9,13 L-9,13 L-15,-5Z", "#2b3352")
        sheet.line("M0,-16 L0,-40 M15,-5 L38,-14 M9,13 L24,34 M-9,13 L-24,34 M-15,-5 L-38,-14", "#2b3352", 4)
    return sheet.finished()
