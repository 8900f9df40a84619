"""Hair, glasses and collars: what makes a face one person's own. Drawn on the field of ``people``."""

from __future__ import annotations

from tests.example.pictures.sheet import Sheet


def _dots(sheet: Sheet, places: list[tuple[float, float]], r: float, colour: str) -> None:
    for x, y in places:
        sheet.dot(x, y, r, colour)


def nothing(sheet: Sheet) -> None:
    """No hair there."""


def puffs(sheet: Sheet) -> None:
    """Two round puffs, one each side."""
    for x, y, r in ((96, 104, 44), (66, 128, 32), (110, 72, 32), (76, 88, 30)):
        sheet.dot(x, y, r, "#2b1a16")
        sheet.dot(400 - x, y, r, "#2b1a16")


def parting(sheet: Sheet) -> None:
    """Hair drawn back from a parting, with two green bobbles."""
    sheet.shape("M124,196 C116,120 160,92 200,92 C240,92 284,120 276,196 C262,150 240,138 200,136"
                " C160,138 138,150 124,196Z", "#2b1a16")  # fmt: skip
    sheet.line("M200,96 L200,134", "#a5683f", 5)
    _dots(sheet, [(112, 122), (288, 122)], 9, "#3f7573")


def dungarees(sheet: Sheet) -> None:
    """Two blue straps."""
    sheet.line("M60,400 C110,330 150,312 164,306 M340,400 C290,330 250,312 236,306", "#3d5a8c", 24)


def bob_white(sheet: Sheet) -> None:
    """White hair to the jaw, behind."""
    sheet.shape("M110,250 C92,120 140,74 204,76 C268,78 306,130 290,252 C270,262 256,240 258,200 L142,200"
                " C144,240 130,262 110,250Z", "#d8d0c0")  # fmt: skip


def fringe_white(sheet: Sheet) -> None:
    """White hair swept to one side."""
    sheet.shape("M124,190 C118,112 170,92 206,94 C256,96 282,130 278,190 C262,158 240,140 220,124"
                " C196,150 150,160 124,190Z", "#e5dece")  # fmt: skip


def short_and_beard(sheet: Sheet) -> None:
    """Short black hair and a beard with a smile in it."""
    sheet.shape("M128,176 C124,112 162,98 200,98 C238,98 276,112 272,176 C258,140 232,130 200,130"
                " C168,130 142,140 128,176Z", "#1c1310")  # fmt: skip
    sheet.shape("M130,208 C134,280 168,298 200,298 C232,298 266,280 270,208 C262,236 250,240 236,238"
                " C214,232 186,232 164,238 C150,240 138,236 130,208Z", "#1c1310", 0.92)  # fmt: skip
    sheet.shape("M172,240 c14,18 42,18 56,0 c-14,-4 -42,-4 -56,0Z", "#fff8ef")


def collar(sheet: Sheet) -> None:
    """A shirt collar."""
    sheet.shape("M160,300 L200,350 L240,300 L262,318 L222,372 L200,352 L178,372 L138,318Z", "#2f5c5a")


def long_brown(sheet: Sheet) -> None:
    """Long brown hair, behind."""
    sheet.shape("M104,330 C76,200 108,74 202,74 C296,74 324,200 298,330 C276,344 262,320 266,220 L134,220"
                " C138,320 124,344 104,330Z", "#6a4128")  # fmt: skip


def curtains(sheet: Sheet) -> None:
    """Long brown hair with a parting in the middle."""
    sheet.shape("M126,186 C120,116 160,92 198,92 C194,130 164,162 126,186Z", "#7b4d30")
    sheet.shape("M276,186 C280,116 240,92 198,92 C206,130 240,164 276,186Z", "#6a4128")


def pendant(sheet: Sheet) -> None:
    """A small stone on a thread."""
    sheet.line("M162,312 C178,352 222,352 238,312", "#e9dcc0", 4)
    sheet.dot(200, 346, 9, "#e3b44b")


def curls_grey(sheet: Sheet) -> None:
    """Grey curls, behind."""
    places = [(122, 150), (134, 116), (164, 92), (200, 86), (236, 92), (266, 116), (278, 150), (116, 186), (284, 186)]
    _dots(sheet, [(float(x), float(y)) for x, y in places], 30, "#cfcac4")


def curls_front(sheet: Sheet) -> None:
    """Grey curls on the forehead."""
    _dots(sheet, [(150, 132), (178, 120), (208, 118), (238, 124), (258, 140)], 20, "#dcd8d2")


def pearls(sheet: Sheet) -> None:
    """A row of beads."""
    _dots(sheet, [(160, 316), (176, 324), (194, 328), (212, 327), (230, 321), (244, 312)], 7, "#fff3dd")


def long_black(sheet: Sheet) -> None:
    """Long black hair, behind."""
    sheet.shape("M108,340 C84,190 110,76 200,76 C292,76 316,190 292,340 C272,350 260,330 264,220 L136,220"
                " C140,330 128,350 108,340Z", "#221714")  # fmt: skip


