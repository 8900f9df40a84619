"""Things that stand in more than one scene: boots, sunflowers, clouds, trees, the moon lamp, the dog."""

from __future__ import annotations

from tests.example.pictures.outline import box
from tests.example.pictures.sheet import Sheet

BOOT = ("M58,24 C52,110 62,196 56,262 C53,296 50,322 54,346 L250,346 C268,344 266,308 250,290"
        " C232,270 202,262 184,244 C170,230 170,196 174,150 C177,100 180,62 178,24 Z")  # fmt: skip
SOLE = ("M50,340 L256,340 Q272,341 271,356 Q270,372 254,372 L182,372 L172,360 L124,360 L116,372 L66,372"
        " Q48,372 48,356 Z")  # fmt: skip
MOON = "M30,-88 C-40,-96 -96,-44 -90,24 C-84,84 -20,116 40,92 C-6,78 -34,44 -32,-4 C-30,-44 -6,-76 30,-88Z"
COAT, DARK_COAT, MUZZLE = "#8c5630", "#6a3e20", "#c99362"


def boot(sheet: Sheet, red: str = "#d63a2c", shade: str = "#a32219", shine: str = "#f0826c") -> None:
    """One red welly, toe to the right, 372 high."""
    sheet.shape(BOOT, red)
    sheet.shape("M58,24 C52,110 62,196 56,262 C53,296 50,322 54,346 L96,346 C88,300 96,250 96,200"
                " C96,140 88,80 92,24 Z", shade, 0.55)  # fmt: skip
    sheet.shape(SOLE, "#5c1712")
    sheet.box(50, 14, 134, 34, shade, 10)
    sheet.oval(117, 18, 66, 17, "#3b0f0c")
    sheet.ring(117, 15, 66, 15, shine, 7)
    sheet.line("M116,74 C113,120 118,170 114,214", shine, 13, 0.75)
    sheet.line("M196,284 C214,292 228,300 236,316", shine, 11, 0.8)


def rain(sheet: Sheet, drops: int, colour: str = "#f6fbfb") -> None:
    """Slanting rain over the whole sheet."""
    draw = sheet.random
    for _ in range(drops):
        x, y, length = draw.uniform(0, sheet.width), draw.uniform(0, sheet.height), draw.uniform(20, 50)
        sheet.line([(x, y), (x - length * 0.29, y + length)], colour, 4, 0.6)


def cloud(sheet: Sheet, x: float, y: float, size: float, colour: str = "#f6fbf7") -> None:
    """A round cloud, 180 wide at size 1."""
    with sheet.at(x, y, size):
        sheet.oval(0, 0, 90, 26, colour)
        sheet.oval(-40, -18, 46, 28, colour)
        sheet.oval(30, -24, 54, 34, colour)


