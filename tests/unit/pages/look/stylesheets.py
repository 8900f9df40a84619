"""Reading the style sheets: enough of CSS to test them, and no more."""

from __future__ import annotations

import re
from pathlib import Path

LOOK = Path(__file__).parents[4] / "templates" / "look"
LOOKS = ("under-5", "5-8", "9-12", "13-17", "18-plus")
SHEETS = tuple(sorted(LOOK.glob("*/*.css")))

COMMENT = re.compile(r"/\*.*?\*/", re.S)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
TOKEN = re.compile(r"(--[a-z0-9-]+):([^;]+)")


def plain(sheet: Path) -> str:
    """The text of a sheet without its comments."""
    return COMMENT.sub("", sheet.read_text(encoding="utf-8"))


def tokens(look: str) -> dict[str, str]:
    """What a look's own block of ``tokens.css`` sets, from the whole page's defaults up; narrow screens left out."""
    wide = plain(LOOK / "shared" / "tokens.css").partition("@media")[0]
    blocks = {selector.strip(): dict(TOKEN.findall(body)) for selector, body in RULE.findall(wide)}
    return blocks[":root"] | blocks[f'[class~="{look}"]']


def themed(look: str, theme: str) -> dict[str, str]:
    """The tokens of a look in a theme."""
    rules = {selector.strip(): body for selector, body in RULE.findall(plain(LOOK / "shared" / "themes.css"))}
    return tokens(look) | dict(TOKEN.findall(rules.get(f'[data-theme="{theme}"][class~="{look}"]', "")))


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb``, from 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#rrggbb``, from 1 (the same) to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