def side_parting(sheet: Sheet) -> None:
    """Black hair parted at the side."""
    sheet.shape("M126,200 C116,120 170,88 226,96 C262,104 286,140 276,200 C270,160 250,130 224,116"
                " C196,140 150,160 126,200Z", "#2e201b")  # fmt: skip


def necklace(sheet: Sheet) -> None:
    """A gold chain."""
    sheet.line("M150,330 C170,356 230,356 250,330", "#f0c04a", 6)


def bob_red(sheet: Sheet) -> None:
    """Red hair to the jaw, behind."""
    sheet.shape("M112,270 C84,150 120,76 200,76 C282,76 316,150 288,270 C270,286 254,262 258,204 L142,204"
                " C146,262 130,286 112,270Z", "#b5552f")  # fmt: skip


def fringe_and_glasses(sheet: Sheet) -> None:
    """A red fringe and square green glasses."""
    sheet.shape("M124,188 C120,116 166,90 204,92 C250,94 282,126 276,188 C262,166 252,150 240,142 L160,142"
                " C148,150 138,166 124,188Z", "#c4663b")  # fmt: skip
    for x in (146, 206):
        rim = f"M{x + 10},178 h28 q10,0 10,10 v16 q0,10 -10,10 h-28 q-10,0 -10,-10 v-16 q0,-10 10,-10Z"
        sheet.line(rim, "#27494a", 6)
    sheet.line("M194,192 h12", "#27494a", 6)


def scarf(sheet: Sheet) -> None:
    """A cream edge to a jumper."""
    sheet.line("M156,318 C176,344 224,344 244,318", "#fbf1dc", 9)


def tufts(sheet: Sheet) -> None:
    """Fair hair in tufts."""
    sheet.shape("M122,184 C110,110 150,78 206,82 C262,80 294,116 278,186 C268,166 262,150 250,146 L232,164 L222,140"
                " L200,166 L186,140 L166,168 L156,148 C140,156 130,166 122,184Z", "#c99b56")  # fmt: skip
    _dots(sheet, [(154, 228), (246, 228), (162, 234), (238, 234)], 2.6, "#c07a50")


def stripe(sheet: Sheet) -> None:
    """A cream stripe across a jumper."""
    sheet.box(60, 366, 280, 18, "#fbf1dc", 4)


def wrap(sheet: Sheet) -> None:
    """A green head wrap with a knot, and gold earrings."""
    sheet.shape("M118,178 C96,84 150,44 206,52 C270,44 304,98 282,178 C256,146 232,136 200,136"
                " C168,136 144,146 118,178Z", "#27706a")  # fmt: skip
    sheet.shape("M230,70 C256,24 318,40 308,84 C300,112 252,110 230,70Z", "#2f857e")
    sheet.shape("M240,74 C230,30 176,14 176,52 C176,84 214,94 240,74Z", "#1f5c57")
    sheet.line("M132,142 C160,110 240,108 270,140 M140,108 C170,84 232,82 262,106", "#f0c04a", 7)
    _dots(sheet, [(124, 232), (276, 232)], 9, "#f0c04a")


def curls_red(sheet: Sheet) -> None:
    """Red curls, behind."""
    places = [(128, 140), (146, 112), (176, 94), (208, 90), (240, 100), (264, 124), (276, 152)]
    _dots(sheet, [(float(x), float(y)) for x, y in places], 26, "#c4562b")


def freckles(sheet: Sheet) -> None:
    """A few curls on the forehead, and freckles."""
    _dots(sheet, [(150, 140), (178, 126), (206, 122), (234, 130), (258, 148)], 18, "#d26a3c")
    _dots(sheet, [(150, 226), (160, 234), (170, 226), (230, 226), (240, 234), (250, 226)], 2.8, "#c77a4c")


def band(sheet: Sheet) -> None:
    """A dark band across a football shirt."""
    sheet.box(60, 356, 280, 18, "#2b3352", 3)


def braids(sheet: Sheet) -> None:
    """Long thin braids, behind."""
    sheet.shape("M96,230 C84,100 146,66 200,66 C254,66 316,100 304,230Z", "#1c1310")
    for step in range(5):
        x, foot = 100 + 10 * step, 330 + 11 * (step % 3)
        for place, lean in ((x, -10), (400 - x, 10)):
            sheet.line(f"M{place},200 C{place + lean},250 {place - lean},290 {place},{foot}", "#1c1310", 10)
            sheet.dot(place, foot, 6.5, "#e3b44b")


def braid_crown(sheet: Sheet) -> None:
    """Braids drawn back from the forehead."""
    sheet.shape("M126,192 C118,112 166,90 200,90 C234,90 282,112 274,192 C260,152 236,138 200,136"
                " C164,138 140,152 126,192Z", "#1c1310")  # fmt: skip
    for x in (150, 175, 200, 225, 250):
        sheet.line(f"M{x},{140 + abs(x - 200) * 0.1} C{200 + (x - 200) * 0.8},118 {200 + (x - 200) * 0.6},104"
                   f" {200 + (x - 200) * 0.5},94", "#4a342a", 3)  # fmt: skip
