"""After dark: the police officer at Sue's door, the tent in the rain. And the room where a judge listened."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.figures import Clothes, stands
from tests.example.pictures.outline import oval
from tests.example.pictures.people import FACES, head
from tests.example.pictures.sheet import Sheet


def at_sues_door() -> Image.Image:
    """A police officer carries a bundle in a blue blanket to a blue door, where Sue stands in the light."""
    sheet = Sheet(1000, 750, "#26355f", seed=91)
    for _ in range(60):
        sheet.dot(sheet.random.uniform(0, 1000), sheet.random.uniform(0, 360), sheet.random.uniform(2, 4.5), "#fdf3cf")
    with sheet.at(150, 130, 0.6):
        sheet.glow(oval(0, 0, 170, 170), "#fbe39a", 40, 0.4)
        sheet.shape(things.MOON, "#fbeec0")
    sheet.shape("M-20,560 C300,520 700,540 1020,560 L1020,770 L-20,770Z", "#35524f")
    sheet.box(560, 90, 460, 520, "#8a7f92")
    sheet.shape("M520,120 L1020,-40 L1020,40 L560,150Z", "#4a3a48")
    sheet.glow("M640,200 L900,200 L900,620 L640,620Z", "#fbe39a", 26, 0.8)
    sheet.box(650, 200, 220, 410, "#fbdf8a")
    sheet.shape("M870,200 L960,226 L960,636 L870,610Z", "#2f5d92")
    sheet.dot(884, 420, 8, "#e3b44b")
    sheet.shape("M650,610 L870,610 L700,770 L300,770Z", "#fbe9a8", 0.4)
    stands(sheet, "sue", 760, 616, 390, Clothes("#c98fa8", "#c98fa8", "#f3e3c3", dress=True), ((-34, 30), (26, 54)))
    sheet.line("M718,500 L802,500", "#a86a86", 12)
    _carries(sheet, 400, 730)
    for x in (-60, 120):
        for cx, cy, r in ((40, 640, 60), (110, 620, 70), (170, 660, 56)):
            sheet.dot(x + cx, cy + 40, r, "#2c4a40")
    return sheet.finished(0.7)


def _carries(sheet: Sheet, x: float, foot: float) -> None:
    for side in (-1, 1):
        sheet.line([(x + 26 * side, foot - 190), (x + 28 * side, foot - 20)], "#1c2433", 44)
        sheet.oval(x + 34 * side, foot - 10, 34, 16, "#141a26")
    sheet.shape(f"M{x - 70},{foot - 180} C{x - 84},{foot - 340} {x - 50},{foot - 366} {x},{foot - 368}"
                f" C{x + 50},{foot - 366} {x + 84},{foot - 340} {x + 70},{foot - 180}Z", "#26314a")  # fmt: skip
    head(sheet, "ade", x, foot - 420, 142, turn=5)
    with sheet.at(x + 20, foot - 268, turn=-8):
        sheet.shape("M-128,20 C-120,-60 60,-76 120,-40 C150,0 140,60 90,74 C20,92 -110,92 -128,20Z", "#2f5d92")
        sheet.line("M-70,-44 C-50,0 -50,50 -60,82 M10,-58 C30,-10 30,50 16,84", "#f0e5cb", 15)
        sheet.dot(94, -34, 50, "#3a6aa0")
        sheet.oval(98, -30, 37, 36, FACES["maya"].skin)
        sheet.shape("M60,-44 C66,-84 132,-84 136,-42 C116,-58 84,-60 60,-44Z", "#2b1a16")
        sheet.line("M80,-28 c6,6 12,6 17,0 M106,-28 c6,6 12,6 17,0", "#2b1a16", 4)
        sheet.line("M92,-8 c6,4 12,4 17,0", "#6b2f1b", 4)
    for side in (-1, 1):
        arm = [(x + 66 * side, foot - 320), (x + 92 * side, foot - 250), (x + 20 * side, foot - 210)]
        sheet.line(arm, "#26314a", 40)
        sheet.dot(x + 12 * side, foot - 208, 20, FACES["ade"].skin)


def tent() -> Image.Image:
    """A tent lit from inside, in the rain; two shadows and a dog's are on the cloth."""
    sheet = Sheet(1000, 750, "#2f4660", seed=92)
    for x, y, size in ((80, 420, 3), (240, 400, 2.2), (800, 410, 2.6), (940, 420, 3.2)):
        things.tree(sheet, x, y, size, "#22384a", "#294257")
    sheet.shape("M-20,520 C300,490 700,500 1020,520 L1020,770 L-20,770Z", "#3a5a4c")
    sheet.glow("M180,660 L500,150 L840,660Z", "#fbe39a", 34, 0.6)
    sheet.shape("M190,650 L500,180 L810,650Z", "#f3a83c")
    sheet.shape("M500,180 L810,650 L640,650Z", "#e08a2a")
    sheet.shape("M330,650 L500,260 L600,650Z", "#fbdf8a")
    with sheet.inside("M190,650 L500,180 L810,650Z"):
        sheet.oval(410, 580, 46, 60, "#a8662a", 0.75)
        sheet.dot(410, 500, 34, "#a8662a", 0.75)
        for x in (376, 444):
            sheet.dot(x, 478, 22, "#a8662a", 0.75)
        sheet.oval(530, 570, 50, 90, "#a8662a", 0.75)
        sheet.dot(530, 470, 38, "#a8662a", 0.75)
        dog = "M590,650 C590,590 640,580 660,590 L664,560 L686,584 C706,600 700,624 676,626 L680,650Z"
        sheet.shape(dog, "#a8662a", 0.75)
    for start, end in (((190, 650), (90, 700)), ((810, 650), (910, 700))):
        sheet.line([start, end], "#e9dcc0", 4)
    for x, y in ((300, 706), (350, 712)):
        with sheet.at(x, y - 70, 0.2):
            things.boot(sheet)
    things.tufts(sheet, 680, 740, 30, ("#2f4c40", "#4c7260"))
    things.rain(sheet, 100, "#c9dbe6")
    return sheet.finished(0.7)


