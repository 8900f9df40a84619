"""Written by hand: Nana Pat's postcard, Jan's green notebook, Sue's birthday card, a label."""

from __future__ import annotations

import math

from PIL import Image

from tests.example.pictures.handwriting import write
from tests.example.pictures.outline import oval
from tests.example.pictures.scans import BLUE, INK, PURPLE
from tests.example.pictures.sheet import Sheet

POSTCARD = (
    "Dear Maisie Moo,",
    "The ducks ask after you.",
    "I said you are busy being six.",
    "I beat Mrs Hill at cards.",
    "I did cheat, but so did she.",
    "Be good, and if you can't",
    "be good, be careful.",
    "Your Nana Pat x",
)
"""What Nana Pat wrote: letters/nana-postcard.md says the same words."""

NOTEBOOK = (
    "Fri 6 March",
    "M. came at 11. Wet through.",
    "Soup. Half of D's toast. 11 words.",
    "Bed 7. Awake at 1, 3 and 5.",
    "Boots on. Would not be held.",
    "Took hold of the dog.",
    "",
    "Sat 7 March",
    "Boots on. 19 words.",
    "Laughed once (dog, sock).",
    "Asked if tomorrow is here too.",
)
"""Jan's green notebook: the chapter for adults quotes it."""


def postcard() -> Image.Image:
    """The back of a postcard in purple ink: a stamp with a duck, and no address."""
    sheet = Sheet(1200, 820, "#c2a983", seed=71, rough=1.1)
    sheet.glow("M52,56 L1158,60 L1154,776 L48,772Z", "#5a4630", 10, 0.6)
    card = "M44,44 L1150,50 L1146,766 L40,760Z"
    sheet.shape(card, "#fbf5e4")
    for step, words in enumerate(POSTCARD):
        write(sheet, words, 80, 142 + 80 * step, 46, PURPLE, 4.4)
    sheet.line("M760,90 L756,720", "#c9bda2", 3)
    for step in range(3):
        sheet.line([(800, 470 + 84 * step), (1100, 472 + 84 * step)], "#d8cdb4", 3)
    write(sheet, "Maya", 860, 462, 60, PURPLE, 5)
    with sheet.at(1010, 190):
        sheet.shape("M-84,-100 L88,-98 L86,104 L-86,102Z", "#fffdf6")
        sheet.shape("M-70,-86 L74,-84 L72,90 L-72,88Z", "#bfe0df")
        duck(sheet, 0, 24, 0.62)
    for r in (70, 58):
        sheet.ring(880, 180, r, r, "#6b6b76", 3)
    for step in range(4):
        sheet.line(f"M760,{150 + 22 * step} q24,-14 48,0 q24,14 48,0 q24,-14 48,0", "#6b6b76", 3)
    return sheet.finished(0.6)


def duck(sheet: Sheet, x: float, y: float, size: float, *, flip: bool = False, white: bool = False) -> None:
    """A duck on the water, looking left, about 150 wide."""
    body, wing, head = ("#fbf6ea", "#e9dfc8", "#fbf6ea") if white else ("#a08058", "#7c6040", "#2f7a5a")
    with sheet.at(x, y, size, flip=flip):
        sheet.shape("M-70,10 C-60,50 50,54 84,10 C92,-6 96,-24 88,-34"
                    " C70,-14 40,-20 10,-22 C-30,-26 -70,-20 -70,10Z", body)  # fmt: skip
        sheet.shape("M-20,-4 C10,-22 50,-18 66,0 C40,24 0,24 -20,-4Z", wing)
        sheet.shape("M-70,16 C-80,-16 -60,-30 -52,-46 L-16,-22 C-20,0 -40,20 -70,16Z", body)
        sheet.dot(-48, -56, 28, head)
        if not white:
            sheet.line("M-68,-34 q18,10 38,6", "#fbf6ea", 7)
        sheet.shape("M-70,-60 L-102,-50 L-70,-42Z", "#e9a33b")
        sheet.dot(-54, -62, 4.5, "#1a1a1a")


def notebook() -> Image.Image:
    """A page of Jan's green notebook, with its spiral and a ring from a mug of tea."""
    sheet = Sheet(1000, 1200, "#9a7a55", seed=72, rough=1)
    sheet.shape("M70,40 L946,44 L950,1160 L66,1164Z", "#3f7a52")
    sheet.shape("M110,66 L926,70 L930,1136 L106,1140Z", "#fdf9ea")
    for step in range(14):
        sheet.line([(116, 190 + 74 * step), (924, 192 + 74 * step)], "#c4d8c8", 2.4)
    for step in range(15):
        y = 100 + 72 * step
        sheet.dot(132, y, 10, "#8f7a5a")
        sheet.line(f"M132,{y} C96,{y - 22} 60,{y - 8} 74,{y + 12} C90,{y + 24} 118,{y + 12} 130,{y + 2}", "#aeb4b8", 6)
    for step, words in enumerate(NOTEBOOK):
        write(sheet, words, 176, 258 + 74 * step, 44, INK, 3.8)
    for r, opacity in ((120, 0.35), (112, 0.2)):
        sheet.line(oval(770, 930, r, r * 0.97), "#a8763f", 9, opacity)
    return sheet.finished(0.5)


def birthday_card() -> Image.Image:
    """A card that Sue made: five pancakes, each in the shape of a letter or a mark, and a line in blue."""
    sheet = Sheet(1000, 800, "#e7cfa8", seed=73, rough=1.6)
    sheet.glow("M70,74 L938,70 L944,742 L66,746Z", "#6b4a26", 10, 0.5)
    sheet.shape("M60,60 L930,56 L936,730 L56,734Z", "#e8f1ee")
    for step in range(40):
        turn = 2 * math.pi * step / 40
        colour = ("#d63a2c", "#e3b13f", "#3b8fb0")[step % 3]
        sheet.dot(496 + 392 * math.cos(turn), 300 + 190 * math.sin(turn), 7, colour)
    for letter, x in zip("MAYA9", (196, 346, 496, 646, 800), strict=True):
        pancake_letter(sheet, letter, x - 60, 370, 150)
    write(sheet, "Nine! I had to buy more flour.", 190, 580, 54, BLUE, 5)
    write(sheet, "Love from Sue", 330, 668, 54, BLUE, 5)
    return sheet.finished(0.7)


def pancake_letter(sheet: Sheet, letter: str, x: float, y: float, size: float) -> None:
    """A letter poured out of batter and baked golden."""
    thick = size * 0.3
    with sheet.at(4, 7):
        write(sheet, letter, x, y, size, "#8a5a22", thick)
    state = sheet.random.getstate()
    write(sheet, letter, x, y, size, "#d9963f", thick)
    sheet.random.setstate(state)
    write(sheet, letter, x, y, size, "#edb861", thick * 0.62)
