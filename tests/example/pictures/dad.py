"""What there is of Maya's dad: a bus stop that nobody photographed, a list of questions, a note of a telephone call."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.handwriting import write
from tests.example.pictures.sheet import Sheet

QUESTIONS = (
    "Things to ask Dad",
    "1. What makes you laugh?",
    "2. Can you still whistle?",
    "3. Do you like dogs or cats?",
    "4. Goal or striker?",
    "5. Who did your hair?",
    "6. What is your dad called?",
    "7. Do you like mango?",
)
"""The first seven of eleven; media.yaml says the same words."""
NOTE = (
    "12 May. Rang Yvonne, 4 pm.",
    "She did not hang up.",
    "First thing she asked:",
    "What makes her laugh?",
    "I said: goats.",
    "She laughed. Then she was quiet.",
    "She will look for a photo.",
)
"""What Priya wrote while she talked; media.yaml says the same words."""


def bus_stop() -> Image.Image:
    """Two people seen from behind at a bus stop, one with long hair and one tall with curls; a pigeon on the roof."""
    sheet = Sheet(1000, 750, "#e9c9a0", seed=121)
    for x, y, size in ((180, 110, 1.2), (760, 90, 1.4)):
        things.cloud(sheet, x, y, size, "#f6e3c8")
    for x, high, colour in ((-20, 330, "#b98a74"), (180, 280, "#a97a66"), (700, 320, "#b98a74"), (860, 260, "#a97a66")):
        sheet.box(x, 540 - high, 210, high + 10, colour)
        for row in range(high // 80):
            for column in range(3):
                sheet.box(x + 24 + 60 * column, 570 - high + 74 * row, 32, 44, "#f2d79a", 3)
    sheet.box(-20, 540, 1040, 60, "#8f8478")
    sheet.box(-20, 590, 1040, 180, "#6d6a66")
    sheet.dashed("M-20,690 L1020,690", "#e9e4d2", 9, 60, 48)
    sheet.shape("M250,240 L760,240 L760,540 L250,540Z", "#cfe0e2", 0.65)
    for x in (250, 748):
        sheet.box(x, 230, 14, 330, "#3f5b63")
    sheet.box(226, 208, 562, 34, "#3f5b63", 8)
    sheet.box(290, 480, 430, 18, "#8a5a36", 6)
    for x in (320, 680):
        sheet.box(x, 494, 14, 66, "#3f5b63")
    sheet.box(800, 200, 12, 360, "#3f5b63")
    sheet.box(776, 190, 62, 62, "#c8281c", 30)
    _from_behind(sheet, 430, "#3f8a6a", "#5b3a26", 0)
    _from_behind(sheet, 575, "#4a5b7a", "#241812", 46)
    _pigeon(sheet, 610, 202)
    return sheet.finished(0.2)


def _from_behind(sheet: Sheet, x: float, coat: str, hair: str, taller: float) -> None:
    """Somebody on the bench: nobody here knows that face, so none is drawn."""
    top = 330 - taller
    sheet.shape(f"M{x - 62},500 C{x - 66},{top + 70} {x - 40},{top + 54} {x},{top + 54} C{x + 40},{top + 54}"
                f" {x + 66},{top + 70} {x + 62},500Z", coat)  # fmt: skip
    sheet.box(x - 16, top + 28, 32, 40, "#8a5a3c" if taller else "#e0b393", 8)
    if taller:
        for step in range(7):
            sheet.dot(x - 40 + 13.5 * step, top - 12 + (step % 2) * 14 - (3 - abs(step - 3)) * 8, 20, hair)
        sheet.oval(x, top + 2, 42, 44, hair)
    else:
        sheet.shape(f"M{x - 44},{top + 130} C{x - 56},{top} {x - 40},{top - 46} {x},{top - 46} C{x + 40},{top - 46}"
                    f" {x + 56},{top} {x + 44},{top + 130}Z", hair)  # fmt: skip


def _pigeon(sheet: Sheet, x: float, y: float) -> None:
    """A pigeon with a crisp packet on its head, which was the joke."""
    sheet.shape(f"M{x - 50},{y - 6} C{x - 44},{y - 50} {x + 10},{y - 60} {x + 34},{y - 36} L{x + 60},{y - 8}"
                f" L{x - 20},{y + 4}Z", "#7b8794")  # fmt: skip
    sheet.dot(x - 46, y - 52, 18, "#6a7683")
    sheet.dot(x - 52, y - 54, 4, "#f2b33d")
    sheet.shape(f"M{x - 64},{y - 50} l-18,6 l18,4Z", "#e3a04a")
    sheet.shape(f"M{x - 66},{y - 62} l8,-34 l34,2 l4,30Z", "#d63a2c")
    sheet.line(f"M{x - 58},{y - 80} l26,2", "#f6e3c8", 5)
    for step in (-14, 6):
        sheet.line([(x + step, y), (x + step, y + 8)], "#e37a5a", 5)


def questions() -> Image.Image:
    """A page out of an exercise book with a list in felt tip; one corner has been chewed."""
    sheet = Sheet(900, 1100, "#c7a27a", seed=122, rough=1.4)
    sheet.glow("M60,70 L846,62 L850,1040 L56,1050Z", "#6b5138", 10, 0.6)
    page = "M52,54 L836,46 L842,960 l-40,16 l10,30 l-44,6 l-6,26 L46,1042Z"
    sheet.shape(page, "#fbf8ee")
    with sheet.inside(page):
        for step in range(12):
            sheet.line([(40, 210 + 74 * step), (860, 206 + 74 * step)], "#bcd0de", 2)
        sheet.line([(130, 40), (128, 1060)], "#e3a9a0", 2.5)
    for step, words in enumerate(QUESTIONS):
        size, colour = (58, "#8a2f7a") if not step else (46, "#27478a")
        write(sheet, words, 160, 200 + 104 * step, size, colour, 5)
    return sheet.finished(0).resize((720, 880), Image.Resampling.LANCZOS)


def note() -> Image.Image:
    """A page of a social worker's spiral notebook in black pen, underlined in one place."""
    sheet = Sheet(1000, 900, "#b9b0a2", seed=123, rough=1.2)
    sheet.glow("M60,70 L946,64 L950,846 L56,852Z", "#5d564c", 9, 0.6)
    sheet.shape("M52,52 L936,46 L942,836 L46,842Z", "#fdfaf0")
    for step in range(15):
        sheet.dot(100 + 58 * step, 78, 9, "#b9b0a2")
        sheet.line(f"M{100 + 58 * step},78 v-40", "#8a8f94", 6)
    for step, words in enumerate(NOTE):
        write(sheet, words, 110, 190 + 92 * step, 44, "#2b2f3a", 4)
    sheet.line("M110,486 L640,482", "#2b2f3a", 5)
    return sheet.finished(0).resize((800, 720), Image.Resampling.LANCZOS)
