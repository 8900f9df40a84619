"""Which names an edition may not say, and where its words say them all the same."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.editions.child_names import child_secrets
from lsbook.editions.common_words import TITLES
from lsbook.editions.name_search import NameSearch, Spot, Term
from lsbook.editions.name_terms import terms_of_name, terms_of_place, terms_of_thing, terms_of_title
from lsbook.editions.secret import ME, Looked, Secret
from lsbook.editions.shown_names import (
    Phrase,
    ShownNames,
    has_later_name,
    is_carried,
    named_items,
    printed_versions,
    shown_names,
)
from lsbook.editions.sight import Sight
from lsbook.editions.spelling import keys_of
from lsbook.editions.whereabouts import whereabouts_secrets, words_told
from lsbook.model.item import Item, Telling, Version
from lsbook.model.languages import languages_of
from lsbook.model.passage import folded
from lsbook.model.story import Chapter, Home, Keepsake, Letter, Named, School, Story

_TITLED = 2
"""Words of "Auntie Jan"."""


class WithheldNames:
    """The names that one edition may not say, to be looked for in its words."""

    def __init__(self, story: Story, sight: Sight) -> None:
        self.sight = sight
        self._terms = tuple(_terms(story, sight))
        languages = frozenset(tag.partition("-")[0] for tag in languages_of(story))
        self._search = NameSearch(self._terms, languages)
        self._titled = NameSearch(Term(phrase, None) for phrase in _titled_people(story, sight))

    @property
    def terms(self) -> tuple[Term[Secret], ...]:
        """What is looked for, in the order of the story; each term knows the secret that it would give away."""
        return self._terms

    def find(self, words: str) -> Iterator[tuple[Secret, Spot[Secret]]]:
        """Yield the withheld names in folded ``words``; of those that overlap the surest, then the longest.

        "Auntie Jan", who may be named, is no Jan who may not.
        """
        end = 0
        spots = sorted(self._search.find(words), key=lambda spot: (spot.start, not spot.is_sure, -spot.end))
        titled = list(self._titled.find(words)) if spots else []
        for spot in spots:
            is_titled = any(other.start < spot.start and spot.end <= other.end for other in titled)
            if spot.end > end and not is_titled:
                end = spot.end
                yield spot.term.of, spot


def list_withheld_names(story: Story, sight: Sight) -> tuple[tuple[Secret, tuple[str, ...]], ...]:
    """Return each name that the edition may not say with the words that are looked for, in the order of the story.

    The words stand as they are compared: in small letters and without marks. Plurals, and the forms of the story's
    languages, are looked for besides.
    """
    looked: dict[Secret, dict[str, None]] = {}
    for term in _terms(story, sight):
        looked.setdefault(term.of, {}).setdefault(" ".join(term.keys))
    return tuple((secret, tuple(words)) for secret, words in looked.items())


def _terms(story: Story, sight: Sight) -> Iterator[Term[Secret]]:
    shown = shown_names(story, sight)
    items = {item.id: item for item in named_items(story)}
    titles = frozenset(_titles_shown(story, sight))
    whereabouts = tuple(whereabouts_secrets(story, sight))
    allowable = {secret.whose for secret in whereabouts if is_carried(items[secret.whose], sight)}
    for secret in (*_secrets(story, sight), *child_secrets(story, sight)):
        if secret.whose in allowable:
            continue
        item = items.get(secret.whose)
        if secret.looked is Looked.KEPT:
            yield from terms_of_kept(secret.name, secret)
        elif secret.looked is Looked.TITLE and keys_of(secret.name) in titles | shown.phrases:
            continue
        elif secret.looked is Looked.TITLE and item is not None:
            yield from terms_of_thing(secret.name, secret, shown.clear(None))
        elif secret.looked is Looked.TITLE:
            yield from terms_of_title(secret.name, secret)
        elif not _is_shown(secret, shown):
            terms = terms_of_place if isinstance(item, Home | School) else terms_of_name
            yield from terms(secret.name, secret, shown.clear(item))
    told = words_told(story, sight)
    for secret in whereabouts:
        found = tuple(terms_of_name(secret.name, secret, told))
        yield from found or (Term(keys_of(secret.name), secret, capitals=(0,) if " " not in secret.name else ()),)


def terms_of_kept(name: str, secret: Secret) -> Iterator[Term[Secret]]:
    """Yield what finds a name that a worker wrote under ``keeps``: surely, so also where anybody could be meant."""
    found = tuple(terms_of_name(name, secret))
    yield from found or (Term(keys_of(name), secret),)


def _titled_people(story: Story, sight: Sight) -> Iterator[Phrase]:
    """Yield the names of people shown that are a title and one word: whoever is called so is meant by no other name."""
    for person in story.people:
        phrases = (keys_of(folded(version.words)) for version in printed_versions(person, sight))
        yield from (phrase for phrase in phrases if len(phrase) == _TITLED and phrase[0] in TITLES)


def _is_shown(secret: Secret, shown: ShownNames) -> bool:
    """Whether somebody who is shown has the same name, or the same person is shown by a name that holds it."""
    phrase = keys_of(secret.name)
    if secret.whose == ME and len(phrase) == 1 and phrase[0] in shown.words_of_people:
        return True
    return phrase in shown.phrases or any(_is_part(phrase, of) for of in shown.by_owner.get(secret.whose, ()))


def _is_part(phrase: Phrase, of: Phrase) -> bool:
    return any(of[at : at + len(phrase)] == phrase for at in range(len(of) - len(phrase) + 1))


# --- what is withheld --------------------------------------------------------------------------------------------


def _secrets(story: Story, sight: Sight) -> Iterator[Secret]:
    for item in named_items(story):
        looked = Looked.TITLE if isinstance(item, Keepsake) else Looked.NAME
        printed = printed_versions(item, sight)
        for version in item.name.versions:
            if version not in printed:
                yield _of_version(item, version, item.id, looked, sight)
        if not sight.sees(item) or has_later_name(item, sight):
            yield from (_of_item(name, item, item.id, Looked.NAME, sight) for name in item.also_called)
    for text in _texts(story):
        for version in text.title.versions if text.title else ():
            if _is_untold(text, version, sight):
                yield _of_version(text, version, text.file, Looked.TITLE, sight)
    for gated in (verdict.item for verdict in sight.verdicts.values() if not verdict.seen):
        yield from (_of_item(name, gated, gated.handle, Looked.KEPT, sight) for name in gated.gate.keeps)


def _is_untold(text: Chapter | Letter, version: Version[str], sight: Sight) -> bool:
    if sight.sees(text):
        return version.age > sight.edition.age
    return not is_carried(text, sight)


def _titles_shown(story: Story, sight: Sight) -> Iterator[Phrase]:
    titled: list[tuple[Item, Telling[str] | None]] = [(text, text.title) for text in _texts(story)]
    titled += [(keepsake, keepsake.name) for keepsake in story.keepsakes]
    for item, telling in titled:
        versions = telling.versions if telling and (sight.sees(item) or is_carried(item, sight)) else ()
        yield from (keys_of(folded(version.words)) for version in versions if version.age <= sight.edition.age)


def _texts(story: Story) -> tuple[Chapter | Letter, ...]:
    return (*story.chapters, *story.letters)


def _of_version(item: Item, version: Version[str], whose: str, looked: Looked, sight: Sight) -> Secret:
    if not sight.sees(item):
        return _of_item(version.words, item, whose, looked, sight)
    why = f"This name is told from {version.age}; this edition is told at {sight.edition.age}."
    way_out = f"let this name of {whose} be told earlier (it stands at {item.at})"
    return Secret(folded(version.words), whose, item.at, why, way_out, looked)


def _of_item(name: str, item: Item, whose: str, looked: Looked, sight: Sight) -> Secret:
    verdict = sight.verdicts.get(item.at)
    why = " ".join(verdict.why) if verdict else ""
    if not why and isinstance(item, Named):
        why = f"A fuller name of {whose} is told only later, and what else they are called waits for it."
    return Secret(folded(name), whose, item.at, why, f"let {whose} be seen (its gate stands at {item.at})", looked)
