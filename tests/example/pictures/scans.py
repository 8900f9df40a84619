"""Papers as a scanner sees them: from a hospital, a school, a club, a court; a notebook; cards."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures.handwriting import write
from tests.example.pictures.sheet import Sheet, printed_width

INK, BLUE, PURPLE, TYPE = "#2b2f3a", "#27478a", "#6a3f8f", "#33343a"


def _page(sheet: Sheet, paper: str = "#fdfcf6") -> None:
    """A sheet of paper with its shade, on whatever lies under it."""
    wide, high = sheet.width, sheet.height
    edge = f"M44,40 L{wide - 46},48 L{wide - 40},{high - 44} L40,{high - 50}Z"
    sheet.glow(f"M50,56 L{wide - 36},60 L{wide - 30},{high - 30} L48,{high - 34}Z", "#5d564c", 9, 0.6)
    sheet.shape(edge, paper)


def bracelet() -> Image.Image:
    """A baby's hospital bracelet, cut through where somebody took it off, on a square of blue felt."""
    sheet = Sheet(1000, 700, "#5d86a8", seed=61, rough=1.2)
    for _ in range(900):
        x, y = sheet.random.uniform(0, 1000), sheet.random.uniform(0, 700)
        sheet.line([(x, y), (x + sheet.random.uniform(-9, 9), y + 7)], sheet.random.choice(("#6f97b6", "#517a9c")), 2)
    sheet.glow("M130,270 C300,200 700,190 880,270 L886,490 C700,420 300,430 136,508Z", "#20384c", 9, 0.6)
    band = "M120,262 C300,186 700,178 886,252 L880,470 C700,396 300,406 126,490Z"
    sheet.shape(band, "#fbf4ec")
    with sheet.inside(band):
        sheet.line("M120,284 C300,208 700,200 886,274 M126,468 C300,384 700,374 880,448", "#f0a6b8", 16)
        for step in range(7):
            sheet.dot(150 + 15 * step, 372 - 5 * step, 5, "#b9ab9c")
    with sheet.at(330, 330):
        write(sheet, "Baby MAYA", 10, 0, 62, BLUE, 5)
        write(sheet, "14.2.2017", -40, 62, 44, BLUE, 4.4)
        write(sheet, "06:10", 220, 58, 44, BLUE, 4.4)
        write(sheet, "3.1 kg", 372, 62, 44, BLUE, 4.4)
    sheet.line("M886,252 L900,244 L892,300 L908,330 L892,362 L904,414 L880,470", "#fbf4ec", 9)
    sheet.dot(104, 372, 30, "#fbf4ec")
    sheet.dot(104, 372, 12, "#d9cbbb")
    return sheet.finished(0.7)


def footprint() -> Image.Image:
    """Two small feet in blue ink on a card, with a date."""
    sheet = Sheet(800, 1000, "#cfc4b2", seed=62, rough=1.4)
    _page(sheet)
    sheet.line("M84,84 L716,88 L720,914 L80,910Z", "#b9d3c4", 6)
    for x, y, turn, flip in ((300, 560, -9, False), (520, 520, 8, True)):
        with sheet.at(x, y, 1.12, turn=turn, flip=flip):
            _foot(sheet)
    write(sheet, "My first feet", 228, 280, 70, BLUE, 6)
    write(sheet, "14 February 2017", 190, 824, 54, BLUE, 5)
    sheet.typed("THE RED BOOK  ·  A RECORD OF YOUR BABY'S HEALTH", 168, 150, 20, "#7a8b84")
    return sheet.finished(0.5)


