"""Two days at the sea, five years apart."""

from __future__ import annotations

from PIL import Image

from tests.example.pictures import things
from tests.example.pictures.figures import Clothes, sits_on_sand
from tests.example.pictures.outline import oval
from tests.example.pictures.people import FACES, head
from tests.example.pictures.sheet import Sheet


def with_nana() -> Image.Image:
    """Nana Pat in a striped deckchair, and Maya, very small, with a bucket."""
    sheet = Sheet(1200, 900, "#bfe3e8", seed=21)
    sheet.dot(980, 130, 74, "#fbe6a0")
    things.cloud(sheet, 300, 120, 1.1)
    sheet.shape("M-20,320 L1220,312 L1220,560 L-20,560Z", "#5fb3c4")
    for y, colour in ((380, "#74c0cc"), (440, "#8accd3")):
        sheet.shape(f"M-20,{y} " + "q50,-22 100,0 " * 13 + "L1240,620 L-20,620Z", colour)
    sheet.shape("M-20,530 " + "q62,-26 124,0 " * 10 + "L1220,600 L-20,600Z", "#eaf6f3")
    sheet.shape("M-20,552 C300,520 800,560 1220,530 L1220,920 L-20,920Z", "#f0d9a4")
    _boat(sheet, 720, 330)
    _gulls(sheet)
    for _ in range(120):
        sheet.dot(sheet.random.uniform(0, 1200), sheet.random.uniform(590, 890), 2.6, "#d9b97c")
    sheet.glow(oval(400, 826, 220, 26), "#a8854c", 10, 0.5)
    _deckchair(sheet)
    _castle(sheet, 940, 800)
    sheet.glow(oval(720, 812, 110, 20), "#a8854c", 8, 0.5)
    sits_on_sand(sheet, "maya", 720, 790, 260, Clothes("#d63a2c", "#d63a2c", "#d63a2c"))
    for x, y in ((688, 700), (720, 690), (752, 702), (704, 736), (738, 738), (720, 768)):
        sheet.dot(x, y, 6, "#fff3dd")
    with sheet.at(722, 770):
        sheet.shape("M-32,0 L32,0 L24,60 L-24,60Z", "#e3b13f")
        sheet.line("M-30,2 C-20,-30 20,-30 30,2", "#b9861f", 5)
    return sheet.finished()


def _boat(sheet: Sheet, x: float, y: float) -> None:
    sheet.shape(f"M{x - 50},{y} L{x + 50},{y} L{x + 30},{y + 26} L{x - 34},{y + 26}Z", "#b24a3a")
    sheet.shape(f"M{x + 4},{y - 86} L{x + 44},{y - 6} L{x + 4},{y - 6}Z", "#fffaf0")
    sheet.shape(f"M{x - 4},{y - 70} L{x - 34},{y - 6} L{x - 4},{y - 6}Z", "#f3e3c3")


def _gulls(sheet: Sheet) -> None:
    for x, y in ((520, 150), (600, 200), (130, 240)):
        with sheet.at(x, y):
            sheet.line("M-28,0 C-18,-16 -6,-12 0,0 C6,-12 18,-16 28,0", "#4a6a72", 6)


def _deckchair(sheet: Sheet) -> None:
    skin = FACES["nana-pat"].skin
    sheet.line("M236,820 L470,600 M300,430 L480,822", "#a8703f", 18)
    sheet.line("M240,436 L444,418", "#a8703f", 18)
    sheet.shape("M262,432 L420,420 L520,690 L330,730Z", "#fff3dc")
    for step in range(4):
        x = 262 + 44 * step
        sheet.shape(f"M{x},{432 - 3.2 * step} l20,-1 l{74 - 3 * step},{282 - 3 * step} l-22,4Z", "#c9563f")
    sheet.shape("M296,520 C300,470 410,466 430,510 L486,690 C460,724 360,732 330,712Z", "#9a6aa3")
    sheet.shape("M340,690 C380,650 480,656 540,690 L560,752 C500,772 380,770 344,748Z", "#4f6f8f")
    sheet.line("M520,730 L566,800 M470,742 L500,812", skin, 26)
    sheet.oval(584, 812, 30, 13, "#7a4a5c")
    sheet.oval(516, 824, 30, 13, "#7a4a5c")
    sheet.line("M320,540 C300,600 330,640 400,646", "#87598f", 30)
    sheet.line("M424,530 C470,570 480,610 440,640", "#87598f", 28)
    sheet.dot(410, 648, 17, skin)
    sheet.dot(434, 646, 17, skin)
    head(sheet, "nana-pat", 362, 408, 160)
    sheet.line("M320,752 L350,746 M540,722 L560,716", "#a8703f", 16)


