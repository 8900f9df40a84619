"""What can be wrong with the files of a story: the folder, texts as programs save them, and media by their names."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

NEWER_FORMAT = RuleText(
    id="newer-format",
    severity=Severity.ERROR,
    explain=(
        "The line format: at the top of story.yaml says that the story was written for a newer lsbook. This one might"
        " overlook a key that it does not know, and such a key may keep something back. So it reads nothing and changes"
        " nothing. Open the story with the lsbook that it was written for, or a newer one."
    ),
)
NOT_TEXT = RuleText(
    id="not-text",
    severity=Severity.ERROR,
    explain=(
        "The name of this file promises words, and it holds something else. It may be a document of a word processor"
        " that was renamed, or no file at all. lsbook reads plain text only, in which nothing can be hidden. Open it in"
        " the program that made it and save the words as plain text (UTF-8). Or take it out of the folder."
    ),
)
ODD_TEXT = RuleText(
    id="text-saved-oddly",
    severity=Severity.WARNING,
    explain=(
        "This file was saved with an old Windows alphabet, or one of its lines ends in a way that few programs know."
        " Letters like é and ’ may come out wrong in the book, or the numbers of lines in messages may be too high."
        " Look at the words in the book. Then save the file as UTF-8 in your editor, or type the end of the line anew."
    ),
)
TOO_MUCH = RuleText(
    id="beyond-limits",
    severity=Severity.ERROR,
    explain=(
        "There is more here than lsbook reads: a text file over 1 MB, or lists, quotes, blocks or brackets inside each"
        " other without end. No story needs so much. Mostly something was pasted that does not belong here, or a"
        " bracket or a block was never closed. Split the file, or close what is open and correct the spaces at the"
        " starts of the lines."
    ),
)
LINK = RuleText(
    id="link-in-story",
    severity=Severity.ERROR,
    explain=(
        "This is a link or a shortcut to somewhere else on the computer. What lies behind it can change, or belong to"
        " another child, and it would not come along when the story is copied or archived. So lsbook follows no link."
        " Copy the real file or folder here in its place."
    ),
)
UNKNOWN_FILE = RuleText(
    id="unknown-file",
    severity=Severity.ERROR,
    explain=(
        "lsbook does not know what this file or folder is for, or expects something else of its name. Nothing in it"
        " would be in the book, and perhaps nobody would notice. Rename it as the message proposes. If it is not meant"
        " for the book, move it to work/ or out of the story. Where it can hardly be meant for the book, it is only a"
        " warning."
    ),
)
FILE_NOT_FOUND = RuleText(
    id="file-not-found",
    severity=Severity.ERROR,
    explain=(
        "The story names a photo, a film, a sound or a letter that is not in its folder, or not in exactly these"
        " letters. Capitals count, because they do on many computers to which the story may go. Put the file into"
        " media/ or letters/, or correct the name. The message proposes the name that is most alike."
    ),
)
AMBIGUOUS_FILE = RuleText(
    id="file-ambiguous",
    severity=Severity.ERROR,
    explain=(
        "Several files under media/ have the name that is written here. lsbook does not guess which one is meant: the"
        " other may show somebody whom the child must not see yet. Write the name with its folder, or rename one of"
        " them. Where two names look the same, they differ in letters that nobody can see."
    ),
)
FILE_TWICE = RuleText(
    id="file-described-twice",
    severity=Severity.ERROR,
    explain=(
        "Two entries of media.yaml describe the same file. If one of them has a gate and the other has none, nobody"
        " could say which holds. Keep one entry for each file, and move to it what stands in the other."
    ),
)
NO_DESCRIPTION = RuleText(
    id="medium-without-description",
    severity=Severity.WARNING,
    explain=(
        "Nobody has written what this photo, film or sound shows. Someone who cannot see or hear it is told nothing"
        " of it. Add shows: and one sentence. If it only adorns the page, write decorative: true."
    ),
)
CAPTIONS = RuleText(
    id="captions",
    severity=Severity.ERROR,
    explain=(
        "The words to a film or a sound cannot be read: the file is no .vtt or .srt, or holds no caption, or a line of"
        " times is not written as it should be. Someone who does not hear well would miss what is said. Write the times"
        " like 00:00:01.000 --> 00:00:04.000 and the words below. What is said can also be written as transcript:. A"
        " slip in the times is a warning: the other captions are shown."
    ),
)
