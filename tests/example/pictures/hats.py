"""More hair, and what people wear on it. Drawn on the field of ``people``."""

from __future__ import annotations

from tests.example.pictures.hair import _dots
from tests.example.pictures.sheet import Sheet


def cropped(sheet: Sheet) -> None:
    """Short dark hair close to the head."""
    sheet.shape("M126,184 C120,110 160,94 200,94 C240,94 280,110 274,184 C264,146 240,132 200,132"
                " C160,132 136,146 126,184Z", "#1c1310")  # fmt: skip


def bowler(sheet: Sheet) -> None:
    """A police officer's round hat with a band of squares."""
    sheet.shape("M108,150 C130,136 270,136 292,150 C300,162 100,162 108,150Z", "#1c2433")
    sheet.shape("M128,148 C120,60 280,60 272,148Z", "#26314a")
    for step in range(12):
        for row in range(2):
            if (step + row) % 2:
                sheet.box(129 + 12 * step, 124 + 11 * row, 12, 11, "#fdfbf4")
    sheet.dot(200, 104, 13, "#e3c46a")
    for x in (133, 267):
        sheet.oval(x, 172, 10, 24, "#1c1310")


def uniform(sheet: Sheet) -> None:
    """A white collar and a dark tie."""
    sheet.shape("M160,298 L200,344 L240,298 L266,316 L222,376 L200,352 L178,376 L134,316Z", "#fdfbf4")
    sheet.shape("M190,346 L210,346 L216,400 L184,400Z", "#1c2433")


def fade(sheet: Sheet) -> None:
    """High dark curls, a short beard and round glasses."""
    _dots(sheet, [(146, 122), (166, 104), (190, 96), (214, 97), (238, 106), (256, 126), (200, 120)], 25, "#1c1310")
    sheet.shape("M130,220 C136,280 168,296 200,296 C232,296 264,280 270,220 C258,262 240,274 222,270 L178,270"
                " C160,274 142,262 130,220Z", "#1c1310", 0.85)  # fmt: skip
    for x in (172, 228):
        sheet.ring(x, 198, 25, 24, "#d9a941", 5)
    sheet.line("M196,196 h8", "#d9a941", 5)


def bob_plum(sheet: Sheet) -> None:
    """A dark bob whose ends are dyed plum, behind."""
    sheet.shape("M108,290 C84,150 126,74 202,74 C280,74 318,150 292,290 C270,304 258,270 260,206 L140,206"
                " C142,270 130,304 108,290Z", "#2f2430")  # fmt: skip
    sheet.shape("M106,246 C104,284 116,300 126,290 C136,276 140,250 140,232Z M294,246 C296,284 284,300 274,290"
                " C264,276 260,250 260,232Z", "#9a3f86")  # fmt: skip


def heavy_fringe(sheet: Sheet) -> None:
    """A straight fringe, and a small ring in the nose."""
    sheet.shape("M122,186 C116,108 164,90 204,92 C250,92 284,116 278,186 C268,172 262,166 254,164 L146,164"
                " C136,168 128,176 122,186Z", "#3a2d3b")  # fmt: skip
    sheet.ring(211, 222, 5, 5, "#e3c46a", 3)


def plait(sheet: Sheet) -> None:
    """A long dark plait over one shoulder, behind."""
    sheet.shape("M122,220 C104,110 150,74 202,74 C254,74 296,110 278,220Z", "#3b241a")
    for step in range(7):
        sheet.oval(276 + 2 * (step % 2), 216 + 24 * step, 22 - step, 17, "#3b241a" if step % 2 else "#4a2f22")
    sheet.dot(278, 380, 12, "#e3b13f")


def headband(sheet: Sheet) -> None:
    """Dark hair with a middle parting under a yellow band."""
    sheet.shape("M124,190 C118,112 162,92 200,92 C238,92 282,112 276,190 C264,148 230,134 200,112"
                " C170,134 136,148 124,190Z", "#3b241a")  # fmt: skip
    sheet.line("M126,150 C150,96 250,96 274,150", "#e3b13f", 15)


def church_hat(sheet: Sheet) -> None:
    """White curls under a violet hat with a flower, and half-moon glasses."""
    _dots(sheet, [(128, 166), (136, 146), (264, 146), (272, 166), (124, 190), (276, 190)], 17, "#e9e4da")
    sheet.shape("M84,140 C120,110 280,110 316,140 C310,160 90,160 84,140Z", "#7a4f96")
    sheet.shape("M124,132 C120,56 280,56 276,132Z", "#8f62ad")
    sheet.line("M124,124 C160,138 240,138 276,124", "#5c3876", 14)
    for turn in range(6):
        with sheet.at(262, 100, turn=60 * turn):
            sheet.oval(0, -17, 9, 14, "#f0bf4a")
    sheet.dot(262, 100, 9, "#c9563f")
    for x in (172, 228):
        sheet.line(f"M{x - 20},206 q20,26 40,0", "#3a2a20", 4)


def bald(sheet: Sheet) -> None:
    """Brown hair at the sides, and stubble."""
    sheet.shape("M124,210 C112,160 124,124 150,108 C140,140 136,170 136,206Z", "#7a5434")
    sheet.shape("M276,210 C288,160 276,124 250,108 C260,140 264,170 264,206Z", "#7a5434")
    sheet.shape("M134,226 C140,280 168,292 200,292 C232,292 260,280 266,226 C254,250 232,246 200,246"
                " C168,246 146,250 134,226Z", "#7a5434", 0.25)  # fmt: skip


