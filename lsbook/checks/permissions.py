"""Rules about who said yes to a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsbook.checks.child_words import is_child
from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.item import Item
from lsbook.model.named_items import Person
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Medium

_CHILDREN = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|other|lots of|(?:a )?(?:group|row|crowd"
    r"|line)"
    r" of|all the) (?:\w+ )?(?:girls|boys|children|kids|pupils|toddlers|teenagers|classmates)"
    r"|(?:your|the whole) (?:\w+ )?(?:class|classmates|friends|team-?mates|year group|football team)"
    r"|another (?:girl|boy|child|baby|toddler|pupil)"
    r"|(?:girls?|boys?|child|children|kids?|toddlers?) from (?:next door|your|school|nursery|church|the)"
    r"|(?:girl|boy|child|toddler)\b[^.!?]*\bwith (?:her|his|their) (?:\w+ )?(?:brothers?|sisters?|twin|cousins?"
    r"|friends?)"
    r"|(?:best |school )?friend (?-i:[A-Z])\w+|you and (?:a|the) (?:\w+ )?(?:girl|boy|child|toddler|friend))\b(?!')",
    re.IGNORECASE,
)
"""More children than the one whose book it is."""
_NO_FACES = re.compile(
    r"\b(?:drawings?|drawn|drew|paint\w*|cartoon|statues?|puppets?|snowmen|model|far (?:away|off)|in the distance"
    r"|from behind"
    r"|(?:their|with) backs|blurred|covered|hidden|cut off|cropped|silhouettes?|shadows?|turned away|no faces?|coat"
    r" pegs?|empty"
    r"|without)\b",
    re.IGNORECASE,
)


def find_pictures_without_permission(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each picture of another child without a yes (practice.md, "Safeguarding rules")."""
    story = subject.story
    children = {person.id: person for person in story.people if is_another_child(person, story.language)}
    portraits: dict[str, list[str]] = {}
    for person in story.people:
        if person.photo:
            portraits.setdefault(person.photo.file, []).append(person.id)
    for medium in story.media:
        pictured = _list_people(medium, portraits.get(medium.file, ()))
        shown = [children[identity] for identity in pictured if identity in children]
        who = _describe_children(shown) if shown else _find_unnamed_children(medium, story.language)
        if who and medium.listed and not medium.permission and not _is_withheld_from_others(medium):
            yield Finding(
                medium.at,
                f"{who} in this picture, and it is not said who allowed it.",
                "Ask whoever may say yes. Then write in this entry permission: and below it, with two more spaces,"
                " - by: (who said yes) and on: (the date). Where nobody does, leave the picture out.",
            )


def _describe_children(shown: list[Person]) -> str:
    names = " and ".join(person.label for person in shown)
    return f"{names} {'is another child' if len(shown) == 1 else 'are other children'}"


def _find_unnamed_children(medium: Medium, language: str) -> str:
    """Return of which children the words of a picture speak, where nobody in it is named who is one; else nothing."""
    texts = [fold_text(version.content) for version in medium.shows.versions] if medium.shows else []
    matches = [_CHILDREN.search(text) for text in texts if not _NO_FACES.search(text)]
    match = next(filter(None, matches), None) if language.casefold().startswith("en") else None
    return f"By its own words other children ({match[0]}) are" if match and not medium.decorative else ""


def _list_people(medium: Medium, portraits: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of those whom a picture shows, each once: as media.yaml says, and whose portrait it is."""
    return tuple(dict.fromkeys((*(ref.id for ref in medium.people), *portraits)))


def is_another_child(person: Person, language: str) -> bool:
    """Return whether somebody is a child. Who has a child or partner is grown up; who is held back is in no picture."""
    if person.parent_of or person.adoptive_parent_of or person.partners or _is_withheld_from_others(person):
        return False
    words = [version.content for version in person.is_.versions]
    return bool(words) and all(is_child(text, person.group, language) for text in words)


def _is_withheld_from_others(item: Item) -> bool:
    """Return whether an item is in no book, or in the child's alone: no report speaks of that."""
    return item.gate.only_me or item.gate.hold is not None


PICTURE_WITHOUT_PERMISSION = Rule(
    id="picture-without-permission",
    severity=Severity.WARNING,
    explain=(
        "A picture shows another child of the story, and media.yaml does not say who allowed it. That child, or whoever"
        " is responsible for them, has a say in where their face goes. Ask, then write permission: with the name and"
        " the date into the entry of the picture. If nobody says yes, leave the picture out or use one without that"
        " child. Grown-ups and animals need no permission here. The book is made all the same."
    ),
    find=find_pictures_without_permission,
)
