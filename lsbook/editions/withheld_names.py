"""Which names an edition may not say, and where its words say them all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsbook.editions.child_names import find_withheld_child_names
from lsbook.editions.generic_words import TITLES
from lsbook.editions.name_search import NameMatch, NameSearch, SearchTerm
from lsbook.editions.name_terms import make_keepsake_terms, make_name_terms, make_place_terms, make_title_terms
from lsbook.editions.shown_names import (
    Phrase,
    ShownNames,
    collect_shown_names,
    find_printed_versions,
    has_later_name,
    is_carried,
)
from lsbook.editions.spelling import make_keys
from lsbook.editions.visibility import Visibility
from lsbook.editions.whereabouts import find_familiar_words, find_withheld_whereabouts
from lsbook.editions.withheld_name import SearchMode, WithheldName
from lsbook.model.item import Item, Telling, Version
from lsbook.model.languages import find_language_names
from lsbook.model.named_items import Home, Keepsake, NamedItem, School
from lsbook.model.passage import fold_text
from lsbook.model.story import Chapter, Letter, Story
from lsbook.model.vocabulary import CHILD_ID

_TITLED_LENGTH = 2
"""Words of "Auntie Jan"."""


class WithheldNameSearch:
    """The names that one edition may not say in a book of ``day``, to be looked for in its words."""

    def __init__(self, story: Story, visibility: Visibility, day: date) -> None:
        self.visibility = visibility
        self._terms = tuple(_make_terms(story, visibility, day))
        languages = find_language_names(story)
        self._search = NameSearch(self._terms, languages)
        self._titled = NameSearch(SearchTerm(phrase, None) for phrase in _find_titled_people(story, visibility))

    @property
    def terms(self) -> tuple[SearchTerm[WithheldName], ...]:
        """Return what is looked for, in the order of the story; each term knows the name that it would give away."""
        return self._terms

    def find(self, text: str) -> Iterator[tuple[WithheldName, NameMatch[WithheldName]]]:
        """Yield the withheld names in folded ``text``; of those that overlap the surest, then the longest.

        "Auntie Jan", who may be named, is no Jan who may not.
        """
        end = 0
        matches = sorted(self._search.find(text), key=lambda match: (match.start, not match.is_sure, -match.end))
        titled = list(self._titled.find(text)) if matches else []
        for match in matches:
            is_titled = any(other.start < match.start and match.end <= other.end for other in titled)
            if match.end > end and not is_titled:
                end = match.end
                yield match.term.origin, match


def list_withheld_names(
    story: Story, visibility: Visibility, day: date
) -> tuple[tuple[WithheldName, tuple[str, ...]], ...]:
    """Return each name that a book of ``day`` may not say with what is looked for, in the order of the story.

    The words stand as they are compared: in small letters and without marks. Plurals, and the forms of the story's
    languages, are looked for besides.
    """
    keys_by_name: dict[WithheldName, dict[str, None]] = {}
    for term in _make_terms(story, visibility, day):
        keys_by_name.setdefault(term.origin, {}).setdefault(" ".join(term.keys))
    return tuple((withheld, tuple(words)) for withheld, words in keys_by_name.items())


def _make_terms(story: Story, visibility: Visibility, day: date) -> Iterator[SearchTerm[WithheldName]]:
    shown = collect_shown_names(story, visibility)
    items = {item.id: item for item in story.named_items}
    titles = frozenset(_find_shown_titles(story, visibility))
    whereabouts = tuple(find_withheld_whereabouts(story, visibility, day))
    allowable = {withheld.owner for withheld in whereabouts if is_carried(items[withheld.owner], visibility)}
    for withheld in (*_find_withheld(story, visibility), *find_withheld_child_names(story, visibility)):
        if withheld.owner in allowable:
            continue
        item = items.get(withheld.owner)
        if withheld.search_mode is SearchMode.KEPT:
            yield from make_kept_terms(withheld.name, withheld)
        elif withheld.search_mode is SearchMode.TITLE and make_keys(withheld.name) in titles | shown.phrases:
            continue
        elif withheld.search_mode is SearchMode.TITLE and item is not None:
            yield from make_keepsake_terms(withheld.name, withheld, shown.list_harmless_words(None))
        elif withheld.search_mode is SearchMode.TITLE:
            yield from make_title_terms(withheld.name, withheld)
        elif not _is_shown(withheld, shown):
            make_terms = make_place_terms if isinstance(item, Home | School) else make_name_terms
            yield from make_terms(withheld.name, withheld, shown.list_harmless_words(item))
    familiar = find_familiar_words(story, visibility)
    for withheld in whereabouts:
        terms = tuple(make_name_terms(withheld.name, withheld, familiar))
        yield from terms or (
            SearchTerm(make_keys(withheld.name), withheld, capitals=(0,) if " " not in withheld.name else ()),
        )


def make_kept_terms(name: str, withheld: WithheldName) -> Iterator[SearchTerm[WithheldName]]:
    """Yield what finds a name that a worker wrote under ``keeps``: surely, so also where anybody could be meant."""
    terms = tuple(make_name_terms(name, withheld))
    yield from terms or (SearchTerm(make_keys(name), withheld),)


def _find_titled_people(story: Story, visibility: Visibility) -> Iterator[Phrase]:
    """Yield the names of people shown that are a title and one word: whoever is called so is meant by no other name."""
    for person in story.people:
        phrases = (make_keys(fold_text(version.content)) for version in find_printed_versions(person, visibility))
        yield from (phrase for phrase in phrases if len(phrase) == _TITLED_LENGTH and phrase[0] in TITLES)


def _is_shown(withheld: WithheldName, shown: ShownNames) -> bool:
    """Return whether somebody who is shown has the same name, or the same person is shown by a name that holds it."""
    phrase = make_keys(withheld.name)
    if withheld.owner == CHILD_ID and len(phrase) == 1 and phrase[0] in shown.words_of_people:
        return True
    return phrase in shown.phrases or any(_is_part(phrase, of) for of in shown.by_owner.get(withheld.owner, ()))


def _is_part(phrase: Phrase, whole: Phrase) -> bool:
    return any(whole[at : at + len(phrase)] == phrase for at in range(len(whole) - len(phrase) + 1))


# --- what is withheld --------------------------------------------------------------------------------------------


def _find_withheld(story: Story, visibility: Visibility) -> Iterator[WithheldName]:
    for item in story.named_items:
        search_mode = SearchMode.TITLE if isinstance(item, Keepsake) else SearchMode.NAME
        printed = find_printed_versions(item, visibility)
        for version in item.name.versions:
            if version not in printed:
                yield _withhold_version(item, version, item.id, search_mode, visibility)
        if not visibility.is_visible(item) or has_later_name(item, visibility):
            yield from (_withhold_name(name, item, item.id, SearchMode.NAME, visibility) for name in item.also_called)
    for text in _list_texts(story):
        for version in text.title.versions if text.title else ():
            if _is_untold(text, version, visibility):
                yield _withhold_version(text, version, text.file, SearchMode.TITLE, visibility)
    for gated in (verdict.item for verdict in visibility.verdicts.values() if not verdict.is_visible):
        yield from (_withhold_name(name, gated, gated.handle, SearchMode.KEPT, visibility) for name in gated.gate.keeps)


def _is_untold(text: Chapter | Letter, version: Version[str], visibility: Visibility) -> bool:
    if visibility.is_visible(text):
        return version.age > visibility.edition.age
    return not is_carried(text, visibility)


def _find_shown_titles(story: Story, visibility: Visibility) -> Iterator[Phrase]:
    titled: list[tuple[Item, Telling[str] | None]] = [(text, text.title) for text in _list_texts(story)]
    titled += [(keepsake, keepsake.name) for keepsake in story.keepsakes]
    for item, telling in titled:
        versions = telling.versions if telling and (visibility.is_visible(item) or is_carried(item, visibility)) else ()
        yield from (
            make_keys(fold_text(version.content)) for version in versions if version.age <= visibility.edition.age
        )


def _list_texts(story: Story) -> tuple[Chapter | Letter, ...]:
    return (*story.chapters, *story.letters)


def _withhold_version(
    item: Item, version: Version[str], owner: str, search_mode: SearchMode, visibility: Visibility
) -> WithheldName:
    if not visibility.is_visible(item):
        return _withhold_name(version.content, item, owner, search_mode, visibility)
    why = f"This name is told from {version.age}; this edition is told at {visibility.edition.age}."
    way_out = f"let this name of {owner} be told earlier (it stands at {item.at})"
    return WithheldName(fold_text(version.content), owner, item.at, why, way_out, search_mode)


def _withhold_name(name: str, item: Item, owner: str, search_mode: SearchMode, visibility: Visibility) -> WithheldName:
    verdict = visibility.verdicts.get(item.at)
    why = " ".join(verdict.reasons) if verdict else ""
    if not why and isinstance(item, NamedItem):
        why = f"A fuller name of {owner} is told only later, and what else they are called waits for it."
    return WithheldName(
        fold_text(name), owner, item.at, why, f"let {owner} be seen (its gate stands at {item.at})", search_mode
    )
