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
