"""Rules about who said yes to a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsbook.checks.child_words import is_child
from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.item import Item
from lsbook.model.named_items import Person
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Medium


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
        if shown and medium.listed and not medium.permission and not _is_withheld_from_others(medium):
            names = " and ".join(person.label for person in shown)
            is_or_are = "is another child" if len(shown) == 1 else "are other children"
            yield Finding(
                medium.at,
                f"{names} {is_or_are} in this picture, and it is not said who allowed it.",
                "Ask whoever may say yes. Then write in this entry permission: and below it, with two more spaces,"
                " - by: (who said yes) and on: (the date). Where nobody does, leave the picture out.",
            )


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