def _foot(sheet: Sheet) -> None:
    sheet.shape("M-64,-40 C-74,-120 60,-130 62,-40 C60,20 40,50 44,104 C46,160 -44,164 -46,106 C-46,60 -58,20 -64,-40Z",
                "#3f5f92", 0.82)  # fmt: skip
    for x, y, r in ((-46, -128, 21), (-10, -146, 15), (18, -142, 13), (42, -130, 12), (60, -112, 10)):
        sheet.oval(x, y, r * 0.9, r, "#3f5f92", 0.82)
    for _ in range(130):
        across, down = sheet.random.uniform(-60, 60), sheet.random.uniform(-110, 140)
        sheet.line([(across, down), (across + sheet.random.uniform(-8, 8), down + 4)], "#fdfcf6", 1.6, 0.75)


REPORT = (
    ("Reading", "Reads to anyone, and to dogs."),
    ("Writing", "Long stories. Short full stops."),
    ("Maths", "Better than she says."),
    ("Art", "Draws dogs from memory."),
    ("Sport", "Not afraid of mud or of balls."),
)
"""What the school report says; the book says the same words beneath it."""


SAYS = ("Maya asks the question that the", "others wanted to ask. Please", "never stop. I will miss her.")


def report() -> Image.Image:
    """A school report: printed lines, and a teacher's handwriting in green."""
    sheet = Sheet(1000, 1300, "#b9b0a2", seed=63, rough=0.9)
    _page(sheet)
    sheet.shape("M120,120 L880,122 L880,214 L120,212Z", "#2f6f5a")
    sheet.typed("School report", 160, 184, 50, "#fdfcf6")
    sheet.typed("Year 4, summer 2026", 590, 180, 28, "#e3efe6")
    sheet.typed("Name:", 130, 290, 28, TYPE)
    write(sheet, "Maya", 250, 292, 50, "#2f7a4a", 4.6)
    for step, (subject, words) in enumerate(REPORT):
        y = 400 + 116 * step
        sheet.line([(120, y + 40), (880, y + 42)], "#cfd8d2", 3)
        sheet.typed(subject, 130, y, 32, TYPE)
        write(sheet, words, 330, y, 40, "#2f7a4a", 3.8)
    sheet.typed("From her teacher", 130, 1000, 28, TYPE)
    for step, words in enumerate(SAYS):
        write(sheet, words, 150, 1064 + 58 * step, 42, "#2f7a4a", 4)
    write(sheet, "F. Okoro", 660, 1212, 54, "#2f7a4a", 4.4)
    return sheet.finished(0.3)


def certificate() -> Image.Image:
    """A football club's certificate with a gold edge, a pair of gloves and a ribbon."""
    sheet = Sheet(1200, 850, "#c9bca4", seed=64, rough=1.2)
    _page(sheet, "#fffaf0")
    sheet.line("M90,86 L1110,90 L1114,762 L86,758Z", "#d9a941", 14)
    sheet.line("M118,114 L1082,118 L1086,734 L114,730Z", "#2b3352", 4)
    sheet.typed("GOALKEEPER OF THE YEAR", 262, 220, 58, "#2b3352")
    sheet.typed("Saturday football, under nines, 2025", 372, 276, 28, "#5d6478")
    write(sheet, "Maya", 470, 426, 130, "#b02a20", 10)
    sheet.line("M380,456 L830,460", "#2b3352", 3)
    sheet.typed("for 31 saves, and for shaking every hand at the end", 300, 522, 28, TYPE)
    with sheet.at(200, 640):
        _glove(sheet)
    with sheet.at(310, 640, flip=True):
        _glove(sheet)
    write(sheet, "Coach Bex", 560, 664, 58, BLUE, 5)
    with sheet.at(990, 580):
        sheet.shape("M-26,20 L-50,128 L-22,108 L-4,132 L6,30Z M26,20 L50,128 L22,108 L4,132 L-6,30Z", "#b02a20")
        sheet.dot(0, 0, 52, "#d9a941")
        sheet.dot(0, 0, 38, "#f3cb62")
        write(sheet, "1", -10, 28, 60, "#8a5a14", 8)
    return sheet.finished(0.5)


