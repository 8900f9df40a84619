"""Rules about ids: each names something of the story, and one thing alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.located_text import find_location
from lsbook.model.named_items import NamedItem, Stay
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.prose import Mention
from lsbook.model.story import Story
from lsbook.model.story_text import Account, AccountBlock, Ref, Who
from lsbook.model.suggestions import format_suggestion
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import find_all

_BETWEEN_IDS = re.compile(r"[\s,;/&+()\[\]]+")
_SINGLE_BRACKETS = re.compile(r"(?<!\[)\[([a-z0-9-]+)\](?!\])")


def find_unknown_references(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each ``[[id]]`` that names nothing."""
    items = {item.id: item for item in subject.story.named_items}
    ids = _list_ids_by_name(subject.story)
    for mention in find_all(Mention, subject.story):
        if mention.id != CHILD_ID and mention.id not in items:
            hint = format_suggestion(mention.id, items) or _suggest_id(mention.id, ids)
            yield Finding(
                mention.at,
                f"[[{mention.id}]] names nobody and nothing of this story.{hint}",
                "Write an id of people, homes, schools or keepsakes; me is the child.",
            )


def find_unknown_people(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each key that should hold somebody's id and holds another word."""
    people = {person.id for person in subject.story.people}
    known = (*(person.id for person in subject.story.people), CHILD_ID)
    ids = _list_ids_by_name(subject.story)
    for ref in find_all(Ref, subject.story):
        if ref.id != CHILD_ID and ref.id not in people:
            several = _split_ids(ref.id, known)
            if several:
                what = f'Several ids stand here in one piece, "{ref.id}", and there is nobody of that name.'
                remedy = f"Write them in square brackets with a comma between any two: [{', '.join(several)}]"
                yield Finding(ref.at, what, remedy)
                continue
            hint = format_suggestion(ref.id, known) or _suggest_id(ref.id, ids)
            what = f'There is no person "{ref.id}" in people.yaml.{hint}'
            yield Finding(ref.at, what, "Write the id of a person, or add the person to people.yaml.")


def find_single_brackets(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each id in a sentence that stands between single brackets: the book prints it as it is."""
    ids = {item.id for item in subject.story.named_items} | {CHILD_ID}
    for item, text in subject.texts:
        for match in _SINGLE_BRACKETS.finditer(text.text) if "[" in text.text else ():
            if match[1] in ids:
                what = f"{match[0]} stands in single brackets: the book prints it with them, and not the name."
                at = find_location(text.text, match.start(), item.at)
                yield Finding(at, what, f"Write [[{match[1]}]].", item=item.at)


def find_duplicate_ids(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each item whose id another item has already."""
    first: dict[str, NamedItem] = {}
    for item in subject.story.named_items:
        if item.id in first and item.id:
            yield Finding(
                item.at,
                f'The id "{item.id}" stands here and at {first[item.id].at}.',
                "Give one of the two another id, and use it wherever that one is meant.",
            )
        first.setdefault(item.id, item)


def find_names_instead_of_ids(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each name of somebody in the story that stands where an id could stand."""
    ids = _list_ids_by_name(subject.story)
    for at, who in _list_people_fields(subject.story):
        if isinstance(who, str) and who.casefold() in ids:
            what = f'"{who}" is somebody of this story.'
            yield Finding(find_location(who, 0, at), what, f"Write the id: {ids[who.casefold()]}")


def _list_ids_by_name(story: Story) -> dict[str, str]:
    """Return the id behind each name of the story, in small letters."""
    return {version.content.casefold(): item.id for item in story.named_items for version in item.name.versions}


def _list_people_fields(story: Story) -> Iterator[tuple[Location, Who | None]]:
    """Yield what stands where an id or plain words may name somebody, with the place of its entry."""
    for letter in story.letters:
        yield from ((letter.at, letter.from_), (letter.at, letter.to))
    yield from ((account.at, account.by) for account in find_all(Account, story))
    yield from ((block.at, block.by) for block in find_all(AccountBlock, story))
    yield from ((item.at, item.said_by) for item in story.about_me)
    yield from ((item.at, who) for item in story.keepsakes for who in (item.given_by, item.looked_for_by))
    yield from ((item.at, who) for item in story.questions for who in (item.finding_out, item.held_by))
    yield from ((stay.at, stay.who_took_me) for stay in find_all(Stay, story))


def _suggest_id(word: str, ids: dict[str, str]) -> str:
    identity = ids.get(word.casefold())
    return f' Did you mean "{identity}"?' if identity else ""


def _split_ids(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids in ``jan tyler``, ``jan; tyler`` or ``(jan and tyler)``; none where anything else stands there.

    With commas the words are a list, whether or not all of them are ids.
    """
    parts = tuple(part for part in _BETWEEN_IDS.split(text) if part and (part != "and" or part in known))
    is_list = all(part in known for part in parts) or "," in text
    return parts if len(parts) > 1 and is_list else ()


UNKNOWN_REFERENCE = Rule(
    id="unknown-reference",
    severity=Severity.ERROR,
    explain=(
        "A sentence names somebody or something with [[id]], and nothing in the story has that id. lsbook puts the name"
        " in its place and leads to their page, so it has to know whom you mean. Nor can it keep back the name of"
        " somebody whom it does not know. Look whether the id is mistyped: it stands under id: in people.yaml,"
        " homes.yaml, schools.yaml or keepsakes.yaml. If there is no entry yet, add one. [[me]] is the child."
    ),
    find=find_unknown_references,
)
UNKNOWN_PERSON = Rule(
    id="unknown-person",
    severity=Severity.ERROR,
    explain=(
        "A key that takes somebody's id (people, parent-of, said-by, talk-to ...) holds a word that is nobody's id in"
        " people.yaml. Who may see this part of the story depends on that person, so lsbook does not guess. Write the"
        " id as it stands in people.yaml, or add the person there. Several ids stand in square brackets, with commas"
        " between them: [jan, tyler]."
    ),
    find=find_unknown_people,
)
DUPLICATE_ID = Rule(
    id="duplicate-id",
    severity=Severity.ERROR,
    explain=(
        "Two entries have the same id. People, homes, schools and keepsakes share one list of ids, because [[id]] in a"
        " sentence can name any of them. With two of the same, the book could show the one and withhold the other by"
        " mistake. Give one of them another id, then look where the old id stands and write the new one wherever that"
        " one is meant."
    ),
    find=find_duplicate_ids,
)
NAME_INSTEAD_OF_ID = Rule(
    id="name-instead-of-id",
    severity=Severity.ERROR,
    explain=(
        "Somebody of the story is named in plain words where their id could stand: as the giver of a keepsake, the"
        " writer of a letter, whoever said something. Plain words are printed in every book. If that person is held"
        " back, or told later, their name would be told all the same. Write the id in place of the name. Words are"
        " right here only for somebody who has no entry in people.yaml."
    ),
    find=find_names_instead_of_ids,
)
SINGLE_BRACKETS = Rule(
    id="id-in-single-brackets",
    severity=Severity.WARNING,
    explain=(
        "A sentence names somebody or something of the story between single brackets, [jan]. lsbook puts a name in the"
        " place of [[jan]], with two brackets at each end; single ones are printed as they stand, with the id between"
        " them. Write a second bracket at each end. The book is made all the same."
    ),
    find=find_single_brackets,
)
