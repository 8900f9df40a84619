"""What a drawing of lines may hold: a list of what draws something, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
DRAWING_ELEMENTS = frozenset(
    {
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
    }
)
SILENT_ELEMENTS = frozenset({"title", "desc", "metadata"})
"""What drawing programs write about a drawing: it goes, with all that stands in it."""
_GEOMETRY = "d points x y x1 x2 y1 y2 cx cy r rx ry width height viewBox offset fx fy fr transform gradientTransform"
_PAINT = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity clip-path clip-rule display visibility"
    " gradientUnits spreadMethod clipPathUnits"
)
ATTRIBUTES = frozenset([*_GEOMETRY.split(), *_PAINT.split()])
_PLAIN_VALUE = re.compile(r"[\w\s.,+\-%#()]{0,100000}", re.ASCII)
_OWN_ADDRESS = re.compile(r"""url\(\s*(["']?)#([^"'()\s]+)\1\s*\)""")


def split_style(style: str) -> Iterator[tuple[str, str]]:
    """The declarations of a ``style``, each as an attribute that says the same."""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in _PAINT.split():
            yield name.strip(), value.replace("!important", "").strip()


def find_own_address(value: str) -> str:
    """The id within the drawing that ``value`` names as ``url(#…)``, or ``""``."""
    match = _OWN_ADDRESS.fullmatch(value.strip())
    return match[2] if match else ""


def is_leading_out(value: str) -> bool:
    """Whether ``value`` names something outside of the drawing, or may do so."""
    readable = value.casefold()
    return not _OWN_ADDRESS.fullmatch(value.strip()) and any(sign in readable for sign in ("url", "://", "\\", "@"))


def is_plain(value: str) -> bool:
    """Whether ``value`` is a number, a colour, a path or a word."""
    return _PLAIN_VALUE.fullmatch(value) is not None
