"""Rules about a later life letter: it leaves by itself, and is read years after anybody could explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from lsbook.checks.office_words import JARGON
from lsbook.checks.permissions import is_another_child
from lsbook.checks.rule import Rule
from lsbook.model.item import Version, excerpt
from lsbook.model.named_items import Person
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Finding, Severity
from lsbook.model.prose import Paragraph, Text
from lsbook.model.story import Letter, Story
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import find_all

_SALUTATION_LENGTH = 120
"""Letters of a first line that greets somebody."""
_LEAST_REASON = 25
"""Letters of a sentence by which it is known again."""
_WAYS = re.compile(
    r"\b(?:ask|write|ring|call|phone|e-?mail|contact|get in touch|your (?:whole )?(?:file|records?)|right to see)\b",
    re.IGNORECASE,
)


class LetterSubject(Struct, frozen=True, kw_only=True):
    """A letter that is about to leave, with everything that it says. ``second_reader``: who else has read it."""

    story: Story
    letter: Letter
    passages: tuple[Passage, ...]
    second_reader: str = ""

    @property
    def text(self) -> str:
        """Return all that it says, folded, a passage a line."""
        return "\n".join(fold_text(passage.text) for passage in self.passages)

    @property
    def other_children(self) -> tuple[Person, ...]:
        """Return the children of the story to whom the letter is not written."""
        to = getattr(self.letter.to, "id", "")
        return tuple(
            person for person in self.story.people if person.id != to and is_another_child(person, self.story.language)
        )


def find_two_children_addressed(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a problem where the first line greets another child beside the one to whom the letter is written."""
    first = next((excerpt((block,), 10**6) for block in subject.letter.inside if isinstance(block, Paragraph)), "")
    greeting = _spell_names(first, subject.story)
    if len(greeting) > _SALUTATION_LENGTH:
        return
    names = [name for person in subject.other_children for name in _list_names(person)]
    if subject.letter.to is not None and getattr(subject.letter.to, "id", "") != CHILD_ID:
        names.append(subject.story.child.name)
    for name in dict.fromkeys(names):
        if re.search(rf"\b{re.escape(name)}\b", greeting):
            what = f"This letter greets {name} too. Each brother or sister gets a letter of their own."
            yield Finding(subject.letter.at, what, "Write a letter for each child, and greet only that one.")
            return


