"""What is looked for: the names of what is the child's own, their own words, and the files in which it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lsbook.archive.private.name_words import NAME_WORDS, is_inside_a_word, load_dictionary_words
from lsbook.archive.private.names import PrivateNames, PrivateTerm, fold
from lsbook.archive.private.private_items import PrivateItems, find_outermost, list_private_files
from lsbook.editions.name_terms import has_own_words
from lsbook.model.item import Item, Telling
from lsbook.model.named_items import NamedItem, Person
from lsbook.model.story import Chapter, Child, Letter, Medium, Story
from lsbook.model.walk import list_parts, walk_items

_RARE = 5
"""Letters at least of a word that may be looked for within others, or that a file is known by."""
_TITLE_WORDS, _TITLE_LETTERS = 3, 12
"""At least so many make a title of ordinary words one that nothing else happens to say."""
_WORD = re.compile(r"[^\W_]+")
_OWNERS = re.compile(r"'|\band\b|&|,")
"""In the name of a place: "Lorcan's flat" names him, and "Rose Cottage" nobody."""
_TITLED = ("title", "word", "shows")
"""Fields of items by which they are known, beside their names."""


def collect_private_names(story: Story, private: PrivateItems, files: Iterable[str] = ()) -> PrivateNames:
    """The names of all that is ``private`` in ``story``; what a person has cleared (``not-them``) is not found.

    ``files``: paths of files that are left out with it, beside those that the story names.
    """
    named = story.named_items
    others = [name for item in named if item.id not in private.ids for name in _list_names(item)]
    of_people = [name for item in story.people if item.id not in private.ids for name in _list_names(item)]
    shared = {word for name in (*of_people, *_list_child_names(story.child)) for word in _split_lowercase_words(name)}
    terms = [term for item in named if item.id in private.ids for term in make_terms(item, shared)]
    terms += [
        PrivateTerm(item.id, item.id, exact=True) for item in named if item.id in private.ids and _is_rare_id(item.id)
    ]
    terms += [PrivateTerm(f"[[{item.id}]]", item.id, exact=True) for item in named if item.id in private.ids]
    public_text = fold("\n".join(_find_texts(story, private))).casefold()
    terms += [
        term
        for term in _find_weak_terms(story, private, (*list_private_files(story, private), *files))
        if not _has_term(public_text, term)
    ]
    places = [name for name in others if name not in of_people and not _OWNERS.search(fold(name))]
    cleared = [*places, *(words.text for words in (*story.not_them, *story.child.not_them))]
    return PrivateNames(terms, cleared, _list_cleared(story))


def make_terms(item: NamedItem, shared: Iterable[str] = ()) -> Iterator[PrivateTerm]:
    """The whole names of somebody or something, and for people each own word, but for those that are ``shared``."""
    yield from make_name_terms(_list_names(item), item.id, is_person=isinstance(item, Person), shared=shared)


def make_name_terms(
    names: Iterable[str], whose: str, *, is_person: bool, shared: Iterable[str] = ()
) -> Iterator[PrivateTerm]:
    """The same for ``names`` that ``whose`` has."""
    for name in names:
        small = _split_lowercase_words(name)
        if has_own_words(name) and not (len(small) == 1 and small[0] in shared):
            yield _make_term(name, whose) if len(small) == 1 else PrivateTerm(name, whose)
        if is_person:
            own = [word for word in _WORD.findall(fold(name)) if _is_name(word)]
            yield from (_make_term(word, whose) for word in own if word.casefold() not in shared)


def _make_term(word: str, whose: str) -> PrivateTerm:
    small = fold(word).casefold()
    if small in NAME_WORDS:
        return PrivateTerm(word, whose, capital=True)
    return PrivateTerm(word, whose, anywhere=len(small) >= _RARE and not is_inside_a_word(small))


def _is_name(word: str) -> bool:
    """True for what has a capital, or letters that know none; not for a relation, an initial or a number."""
    return len(word) > 1 and not word[0].islower() and not word.isdigit() and has_own_words(word)


def _list_names(item: NamedItem) -> Iterator[str]:
    yield from (version.content for version in item.name.versions)
    yield from item.also_called


def _list_child_names(child: Child) -> tuple[str, ...]:
    return (child.name, *child.also_called)


def _split_lowercase_words(name: str) -> list[str]:
    return _WORD.findall(fold(name).casefold().replace("'s", ""))


def _is_rare_id(name: str) -> bool:
    """An id of ordinary words says nothing where it stands alone ("stone")."""
    return any(_is_rare(word) for word in _WORD.findall(name)) or any(sign.isdigit() for sign in name)


def _is_rare(word: str) -> bool:
    return len(word) >= _RARE and word.casefold() not in load_dictionary_words()


# --- titles and files: looked for only where nothing else in the story says the same --------------------------------


def _find_weak_terms(story: Story, private: PrivateItems, paths: tuple[str, ...]) -> Iterator[PrivateTerm]:
    for item in (*story.homes, *story.schools, *story.keepsakes):
        if item.id in private.ids:
            rare = [word for name in _list_names(item) for word in _WORD.findall(fold(name)) if _is_rare(word)]
            yield from (_make_term(word, item.id) for word in rare if _is_name(word))
    for part in find_outermost(story, private.has_item):
        yield from (PrivateTerm(title, part.handle) for title in _list_titles(part) if _is_distinctive(title))
    files: tuple[Medium | Letter | Chapter, ...] = (*story.media, *story.letters, *story.chapters)
    kept = {PurePosixPath(file.file).name.casefold() for file in files if not private.has_item(file)}
    for path in dict.fromkeys(paths):
        file = PurePosixPath(path)
        if file.name.casefold() not in kept:
            yield PrivateTerm(file.name, path, exact=True)
            if _is_distinctive_stem(file.stem):
                yield PrivateTerm(file.stem, path, exact=True)
        yield from (
            _make_term(word, path) for word in _WORD.findall(fold(file.stem)) if word.isalpha() and _is_rare(word)
        )


def _list_titles(item: Item) -> Iterator[str]:
    for field in _TITLED:
        telling = getattr(item, field, None)
        if isinstance(telling, Telling):
            yield from (version.content for version in telling.versions if isinstance(version.content, str))


def _is_distinctive(title: str) -> bool:
    words = _WORD.findall(fold(title))
    return (len(words) >= _TITLE_WORDS and len(title) >= _TITLE_LETTERS) or any(_is_rare(word) for word in words)


def _is_distinctive_stem(stem: str) -> bool:
    """IMG_2034 is one file; "garden" is many."""
    return len(stem) >= _RARE and sum(sign.isdigit() for sign in stem) >= _TITLE_WORDS


def _find_texts(value: object, private: PrivateItems) -> Iterator[str]:
    """All words and names in ``value`` that are not cut with what is the child's own."""
    if isinstance(value, Item) and private.has_item(value):
        return
    if getattr(value, "file", None) in private.media or getattr(value, "id", None) in private.ids:
        return  # a picture, or a name in a list
    if isinstance(value, str):
        yield value
    for inner in list_parts(value):
        yield from _find_texts(inner, private)


def _has_term(text: str, term: PrivateTerm) -> bool:
    return any(True for _ in PrivateNames((term,)).find_in(text)) if term.key in text else False


def _list_cleared(story: Story) -> Iterator[tuple[str, str]]:
    """What is cleared beside one item counts in its file."""
    for item, _ in walk_items(story):
        yield from ((item.at.path, cleared.text) for cleared in item.gate.not_them)
