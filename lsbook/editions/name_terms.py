"""What is looked for so that a name is found: the whole of it, and each word of it that is somebody's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from lsbook.editions.generic_words import (
    DETERMINERS,
    FILLERS,
    PARTICLES,
    PLACES,
    TITLES,
    is_common,
    is_content_word,
    is_distinctive,
    is_in_dictionary,
    is_ordinary,
)
from lsbook.editions.name_search import SearchTerm
from lsbook.editions.spelling import Token, make_key, make_keys, split_words
from lsbook.model.passage import fold_text

T = TypeVar("T")
_SHORT = 4
"""Letters below which a name has to be written with its capital: "Jo", "Ali"."""
_LONG = 4
"""Words above which a title is found by its words alone."""
_FORMAL = frozenset(["mr", "mrs", "miss", "ms", "mx", "dr", "sir"])
_TOGETHER = (" & ", "/", "/ ", " / ", " + ", "+")
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_AND = ("and", "i", "si", "a", "y", "ac", "та", "و", "اور")


def make_name_terms(name: str, origin: T, cleared: frozenset[str] = frozenset()) -> Iterator[SearchTerm[T]]:
    """Yield what finds a folded ``name``; nothing for words of relationship alone ("Mum", "foster mum").

    ``cleared``: keys of words that stand in names which may be said. They do not give anybody away alone.
    """
    words = split_words(name)
    if not words:
        return
    own = find_own_words(name)
    yield from (SearchTerm(keys, origin) for keys in (*_find_parted_words(name), *_find_family_names(words)))
    for word in own:
        if len(words) == 1 or word.key not in cleared:
            yield SearchTerm((word.key,), origin, _find_needed_capitals(word, name), has_forms=True)
            yield from (SearchTerm((key,), origin, has_forms=True) for key in _spell_out(word, name))
    if len(words) > 1 and own:
        yield SearchTerm(tuple(word.key for word in words), origin)
        yield SearchTerm(("".join(word.key for word in words),), origin)
        hyphened = (part for part in name.split() if "-" in part.strip("-"))
        yield from (SearchTerm(("".join(make_keys(part)),), origin, has_forms=True) for part in hyphened)
    elif not own and _is_a_place(words):
        capitals = tuple(at for at, word in enumerate(words) if word.is_capital and word.key not in FILLERS)
        yield SearchTerm(tuple(word.key for word in words), origin, capitals)


def _spell_out(word: Token, name: str) -> Iterator[str]:
    """Yield the key of a word as it is written where there are no dots: "Mueller" is Müller."""
    key = make_key(name[word.start : word.end].casefold().translate(_SPELLED_OUT))
    if key != word.key:
        yield key


def _find_parted_words(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of each word with an apostrophe that is no possessive: "O Brien" and "O-Brien" are O'Brien."""
    for part in name.split():
        keys = make_keys(part.replace("'", " "))
        if len(keys) > 1 and keys[-1] != "s":
            yield keys


