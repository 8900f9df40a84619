"""Addresses in a book: relative, inside it, and exactly as the file is called."""

from __future__ import annotations

import re
from urllib.parse import unquote

from msgspec import Struct

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN_LETTER = re.compile(r"[\x00-\x20\x7f\\]")  # browsers drop some of these, and read "\" as "/"


class Target(Struct, frozen=True):
    """Where an address leads: a path in the book, and an id there (empty: the whole of it)."""

    path: str
    fragment: str


def resolve(address: str, page: str) -> Target | str:
    """Where ``address``, as it stands in the file ``page``, leads; or what is wrong with it, in words."""
    if not address:
        return "An address is empty."
    if _FORBIDDEN_LETTER.search(address):
        return f'The address "{address}" has a space or another letter in it that an address may not have.'
    if _SCHEME.match(address) or address.startswith("/"):
        return f'The address "{address}" leads out of the book.'
    way, _, fragment = address.partition("#")
    if "?" in way or ":" in way:
        return f'The address "{address}" asks for more than a file.'
    if not way:
        return Target(page, unquote(fragment))
    path = _walk(page.split("/")[:-1], [unquote(step) for step in way.split("/")])
    if path is None:
        return f'The address "{address}" leads out of the book, or to a folder.'
    return Target(path, unquote(fragment))


def _walk(folders: list[str], steps: list[str]) -> str | None:
    """Follow ``steps`` one by one: a way that leaves the book is wrong even where it comes back."""
    at = list(folders)
    for step in steps:
        if step == "..":
            if not at:
                return None
            at.pop()
        elif step != ".":
            if not step or "/" in step or _FORBIDDEN_LETTER.search(step.replace(" ", "")):
                return None
            at.append(step)
    return "/".join(at) if steps[-1] not in (".", "..") else None
