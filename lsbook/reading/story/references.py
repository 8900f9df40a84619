"""Do all ids and files that the story names exist? Is every id used once?"""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.problem import Place
from lsbook.model.prose import Mention
from lsbook.model.story import Named, Stay, Story
from lsbook.model.story_text import Account, AccountBlock, LetterBlock, Ref, Who
from lsbook.model.walk import every
from lsbook.reading.complaints import Complaints, did_you_mean


def check_references(story: Story, complaints: Complaints) -> None:
    """Complain about ids that name nothing, and about ids that name two things."""
    named: tuple[Named, ...] = (*story.people, *story.homes, *story.schools, *story.keepsakes)
    _used_once(named, complaints)
    everything = {item.id: item for item in named}
    people = {person.id: person for person in story.people}
    names = {name.casefold(): item.id for item in named for version in item.name.versions for name in [version.words]}
    for mention in every(Mention, story):
        if mention.id != "me" and mention.id not in everything:
            hint = did_you_mean(mention.id, everything) or _by_name(mention.id, names)
            complaints.add(
                mention.at,
                f"[[{mention.id}]] names nobody and nothing of this story.{hint}",
                "Write an id of people, homes, schools or keepsakes; me is the child.",
            )
    for ref in every(Ref, story):
        if ref.id != "me" and ref.id not in people:
            hint = did_you_mean(ref.id, (*people, "me")) or _by_name(ref.id, names)
            complaints.add(
                ref.at,
                f'There is no person "{ref.id}" in people.yaml.{hint}',
                _list_of(ref.id) or "Write the id of a person, or add the person to people.yaml.",
            )
    _words_for_known_people(story, names, complaints)
    _no_letter_in_itself(story, complaints)


def _list_of(written: str) -> str:
    """What to do about ``jan, tyler`` in one piece; ``""`` where it is no list."""
    names = [name.strip() for name in written.split(",")]
    return f"Write several ids in square brackets: [{', '.join(names)}]" if len(names) > 1 else ""


def _by_name(written: str, names: dict[str, str]) -> str:
    identity = names.get(written.casefold())
    return f' Did you mean "{identity}"?' if identity else ""


def _used_once(named: tuple[Named, ...], complaints: Complaints) -> None:
    first: dict[str, Named] = {}
    for item in named:
        if item.id in first and item.id:
            complaints.add(
                item.at,
                f'The id "{item.id}" stands here and at {first[item.id].at}.',
                "Give one of the two another id, and use it wherever that one is meant.",
            )
        first.setdefault(item.id, item)


def _words_for_known_people(story: Story, names: dict[str, str], complaints: Complaints) -> None:
    """Words where an id could stand must not be the name of somebody whom a gate may hold back."""
    for at, who in _somebody(story):
        if isinstance(who, str) and who.casefold() in names:
            place = complaints.line_with(who, at)
            complaints.add(place, f'"{who}" is somebody of this story.', f"Write the id: {names[who.casefold()]}")


def _somebody(story: Story) -> Iterator[tuple[Place, Who | None]]:
    for letter in story.letters:
        yield from ((letter.at, letter.from_), (letter.at, letter.to))
    yield from ((account.at, account.by) for account in every(Account, story))
    yield from ((block.at, block.by) for block in every(AccountBlock, story))
    yield from ((item.at, item.said_by) for item in story.about_me)
    yield from ((item.at, item.given_by) for item in story.keepsakes)
    yield from ((item.at, item.finding_out) for item in story.questions)
    yield from ((stay.at, stay.who_took_me) for stay in every(Stay, story))


def _no_letter_in_itself(story: Story, complaints: Complaints) -> None:
    """A letter may show another; two that show each other would never end."""
    shows = {letter.file: tuple(every(LetterBlock, letter)) for letter in story.letters}
    for letter in story.letters:
        for block in shows[letter.file]:
            if letter.file in _shown_from(block.file, shows):
                complaints.add(
                    block.at, "This letter would show itself, again and again.", "Take this block out of the letter."
                )


def _shown_from(file: str, shows: dict[str, tuple[LetterBlock, ...]]) -> set[str]:
    found, waiting = set[str](), [file]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [block.file for block in shows.get(one, ())]
    return found