def _glove(sheet: Sheet) -> None:
    sheet.shape("M-34,84 L-38,10 C-66,-6 -64,-36 -46,-34 L-34,-14 L-34,-70 q14,-18 24,0 L-6,-84 q14,-18 24,0"
                " L22,-66 q14,-14 22,4 L40,20 L34,84Z", "#3b8fb0")  # fmt: skip
    sheet.line("M-10,-66 L-8,-10 M18,-80 L18,-10", "#27647f", 4)
    sheet.box(-40, 56, 78, 30, "#e6b93f", 6)


JUDGMENT = (
    ("61.  I turn to what must happen now.", ""),
    ("62.  The mother loves her children. That has never", "mark"),
    ("been in doubt. Love was not, by December, enough", "mark"),
    ("to keep them safe.", "mark"),
    ("63.  The grandmother's offer was a loving one. She", ""),
    ("is seventy-one and she is ill. I cannot find that it", ""),
    ("would last this child's childhood, and she, with great", ""),
    ("courage, told me so herself.", ""),
    ("64.  None of this is the doing of either child. Both", "mark"),
    ("did everything that a child can do. I should like them", "mark"),
    ("to be told that I said so.", "mark"),
)
"""Page 24 of the judgment: the chapter quotes the same words."""


def judgment() -> Image.Image:
    """A typed page of the judgment, punched for a ring binder, with three sentences marked in yellow."""
    sheet = Sheet(1000, 1300, "#a9a59b", seed=65, rough=0.7)
    _page(sheet)
    sheet.typed("IN THE FAMILY COURT", 352, 150, 28, TYPE)
    sheet.typed("JUDGMENT OF 17 JULY 2020", 330, 196, 26, TYPE)
    sheet.line("M140,226 L860,228", TYPE, 2)
    for step, (words, mark) in enumerate(JUDGMENT):
        y = 320 + 66 * step
        start = 150 if words[:2].isdigit() else 204
        if mark:
            right = start + printed_width(words, 28) + 10
            sheet.shape(f"M196,{y - 30} L{right},{y - 32} L{right + 4},{y + 10} L198,{y + 12}Z", "#f9e46a")
        sheet.typed(words, start, y, 28, TYPE)
    sheet.typed("24", 490, 1216, 26, TYPE)
    for y in (400, 900):
        sheet.oval(92, y, 19, 19, "#a9a59b")
    return sheet.finished(0.3)


SORRY = (
    "Dear Maya,",
    "In March 2020 we moved you from Sue's house to Jan and",
    "Dave's house in five days. You were three. Nobody asked",
    "you, nobody showed you the house first, and nobody made",
    "sure that you understood goodbye.",
    "We should have done all three. It was our job.",
    "I am sorry.",
    "You asked Priya what will be different. No child in this",
    "team now moves without being asked. Somebody checks",
    "that, each time, and I am the one they tell.",
)
"""What Priya's manager wrote: the chapter on the day she came quotes it."""


def sorry() -> Image.Image:
    """A typed letter with a signature by hand, folded in three."""
    sheet = Sheet(1000, 1300, "#b7ad9d", seed=66, rough=0.8)
    _page(sheet)
    for fold in (456, 864):
        sheet.shape(f"M40,{fold} L960,{fold - 4} L960,{fold + 12} L40,{fold + 16}Z", "#e3dccb", 0.6)
    sheet.typed("Children's Services", 130, 150, 34, "#2f5c7a")
    sheet.typed("May 2026", 740, 150, 26, TYPE)
    y = 260
    for words in SORRY:
        sheet.typed(words, 130, y, 28, TYPE)
        y += 96 if words.endswith((",", "job.", "sorry.", "goodbye.")) else 50
    write(sheet, "Ruth Adler", 150, 1090, 84, INK, 6)
    sheet.typed("Team manager", 150, 1146, 26, TYPE)
    return sheet.finished(0.3)
