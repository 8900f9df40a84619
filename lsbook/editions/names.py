"""Which names an edition may not say, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsbook.editions.ordinary import is_own
from lsbook.editions.seeking import Names, Spot
from lsbook.editions.sight import Sight
from lsbook.model.edition import RECORD
from lsbook.model.item import opening
from lsbook.model.place import Place
from lsbook.model.said import folded
from lsbook.model.story import Keepsake, Named, Story
from lsbook.model.story_text import Statement

_OWNS = re.compile(r"'(?!\w\w)|'s\b| and | & |, ")
BIRTH_FAMILY = "birth-family"
_SHOUTED = 4
"""Letters at least of a name that is looked for in capitals too: shorter ones are initials (BO, ANN)."""
_NEVER = "Birth family are never told the surname, workplace or new names of adoptive parents and child (also-called)."
_NAMES = "let a text under names: in story.yaml that says it be seen"
_TOP = Place("story.yaml")

_ROW = re.compile(r"(?<![\w'-])[A-Z\u00c0-\u00de\u0100-\u017f][\w'-]*(?: [A-Z\u00c0-\u00de\u0100-\u017f][\w'-]*)*")
_SENTENCE = re.compile(r"(?:^|[.!?:] )[\"'(\u201c]*$")


@dataclass(frozen=True)
class Withheld:
    """A name that an edition may not say: whose it is, where that stands, and why."""

    name: str
    whose: str
    """An id, or ``me`` for the child."""
    at: Place
    why: str
    way_out: str
    """What may be done so that it is withheld no longer, in the words of a remedy."""


class Secrets:
    """The names that one edition may not say, to be looked for in its words."""

    def __init__(self, story: Story, sight: Sight) -> None:
        shown = {folded(name) for name in _shown(story, sight)}
        hidden = {one.name: one for one in _hidden(story, sight) if is_own(one.name) and one.name not in shown}
        never = {one.name: one for one in _never_for_birth_family(story, sight) if is_own(one.name)}
        self.names = hidden | never
        # Subtitles for the deaf have "CRAIG:", and so do labels: a name in capitals alone is the name.
        shouted = {name.upper(): one for name, one in self.names.items() if len(name) >= _SHOUTED}
        self.names = {name: one for name, one in shouted.items() if name not in shown} | self.names
        things = {folded(version.words) for one in story.keepsakes for version in one.name.versions}
        longer = (name for name in shown - self.names.keys() - things if " " in name and _is_a_name(name))
        covering = (name for name in longer if not any(Names(never).within(name)))
        self._search = Names((*self.names, *covering)) if self.names else None

    def within(self, words: str) -> Iterator[tuple[Withheld, Spot]]:
        """The withheld names in folded ``words``; none that is a part of a longer one.

        A longer name that may be said covers it too ("Rose Cottage"), unless it names its owner ("Rose's house"). A
        description covers nothing ("Bob, a friend of Rose"), nor does what a keepsake is called ("The Rose blanket").
        """
        spots = sorted(self._search.within(words), key=lambda spot: (spot.start, -spot.end)) if self._search else []
        withheld_until, cover = 0, Spot("", 0, 0)
        for spot in spots:
            if spot.name not in self.names:
                cover = max(cover, spot, key=lambda one: one.end)
            elif spot.end > withheld_until:
                withheld_until = spot.end
                if spot.end > cover.end or _is_an_owner(words, spot, cover):
                    yield self.names[spot.name], spot


def _is_a_name(words: str) -> bool:
    """True for words that all begin with a capital: with others among them they tell of somebody."""
    return not any(word[0].islower() for word in words.replace("-", " ").split())


def _is_an_owner(words: str, spot: Spot, cover: Spot) -> bool:
    """True for Jan and for Dave in "Jan and Dave's house"."""
    joined = words[cover.start : spot.start].endswith((" and ", " & ", ", "))
    return joined or _OWNS.match(words, spot.end, cover.end) is not None


# --- people, homes, schools -------------------------------------------------------------------------------------


def _named(story: Story) -> tuple[Named, ...]:
    return (*story.people, *story.homes, *story.schools, *story.keepsakes)


def _may_be_carried(one: Named, sight: Sight) -> bool:
    """Texts for another reader carry the names in them, but not of what is held or the child's alone (``Chooser``)."""
    return not sight.edition.for_child and not one.gate.only_me and one.gate.hold is None


