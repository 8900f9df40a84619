"""People in a scene, from head to foot: standing, sitting on a swing, sitting on the sand."""

from __future__ import annotations

from dataclasses import dataclass

from tests.example.pictures.people import FACES, head
from tests.example.pictures.sheet import Sheet


@dataclass(frozen=True)
class Clothes:
    """Colours of what somebody wears; ``dress`` covers the legs to the knee."""

    top: str
    legs: str
    shoes: str
    dress: bool = False
    bare: bool = False


def stands(
    sheet: Sheet, name: str, x: float, foot: float, tall: float, clothes: Clothes,
    hands: tuple[tuple[float, float], tuple[float, float]] = ((-26, 52), (26, 52)),
) -> None:  # fmt: skip
    """Somebody standing, seen from the front, ``tall`` units high; hands in hundredths from the head's top middle."""
    child = FACES[name].child or name == "tyler"
    top_of_body, high = (31, 30) if child else (23, 22)
    with sheet.at(x, foot - tall, tall / 100):
        _legs(sheet, clothes, FACES[name].skin, 62 if child else 58)
        _arms(sheet, clothes, FACES[name].skin, top_of_body + 5, hands)
        waist = 66 if child else 60
        wide = 14 if clothes.dress else 11
        sheet.shape(f"M-8,{top_of_body} C-15,{top_of_body + 1} -15,{top_of_body + 8} -13,{waist - 12} L-{wide},{waist}"
                    f" C-6,{waist + 2} 6,{waist + 2} {wide},{waist} L13,{waist - 12}"
                    f" C15,{top_of_body + 8} 15,{top_of_body + 1} 8,{top_of_body}Z", clothes.top)  # fmt: skip
        if clothes.dress:
            hem = waist + 16
            sheet.shape(f"M-11,{waist - 8} L11,{waist - 8} L20,{hem} C8,{hem + 3} -8,{hem + 3} -20,{hem}Z", clothes.top)
        head(sheet, name, 0, high * 0.52 + 2, high)


def _legs(sheet: Sheet, clothes: Clothes, skin: str, hip: float) -> None:
    colour = skin if clothes.dress or clothes.bare else clothes.legs
    for side in (-1, 1):
        sheet.line([(6 * side, hip), (6.5 * side, 95)], colour, 9)
        if clothes.bare:
            sheet.line([(6 * side, hip), (6.5 * side, hip + 14)], clothes.legs, 11)
        sheet.oval(7.5 * side, 97, 7, 3.8, clothes.shoes)


def _arms(sheet: Sheet, clothes: Clothes, skin: str, shoulder: float, hands: tuple[tuple[float, float], ...]) -> None:
    for side, (hx, hy) in zip((-1, 1), hands, strict=True):
        sx, sy = 11.0 * side, shoulder
        bend = (sx + hx) / 2 + 3 * side, (sy + hy) / 2 + 2
        sheet.line([(sx, sy), bend, (hx, hy)], clothes.top, 7)
        sheet.dot(hx, hy, 4.2, skin)


def swings(sheet: Sheet, name: str, x: float, seat: float, size: float, clothes: Clothes) -> None:
    """A child on a swing, seen from the front: ropes in both hands, legs to the front."""
    skin = FACES[name].skin
    with sheet.at(x, seat, size / 100):
        for side in (-1, 1):
            sheet.line([(9 * side, -8), (11 * side, 14), (12 * side, 46)], clothes.legs, 13)
            sheet.oval(13 * side, 52, 9, 7, clothes.shoes)
        sheet.box(-32, 2, 64, 8, "#8a5a36", 3)
        for side in (-1, 1):
            sheet.line([(10 * side, -6), (11 * side, 12)], clothes.legs, 15)
        sheet.shape("M-12,-48 C-19,-46 -18,-36 -15,-4 C-8,2 8,2 15,-4 C18,-36 19,-46 12,-48Z", clothes.top)
        for side in (-1, 1):
            sheet.line([(14 * side, -42), (26 * side, -32), (31 * side, -56)], clothes.top, 8)
            sheet.dot(31 * side, -60, 5, skin)
        head(sheet, name, 0, -66, 40)


def sits_on_sand(sheet: Sheet, name: str, x: float, ground: float, size: float, clothes: Clothes) -> None:
    """Somebody small sitting on the ground, legs to the front, arms to the middle."""
    skin = FACES[name].skin
    with sheet.at(x, ground, size / 100):
        for side in (-1, 1):
            sheet.line([(10 * side, -8), (24 * side, 2), (27 * side, 12)], skin, 12)
            sheet.oval(28 * side, 14, 8, 6, skin)
        sheet.shape("M-12,-46 C-20,-44 -20,-20 -18,-2 C-8,4 8,4 18,-2 C20,-20 20,-44 12,-46Z", clothes.top)
        for side in (-1, 1):
            sheet.line([(14 * side, -40), (22 * side, -26), (7 * side, -12)], skin, 8)
        head(sheet, name, 0, -68, 46)
