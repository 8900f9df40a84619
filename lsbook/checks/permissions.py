"""Rules about who said yes to a picture."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.child_words import is_child
from lsbook.checks.rules import rule
from lsbook.model.item import Item
from lsbook.model.problem import Problem, Severity
from lsbook.model.story import Medium, Person, Story


@rule
def find_pictures_without_permission(story: Story) -> Iterator[Problem]:
    """Another child who can be known in a picture needs somebody's yes (practice.md, "Safeguarding rules")."""
    children = {person.id: person for person in story.people if _is_another_child(person, story.language)}
    for medium in story.media:
        shown = [children[one] for one in _list_people(medium, story) if one in children]
        if shown and medium.listed and not medium.permission and not _is_withheld_from_others(medium):
            names = " and ".join(person.label for person in shown)
            is_or_are = "is another child" if len(shown) == 1 else "are other children"
            yield Problem(
                medium.at,
                f"{names} {is_or_are} in this picture, and it is not said who allowed it.",
                "Ask whoever may say yes. Then write in this entry permission: and below it, with two more spaces,"
                " - by: (who said yes) and on: (the date). Where nobody does, leave the picture out.",
                severity=Severity.WARNING,
            )


def _list_people(medium: Medium, story: Story) -> tuple[str, ...]:
    portraits = (person.id for person in story.people if person.photo and person.photo.file == medium.file)
    return tuple(dict.fromkeys((*(ref.id for ref in medium.people), *portraits)))


def _is_another_child(person: Person, language: str) -> bool:
    """Whoever has a child or a partner is grown up; whoever is held back is in no picture of any book."""
    if person.parent_of or person.adoptive_parent_of or person.partners or _is_withheld_from_others(person):
        return False
    said = [version.content for version in person.is_.versions]
    return bool(said) and all(is_child(words, person.group, language) for words in said)


def _is_withheld_from_others(item: Item) -> bool:
    """True for what is in no book, or in the child's alone: no report speaks of that."""
    return item.gate.only_me or item.gate.hold is not None
