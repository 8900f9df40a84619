"""A rule about words: names are spelled as the story has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lsbook.checks.craft.dictionary import load_dictionary, load_names
from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.people import list_name_words
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.named_items import NamedItem
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Severity

_WORD = re.compile(r"(?<![\w-])[A-Z][^\W\d_]{2,}(?![\w-])")
_SHORTEST = 4
"""Letters: shorter names are one letter from too many others."""
_OFTEN = 3
"""A word that stands so often is meant."""


def find_misspelled_names(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each word that is one letter from a name of the story, and no word of its own."""
    names = _list_names(subject)
    counts = Counter(word for utterance in subject.utterances for word in _WORD.findall(utterance.text))
    for utterance in subject.narration:
        for match in _WORD.finditer(utterance.narration):
            word = match[0]
            meant = None if word in names or counts[word] > _OFTEN * 2 else _find_meant(word, names)
            if meant is not None:
                yield make_finding(
                    utterance,
                    match.span(),
                    f'"{word}" is nearly {meant}, a name of this story.',
                    f"Write {meant}, or [[id]] so that it is always right. Where somebody else is meant, give them"
                    f" an entry"
                    " in people.yaml, or accept it.",
                )


def _list_names(subject: CraftSubject) -> frozenset[str]:
    named = tuple(item for item in subject.list_items(NamedItem) if isinstance(item, NamedItem))
    own = re.findall(r"[^\W\d_]+", subject.story.child.name)
    explained = (version.content for word in subject.story.words for version in word.word.versions)
    return frozenset((*list_name_words(named), *own, *(part for text in explained for part in text.split())))


def _find_meant(word: str, names: frozenset[str]) -> str | None:
    if _is_known(word):
        return next((name for name in sorted(names) if _is_other_spelling(word, name)), None)
    if len(word) < _SHORTEST:
        return None
    return next((name for name in sorted(names) if len(name) >= _SHORTEST and _is_slip(word, name)), None)


def _is_other_spelling(word: str, name: str) -> bool:
    """Return whether a word is another name that sounds the same: Brianna for Briana, Phillip for Philip."""
    plain = fold_text(word).casefold()
    if min(len(word), len(name)) <= _SHORTEST:  # Marie is not Mary
        return False
    return plain in load_names() and _spell_by_sound(plain) == _spell_by_sound(fold_text(name).casefold())


def _spell_by_sound(name: str) -> str:
    """Return a name without doubled letters and silent ones, with one letter for each sound."""
    for written, spoken in (("ph", "f"), ("ck", "k"), ("c", "k"), ("ie", "i"), ("ey", "i"), ("y", "i")):
        name = name.replace(written, spoken)
    return name[:1] + re.sub(r"(.)\1+", r"\1", name[1:].replace("h", ""))


def _is_known(word: str) -> bool:
    plain = fold_text(word).casefold()
    stems = (
        plain,
        plain.removesuffix("s"),
        plain.removesuffix("es"),
        plain.removesuffix("ed"),
        plain.removesuffix("ing"),
    )
    return any(stem in load_dictionary() for stem in stems)


def _is_slip(word: str, name: str) -> bool:
    """Return whether one letter is wrong, missing, too many, or two have changed places; the first is right."""
    if word[0].casefold() != name[0].casefold() or abs(len(word) - len(name)) > 1 or _is_plural(word, name):
        return False
    at = next((at for at, (ours, theirs) in enumerate(zip(word, name, strict=False)) if ours != theirs), None)
    if at is None:
        return len(word) != len(name)
    rest, other = word[at:], name[at:]
    swapped = len(rest) == len(other) > 1 and rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def _is_plural(word: str, name: str) -> bool:
    return word in (f"{name}s", f"{name}y") or name in (f"{word}s", f"{word}y")


MISSPELLED_NAME = Rule(
    id="misspelled-name",
    severity=Severity.WARNING,
    explain=(
        "A word with a capital is one letter from a name of this story, and is no word that is known; or it is another"
        " spelling of the name. A child notices a"
        " wrong letter in the name of somebody whom they love. Write the name as people.yaml has it; [[id]] in its"
        " place is"
        " always right. Where it is somebody else, give them an entry of their own."
    ),
    find=find_misspelled_names,
    source="this project's own choice",
)
