"""Symbols on their way into a book: what may stand in a drawing, and what is said of one that may not be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.media import render_symbols
from lsbook.media.symbols.clean_svg import UnsafeSvgError, clean_svg
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.symbols import Symbol
from tests.building import write_files

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
PLAIN = f'{HEAD}\n<path d="M1 1h7v7z" fill="#a30"/></svg>'


def test_a_drawing_is_written_anew_without_its_origin() -> None:
    """Titles, names of programs, ids and remarks go; shapes, colours and styles stay, and name nothing outside."""
    drawn = f"""<?xml version="1.0"?><!-- by Zora --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "zora.dtd">
    {HEAD}<title>Zora</title><metadata><a xmlns="zora:x">Zora</a></metadata><defs><linearGradient id="zora">
    <stop offset="0" style="stop-color:#fd6;zora:1"/></linearGradient><linearGradient id="b" xlink:href="#zora"/></defs>
    <g id="zora" class="zora" data-name="zora@home"><circle r="4" style="fill:url('#b');stroke: #222"/></g>Zora</svg>"""
    clean = clean_svg(drawn.encode())
    assert "zora" not in clean.casefold() and "<!" not in clean
    assert '<circle r="4" fill="url(#s2)" stroke="#222">' in clean and 'href="#s1"' in clean
    assert clean.count('id="s1"') == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<script>go()</script>",
        '<g onload="go()"/>',
        '<image href="data:image/png;base64,AA=="/>',
        '<a href="https://example.org"><path d="M0 0"/></a>',
        '<use href="#x"/>',
        "<style>path{fill:red}</style>",
        "<foreignObject/>",
        '<animate attributeName="href"/>',
        "<text>Lorcan</text>",
        '<path d="M0 0" fill="url(https://example.org/x.svg#a)"/>',
        '<path d="M0 0" style="fill:\\75rl(//example.org)"/>',
        '<linearGradient xlink:href="other.svg#a"/>',
        "<svg/>",
        "<g>" * 60 + "</g>" * 60,
        "<path",
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_a_drawing_that_could_do_something_is_refused(inside: str) -> None:
    """A program, an address, words, a picture within it or more than any symbol has: nothing is shown of it."""
    with pytest.raises(UnsafeSvgError) as refused:
        clean_svg(f"{HEAD}\n{inside}</svg>".encode())
    assert refused.value.line == 2


def test_entities_and_drawings_of_no_size_are_refused() -> None:
    """What would grow while it is read, and what cannot be laid out, is refused as well."""
    for drawn in (f'<!DOCTYPE svg [<!ENTITY a "aa">]>{PLAIN}', PLAIN.replace("0 0 9 9", "0 0 1e99 9"), "<g/>", ""):
        with pytest.raises(UnsafeSvgError):
            clean_svg(drawn.encode())


def test_what_cannot_be_shown_is_said_with_its_file_and_line(tmp_path: Path) -> None:
    """All pictures that cannot be shown are named together: a drawing with its line, a photo with its fault."""
    bad = PLAIN.replace("<path", "<script/><path")
    write_files(tmp_path / "symbols", {"a.svg": bad, "b.png": "words", "c.svg": PLAIN})
    symbols = [Symbol((name,), tmp_path, name, Location("")) for name in ("a.svg", "b.png", "c.svg", "../x.png")]
    with pytest.raises(ProblemsFound) as stopped:
        render_symbols(symbols, tmp_path / ".lsbook")
    places = {str(problem.at) for problem in stopped.value.problems}
    assert places == {"templates/symbols/a.svg:2", "templates/symbols/b.png", "templates/symbols/../x.png"}
    assert {problem.rule for problem in stopped.value.problems} == {"symbol-unusable"}
    (picture,) = render_symbols(symbols[2:3], tmp_path / ".lsbook")
    assert picture.name.endswith(".svg") and not (tmp_path / ".lsbook").exists()
