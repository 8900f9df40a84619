"""The forms that a name takes in running text, by language: joined, mutated, with an ending.

Everything here works on keys (``spelling.make_key``): small letters, no marks. Sources: security.md, "Names: what must
be found"; the mutations are those of any Welsh grammar, the endings those of the Polish, Ukrainian and Romanian cases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from lsbook.editions.generic_words import is_common

LONGEST_ENDING = 4
"""Letters that an ending adds at most to a stem (Marek: Markowi; Maria: Mariei)."""
_SHORTEST_STEM = 3
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class Forms(Struct, frozen=True):
    """The forms of one name, as keys.

    ``sure``: words that can hardly be anything else. ``likely``: words that may be. ``stems``: beginnings of likely
    words, behind which one to ``LONGEST_ENDING`` letters stand.
    """

    sure: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()


def _rate(name: str, forms: Iterable[str]) -> Forms:
    """Rate whole words: of a short name, and where they are words of their own, they are likely at most."""
    words = frozenset(forms) - {name}
    if len(name) < _SHORTEST_STEM + 1:
        return Forms(likely=words)
    sure = frozenset(word for word in words if len(word) > _SHORTEST_STEM and not is_common(word))
    return Forms(sure, words - sure)


def make_plurals(name: str) -> frozenset[str]:
    """Return the key with an English plural or possessive: "the Pughs", "the Joneses", "Lorcan's" (one key)."""
    return frozenset({f"{name}s", f"{name}es"} if name.endswith(_SIBILANTS) else {f"{name}s"})


def make_forms(name: str, language: str) -> Forms:
    """Return the forms of one key in one language (``pl``); none where lsbook knows none."""
    maker = _BY_LANGUAGE.get(language)
    return maker(name) if maker else Forms()


# --- Welsh: the first letter changes ----------------------------------------------------------------------------

_MUTATIONS = {
    "ll": ("l",), "rh": ("r",),
    "c": ("g", "ngh", "ch"), "p": ("b", "mh", "ph"), "t": ("d", "nh", "th"),
    "b": ("f", "m"), "d": ("dd", "n"), "g": ("", "ng"), "m": ("f",),
}  # fmt: skip
_UNCHANGED = ("ch", "dd", "ff", "ng", "ph", "th")


def _make_welsh_forms(name: str) -> Forms:
    if name.startswith(_UNCHANGED):
        return Forms()
    if name[0] in "aeiouwy":
        return _rate(name, [f"h{name}"])
    first = next((letters for letters in _MUTATIONS if name.startswith(letters)), "")
    rest = name[len(first) :]
    return _rate(name, (f"{other}{rest}" for other in _MUTATIONS.get(first, ()) if len(rest) > 1))


# --- Arabic script: particles and endings are joined ------------------------------------------------------------

_AND, _TO, _THE = ("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال")


def _make_arabic_forms(name: str) -> Forms:
    bare = name.removeprefix("ال")
    joined = {f"{a}{b}{c}{bare}" for a in _AND for b in _TO for c in _THE}
    return _rate(name, joined | {f"{a}لل{bare}" for a in _AND} | {f"يا{bare}"})


_PERSIAN_ENDINGS = ("ي", "ها", "هاي", "م", "ت", "ش", "مان", "تان", "شان", "جان", "و", "رو", "را", "ه")
_URDU_ENDINGS = ("ون", "ين", "ان", "نے", "كي", "كا", "كو", "سي")


def _make_persian_forms(name: str) -> Forms:
    return _rate(name, (f"{name}{ending}" for ending in _PERSIAN_ENDINGS))


def _make_urdu_forms(name: str) -> Forms:
    return _rate(name, (f"{name}{ending}" for ending in _URDU_ENDINGS))


# --- Polish, Ukrainian, Romanian: the end changes ---------------------------------------------------------------

_Sounds = dict[str, dict[str, tuple[str, ...]]]
_SHIFTS: _Sounds = {
    "pl": {"k": ("c", "cz"), "g": ("dz", "z"), "t": ("c",), "d": ("dz",), "ch": ("sz",), "st": ("sc",), "sk": ("sc",)},
    "uk": {"к": ("ц", "ч"), "г": ("з", "ж"), "х": ("с", "ш")},
    "ro": {"c": ("ch",), "g": ("gh",), "sc": ("st",), "d": ("z",)},
}
"""How the last sounds of a stem change before an ending: Agnieszka, Agnieszce; Ольга, Ользі; Anca, Anchii."""
_VOWEL_SHIFTS: _Sounds = {
    "pl": {"e": ("",)},
    "uk": {"е": ("",), "о": ("",), "і": ("о", "е")},
    "ro": {},
}
"""How the vowel before the last consonant changes when an ending comes: Marek, Marka; Федір, Федора."""
_VOWELS = {"pl": "aeiouy", "uk": "аеиіоуюяєїйь", "ro": "aeiou"}


_ENDINGS = {
    "pl": "a i ii y e u o om ami ach ie iu ia iem em owi ow owie ego iego emu iemu im ym ich ych ej iej",
    "uk": "а я и і у ю о е є ою ею єю ом ем єм ові еві єві ів ям ам ами ями ах ях іи ого ому им их оі",
    "ro": "a e i o u ei ii iei ai ul ului lui le ilor esc esti",
}
"""The endings of names in every case, as keys."""


def _find_stems(name: str, language: str) -> Iterator[str]:
    vowels = _VOWELS[language]
    stem = name.rstrip(vowels) if name[-1] in vowels else name
    stem = stem if len(name) - len(stem) <= 2 else name[:-1]
    yield from (name, stem, *([name[:-1]] if stem != name else []))
    yield from (
        f"{stem[: -len(last)]}{other}"
        for last, others in _SHIFTS[language].items()
        if stem.endswith(last)
        for other in others
    )
    if len(stem) > _SHORTEST_STEM and stem == name:
        yield from (f"{stem[:-2]}{vowel}{stem[-1]}" for vowel in _VOWEL_SHIFTS[language].get(stem[-2], ()))


def _build_case_maker(language: str) -> Callable[[str], Forms]:
    endings = _ENDINGS[language].split()

    def make(name: str) -> Forms:
        stems = frozenset(_find_stems(name, language))
        long = frozenset(stem for stem in stems if len(stem) > _SHORTEST_STEM)
        short = (f"{stem}{ending}" for stem in stems - long if len(stem) > 1 for ending in endings)
        rated = _rate(name, (f"{stem}{ending}" for stem in long for ending in endings))
        return Forms(rated.sure, (rated.likely | frozenset(short)) - rated.sure - {name}, long)

    return make


_BY_LANGUAGE: dict[str, Callable[[str], Forms]] = {
    "cy": _make_welsh_forms,
    "ar": _make_arabic_forms,
    "fa": _make_persian_forms,
    "ur": _make_urdu_forms,
    **{language: _build_case_maker(language) for language in ("pl", "uk", "ro")},
}
