"""Whether somebody's own passphrase could be found out, by a stranger with time or by whoever knows the child.

Names and dates that others know count for nothing, nor does any phrase that many people know. What is left has to take
10^14 guesses, by the measure of zxcvbn (security.md): at a million guesses a second, three years.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from zxcvbn import zxcvbn

from lsbook.exports.locked.keys import normalize_passphrase
from lsbook.files.resources import find_resources

SHORTEST = 14
"""Letters of somebody's own passphrase."""
GUESSES = 10**14
_LONGEST_MEASURED = 72
"""Letters: the measure takes no more, and more make nothing weaker."""
_SHORT_PHRASE, _SHORT_NAME = 10, 3
"""Letters of a famous phrase that is looked for inside of others, and of a name that is."""
_ALIKE = {
    ord(letter): plain
    for plain, letters in {
        "o": "0", "i": "1!|l", "z": "2", "e": "3", "a": "4@", "s": "5$", "t": "7+", "b": "8", "g": "69",
        "ی": "يى", "ک": "ك", "ه": "ة",
    }.items()
    for letter in letters
}  # fmt: skip
"""What people write in place of a letter, and letters that look like one another."""


def is_weak(passphrase: str, known: tuple[str, ...] = ()) -> bool:
    """True for a passphrase that could be found out; ``known`` are names, dates and words that others know."""
    plain = normalize_passphrase(passphrase)[0]
    if len(plain) < SHORTEST or is_famous(plain):
        return True
    rest = strip_known(plain, known)
    return any(_count_guesses(form, known) < GUESSES for form in (rest, "".join(rest.split())))


def is_famous(passphrase: str) -> bool:
    """True where ``passphrase`` holds a well-known phrase, is a part of one, or is one for the greater part."""
    bare = "".join(letter for letter, _ in _spell(passphrase))
    window = max(_SHORT_PHRASE + 2, -(-len(bare) // 2))
    parts = {bare[at : at + window] for at in range(len(bare) - window + 1)}
    return any(
        phrase in bare or bare in phrase or phrase in bare[::-1] or any(part in phrase for part in parts)
        for phrase in _load_phrases()
    )


def strip_known(passphrase: str, known: Iterable[str]) -> str:
    """``passphrase`` without ``known`` words, however these are set: in capitals, joined, with digits for letters."""
    spelled = list(_spell(passphrase))
    text = "".join(letter for letter, _ in spelled)
    gone: set[int] = set()
    for name in sorted(set(_spell_names(known)), key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            places = range(at, at + len(name))
            if len(name) >= _SHORT_NAME or _is_alone(passphrase, spelled, at, len(name)):
                gone.update(spelled[place][1] for place in places)
            at = text.find(name, at + 1)
    return " ".join("".join(letter for at, letter in enumerate(passphrase) if at not in gone).split())


def _spell_names(known: Iterable[str]) -> Iterator[str]:
    """Each name as a whole, and each word of it."""
    for name in known:
        for form in (name, *re.split(r"[\W_]+", name)):
            if len(bare := "".join(letter for letter, _ in _spell(form))) > 1:
                yield bare


def _is_alone(passphrase: str, spelled: list[tuple[str, int]], at: int, length: int) -> bool:
    first, last = spelled[at][1], spelled[at + length - 1][1]
    return not passphrase[max(0, first - 1) : first].isalnum() and not passphrase[last + 1 : last + 2].isalnum()


def _spell(text: str) -> Iterator[tuple[str, int]]:
    """Each letter or digit in its plainest form, with where it stands in ``text``."""
    for at, written in enumerate(text):
        for letter in unicodedata.normalize("NFKD", written.casefold()).translate(_ALIKE):
            if letter.isalnum():
                yield letter, at


@cache
def _load_phrases() -> frozenset[str]:
    text = (find_resources("templates") / "locked" / "famous-phrases.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    phrases = ("".join(letter for letter, _ in _spell(line)) for line in lines)
    return frozenset(phrase for phrase in phrases if len(phrase) >= _SHORT_PHRASE)


def _count_guesses(passphrase: str, known: tuple[str, ...]) -> int:
    others = [word for name in known for word in (name, *name.split())]
    return int(zxcvbn(passphrase[:_LONGEST_MEASURED], user_inputs=others)["guesses"]) if passphrase else 0