def _hidden(story: Story, sight: Sight) -> Iterator[Withheld]:
    for one in _named(story):
        verdict = sight.verdicts.get(one.at)
        why = " ".join(verdict.why) if verdict else ""
        way_out = f"let {one.id} be seen (its gate stands at {one.at})"
        if not sight.sees(one):
            named = () if isinstance(one, Keepsake) or _may_be_carried(one, sight) else one.name.versions
            for name in (*(version.words for version in named), *one.also_called):
                yield Withheld(folded(name), one.id, one.at, why, way_out)
        else:
            for version in one.name.versions:
                if version.age > sight.edition.age and not isinstance(one, Keepsake):
                    later = f"This name is told from {version.age}; this edition is told at {sight.edition.age}."
                    way_out = f"let this name of {one.id} be told earlier (it stands at {one.at})"
                    yield Withheld(folded(version.words), one.id, one.at, later, way_out)
    yield from _of_the_child(story, sight)


def _shown(story: Story, sight: Sight) -> Iterator[str]:
    """Names that may be said."""
    yield from _printed(story, sight)
    for one in _named(story):
        if sight.sees(one):
            yield from one.also_called
    for said in story.child.names:
        if sight.sees(said):
            yield from _names_in(said, sight, story)


def _printed(story: Story, sight: Sight) -> Iterator[str]:
    """Names as this edition prints them, or, if younger ones are told, has printed them before."""
    yield story.child.name
    yield from story.child.name.split()
    for one in _named(story):
        if sight.sees(one) or _may_be_carried(one, sight):
            yield from _printed_of(one, sight)


def _printed_of(one: Named, sight: Sight) -> Iterator[str]:
    return (version.words for version in one.name.versions if version.age <= sight.edition.age)


# --- the child ---------------------------------------------------------------------------------------------------


def _of_the_child(story: Story, sight: Sight) -> Iterator[Withheld]:
    """Names of the child that stand only in statements (``names``) which this edition does not show."""
    told = [said for said in story.child.names if sight.sees(said)]
    kept = [said for said in story.child.names if not sight.sees(said)]
    said_here = {name for said in told for name in _names_in(said, sight, story)}
    own = not (sight.edition.for_child or sight.edition.reader == RECORD)
    why = "It stands only where this edition does not tell it (names, in story.yaml)."
    for name in (folded(name) for name in story.child.also_called):
        held = any(_holds(said, name, sight, every=True) for said in story.child.names)
        if (own or held) and not any(_holds(said, name, sight) for said in told):
            yield Withheld(name, "me", _TOP, why, _NAMES)
    for said in kept:
        for name in _names_in(said, sight, story, every=True):
            if name not in said_here:
                yield Withheld(name, "me", said.at, why, _NAMES)


def _holds(said: Statement, name: str, sight: Sight, *, every: bool = False) -> bool:
    return any(any(Names([name]).within(text)) for text in _texts(said, sight, every=every))


def _texts(said: Statement, sight: Sight, *, every: bool) -> list[str]:
    """The words of a statement in this edition, or with ``every`` in all."""
    version = said.says.at(sight.edition.age, sight.edition.easy)
    versions = said.says.versions if every else (version,) if version else ()
    return [folded(opening((block,), most=10**6)) for version in versions for block in version.words]


def _names_in(said: Statement, sight: Sight, story: Story, *, every: bool = False) -> Iterator[str]:
    """Names in a row with one of the child's own: "Maya Grace Moss" gives itself, and Grace, and Moss."""
    own = {word for name in (story.child.name, *story.child.also_called) for word in folded(name).split()}
    for text in _texts(said, sight, every=every):
        for row in _rows(text, own):
            if own & set(row):
                yield " ".join(row)
                yield from row


def _rows(text: str, own: set[str]) -> Iterator[list[str]]:
    """Words with capitals that follow each other, without the first of a sentence: any word has one there."""
    for match in _ROW.finditer(text):
        row = [word.removesuffix("'s") for word in match[0].split()]
        yield row[1:] if row[0] not in own and _SENTENCE.search(text[: match.start()]) else row


# --- the birth family --------------------------------------------------------------------------------------------


def _never_for_birth_family(story: Story, sight: Sight) -> Iterable[Withheld]:
    """Surname, workplace and new name (practice.md, "Safeguarding rules"): what stands under ``also-called``.

    Only the name on a card that is marked for birth family, or a statement that is, can say it.
    """
    if sight.edition.reader != BIRTH_FAMILY:
        return
    said = [folded(name) for one in _named(story) if sight.sees(one) for name in _printed_of(one, sight)]
    said += [folded(story.child.name)]
    said += [text for one in story.child.names if sight.sees(one) for text in _texts(one, sight, every=False)]
    parents = [one for one in story.people if any(child.id == "me" for child in one.adoptive_parent_of)]
    for at, whose, names in (
        (_TOP, "me", story.child.also_called),
        *((one.at, one.id, one.also_called) for one in parents),
    ):
        for name in map(folded, names):
            if not any(any(Names([name]).within(text)) for text in said):
                yield Withheld(name, whose, at, _NEVER, "say it without the name")
