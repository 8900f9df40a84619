"""Rules about letters that show other letters."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.problem import Finding, Severity
from lsbook.model.story_text import LetterBlock
from lsbook.model.walk import find_all


def find_letters_in_themselves(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each block of a letter by which the letter would show itself, at once or by way of others."""
    blocks = {letter.file: tuple(find_all(LetterBlock, letter)) for letter in subject.story.letters}
    for letter in subject.story.letters:
        for block in blocks[letter.file]:
            if letter.file in _find_shown_letters(block.file, blocks):
                yield Finding(
                    block.at, "This letter would show itself, again and again.", "Take this block out of the letter."
                )


def _find_shown_letters(file: str, blocks_by_letter: dict[str, tuple[LetterBlock, ...]]) -> set[str]:
    """Return the letter ``file`` and every letter that stands in it, however deep."""
    shown, waiting = set[str](), [file]
    while waiting:
        letter = waiting.pop()
        if letter not in shown:
            shown.add(letter)
            waiting += [block.file for block in blocks_by_letter.get(letter, ())]
    return shown


LETTER_IN_ITSELF = Rule(
    id="letter-in-itself",
    severity=Severity.ERROR,
    explain=(
        "A letter has a block that shows another letter, and that one leads back to the first. The book would have to"
        " print them without end. Take one of the two blocks out. A letter may show another one as long as that one"
        " does not show it in turn."
    ),
    find=find_letters_in_themselves,
)
