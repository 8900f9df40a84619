"""The style sheets and what they name."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.unit.pages.look.stylesheets import LOOK, LOOKS, SHEETS, plain

NAMED = re.compile(r"url\(([^)]*)\)")
PHYSICAL = re.compile(
    r"(?<![a-z-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b"
    r"|(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height))\s*:"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right))"
)
QUERY = re.compile(r"\((?:min|max)-(?:width|height):[^)]*\)")
FLAT = re.compile(r"[a-z0-9-]+\.[a-z0-9]+")
FAMILIES = ("andika", "atkinson-hyperlegible-next", "literata", "noto-sans-ethiopic", "vazirmatn")
LONGEST = {"13-17/look.css": 400, "18-plus/look.css": 400}
"""Two looks lay out every kind of page on a grid of their own; cutting them in two would part what is read together."""


def names(sheet: Path) -> list[str]:
    return NAMED.findall(plain(sheet))


def id_of(sheet: Path) -> str:
    return f"{sheet.parent.name}/{sheet.name}"


@pytest.fixture(params=SHEETS, ids=id_of)
def sheet(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def test_every_look_is_there() -> None:
    """A page links twelve sheets, two of them its look's own, and the youngest one more for the spreads."""
    shared = ("tokens", "parts", "album", "tools", "themes", "small", "tongues", "ease", "print", "paper")
    expected = {f"shared/{name}.css" for name in shared}
    expected |= {f"{look}/{name}.css" for look in LOOKS for name in ("look", "cover")}
    expected |= {"under-5/spread.css"}
    expected |= {f"faces/{name}.css" for name in ("andika", "atkinson", "literata", "scripts")}
    assert {id_of(sheet) for sheet in SHEETS} == expected


def test_every_name_is_a_file(sheet: Path) -> None:
    """A sheet names fonts and drawings by their bare names, and each of them exists."""
    shipped = {file.name for folder in ("fonts", "art") for file in (LOOK / folder).iterdir()}
    assert set(names(sheet)) <= shipped


def test_nothing_lies_unused() -> None:
    """Every font and every drawing is named by a sheet; only the fonts' licences are not."""
    named = {name for sheet in SHEETS for name in names(sheet)}
    files = {file.name for folder in ("fonts", "art") for file in (LOOK / folder).iterdir()}
    assert files - named == {f"OFL-{name}.txt" for name in FAMILIES}


def test_a_book_carries_its_own_fonts_only() -> None:
    """What the shared sheets name would be in every book, so they name nothing."""
    assert [name for sheet in SHEETS if sheet.parent.name == "shared" for name in names(sheet)] == []


def test_names_lie_flat() -> None:
    """In a book all these files lie in one folder, on any stick: their names are short, plain and different."""
    flat = [file.name for folder in ("shared", "fonts", "art") for file in (LOOK / folder).iterdir()]
    shipped = [name for name in flat if not name.startswith("OFL-")]
    assert len({name.casefold() for name in flat}) == len(flat)
    assert all(FLAT.fullmatch(name) and len(name) <= 40 for name in shipped)


def test_nothing_remote(sheet: Path) -> None:
    """No sheet asks for anything outside the book."""
    text = plain(sheet)
    assert "//" not in text
    assert "@import" not in text
    assert "data:" not in text


def test_logical_only(sheet: Path) -> None:
    """Nothing is said of left and right, top and bottom, so that a book in Arabic or Farsi turns round by itself."""
    assert PHYSICAL.findall(QUERY.sub("", plain(sheet))) == []


def test_nothing_floats_above(sheet: Path) -> None:
    """Nothing is fixed over the page, where it could cover what is read at great zoom."""
    assert "position:fixed" not in plain(sheet).replace(" ", "")


def test_a_sheet_is_read_whole(sheet: Path) -> None:
    """A sheet is short enough to be understood."""
    lines = sheet.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST.get(id_of(sheet), 350)


def test_balanced(sheet: Path) -> None:
    """Every block that is opened is closed."""
    text = plain(sheet)
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("drawing", sorted((LOOK / "art").iterdir()), ids=lambda file: file.name)
def test_drawings_are_only_drawn(drawing: Path) -> None:
    """A drawing is well-formed, names nothing outside itself, and carries no script and no letters."""
    text = drawing.read_text(encoding="utf-8")
    elements = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
    assert elements.isdisjoint({"script", "image", "text", "foreignObject", "a", "use", "style"})
    assert not re.search(r"\bhref\b|\bon[a-z]+=", text)
    assert text.replace('xmlns="http://www.w3.org/2000/svg"', "", 1).count("http") == 0
