"""Two pictures for the pages that need one most: what every child needs, and a hug."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.outline import oval
from tests.example.pictures.people import FACES, head
from tests.example.pictures.sheet import Sheet


def care() -> Image.Image:
    """A bowl of soup, a jumper and a bed with a moon above it."""
    sheet = Sheet(1200, 900, "#f6e3bd", seed=41)
    sheet.dot(600, 400, 420, "#fbeed3")
    sheet.shape("M-20,640 C300,616 900,616 1220,640 L1220,920 L-20,920Z", "#d9a066")
    with sheet.at(24, 20):
        _bed(sheet)
    with sheet.at(-20, 30):
        _soup(sheet)
    with sheet.at(-40, 20):
        _jumper(sheet)
    sheet.shape("M600,250 C540,180 480,220 508,290 C528,336 572,366 600,400 C628,366 672,336 692,290"
                " C720,220 660,180 600,250Z", "#d63a2c")  # fmt: skip
    sheet.line("M530,250 C536,226 552,222 566,230", "#f0826c", 12)
    return sheet.finished()


def _bed(sheet: Sheet) -> None:
    sheet.box(850, 90, 260, 280, "#8a5a36", 10)
    sheet.box(868, 108, 224, 244, "#33477a")
    things.moon_lamp(sheet, 990, 230, 0.7)
    for x, y in ((900, 150), (1060, 160), (910, 310), (1050, 320)):
        sheet.dot(x, y, 5, "#fdf3cf")
    sheet.box(760, 420, 40, 250, "#a8703f", 12)
    sheet.box(1150, 500, 36, 170, "#a8703f", 12)
    sheet.box(780, 570, 390, 60, "#a8703f", 8)
    sheet.shape("M796,490 L1156,490 L1156,590 L796,590Z", "#fffdf6")
    sheet.shape("M800,486 C812,440 900,440 912,484 C916,512 808,516 800,486Z", "#fff8e8")
    sheet.shape("M880,480 C960,456 1080,460 1160,486 L1164,600 L880,600Z", "#2f5d92")
    sheet.line("M884,520 L1160,522 M884,566 L1162,568", "#e9dcc0", 15)


def _soup(sheet: Sheet) -> None:
    sheet.glow(oval(300, 756, 230, 34), "#8a5a30", 12, 0.5)
    sheet.shape("M110,600 C120,720 190,770 300,770 C410,770 480,720 490,600Z", "#3f7573")
    sheet.oval(300, 600, 192, 52, "#fffaf0")
    sheet.oval(300, 600, 166, 40, "#e8863c")
    for x, y in ((230, 590), (300, 612), (360, 592), (280, 582), (336, 620)):
        sheet.dot(x, y, 11, "#f6c851")
    for x in (230, 300, 370):
        sheet.line(f"M{x},520 C{x - 26},480 {x + 26},450 {x},404", "#fffaf0", 12, 0.8)
    sheet.line("M400,596 L520,500", "#9aa7ab", 15)


def _jumper(sheet: Sheet) -> None:
    sheet.shape("M560,560 L620,530 C640,556 700,556 720,530 L780,560 L830,680 L780,706 L752,650 L756,800 L584,800"
                " L588,650 L560,706 L510,680Z", "#c9563f")  # fmt: skip
    sheet.line("M620,534 C640,562 700,562 720,534", "#a0402d", 13)
    for y in (640, 700, 756):
        sheet.dashed(f"M598,{y} L742,{y}", "#fff3dd", 9, 26, 14)


def hug() -> Image.Image:
    """Jan holds Maya tight, with the blue blanket, among sunflowers."""
    sheet = Sheet(1200, 900, "#f9dfa6", seed=42)
    sheet.dot(600, 430, 400, "#fbeac4")
    for x, y, size in ((110, 330, 1.2), (230, 560, 0.9), (1090, 300, 1.3), (980, 570, 0.9)):
        sheet.line(f"M{x},{y} C{x - 10},{y + 160} {x + 14},{y + 300} {x},920", "#5f9146", 15)
        things.sunflower(sheet, x, y, size)
    head(sheet, "jan", 470, 262, 300, turn=4)
    sheet.shape("M210,920 C210,640 320,440 470,420 C690,430 900,640 970,920Z", "#d96b4c")
    head(sheet, "maya", 730, 540, 250, turn=-7)
    sheet.shape("M560,920 C570,780 640,690 724,690 C810,690 890,780 920,920Z", "#d63a2c")
    sheet.line("M660,706 L636,900 M798,708 L830,900", "#3d5a8c", 32)
    sheet.line("M290,720 C360,850 560,890 800,852", "#c95f42", 112)
    sheet.oval(836, 846, 58, 46, FACES["jan"].skin)
    sheet.shape("M330,880 C520,850 760,850 950,884 L980,920 L310,920Z", "#2f5d92")
    sheet.line("M326,906 C520,880 760,880 968,908", "#f0e5cb", 14)
    return sheet.finished()
