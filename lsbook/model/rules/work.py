"""What speaks against a step of the work around the book, in words for a worker."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

UNKNOWN_PERSON_ASKED = RuleText(
    id="person-to-ask-unknown",
    severity=Severity.ERROR,
    explain=(
        "Nobody of this name can be asked, or several are called so. What one person told would be written down as"
        " another's. Write the id of the person, as it stands in people.yaml. Somebody who is not there yet is added"
        " there first."
    ),
)
LEAVES_THE_HOUSE = RuleText(
    id="asking-tells-too-much",
    severity=Severity.ERROR,
    explain=(
        "These words would go to somebody outside with the page that asks them. They name somebody who is withheld,"
        " or where the child could be found. People remember without being told such things. Ask in other words."
    ),
)
UNUSABLE_REPLY = RuleText(
    id="reply-unreadable",
    severity=Severity.ERROR,
    explain=(
        "This file is not one that a page or a form of lsbook writes, or it is damaged. A part of it could be missing"
        " without a trace, so nothing is taken in. Ask for the file once more, as it was saved. Pages that a young"
        " person marked as only for themselves are given back unread. If it is a photo or a recording, save it in one"
        " of the kinds that the message names."
    ),
)
PAGES_OF_ANOTHER = RuleText(
    id="pages-of-another-child",
    severity=Severity.ERROR,
    explain=(
        "These pages were written in the book of another child. Taken in here, they would tell one child's thoughts"
        " in the story of another. Take the story of the child who wrote them. If it is the same child under a new"
        " name, write that name into the file."
    ),
)
WORDS_UNREADABLE = RuleText(
    id="words-file-unreadable",
    severity=Severity.ERROR,
    explain=(
        "A file of words beside your policy cannot be read as YAML. The page made with it would have holes. The"
        " message says the line. Compare it with the file of the same name that comes with lsbook, or take it away."
    ),
)
NAMES_WITHHELD = RuleText(
    id="text-names-withheld",
    severity=Severity.ERROR,
    explain=(
        "A text that would leave the story, into a record or for others to learn from, names somebody who is"
        " withheld, or is in no book that the child may see. So nothing of it is used. Say it without the name, or"
        " let the person be told of first. To see whom it names, use lsbook check. In an audit it is a warning: the"
        " rest is counted."
    ),
)
NOT_EDITABLE = RuleText(
    id="file-not-editable",
    severity=Severity.ERROR,
    explain=(
        "lsbook can write into a file of yours, and leaves every other byte of it as it was. Here the lines are laid"
        " out so that it cannot, or the file is no YAML. So it changes nothing. Do by hand what the message says."
        " Give each key a line of its own, as in the example child's files, and it works the next time."
    ),
)

WORK_RULES = (
    UNKNOWN_PERSON_ASKED,
    LEAVES_THE_HOUSE,
    UNUSABLE_REPLY,
    PAGES_OF_ANOTHER,
    WORDS_UNREADABLE,
    NAMES_WITHHELD,
    NOT_EDITABLE,
)
"""From asking to writing down."""