def _find_family_names(words: tuple[Token, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a surname with the small words before it, in whatever letters: "van der berg" of "Ruth van der Berg"."""
    first = len(words) - 1
    while first > 0 and words[first - 1].key in PARTICLES:
        first -= 1
    if first < len(words) - 1:
        keys = tuple(word.key for word in words[first:])
        yield from (keys, ("".join(keys),))


def make_place_terms(name: str, origin: T, cleared: frozenset[str] = frozenset()) -> Iterator[SearchTerm[T]]:
    """Yield what finds the folded name of a home or a school: whole, and by the first word that is its own.

    So do those whose it is ("Sue and Col's house"). The others are what many places are called by, such as a town: a
    warning. Everyday words of it ("Royal") are not looked for alone.
    """
    words, first, comma = split_words(name), True, name.find(",") if "," in name else len(name)
    owners = find_owners(name)
    for word in find_own_words(name):
        is_owner = word.key in owners
        if word.key not in cleared and (len(words) == 1 or is_owner or not is_common(word.key)):
            is_sure = is_owner or (first and word.start < comma)
            yield SearchTerm((word.key,), origin, _find_needed_capitals(word, name), has_forms=is_sure, is_sure=is_sure)
        first = False
    if len(words) > 1:
        yield from (term for term in make_name_terms(name, origin) if len(term.keys) > 1)


def make_keepsake_terms(name: str, origin: T, cleared: frozenset[str] = frozenset()) -> Iterator[SearchTerm[T]]:
    """Yield what finds the folded name of a keepsake: whole, and whoever's it is said to be ("Lorcan's rabbit")."""
    yield from _make_phrase_terms(name, origin, least=2)
    words, possessors = split_words(name), find_possessors(name)
    for word in find_own_words(name) if len(words) > 1 else ():
        before = next((other.key for other in reversed(words) if other.end <= word.start), "")
        is_somebody = word.key in possessors or before in TITLES
        if word.key not in cleared and word.is_capital and (is_somebody or not is_common(word.key)):
            yield SearchTerm(
                (word.key,), origin, _find_needed_capitals(word, name), has_forms=is_somebody, is_sure=is_somebody
            )


def make_title_terms(title: str, origin: T) -> Iterator[SearchTerm[T]]:
    """Yield what finds the folded title of a chapter: the whole of it.

    A title that says little ("The fire", "Growing up") is found only where its capital or quotation marks make a title
    of it, and one that says nothing ("What you can do", "20 December 2019", "Christmas") never.
    """
    yield from _make_phrase_terms(title, origin, least=3)


def _make_phrase_terms(title: str, origin: T, *, least: int) -> Iterator[SearchTerm[T]]:
    """Yield the whole: in any case where ``least`` words tell something, or one that is in no dictionary."""
    words = split_words(title)
    telling = [word for word in words if is_distinctive(word.key)]
    is_rare = any(not is_in_dictionary(word.key) for word in telling)
    is_long = len(words) > _LONG and sum(is_distinctive(word.key) or is_content_word(word.key) for word in words) > 1
    begins = next((at for at, word in enumerate(words) if word.key not in DETERMINERS), 0)
    if len(words) == 1 and is_rare:
        yield from make_name_terms(title, origin)
    elif len(words) > 1 and (is_rare or len(telling) >= least or (telling and is_long)):
        yield SearchTerm(tuple(word.key for word in words[begins:]), origin)
    elif telling and not (len(words) == 1 and not is_common(words[0].key)):
        yield SearchTerm(
            tuple(word.key for word in words), origin, (0,) if words[0].is_capital else (), within_sentence=True
        )


def has_own_words(name: str) -> bool:
    """Return whether ``name`` is somebody's own: "Mum" and "the school" are not, "Nan Pat" is."""
    return bool(find_own_words(fold_text(name)))


def find_own_words(name: str) -> tuple[Token, ...]:
    """Return the words of a folded ``name`` that are somebody's own, without a possessive s."""
    words = split_words(name)
    has_capitals = any(word.is_capital for word in words)
    return tuple(
        _strip_possessive(word, name)
        for at, word in enumerate(words)
        if _is_own(word, words[at - 1] if at else None, has_capitals=has_capitals, is_alone=len(words) == 1)
    )


def _is_own(word: Token, before: Token | None, *, has_capitals: bool, is_alone: bool) -> bool:
    if len(word.key) < 2 or word.key.isdecimal() or word.key in FILLERS:
        return False
    if before is not None and before.key in TITLES and word.is_capital and word.key not in TITLES:
        return True
    if is_ordinary(word.key) or is_ordinary(word.key.removesuffix("s")):
        return False
    if has_capitals:
        return word.is_capital and (is_alone or not (_has_no_capitals(word) and is_common(word.key)))
    return is_alone or not is_common(word.key)


def _has_no_capitals(word: Token) -> bool:
    """Return whether its script has none: then a common word is never told from a name."""
    return word.key.upper() == word.key


def _strip_possessive(word: Token, name: str) -> Token:
    written = name[word.start : word.end]
    if not written.casefold().endswith("'s"):
        return word
    return Token(make_key(written[:-2]), word.start, word.end - 2, word.is_capital)


def _find_needed_capitals(word: Token, name: str) -> tuple[int, ...]:
    is_telling = is_common(word.key) or (len(word.key) < _SHORT and not _has_no_capitals(word))
    return (0,) if is_telling and name[word.start].isupper() else ()


def _is_a_place(tokens: tuple[Token, ...]) -> bool:
    """Return whether words that are ordinary, each alone, are a place's name together: "The Farm", "Church House"."""
    named = [word for word in tokens if word.key not in FILLERS]
    return len(tokens) > 1 and bool(named) and all(word.key in PLACES and word.is_capital for word in named)


def find_owners(name: str) -> frozenset[str]:
    """Return the keys of those whose a folded name says something is: Jan and Dave of "Jan and Dave's house"."""
    words = split_words(name)
    owners = set(find_possessors(name))
    for word, following in pairwise(words):
        between = name[word.end : following.start]
        if between in _TOGETHER or (between == " " and following.key in _AND):
            owners.add(word.key)
        if between.strip() in ("/", "+"):
            owners.add(following.key)
    return frozenset(owners)


def find_possessors(name: str) -> frozenset[str]:
    """Return the keys of the words with a possessive s: Tom of "Tom's dad"."""
    words = split_words(name)
    return frozenset(
        _strip_possessive(word, name).key
        for word in words
        if name[word.start : word.end].casefold().endswith("'s") or name[word.end - 1 : word.end + 1] == "s'"
    )


def find_surnames(name: str) -> tuple[Token, ...]:
    """Return the words of a folded name that are a surname: the last of several, or what stands behind "Mr"."""
    words, own = split_words(name), find_own_words(name)
    formal = words[0].key in _FORMAL if words else False
    if len(own) < 2 and not (formal and own):
        return ()
    before = name[: own[-1].start].rstrip()
    return () if before.endswith(("&", " and", ",", "/")) else own[-1:]
