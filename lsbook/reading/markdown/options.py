"""What stands behind the name of a block: ``reason="..." look-again=2027-03-01``, or ``a.jpg "my dog.jpg"``."""

from __future__ import annotations

import re

from msgspec import Struct, field

_TOKEN = re.compile(r"""(?:([a-z][a-z-]*)=)?(?:"([^"]*)"|“([^”]*)”|([^\s"“”=]+))(?=\s|$)""")


class BlockOptions(Struct, frozen=True):
    """``positional`` words stand alone, ``named`` ones behind a key; ``unparsed`` is what could not be made out."""

    positional: tuple[str, ...] = ()
    named: dict[str, str] = field(default_factory=dict)
    unparsed: str = ""
    duplicate_key: str = ""


def read_options(text: str) -> BlockOptions:
    """Return the options in ``text``."""
    words: list[str] = []
    named: dict[str, str] = {}
    duplicate_key = ""
    rest = text.strip()
    while rest:
        match = _TOKEN.match(rest)
        if not match:
            break
        value = next(group for group in match.groups()[1:] if group is not None)
        if match[1] is None:
            words.append(value)
        elif match[1] in named:
            duplicate_key = match[1]
        else:
            named[match[1]] = value
        rest = rest[match.end() :].lstrip()
    return BlockOptions(tuple(words), named, rest, duplicate_key)
