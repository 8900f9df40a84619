"""Do all ids and files that the story names exist? Is every id used once?"""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.problem import Location
from lsbook.model.prose import Mention
from lsbook.model.story import NamedItem, Stay, Story
from lsbook.model.story_text import Account, AccountBlock, LetterBlock, Ref, Who
from lsbook.model.suggestions import format_suggestion
from lsbook.model.walk import find_all
from lsbook.reading.problems import ProblemCollector


def check_references(story: Story, problems: ProblemCollector) -> None:
    """Complain about ids that name nothing, and about ids that name two things."""
    named: tuple[NamedItem, ...] = (*story.people, *story.homes, *story.schools, *story.keepsakes)
    _check_unique_ids(named, problems)
    everything = {item.id: item for item in named}
    people = {person.id: person for person in story.people}
    names = {name.casefold(): item.id for item in named for version in item.name.versions for name in [version.content]}
    for mention in find_all(Mention, story):
        if mention.id != "me" and mention.id not in everything:
            hint = format_suggestion(mention.id, everything) or _suggest_id(mention.id, names)
            problems.add(
                mention.at,
                f"[[{mention.id}]] names nobody and nothing of this story.{hint}",
                "Write an id of people, homes, schools or keepsakes; me is the child.",
            )
    for ref in find_all(Ref, story):
        if ref.id != "me" and ref.id not in people:
            hint = format_suggestion(ref.id, (*people, "me")) or _suggest_id(ref.id, names)
            problems.add(
                ref.at,
                f'There is no person "{ref.id}" in people.yaml.{hint}',
                _suggest_list(ref.id) or "Write the id of a person, or add the person to people.yaml.",
            )
    _check_names_instead_of_ids(story, names, problems)
    _check_letter_cycles(story, problems)


def _suggest_list(written: str) -> str:
    """What to do about ``jan, tyler`` in one piece; ``""`` where it is no list."""
    names = [name.strip() for name in written.split(",")]
    return f"Write several ids in square brackets: [{', '.join(names)}]" if len(names) > 1 else ""


def _suggest_id(written: str, names: dict[str, str]) -> str:
    identity = names.get(written.casefold())
    return f' Did you mean "{identity}"?' if identity else ""


def _check_unique_ids(items: tuple[NamedItem, ...], problems: ProblemCollector) -> None:
    first: dict[str, NamedItem] = {}
    for item in items:
        if item.id in first and item.id:
            problems.add(
                item.at,
                f'The id "{item.id}" stands here and at {first[item.id].at}.',
                "Give one of the two another id, and use it wherever that one is meant.",
            )
        first.setdefault(item.id, item)


def _check_names_instead_of_ids(story: Story, names: dict[str, str], problems: ProblemCollector) -> None:
    """Words where an id could stand must not be the name of somebody whom a gate may hold back."""
    for at, who in _list_people_fields(story):
        if isinstance(who, str) and who.casefold() in names:
            place = problems.find_line(who, at)
            problems.add(place, f'"{who}" is somebody of this story.', f"Write the id: {names[who.casefold()]}")


def _list_people_fields(story: Story) -> Iterator[tuple[Location, Who | None]]:
    for letter in story.letters:
        yield from ((letter.at, letter.from_), (letter.at, letter.to))
    yield from ((account.at, account.by) for account in find_all(Account, story))
    yield from ((block.at, block.by) for block in find_all(AccountBlock, story))
    yield from ((item.at, item.said_by) for item in story.about_me)
    yield from ((item.at, item.given_by) for item in story.keepsakes)
    yield from ((item.at, item.finding_out) for item in story.questions)
    yield from ((stay.at, stay.who_took_me) for stay in find_all(Stay, story))


def _check_letter_cycles(story: Story, problems: ProblemCollector) -> None:
    """A letter may show another; two that show each other would never end."""
    shows = {letter.file: tuple(find_all(LetterBlock, letter)) for letter in story.letters}
    for letter in story.letters:
        for block in shows[letter.file]:
            if letter.file in _find_shown_letters(block.file, shows):
                problems.add(
                    block.at, "This letter would show itself, again and again.", "Take this block out of the letter."
                )


def _find_shown_letters(file: str, blocks_by_letter: dict[str, tuple[LetterBlock, ...]]) -> set[str]:
    found, waiting = set[str](), [file]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [block.file for block in blocks_by_letter.get(one, ())]
    return found
