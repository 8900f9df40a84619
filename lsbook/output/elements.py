"""What may be wrong with an element of a page, whatever its attributes lead to: by its name, or what it sets going."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lsbook.model.search_file import ENDING

_FORBIDDEN_ELEMENTS = frozenset({"base", "applet", "frame", "frameset"})
_ANIMATION_ELEMENTS = frozenset({"animate", "set"})
CHECKED_ELEMENTS = _FORBIDDEN_ELEMENTS | _ANIMATION_ELEMENTS | {"script", "meta"}
"""All of which something may be wrong that no attribute tells alone."""
_DATA_FILE = re.compile(rf"[a-z0-9-]+\.{ENDING}")
"""The one kind of script that may come from another file: data beside the page, which is read back (``read_data``)."""
_ALLOWED_SOURCE = re.compile(r"'(?:none|self|sha(?:256|384|512)-[A-Za-z0-9+/=]+)'|data:|blob:")
"""What a page's policy may let in: nothing but the book itself."""


def is_data_file(attributes: Collection[tuple[str, str | None]]) -> bool:
    """Whether a script is nothing but the address of a file of data beside the page."""
    return [name for name, _ in attributes] == ["src"] and all(
        _DATA_FILE.fullmatch(value or "") for _, value in attributes
    )


def find_element_faults(tag: str, values: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with an element of which ``values`` are the attributes, in words."""
    if tag in _FORBIDDEN_ELEMENTS:
        yield f"There may be no <{tag}> in a book."
    moves = values.get("attributename", "").lower()
    if tag in _ANIMATION_ELEMENTS and (moves.endswith("href") or moves.startswith("on")):
        yield "A drawing may not change where a link leads."
    if (
        tag == "script"
        and not is_data_file(values.items())
        and ("src" in values or "href" in values or "xlink:href" in values)
    ):
        yield "A script may not come from another file."
    if tag == "meta" and values.get("http-equiv", "").strip().lower() == "refresh":
        yield "A page may not send its reader elsewhere by itself (meta refresh)."
    if tag == "meta" and values.get("http-equiv", "").strip().lower() == "content-security-policy":
        yield from _find_policy_faults(values.get("content", ""))


def _find_policy_faults(policy: str) -> Iterator[str]:
    rules = [rule.split() for rule in policy.split(";") if rule.strip()]
    if ["default-src", "'none'"] not in rules:
        yield "The page's policy does not begin with default-src 'none'."
    for source in (source for rule in rules for source in rule[1:] if not _ALLOWED_SOURCE.fullmatch(source)):
        yield f"The page's policy lets in {source}."
