"""The faces of the people in the story, drawn the same way each time, on a field of 400 by 400."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from tests.example.pictures import hair, hats
from tests.example.pictures.sheet import Sheet

Part = Callable[[Sheet], None]


@dataclass(frozen=True)
class Face:
    """``behind`` is drawn before the shoulders, ``before`` after the face, ``clothes`` over the shoulders."""

    ground: str
    skin: str
    top: str
    behind: Part
    before: Part
    clothes: Part
    brow: str = "#3a2a20"
    grins: bool = False
    child: bool = False


FACES = {
    "maya": Face("#f6c851", "#a5683f", "#d63a2c", hair.puffs, hair.parting, hair.dungarees, grins=True, child=True),
    "jan": Face("#cfe0b4", "#f2bd99", "#d96b4c", hair.bob_white, hair.fringe_white, hair.dungarees),
    "dave": Face("#bcd7e6", "#5f3d2a", "#3f7573", hair.nothing, hair.short_and_beard, hair.collar, "#120b08"),
    "mum": Face("#e9c6bd", "#f2c3a2", "#7d9a6a", hair.long_brown, hair.curtains, hair.pendant),
    "nana-pat": Face("#f3d9a8", "#f0c3a6", "#9a6aa3", hair.curls_grey, hair.curls_front, hair.pearls, "#9d968f"),
    "priya": Face("#d9c5e3", "#b77a50", "#b4438a", hair.long_black, hair.side_parting, hair.necklace),
    "sue": Face("#f4cfc2", "#eebd9c", "#4f7fa0", hair.bob_red, hair.fringe_and_glasses, hair.scarf, "#8f4526"),
    "tyler": Face("#c9d9b8", "#f0bd98", "#3b8fb0", hair.nothing, hair.tufts, hair.stripe, grins=True),
    "miss-okoro": Face("#f6c9a4", "#5a3825", "#e6b34a", hair.nothing, hair.wrap, hair.nothing, grins=True),
    "leo": Face("#cde0f0", "#f6cfb2", "#e0b53f", hair.curls_red, hair.freckles, hair.band, "#a3542f", True, True),
    "angela": Face("#e6d3b8", "#6b4530", "#8a3f5c", hair.braids, hair.braid_crown, hair.necklace, "#1c1310"),
    "ade": Face("#c7d3e0", "#4f3323", "#26314a", hair.nothing, hats.bowler, hats.uniform, "#120b08"),
    "marcus": Face("#dfe6c4", "#63422e", "#c9563f", hair.nothing, hats.fade, hair.collar, "#120b08", grins=True),
    "chloe": Face("#e3d4ea", "#f3cdb0", "#4a7a6a", hats.bob_plum, hats.heavy_fringe, hair.pendant, "#2f2430"),
    "amira": Face("#f7e2b0", "#c98f62", "#4f7fa0", hats.plait, hats.headband, hair.scarf, "#2a1a12", True, True),
    "granny-pearl": Face("#f0d0c0", "#5c3b28", "#7a4f96", hair.nothing, hats.church_hat, hair.pearls, "#cfc8bc"),
    "craig": Face("#cfdde0", "#eab992", "#4a5b7a", hair.nothing, hats.bald, hair.collar, "#6a4a30"),
    "hannah": Face("#d3e2d6", "#f1c4a0", "#4a7a6a", hats.bun, hats.swept, hair.necklace, "#6e2f2a"),
    "bex": Face("#d6e4ea", "#eebb95", "#d63a2c", hats.ponytail, hats.cap, hats.whistle, "#a5824a", grins=True),
    "poppy": Face("#f6e6c0", "#f0c3a0", "#e58f5a", hats.two_plaits, hats.sun_hat, hair.scarf, "#7a5434", True, True),
    "grandad-ron": Face("#e6ddca", "#ecbd9a", "#2b3352", hair.nothing, hats.white_sides, hats.uniform, "#d9d2c4"),
    "young-pat": Face("#eadfc8", "#f0c3a6", "#fffaf0", hats.veil, hats.young_curls, hair.pearls, "#5a4028"),
    "young-ron": Face("#eadfc8", "#e9b993", "#2b3040", hair.nothing, hats.wave, hats.uniform, "#4a3322", grins=True),
}  # fmt: skip

FACES_IN_SCENES = ("young-pat", "young-ron")
"""Nobody has a portrait of these two."""


def portrait(name: str) -> Image.Image:
    """A square portrait, head and shoulders."""
    face = FACES[name]
    sheet = Sheet(600, 600, face.ground, seed=len(name) + 11, rough=1.8)
    with sheet.at(0, 6, 1.5):
        face.behind(sheet)
        sheet.shape("M40,420 C44,330 110,296 200,296 C290,296 356,330 360,420Z", face.top)
        _neck(sheet, face.skin)
        features(sheet, face)
        face.before(sheet)
        face.clothes(sheet)
    return sheet.finished(0.8)


def head(sheet: Sheet, name: str, x: float, y: float, size: float, *, turn: float = 0, flip: bool = False) -> None:
    """A head for a scene: its middle at (x, y), about ``size`` high."""
    face = FACES[name]
    with sheet.at(x, y, size / 176, turn=turn, flip=flip), sheet.at(-200, -196):
        face.behind(sheet)
        _neck(sheet, face.skin)
        features(sheet, face)
        face.before(sheet)


def _neck(sheet: Sheet, skin: str) -> None:
    sheet.shape("M168,250 L232,250 L236,306 C226,330 174,330 164,306Z", skin)
    sheet.shape("M168,268 C186,292 214,292 232,268 L232,284 C214,304 186,304 168,284Z", "#000000", 0.13)


def features(sheet: Sheet, face: Face) -> None:
    """Ears, face, eyes and mouth."""
    wide, high, ear = (74, 80, 128) if face.child else (72, 88, 130)
    sheet.oval(ear, 204, 15, 20, face.skin)
    sheet.oval(400 - ear, 204, 15, 20, face.skin)
    sheet.oval(200, 196, wide, high, face.skin)
    for x in (164, 236):
        sheet.dot(x, 230, 15, "#d9654a", 0.36)
    for x in (172, 228):
        sheet.dot(x, 198, 7.5, "#2a1a14")
        sheet.dot(x - 2.5, 195, 2.4, "#ffffff")
    sheet.line("M158,177 c8,-8 20,-8 28,-3", face.brow, 6)
    sheet.line("M214,174 c8,-5 20,-5 28,3", face.brow, 6)
    sheet.line("M200,204 c7,10 7,16 -3,18", "#000000", 5, 0.26)
    if face.grins:
        sheet.shape("M174,238 c10,4 42,4 52,0 c-2,24 -50,26 -52,0Z", "#fff8ef")
        sheet.line("M174,238 c10,4 42,4 52,0 c-2,24 -50,26 -52,0Z", "#8a3c30", 5)
    else:
        sheet.line("M178,242 c12,15 32,15 44,0", "#8a3c30", 7)