def wave(sheet: Sheet) -> None:
    """Dark hair combed back in a wave, as young men wore it then."""
    sheet.shape("M124,186 C108,120 140,74 214,78 C272,80 296,120 276,186 C270,150 254,134 232,128"
                " C200,140 168,116 150,138 C136,152 128,166 124,186Z", "#4a3322")  # fmt: skip


def young_curls(sheet: Sheet) -> None:
    """Dark curls under a short veil, and flowers."""
    _dots(sheet, [(146, 126), (168, 112), (196, 106), (226, 110), (250, 124), (126, 156), (274, 156)], 24, "#6a4a30")
    _dots(sheet, [(140, 96), (166, 80), (196, 74), (228, 78), (256, 92)], 13, "#fffaf0")


def veil(sheet: Sheet) -> None:
    """A short white veil and dark curls, behind."""
    sheet.shape("M96,330 C70,180 112,66 200,64 C288,66 330,180 304,330 C280,350 130,350 96,330Z", "#f7f2e6")
    _dots(sheet, [(124, 196), (276, 196), (122, 226), (278, 226)], 24, "#6a4a30")


def ponytail(sheet: Sheet) -> None:
    """Fair hair in a high ponytail, behind."""
    sheet.shape("M236,96 C300,40 340,120 312,214 C300,240 282,226 290,190 C296,150 276,120 236,120Z", "#d8b06a")


def cap(sheet: Sheet) -> None:
    """A blue cap, and a whistle on a cord."""
    sheet.shape("M122,180 C116,124 150,100 200,98 C250,100 284,124 278,180 C266,158 250,148 200,148"
                " C150,148 134,158 122,180Z", "#d8b06a")  # fmt: skip
    sheet.shape("M120,150 C120,66 280,66 280,150 C240,136 160,136 120,150Z", "#2f6f8d")
    sheet.shape("M112,154 C150,128 250,128 288,154 C300,166 270,166 200,156 C130,166 100,166 112,154Z", "#24566e")
    sheet.dot(200, 82, 9, "#24566e")


def whistle(sheet: Sheet) -> None:
    """A whistle on a red cord."""
    sheet.line("M150,318 C170,360 190,366 200,368 M250,318 C230,360 210,366 200,368", "#d63a2c", 6)
    sheet.oval(204, 378, 19, 14, "#c9ced2")


def bun(sheet: Sheet) -> None:
    """Dark red hair in a bun, behind."""
    sheet.dot(200, 72, 42, "#6e2f2a")
    sheet.shape("M120,214 C104,116 148,84 200,84 C252,84 296,116 280,214Z", "#6e2f2a")


def swept(sheet: Sheet) -> None:
    """Dark red hair drawn back, and a pencil in it."""
    sheet.shape("M124,194 C116,112 164,92 200,92 C236,92 284,112 276,194 C262,150 236,128 200,126"
                " C164,128 138,150 124,194Z", "#7f3a33")  # fmt: skip
    sheet.line("M230,92 L312,46", "#e3b13f", 9)
    sheet.line("M312,46 L322,41", "#3b2d20", 9)


def two_plaits(sheet: Sheet) -> None:
    """Two brown plaits, behind."""
    for side in (-1, 1):
        for step in range(5):
            sheet.oval(
                200 + side * (84 + 3 * (step % 2)), 228 + 25 * step, 19 - step, 17, "#8a5a34" if step % 2 else "#9c6a40"
            )
        sheet.dot(200 + side * 86, 350, 11, "#3b8fb0")


def sun_hat(sheet: Sheet) -> None:
    """Brown hair under a straw hat with a shell on it."""
    sheet.shape("M126,190 C120,120 160,96 200,96 C240,96 280,120 274,190 C262,156 240,140 200,138"
                " C160,140 138,156 126,190Z", "#8a5a34")  # fmt: skip
    sheet.oval(200, 138, 122, 24, "#e8c77a")
    sheet.shape("M132,134 C134,52 266,52 268,134Z", "#efd48f")
    sheet.line("M134,128 C170,142 230,142 266,128", "#3b8fb0", 13)
    sheet.shape("M236,134 C230,104 270,104 264,134Z", "#fbf1e4")
    sheet.line("M250,132 L250,112 M250,132 L240,116 M250,132 L260,116", "#d9a98a", 3)


def white_sides(sheet: Sheet) -> None:
    """White hair at the sides, a big moustache and a driver's cap."""
    for x in (130, 270):
        sheet.oval(x, 184, 11, 26, "#e9e4da")
    sheet.shape("M160,240 C176,220 196,224 200,232 C204,224 224,220 240,240 C224,252 208,246 200,242"
                " C192,246 176,252 160,240Z", "#efeae0")  # fmt: skip
    sheet.shape("M116,146 C112,84 288,84 284,146 C240,128 160,128 116,146Z", "#2b3352")
    sheet.shape("M130,148 C160,132 240,132 270,148 C262,168 138,168 130,148Z", "#1a2036")
    sheet.dot(200, 112, 12, "#e3c46a")
