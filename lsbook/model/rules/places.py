"""What speaks against a place, a file or a disk, in words for a worker. It is no fault of a story."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

NO_STORY = RuleText(
    id="no-story",
    severity=Severity.ERROR,
    explain=(
        "The folder that was named is not there, or has no story.yaml with anything in it. A story begins with that"
        " file: it says who the child is and how old a telling the child is ready for. Name the folder that holds"
        " story.yaml. For a new story, let lsbook new make one. Where several stories are looked at, name the folder"
        " above them."
    ),
)
UNREADABLE_FILE = RuleText(
    id="file-unreadable",
    severity=Severity.ERROR,
    explain=(
        "The computer does not let lsbook read this file, or look into this folder. What is in it would be missing"
        " from the book without a trace. Look who may open it, and whether the disk or the network drive is there."
        " Then try again. Below media/ it is a warning: the book is made without what cannot be seen."
    ),
)
PLACE_TAKEN = RuleText(
    id="place-taken",
    severity=Severity.ERROR,
    explain=(
        "Something of this name is here already, and lsbook did not make it, or cannot tell whether somebody worked"
        " on it. It may be the only one of its kind, so nothing is written over it. Look at it. Then move it away, or"
        " name another place."
    ),
)
WRONG_PLACE = RuleText(
    id="place-unsuitable",
    severity=Severity.ERROR,
    explain=(
        "What is made may not lie in this place: inside a story, a finished book or an archive, or beside what it"
        " must be kept from. There it would become a part of something else, and could reach somebody who may not"
        " have it. Or a file stands where a folder is needed, or the other way round. The message says what is in the"
        " way. Name another place, outside of it."
    ),
)
UNWRITABLE = RuleText(
    id="place-unwritable",
    severity=Severity.ERROR,
    explain=(
        "The computer does not let lsbook write here. The disk may be full or taken out, the place may be read-only,"
        " or another program may have the file open. Nothing that was whole before is harmed. Make room, close other"
        " programs or look who may write there, or name another place. Where lsbook can go on without it, this is a"
        " warning."
    ),
)
IN_USE = RuleText(
    id="in-use",
    severity=Severity.ERROR,
    explain=(
        "Another window, or somebody else on the network, works on the same book, log or place at this moment. Two at"
        " once would undo each other's work. Wait until the other is done, and try again. What somebody left who was"
        " stopped is in nobody's way."
    ),
)
CHANGED_MEANWHILE = RuleText(
    id="changed-meanwhile",
    severity=Severity.ERROR,
    explain=(
        "A file was changed, put there or taken away while lsbook copied it. What came of it would be half old and"
        " half new, so it was stopped, and nothing of it is kept. Close the programs that have the story or the book"
        " open, and look whether a network drive is still catching up. Then try again."
    ),
)
FAULTY_DISK = RuleText(
    id="disk-faulty",
    severity=Severity.ERROR,
    explain=(
        "lsbook reads what it has written, and here something else came back. The stick or the disk loses what is put"
        " on it, and a copy on it would one day be broken. Use another one, and do not keep anything on this one."
        " What was there before may be damaged too, so look at it."
    ),
)
UNPORTABLE_NAME = RuleText(
    id="file-not-portable",
    severity=Severity.ERROR,
    explain=(
        "This file is too large for many sticks, or its name is one that some computers cannot keep. The copy would"
        " be broken for whoever opens it elsewhere. The message says which file it is. Do what it says, and make the"
        " book again."
    ),
)
OLDER_COPY_LEFT = RuleText(
    id="older-copy-left",
    severity=Severity.WARNING,
    explain=(
        "The new copy is whole, and the older one that it replaces could not be deleted. It may tell what the new one"
        " tells no more, and somebody could open the wrong one. Delete it by hand. Its name stands in the message."
    ),
)

PLACE_RULES = (
    PLACE_TAKEN,
    WRONG_PLACE,
    UNWRITABLE,
    IN_USE,
    CHANGED_MEANWHILE,
    FAULTY_DISK,
    UNPORTABLE_NAME,
    OLDER_COPY_LEFT,
)
"""In the order in which a command meets them. The two about a story's folder stand in the list of reading."""
