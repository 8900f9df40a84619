"""The one style that a drawing may have."""

from __future__ import annotations

import pytest

from lsbook.output.markup import read_drawing

ROOT = '<svg xmlns="http://www.w3.org/2000/svg">'
CARRIED = "data:font/woff2;base64,AA=="
FACE = f'@font-face{{font-family:Andika;font-weight:400;src:url({CARRIED})format("woff2");unicode-range:U+20-7E}}'


def test_a_drawing_may_carry_typefaces() -> None:
    """A drawing that begins with typefaces which lie within it has no fault, and leads nowhere."""
    markup = read_drawing(f"{ROOT}<style>{FACE}{FACE}</style><path/></svg>")
    assert not markup.faults and not markup.addresses


@pytest.mark.parametrize(
    "style",
    [
        "",
        "p{}",
        FACE + "p{}",
        FACE.replace(CARRIED, "https://x/y.woff2"),
        FACE.replace(CARRIED, f"{CARRIED}),url(//x/y"),
        FACE.replace("data:font/woff2", "data:image/svg+xml"),
        FACE.replace("Andika", "a}p{"),
        FACE.replace("U+20", "U+20;src:url(//x/y)"),
    ],
)
def test_a_drawing_has_no_other_style(style: str) -> None:
    """A style that is anything but such typefaces is a fault."""
    assert any("inside a drawing" in what for _, what in read_drawing(f"{ROOT}<style>{style}</style></svg>").faults)


@pytest.mark.parametrize(
    "text",
    [
        f"{ROOT}<path/><style>{FACE}</style></svg>",
        f"{ROOT}<style>{FACE}</style><style>{FACE}</style></svg>",
        f'<svg a=">"><style>{FACE}</style></svg>',
        f'<svg a="><style>{FACE}</style>" onload=x b=""></svg>',
        f"<svg><g><style>{FACE}</style></g></svg>",
    ],
)
def test_typefaces_stand_at_the_beginning_of_a_drawing_and_nowhere_else(text: str) -> None:
    """The same letters elsewhere, or where a reader could take them for a value, are a fault."""
    assert read_drawing(text).faults