def court() -> Image.Image:
    """A quiet room with a long table: a judge leans forward to listen, and Mum speaks; Priya sits beside."""
    sheet = Sheet(1000, 750, "#e6dcc6", seed=93)
    for column in range(9):
        sheet.box(8 + 112 * column, 30, 100, 420, "#d9c9a8", 8)
    sheet.box(380, 40, 240, 250, "#fffaf0", 6)
    sheet.box(398, 58, 204, 214, "#cfe6ee")
    sheet.line("M500,46 v240 M388,160 h224", "#fffaf0", 10)
    for x, y in ((430, 250), (560, 244)):
        sheet.dot(x, y, 30, "#9cc48a")
    for name, x, y, size, top in (("mum", 190, 360, 178, "#7d9a6a"), ("priya", 390, 376, 164, "#b4438a")):
        sheet.shape(f"M{x - 110},650 C{x - 120},{y + 90} {x - 50},{y + 76} {x},{y + 74}"
                    f" C{x + 50},{y + 76} {x + 120},{y + 90} {x + 110},650Z", top)  # fmt: skip
        head(sheet, name, x, y, size)
        with sheet.at(x, y, size / 176):
            sheet.oval(0, 48, 28, 14, FACES[name].skin)
            sheet.line("M-13,48 q13,5 26,0", "#8a3c30", 6)
    _judge(sheet)
    sheet.shape("M-20,580 C300,564 700,564 1020,580 L1020,770 L-20,770Z", "#8a5a36")
    sheet.shape("M-20,580 C300,564 700,564 1020,580 L1020,604 C700,590 300,590 -20,604Z", "#a8703f")
    for x in (150, 330, 560):
        sheet.shape(f"M{x},626 l110,-6 l8,50 l-114,6Z", "#fffdf6")
        sheet.line(f"M{x + 16},640 l76,-4 M{x + 18},654 l60,-4", "#b9b0a2", 4)
    sheet.shape("M462,560 L512,560 L506,626 L468,626Z", "#bfe0ea", 0.9)
    sheet.shape("M86,560 L126,560 L122,612 L90,612Z", "#bfe0ea", 0.9)
    sheet.box(880, 596, 70, 62, "#fffaf0", 10)
    sheet.line("M950,612 q26,14 0,32", "#fffaf0", 9)
    sheet.oval(915, 598, 32, 8, "#8a5a36")
    return sheet.finished(0.7)


def _judge(sheet: Sheet) -> None:
    """Not in a wig: a family court's judge wears a suit."""
    skin = "#d9a684"
    sheet.shape("M620,650 C620,470 680,446 760,440 C840,446 900,470 904,650Z", "#2b3352")
    sheet.shape("M716,446 L760,540 L804,446Z", "#fffdf6")
    sheet.box(738, 396, 44, 60, skin, 14)
    sheet.oval(760, 340, 72, 84, skin)
    sheet.shape("M684,350 C676,250 730,236 768,240 C830,244 850,290 838,352 C826,310 810,292 780,286"
                " C740,296 704,300 684,350Z", "#b9b4ac")  # fmt: skip
    for x in (732, 788):
        sheet.ring(x, 344, 22, 17, "#5a3418", 4)
        sheet.dot(x - 5, 345, 5.5, "#2a1a14")
        sheet.line(f"M{x - 18},318 q18,-9 34,0", "#8f8a82", 6)
    sheet.line("M754,342 h12", "#5a3418", 4)
    sheet.line("M742,384 q18,9 36,0", "#8a3c30", 6)
    sheet.line("M756,350 c-8,10 -8,14 2,17", "#000000", 5, 0.26)
    sheet.line([(650, 600), (690, 560), (716, 590)], "#2b3352", 40)
    sheet.dot(722, 588, 24, skin)
    sheet.line([(880, 600), (850, 540), (812, 430)], "#2b3352", 38)
    sheet.dot(806, 414, 24, skin)