def find_reasons_of_others(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a problem where the letter tells, word for word, what is noted of another child."""
    text = subject.text
    for person in subject.other_children:
        sentences = {fold_text(words.text) for fact in person.facts for words in find_all(Text, fact)}
        if any(len(sentence) >= _LEAST_REASON and sentence in text for sentence in sentences):
            what = f"This letter tells what is noted of {person.label}, who is another child."
            yield Finding(subject.letter.at, what, "Leave it out: that is their own story, and theirs to hear.")


def find_surnames(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a warning for each full name of somebody else: who reads it can look for them."""
    allowed = {fold_text(each.text) for each in subject.letter.gate.allow}
    for person in subject.story.people:
        for name in _find_full_names(person, subject.text):
            if name not in allowed:
                what = f'This letter says "{name}", with the surname. Has {person.label} agreed to be found by it?'
                remedy = "Ask, or take the surname out. Where it may stand, write among the keys of the letter:"
                remedy += f' allow: {{words: "{name}", reason: …, by: …}}'
                yield Finding(subject.letter.at, what, remedy, severity=Severity.WARNING)


def find_jargon(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a warning for each word of an office's that neither the letter nor words.yaml explains. English only."""
    if not (subject.letter.language or subject.story.language).startswith("en"):
        return
    known = {version.content.casefold() for word in subject.story.words for version in word.word.versions}
    left = subject.text
    for word, plain in JARGON.items():
        pattern = re.compile(rf"\b{word}\b", 0 if word.isupper() else re.IGNORECASE)
        if not pattern.search(left):
            continue
        left = pattern.sub(" ", left)
        if word.casefold() not in known and not _is_explained(word, subject.text):
            what = f'"{word}" is a word of the files, and nothing here says what it means.'
            remedy = f"Say it plainly ({plain}), or explain it: “{word}” means …"
            yield Finding(subject.letter.at, what, remedy, severity=Severity.WARNING)


def find_missing_author(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a warning where it is not said who wrote the letter, or when."""
    letter = subject.letter
    lacks = "who wrote it" if not letter.from_ else "when it was written" if letter.when is None else ""
    if lacks:
        what = f"This letter does not say {lacks}: years from now nobody will know."
        remedy = "Write from: and when: among its keys, and who you are in the letter itself."
        yield Finding(letter.at, what, remedy, severity=Severity.WARNING)


def find_no_way_to_ask(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a warning where the letter does not say how to ask more, later. English only."""
    is_english = (subject.letter.language or subject.story.language).startswith("en")
    if is_english and not _WAYS.search(subject.text):
        what = "This letter does not say whom to ask, later, or how to see the file."
        remedy = "Add a sentence: you can ask for your whole file, from whom, and who reads it with you."
        yield Finding(subject.letter.at, what, remedy, severity=Severity.WARNING)


def find_no_second_reader(subject: LetterSubject) -> Iterator[Finding]:
    """Yield a warning where nobody but its writer has read the letter."""
    if not subject.second_reader:
        what = "It is not said who else has read this letter before it goes."
        remedy = "Let a second person read it, and name them with --second-reader."
        yield Finding(subject.letter.at, what, remedy, severity=Severity.WARNING)


def _spell_names(text: str, story: Story) -> str:
    """Return ``text`` with names in the place of ids."""
    names = {person.id: person.label for person in story.people} | {CHILD_ID: story.child.name}
    return re.sub(r"\[\[([^\]]*)\]\]", lambda mark: names.get(mark[1].strip(), mark[1]), text)


def _list_names(person: Person) -> Iterator[str]:
    yield from (version.content for version in person.name.versions)
    yield from (name for name in person.also_called if name)


def _find_full_names(person: Person, text: str) -> Iterator[str]:
    """Yield each full name of somebody that ``text`` says: first name and surname, as it is known to the story."""
    shown: tuple[Version[str], ...] = person.name.versions
    for name in dict.fromkeys(map(fold_text, person.also_called)):
        is_full = len(name.split()) > 1 and name.split()[-1][:1].isupper()
        is_shown = any(name == fold_text(version.content) for version in shown)
        if is_full and not is_shown and re.search(rf"\b{re.escape(name)}\b", text):
            yield name


def _is_explained(word: str, text: str) -> bool:
    """Return whether ``word`` is said to mean something."""
    return bool(re.search(rf"\b{word}\b\W{{0,3}} (?:means|is|was|stands for)\b", text, re.IGNORECASE))


TWO_CHILDREN_ADDRESSED = Rule(
    id="letter-to-two-children",
    severity=Severity.ERROR,
    explain=(
        "The letter greets two children. Brothers and sisters have different stories, different reasons and different"
        " days on which they want to know. Each gets a letter of their own. Write one for each, and greet only that"
        " child in it."
    ),
    find=find_two_children_addressed,
)
REASONS_OF_OTHERS = Rule(
    id="letter-tells-of-another-child",
    severity=Severity.ERROR,
    explain=(
        "The letter says, word for word, what the story notes of another child. That child may not know it yet, or may"
        " not want it told. It is theirs to hear first and theirs to share. Leave it out of this letter."
    ),
    find=find_reasons_of_others,
)
SURNAME_IN_LETTER = Rule(
    id="letter-says-surname",
    severity=Severity.WARNING,
    explain=(
        "The letter says the full name of somebody. A young person who reads it can look for them in a minute, and so"
        " can anybody else who finds it. Ask whether they agree, or leave the surname out. Where it may stand, write"
        " allow: among the keys of the letter, with a reason and a name."
    ),
    find=find_surnames,
)
JARGON_IN_LETTER = Rule(
    id="letter-unexplained-word",
    severity=Severity.WARNING,
    explain=(
        "The letter uses a word of an office's files and does not say what it means. Who reads it is alone with it, and"
        " may never have heard it. Say the same plainly, or explain the word in the letter or in words.yaml. Official"
        " words may stand where they are explained: the young person will meet them in the file."
    ),
    find=find_jargon,
)
AUTHOR_MISSING = Rule(
    id="letter-without-author",
    severity=Severity.WARNING,
    explain=(
        "The letter does not say who wrote it, or when. It is read many years later, when nobody remembers. Write from:"
        " and when: among its keys. Say in the letter, too, who you were to the child."
    ),
    find=find_missing_author,
)
NO_WAY_TO_ASK = Rule(
    id="letter-without-way-to-ask",
    severity=Severity.WARNING,
    explain=(
        "The letter does not say how to ask more. It answers some questions and wakes others. Say that the file can be"
        " asked for, from whom, and that somebody will read it with them."
    ),
    find=find_no_way_to_ask,
)
LETTER_READ_ONCE = Rule(
    id="letter-without-second-reader",
    severity=Severity.WARNING,
    explain=(
        "Nobody but its writer has read the letter, as far as it is said. A second pair of eyes finds what hurts, and"
        " what is not so. Let another person read it, and name them with --second-reader. The log of copies keeps it."
    ),
    find=find_no_second_reader,
)
LETTER_RULES: tuple[Rule[LetterSubject], ...] = (
    TWO_CHILDREN_ADDRESSED,
    REASONS_OF_OTHERS,
    SURNAME_IN_LETTER,
    JARGON_IN_LETTER,
    AUTHOR_MISSING,
    NO_WAY_TO_ASK,
    LETTER_READ_ONCE,
)
"""Asked before a later life letter leaves."""