def _castle(sheet: Sheet, x: float, ground: float) -> None:
    with sheet.at(x, ground):
        sheet.shape("M-120,0 L-104,-80 L104,-80 L120,0Z", "#dcb978")
        for left, high in ((-80, 30), (0, 60), (80, 30)):
            sheet.shape(f"M{left - 34},-78 L{left - 26},{-88 - high} h52 L{left + 34},-78Z", "#e3c48a")
        sheet.shape("M-22,0 L-22,-30 C-14,-50 14,-50 22,-30 L22,0Z", "#b8925a")
        sheet.line("M0,-146 L0,-216", "#8a5a36", 6)
        sheet.shape("M3,-216 L62,-196 L3,-174Z", "#2f6f8d")


def with_biscuit() -> Image.Image:
    """Evening by the sea: Maya runs with a kite, and Biscuit runs before her."""
    sheet = Sheet(1200, 900, "#f6d9a8", seed=22)
    sheet.glow(oval(280, 330, 330, 220), "#fdeec0", 60, 0.9)
    sheet.dot(280, 330, 84, "#f9c25a")
    for x, y, size in ((820, 120, 1.2), (1060, 210, 0.9), (520, 90, 0.7)):
        things.cloud(sheet, x, y, size, "#fbe9cd")
    sheet.shape("M-20,400 L1220,392 L1220,600 L-20,600Z", "#4f8fa0")
    for step in range(11):
        wide = 150 - 9 * step
        sheet.line([(280 - wide + 12 * (step % 3), 412 + 14 * step), (280 + wide, 411 + 14 * step)], "#f9d48a", 6, 0.8)
    sheet.shape("M-20,560 " + "q62,-26 124,0 " * 10 + "L1220,640 L-20,640Z", "#eef3e6")
    sheet.shape("M-20,584 C300,556 800,590 1220,560 L1220,920 L-20,920Z", "#e3bf85")
    sheet.shape("M-20,584 C300,556 800,590 1220,560 L1220,640 C800,660 300,620 -20,650Z", "#cfa66c", 0.7)
    for step in range(9):
        sheet.oval(820 + 44 * step, 846 + (14 if step % 2 else 0), 14, 7, "#b98f55")
    sheet.glow(oval(380, 792, 210, 16), "#8f6a38", 8, 0.6)
    with sheet.at(400, 790, 0.92):
        things.biscuit_runs(sheet)
    sheet.glow(oval(750, 830, 110, 16), "#8f6a38", 8, 0.6)
    _runs(sheet, 750, 830)
    _kite(sheet)
    return sheet.finished()


def _runs(sheet: Sheet, x: float, ground: float) -> None:
    skin = FACES["maya"].skin
    with sheet.at(x, ground, 1.05):
        sheet.line([(14, -130), (64, -84), (120, -96)], skin, 34)
        sheet.line([(14, -138), (48, -104)], "#3d5a8c", 44)
        sheet.line([(-8, -132), (-58, -92), (-50, -16)], skin, 34)
        sheet.line([(-8, -138), (-42, -106)], "#3d5a8c", 44)
        sheet.oval(-60, -10, 32, 14, skin)
        sheet.oval(128, -108, 14, 28, skin)
        sheet.line([(34, -236), (92, -250), (118, -312)], "#e6a93c", 28)
        jumper = "M-40,-252 C-46,-200 -40,-150 -34,-126 C-10,-112 24,-114 40,-128 C52,-170 54,-220 46,-252Z"
        sheet.shape(jumper, "#e6a93c")
        sheet.line("M-38,-206 C-10,-196 26,-196 49,-206", "#fff3dd", 13)
        sheet.line([(-32, -236), (-84, -206), (-120, -238)], "#e6a93c", 28)
        sheet.dot(-126, -242, 16, skin)
        sheet.dot(121, -320, 16, skin)
        head(sheet, "maya", 2, -326, 150, turn=-6)


def _kite(sheet: Sheet) -> None:
    sheet.line("M878,494 C900,400 930,320 990,250", "#8a6a48", 3)
    with sheet.at(1010, 200, turn=22):
        sheet.shape("M0,-110 L70,0 L0,0Z", "#d63a2c")
        sheet.shape("M0,-110 L-70,0 L0,0Z", "#e8674a")
        sheet.shape("M0,110 L70,0 L0,0Z", "#2f6f8d")
        sheet.shape("M0,110 L-70,0 L0,0Z", "#4a90ac")
        sheet.line("M0,110 C20,150 -20,180 6,220 C20,250 -10,270 4,300", "#8a5a36", 4)
        for y in (150, 210, 270):
            sheet.shape(f"M-22,{y - 12} L22,{y + 12} L22,{y - 12} L-22,{y + 12}Z", "#e3b13f")
