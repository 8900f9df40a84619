"""Who is who in the sentences of a story: grown-ups, parents, and the words by which they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.child_words import is_child
from lsbook.checks.craft.subject import CraftSubject
from lsbook.model.named_items import NamedItem, Person

KIN = (
    "Mum|Mummy|Mam|Mom|Mama|Mother|Dad|Daddy|Papa|Father|Nan|Nana|Nanny|Gran|Granny|Grandma|Grandad|Grandpa|Stepdad"
    "|Stepmum|Uncle|Auntie|Aunt|Aunty"
)
"""What relatives are called who have a name of their own or none."""
OWN_KIN = (
    rf"(?:(?:{KIN}|[Yy]our (?:mum|dad))'s (?:(?:boy|girl)?friend|partner|husband|wife|brother|father|lodger"
    rf"|flatmate)|{KIN}"
    r"|[Yy]our (?:birth |foster |first )?(?:mum|mummy|mother|dad|daddy|father|stepdad|stepmum|parents?|uncle"
    r"|aunt(?:ie|y)?"
    r"|grand(?:ad|pa|ma|mother|father)|gran|nan|nana))"
)


def list_people(subject: CraftSubject) -> tuple[Person, ...]:
    """Return everybody who is not only the child's."""
    return tuple(item for item in subject.list_items(Person) if isinstance(item, Person))


def is_named_in(subject: CraftSubject, item: object, person: Person) -> bool:
    """Return whether what the books say in ``item`` names somebody."""
    text = subject.read(item).casefold()
    return any(re.search(rf"\b{re.escape(version.content.casefold())}\b", text) for version in person.name.versions)


def list_name_words(items: tuple[NamedItem, ...]) -> Iterator[str]:
    """Yield every word with a capital of every name that ``items`` are shown by."""
    for item in items:
        for version in item.name.versions:
            yield from (word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", version.content) if word[0].isupper())


def is_grown_up(person: Person, language: str) -> bool:
    """Return whether somebody is no child, as far as it is said."""
    if person.parent_of or person.adoptive_parent_of or person.partners:
        return True
    words = [version.content for version in person.is_.versions]
    return not any(is_child(text, person.group, language) for text in words)


def match_grown_ups(subject: CraftSubject) -> str:
    """Return a pattern for the names of grown-ups of the story and the words for relatives."""
    people = (person for person in list_people(subject) if is_grown_up(person, subject.story.language))
    names = {version.content for person in people for version in person.name.versions}
    listed = sorted(map(re.escape, names), key=len, reverse=True)
    return "|".join((OWN_KIN, *listed))
