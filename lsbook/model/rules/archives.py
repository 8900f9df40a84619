"""What speaks against an archive, made or opened, in words for a worker."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

PRIVATE_IN_ARCHIVE = RuleText(
    id="archive-holds-own",
    severity=Severity.ERROR,
    explain=(
        "Something in the story is the child's alone (only-me), and an archive is read by others, for a hundred"
        " years. It is not for lsbook to decide whether it goes in. Ask the child. Then choose --only-me keep, or"
        " --only-me leave-out. The message names each place."
    ),
)
PRIVATE_STAYS = RuleText(
    id="archive-still-names-own",
    severity=Severity.ERROR,
    explain=(
        "The archive is made without what is the child's alone, and something that stays in it would still tell of"
        " it: a name, a file, a sentence or a copy of a picture. lsbook looks through all that it would write, and"
        " stops where it finds such a thing, or where it cannot look inside. Take it out, or write it in other words,"
        " as the message says. Or choose --only-me keep, with the child."
    ),
)
PRIVATE_NOT_CUT = RuleText(
    id="archive-cannot-cut",
    severity=Severity.ERROR,
    explain=(
        "What is the child's alone stands so close to other words that lsbook cannot cut it out and leave those"
        " whole. Half a sentence, or a gate that opens, would be worse than no archive. Write it as the message"
        " shows, on lines of its own. Then try again."
    ),
)
UNARCHIVABLE_NAME = RuleText(
    id="archive-name-unusable",
    severity=Severity.ERROR,
    explain=(
        "The list of an archive cannot hold the name of this file, or two names differ only in letters that look the"
        " same. In a hundred years a computer could then not find it, or take one for the other. Rename the file, and"
        " wherever the story names it too. Then try again."
    ),
)
ARCHIVE_DAMAGED = RuleText(
    id="archive-damaged",
    severity=Severity.ERROR,
    explain=(
        "Files of this archive are gone or changed, do not belong to it, or its lists are not as an archive's are. So"
        " it is not what was put away, and nothing is taken from it. Take another copy of the archive. Tell whoever"
        " keeps it, because theirs may be failing."
    ),
)
NO_ARCHIVE = RuleText(
    id="no-archive",
    severity=Severity.ERROR,
    explain=(
        "There is no archive of a story here. An archive is a folder with the file bagit.txt in it, and with a story"
        " inside. Unpack it first, if it is a zip. Then name the folder that holds bagit.txt."
    ),
)

ARCHIVE_RULES = (
    PRIVATE_IN_ARCHIVE,
    PRIVATE_STAYS,
    PRIVATE_NOT_CUT,
    UNARCHIVABLE_NAME,
    ARCHIVE_DAMAGED,
    NO_ARCHIVE,
)
"""From making one to opening one."""