def sunflower(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A sunflower's head."""
    with sheet.at(x, y, size):
        for step in range(16):
            with sheet.at(0, 0, turn=22.5 * step):
                sheet.shape("M0,-22 C15,-34 13,-62 0,-68 C-13,-62 -15,-34 0,-22Z", "#dd9417")
        for step in range(16):
            with sheet.at(0, 0, turn=22.5 * step + 11):
                sheet.shape("M0,-22 C15,-34 13,-56 0,-62 C-13,-56 -15,-34 0,-22Z", "#f3b62c")
        sheet.dot(0, 0, 27, "#5a3418")
        sheet.dot(0, 0, 17, "#7a4a22")
        for step in range(9):
            sheet.dot(-12 + 8 * (step % 4), -10 + 7 * (step // 3), 2.4, "#3b2110")


def tall_sunflower(sheet: Sheet, x: float, top: float, foot: float, size: float) -> None:
    """A sunflower on its stem, with two leaves."""
    sheet.line(f"M{x + 6},{foot} C{x - 8},{foot - 150} {x + 16},{top + 110} {x},{top}", "#4f7d3a", 15)
    for down, side in ((0.66, 1), (0.46, -1)):
        y = top + (foot - top) * down
        sheet.shape(f"M{x},{y} c{20 * side},-34 {70 * side},-44 {92 * side},-24 c{-18 * side},30 {-66 * side},40"
                    f" {-92 * side},24Z", "#5f9146")  # fmt: skip
    sunflower(sheet, x, top, size)


def tree(sheet: Sheet, x: float, y: float, size: float, dark: str = "#4b7548", light: str = "#5c8a56") -> None:
    """A round tree whose trunk ends at (x, y)."""
    with sheet.at(x, y - 70 * size, size):
        sheet.box(-8, 20, 16, 52, "#6a4a30")
        sheet.oval(0, -20, 46, 62, dark)
        sheet.oval(-12, -30, 26, 38, light)


def tufts(sheet: Sheet, top: float, bottom: float, count: int, colours: tuple[str, ...]) -> None:
    """Tufts of grass, here and there."""
    for step in range(count):
        x, y = sheet.random.uniform(0, sheet.width), sheet.random.uniform(top, bottom)
        colour = colours[step % len(colours)]
        sheet.line([(x, y), (x - 4, y - 15)], colour, 4)
        sheet.line([(x, y), (x + 5, y - 17)], colour, 4)


def moon_lamp(sheet: Sheet, x: float, y: float, size: float) -> None:
    """The lamp in the shape of a moon, with its glow."""
    with sheet.at(x, y, size):
        sheet.glow(box(-220, -220, 440, 440, 220), "#fbe39a", 52, 0.5)
        sheet.glow(box(-110, -110, 220, 220, 110), "#fdf0c2", 30, 0.55)
        sheet.shape(MOON, "#fdeaa6")
        for cx, cy, r in ((-56, -6, 9), (-44, 40, 13), (-40, -44, 6)):
            sheet.dot(cx, cy, r, "#f2d47c")
        sheet.box(-24, 86, 54, 18, "#c9a04a", 6)


def biscuit_sits(sheet: Sheet) -> None:
    """Biscuit sitting, looking left; his feet at (0, 0), 380 high."""
    sheet.line("M118,-26 C176,-34 196,-92 172,-120", COAT, 30)
    sheet.shape("M-46,-238 C-20,-262 40,-250 66,-200 C104,-150 136,-70 128,-6 L-50,0 C-66,-60 -70,-140 -46,-238Z", COAT)
    sheet.shape("M20,-90 C70,-110 124,-70 130,-6 L30,0 C8,-30 6,-66 20,-90Z", DARK_COAT, 0.55)
    sheet.shape("M-60,-210 C-34,-196 -14,-150 -20,-90 C-24,-50 -34,-20 -34,0 L-66,0"
                " C-74,-60 -82,-150 -60,-210Z", MUZZLE)  # fmt: skip
    sheet.shape("M-64,-110 C-74,-70 -70,-30 -74,-6 C-86,-8 -96,0 -94,8 L-34,8 C-34,-40 -26,-80 -30,-112Z", COAT)
    sheet.shape("M-20,-100 C-26,-60 -20,-30 -24,-6 C-38,-8 -48,0 -46,8 L18,8 C18,-40 24,-80 16,-108Z", COAT)
    sheet.shape("M56,-10 C40,-14 24,-4 26,8 L112,8 C128,-8 110,-20 56,-10Z", COAT)
    sheet.box(-70, -216, 112, 26, "#2f6f8d", 12)
    sheet.dot(-26, -182, 13, "#f0c04a")
    biscuit_head(sheet)


def biscuit_head(sheet: Sheet) -> None:
    """Biscuit's head from the side, looking left, in the place where it sits on ``biscuit_sits``."""
    sheet.shape("M-92,-318 C-86,-366 -20,-384 22,-352 C56,-326 54,-262 26,-232 C-4,-206 -52,-212 -74,-230"
                " C-104,-228 -142,-234 -146,-262 C-146,-284 -120,-292 -98,-294Z", COAT)  # fmt: skip
    sheet.shape("M-146,-262 C-146,-284 -120,-292 -98,-294 C-84,-280 -74,-254 -80,-230 C-108,-228 -142,-236"
                " -146,-262Z", MUZZLE)  # fmt: skip
    sheet.oval(-138, -276, 17, 13, "#2a1a12")
    sheet.dot(-66, -306, 9, "#20140d")
    sheet.dot(-69, -309, 3, "#ffffff")
    sheet.shape("M4,-352 C46,-360 78,-326 76,-268 C72,-230 44,-226 30,-254 C18,-282 -2,-320 4,-352Z", DARK_COAT)
    sheet.shape("M-112,-240 C-116,-222 -100,-214 -94,-226 L-94,-240Z", "#e27f79")
    sheet.line("M-128,-250 C-112,-240 -96,-240 -84,-246", "#3d2413", 5)


def biscuit_sleeps(sheet: Sheet) -> None:
    """Biscuit asleep, nose to the left, about 420 wide."""
    sheet.shape("M-190,0 C-220,-60 -180,-140 -80,-146 C40,-152 150,-120 170,-50 C176,-20 170,0 150,4Z", COAT)
    sheet.line("M150,-20 C200,-10 206,20 150,14", COAT, 26)
    sheet.shape("M20,-40 C40,-110 140,-100 160,-40 C164,-10 120,0 80,4 L30,4Z", DARK_COAT, 0.5)
    sheet.shape("M-250,-4 C-262,-36 -240,-70 -204,-92 C-168,-112 -118,-92 -110,-54"
                " C-104,-24 -120,4 -150,8 L-236,10Z", COAT)  # fmt: skip
    sheet.shape("M-250,-4 C-262,-28 -250,-48 -232,-56 C-210,-40 -200,-14 -206,10 L-240,10Z", MUZZLE)
    sheet.oval(-250, -22, 13, 10, "#2a1a12")
    sheet.line("M-204,-52 c12,8 24,8 32,2", "#20140d", 6)
    sheet.shape("M-150,-98 C-112,-104 -86,-64 -94,-18 C-100,8 -126,8 -132,-16 C-138,-44 -156,-70 -150,-98Z", DARK_COAT)
    sheet.shape("M-160,4 C-120,-12 -80,-8 -66,10 L-160,14Z", COAT)


def biscuit_runs(sheet: Sheet) -> None:
    """Biscuit running to the left over the sand, about 420 wide."""
    for path in ("M-96,-96 C-140,-70 -168,-52 -196,-30", "M110,-96 C150,-74 178,-40 206,-34"):
        sheet.line(path, DARK_COAT, 30)
    sheet.line("M128,-150 C180,-180 196,-214 184,-246", COAT, 24)
    sheet.shape("M-150,-160 C-110,-200 60,-196 130,-170 C166,-150 160,-92 120,-82 C60,-70 -40,-76 -110,-88"
                " C-160,-98 -170,-138 -150,-160Z", COAT)  # fmt: skip
    sheet.shape("M-140,-120 C-110,-80 20,-76 90,-82 C30,-66 -90,-74 -140,-96Z", MUZZLE)
    for path in ("M-116,-100 C-130,-66 -128,-44 -152,-12", "M100,-100 C112,-66 100,-40 126,-10"):
        sheet.line(path, COAT, 32)
    with sheet.at(-130, 84, 0.86):
        sheet.box(-36, -238, 92, 24, "#2f6f8d", 11)
        biscuit_head(sheet)


def biscuit_portrait(sheet: Sheet) -> None:
    """Biscuit's face from the front, on the field of ``people``."""
    sheet.shape("M60,420 C70,320 120,290 200,290 C280,290 330,320 340,420Z", COAT)
    sheet.box(128, 296, 144, 28, "#2f6f8d", 13)
    sheet.dot(200, 330, 16, "#f0c04a")
    sheet.oval(200, 190, 98, 100, COAT)
    sheet.shape("M112,110 C60,110 40,190 62,262 C84,290 112,262 118,214 C122,178 130,140 112,110Z", DARK_COAT)
    sheet.shape("M288,110 C340,110 360,190 338,262 C316,290 288,262 282,214 C278,178 270,140 288,110Z", DARK_COAT)
    sheet.shape("M184,96 C170,140 176,180 164,214 C140,260 170,290 200,290 C230,290 260,260 236,214"
                " C224,180 230,140 216,96Z", MUZZLE)  # fmt: skip
    sheet.oval(200, 222, 26, 20, "#2a1a12")
    for x in (158, 242):
        sheet.dot(x, 172, 10, "#20140d")
        sheet.dot(x - 3, 169, 3, "#ffffff")
    sheet.shape("M186,266 c0,30 28,30 28,0Z", "#e27f79")
    sheet.line("M200,242 v14 M200,256 c-10,14 -30,12 -36,2 M200,256 c10,14 30,12 36,2", "#3d2413", 6)
