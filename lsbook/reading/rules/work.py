"""What can be wrong with the files of the work around a book, in ``work/``, and with times in a policy."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

BAD_TIME = RuleText(
    id="bad-time",
    severity=Severity.ERROR,
    explain=(
        "A length of time, or how often something is done, is not written in a way that can be counted. A length is a"
        " number and a word, as 10 working days or 3 months. How often is every 6 weeks, with each review, when asked,"
        " once, or not decided. Nothing is counted from a guess, so correct it as the message shows."
    ),
)
TWO_VERSIONS = RuleText(
    id="two-versions",
    severity=Severity.ERROR,
    explain=(
        "Two people changed the same file at once, and the program that keeps the folder the same on all computers has"
        " kept both. Only one of them would be read, and what stands in the other would be lost without a word. Put"
        " what both say into one file and delete the other. Nothing is counted until then."
    ),
)
ONLINE_ONLY = RuleText(
    id="online-only",
    severity=Severity.ERROR,
    explain=(
        "This file is empty here: the program that keeps the folder the same on all computers has only left a stand-in"
        " for it, and the words are on a server. It is not lost. In the window of the folder choose to keep it always"
        " on this device, wait until it has come, and try again."
    ),
)
PRIVATE_AT_WORK = RuleText(
    id="only-me-at-work",
    severity=Severity.ERROR,
    explain=(
        "Something in the worker's pages is marked only-me. What is the child's own stands in the child's book and"
        " nowhere else, so it cannot stand here, where colleagues read and reports are made. Take it out of this file."
        " In a session, not-written: yes says that there was more."
    ),
)
NO_DAY = RuleText(
    id="session-without-day",
    severity=Severity.ERROR,
    explain=(
        "When this was cannot be told, so nobody can say what is due after it. A day is best; a month, a season or a"
        " year will do, and then times count from the earliest day that it may have been. Write when: 12 March 2026, or"
        " when: March 2026."
    ),
)
OWN_REVIEW = RuleText(
    id="own-work-reviewed",
    severity=Severity.ERROR,
    explain=(
        "The child's own worker is named as the person who looked at the quality of this book. Somebody else has to"
        " look, because nobody sees what is missing in their own words. Ask a colleague to look at it, and write their"
        " name at by:."
    ),
)
