"""What is looked for: the names of what is the child's own, their own words, and the files in which it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lsbook.archive.private.common_words import NAME_WORDS, is_inside_a_word, known_words
from lsbook.archive.private.names import PrivateNames, Term, fold
from lsbook.archive.private.private_items import Own, files_of, outermost
from lsbook.editions.name_terms import has_own_words
from lsbook.model.item import Item, Telling
from lsbook.model.story import Chapter, Child, Letter, Medium, Named, Person, Story
from lsbook.model.walk import items_within, parts

_RARE = 5
"""Letters at least of a word that may be looked for within others, or that a file is known by."""
_TITLE_WORDS, _TITLE_LETTERS = 3, 12
"""At least so many make a title of ordinary words one that nothing else happens to say."""
_WORD = re.compile(r"[^\W_]+")
_OWNERS = re.compile(r"'|\band\b|&|,")
"""In the name of a place: "Lorcan's flat" names him, and "Rose Cottage" nobody."""
_TITLED = ("title", "word", "shows")
"""Fields of items by which they are known, beside their names."""


def names_of(story: Story, own: Own, files: Iterable[str] = ()) -> PrivateNames:
    """The names of all that is ``own`` in ``story``; what a person has cleared (``not-them``) is not found.

    ``files``: paths of files that are left out with it, beside those that the story names.
    """
    named = (*story.people, *story.homes, *story.schools, *story.keepsakes)
    others = [name for item in named if item.id not in own.ids for name in _names(item)]
    of_people = [name for item in story.people if item.id not in own.ids for name in _names(item)]
    shared = {word for name in (*of_people, *_of_child(story.child)) for word in _small_words(name)}
    terms = [term for item in named if item.id in own.ids for term in terms_of(item, shared)]
    terms += [Term(item.id, item.id, exact=True) for item in named if item.id in own.ids and _is_rare_id(item.id)]
    terms += [Term(f"[[{item.id}]]", item.id, exact=True) for item in named if item.id in own.ids]
    said = fold("\n".join(_said(story, own))).casefold()
    terms += [term for term in _weak(story, own, (*files_of(story, own), *files)) if not _says(said, term)]
    places = [name for name in others if name not in of_people and not _OWNERS.search(fold(name))]
    cleared = [*places, *(words.words for words in (*story.not_them, *story.child.not_them))]
    return PrivateNames(terms, cleared, _list_cleared(story))


def terms_of(item: Named, shared: Iterable[str] = ()) -> Iterator[Term]:
    """The whole names of somebody or something, and for people each own word, but for those that are ``shared``."""
    yield from terms_of_names(_names(item), item.id, is_person=isinstance(item, Person), shared=shared)


def terms_of_names(names: Iterable[str], whose: str, *, is_person: bool, shared: Iterable[str] = ()) -> Iterator[Term]:
    """The same for ``names`` that ``whose`` has."""
    for name in names:
        small = _small_words(name)
        if has_own_words(name) and not (len(small) == 1 and small[0] in shared):
            yield _term(name, whose) if len(small) == 1 else Term(name, whose)
        if is_person:
            own = [word for word in _WORD.findall(fold(name)) if _is_a_name(word)]
            yield from (_term(word, whose) for word in own if word.casefold() not in shared)


def _term(word: str, whose: str) -> Term:
    small = fold(word).casefold()
    if small in NAME_WORDS:
        return Term(word, whose, capital=True)
    return Term(word, whose, anywhere=len(small) >= _RARE and not is_inside_a_word(small))


def _is_a_name(word: str) -> bool:
    """True for what has a capital, or letters that know none; not for a relation, an initial or a number."""
    return len(word) > 1 and not word[0].islower() and not word.isdigit() and has_own_words(word)


def _names(item: Named) -> Iterator[str]:
    yield from (version.words for version in item.name.versions)
    yield from item.also_called


def _of_child(child: Child) -> tuple[str, ...]:
    return (child.name, *child.also_called)


def _small_words(name: str) -> list[str]:
    return _WORD.findall(fold(name).casefold().replace("'s", ""))


def _is_rare_id(name: str) -> bool:
    """An id of ordinary words says nothing where it stands alone ("stone")."""
    return any(_is_rare(word) for word in _WORD.findall(name)) or any(sign.isdigit() for sign in name)


def _is_rare(word: str) -> bool:
    return len(word) >= _RARE and word.casefold() not in known_words()


# --- titles and files: looked for only where nothing else in the story says the same --------------------------------


def _weak(story: Story, own: Own, paths: tuple[str, ...]) -> Iterator[Term]:
    for item in (*story.homes, *story.schools, *story.keepsakes):
        if item.id in own.ids:
            rare = [word for name in _names(item) for word in _WORD.findall(fold(name)) if _is_rare(word)]
            yield from (_term(word, item.id) for word in rare if _is_a_name(word))
    for part in outermost(story, own.holds):
        yield from (Term(title, part.handle) for title in _titles(part) if _is_telling(title))
    files: tuple[Medium | Letter | Chapter, ...] = (*story.media, *story.letters, *story.chapters)
    kept = {PurePosixPath(file.file).name.casefold() for file in files if not own.holds(file)}
    for path in dict.fromkeys(paths):
        file = PurePosixPath(path)
        if file.name.casefold() not in kept:
            yield Term(file.name, path, exact=True)
            if _is_telling_stem(file.stem):
                yield Term(file.stem, path, exact=True)
        yield from (_term(word, path) for word in _WORD.findall(fold(file.stem)) if word.isalpha() and _is_rare(word))


def _titles(item: Item) -> Iterator[str]:
    for field in _TITLED:
        telling = getattr(item, field, None)
        if isinstance(telling, Telling):
            yield from (version.words for version in telling.versions if isinstance(version.words, str))


def _is_telling(title: str) -> bool:
    words = _WORD.findall(fold(title))
    return (len(words) >= _TITLE_WORDS and len(title) >= _TITLE_LETTERS) or any(_is_rare(word) for word in words)


def _is_telling_stem(stem: str) -> bool:
    """IMG_2034 is one file; "garden" is many."""
    return len(stem) >= _RARE and sum(sign.isdigit() for sign in stem) >= _TITLE_WORDS


def _said(value: object, own: Own) -> Iterator[str]:
    """All words and names in ``value`` that are not cut with what is the child's own."""
    if isinstance(value, Item) and own.holds(value):
        return
    if getattr(value, "file", None) in own.media or getattr(value, "id", None) in own.ids:
        return  # a picture, or a name in a list
    if isinstance(value, str):
        yield value
    for inner in parts(value):
        yield from _said(inner, own)


def _says(said: str, term: Term) -> bool:
    return any(True for _ in PrivateNames((term,)).within(said)) if term.key in said else False


def _list_cleared(story: Story) -> Iterator[tuple[str, str]]:
    """What is cleared beside one item counts in its file."""
    for item, _ in items_within(story):
        yield from ((item.at.path, cleared.words) for cleared in item.gate.not_them)
