"""What of a page is read at once: tags of which every reader makes the same, and most of a page, which says nothing."""

from __future__ import annotations

import re

from lsbook.output.elements import CHECKED_ELEMENTS

FOREIGN_ELEMENTS = frozenset({"svg", "math"})
RAW_ELEMENTS = frozenset(
    {"script", "style", "title", "textarea", "plaintext", "xmp", "iframe", "noembed", "noframes", "noscript"}
)
"""What stands in them is read otherwise than the rest of a page."""
PLAIN_TAG = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z][a-z0-9:-]*(?:="[^"<>&]*")?)*)( ?/)?>')
"""A tag as templates write nearly all, of which every reader makes the same."""
PLAIN_ATTRIBUTE = re.compile(r'([a-z][a-z0-9:-]*)(?:="([^"]*)")?')
_DULL_ATTRIBUTES = (
    "alt|aria-[a-z]+|class|colspan|datetime|dir|for|headers|height|hidden|lang|loading|name|rel|role|scope|sizes"
    "|tabindex|title|type|value|width"
)
"""Attributes that are allowed whatever they say, and lead nowhere."""
_ICON = (
    r'<svg(?: (?:class|width|height|viewBox|stroke-[a-z]+|aria-hidden|focusable)="[\w .-]*+"'
    r'| (?:fill|stroke)="(?:none|currentColor)")*+>(?:<path d="[^"<>&]*+"/>)*+</svg>'
)
"""A drawing of a line or two, with nothing in it that could lead anywhere."""
DULL = re.compile(
    r"(?:[^<&]++|&[#a-zA-Z0-9]++;|</(?!(?:{foreign})>)[a-z][a-z0-9]*+>|{icon}"
    r"|<(?!(?:{told})[ />])[a-z][a-z0-9]*+(?: (?:{attributes})(?:=\"[^\"<>]*+\")?)*+(?: ?/)?>)*+".format(
        foreign="|".join(sorted(FOREIGN_ELEMENTS)),
        told="|".join(sorted(RAW_ELEMENTS | FOREIGN_ELEMENTS | CHECKED_ELEMENTS)),
        attributes=_DULL_ATTRIBUTES,
        icon=_ICON,
    )
)
"""Words and tags between two things that there is something to know of: most of a page, passed over at once."""
