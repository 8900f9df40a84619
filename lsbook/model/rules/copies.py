"""What speaks against a copy that leaves, that came back or that is looked at, in words for a worker."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

BOOK_OUT_OF_DATE = RuleText(
    id="book-out-of-date",
    severity=Severity.ERROR,
    explain=(
        "The story, the policy or the child's age has changed since this book was made, or it is not known from what"
        " it was made. It may tell what is held back by now. Make it again with lsbook build. Then hand it over."
    ),
)
FOR_ANOTHER_READER = RuleText(
    id="book-for-another-reader",
    severity=Severity.ERROR,
    explain=(
        "This book says what is new since a copy that one reader has. Anybody else would learn from it what that"
        " reader knows and they do not. Make it for the reader who is to have it, with build --for. Then hand it over"
        " to that reader."
    ),
)
EMPTY_BOOK = RuleText(
    id="book-empty",
    severity=Severity.WARNING,
    explain=(
        "Nothing in the story is marked for this reader, so the book tells the child's name and no more. That is"
        " safe, and mostly not what was meant. Mark what it may tell with also-for: and the reader. Then make it"
        " again."
    ),
)
WEAK_PASSPHRASE = RuleText(
    id="passphrase-weak",
    severity=Severity.ERROR,
    explain=(
        "Whoever finds a locked copy can try millions of words in a night. Names, dates, famous phrases and short"
        " words are tried first, and a hint that gives the words away helps them. Take five words that have nothing"
        " to do with each other or with the child, or let lsbook make some. For a hint, take words that help only the"
        " person who has the copy."
    ),
)
WRONG_PASSPHRASE = RuleText(
    id="passphrase-wrong",
    severity=Severity.ERROR,
    explain=(
        "These words do not open this book. Nothing is harmed, and you can try as often as you like. Look at the"
        " spelling and at the spaces. If nobody knows the words, the recovery code opens it."
    ),
)
LOCKED_BOOK_DAMAGED = RuleText(
    id="locked-book-damaged",
    severity=Severity.ERROR,
    explain=(
        "Something of this locked book is gone, damaged or of another book. Somebody may have changed it, or the"
        " stick is failing. Nothing of it is written, because nobody can say whether it is what was handed over. Use"
        " another copy, or have the book handed over again."
    ),
)
ANOTHER_COPY_HERE = RuleText(
    id="another-copy-here",
    severity=Severity.ERROR,
    explain=(
        "Where this copy is to go lies another one: of another edition, for somebody else, or of another child's"
        " book. It may be the only one that its reader has. Name another folder with --to. If you know that it may"
        " go, add --replace."
    ),
)
COPIES_ALIKE = RuleText(
    id="copies-alike",
    severity=Severity.WARNING,
    explain=(
        "The older copy that gives way is one of several that are alike to the last byte. lsbook cannot know which"
        " one it was, so all of them stay in the list as if somebody had them. If you know which it was, write it"
        " down with lsbook returned. Otherwise the list names one copy too many, which is the safer mistake."
    ),
)
CONTENTS_NOT_KEPT = RuleText(
    id="copy-contents-not-kept",
    severity=Severity.WARNING,
    explain=(
        "The copy is made and logged, and what it holds could not be written down in the story. So no later book can"
        " say what is new since, and lsbook lost cannot say what it tells. Make room, or look who may write in"
        " work/copies/. For a copy that may get lost, hand it over once more."
    ),
)
LOG_NOT_CHANGED = RuleText(
    id="log-not-changed",
    severity=Severity.ERROR,
    explain=(
        "lsbook writes into work/copies.yaml who has a copy, and changes nothing else in it. Here the file is not"
        " laid out so that a line could be added without touching others. The message says what to write by hand. A"
        " copy that stands in no log cannot be taken back, so do it now."
    ),
)
UNKNOWN_COPY = RuleText(
    id="copy-unknown",
    severity=Severity.ERROR,
    explain=(
        "No copy of this name is in the log of copies, or it is not lost. What is said of the wrong copy would hide"
        " the one that is missing. See the names with lsbook copies. If the copy never was logged, write it into"
        " work/copies.yaml by hand."
    ),
)
IMPOSSIBLE_DAY = RuleText(
    id="copy-day-impossible",
    severity=Severity.ERROR,
    explain=(
        "This day cannot be right: it is still to come, or the copy had not been handed over by then. A mistyped day"
        " is believed by whoever reads the log later. Correct it. If another copy is meant, name that one."
    ),
)
ALREADY_SAID = RuleText(
    id="copy-already-marked",
    severity=Severity.ERROR,
    explain=(
        "The log says already that this copy was lost, came back or was destroyed. Said twice, nobody could tell"
        " later what happened when. If it is not so, correct the log by hand. To add to what is known of a lost copy,"
        " write it into its report."
    ),
)
NO_LETTER = RuleText(
    id="no-later-life-letter",
    severity=Severity.ERROR,
    explain=(
        "There is no later life letter in letters/ that may be given. What is held back, or is the child's own, is in"
        " none that leaves. Write one, with kind: later-life among its keys. If one is there, look what keeps it"
        " back."
    ),
)
STORY_OF_RECORD = RuleText(
    id="story-copy-of-record",
    severity=Severity.ERROR,
    explain=(
        "The record tells what is held back from every other book, and a story made from it would tell it in all of"
        " them. So no story is made from the record. Take the book of the reader, such as 18-plus. To keep the whole"
        " story, use lsbook archive."
    ),
)
STORY_WITH_OWN = RuleText(
    id="story-copy-with-own",
    severity=Severity.WARNING,
    explain=(
        "This story holds what is the child's alone, and says so in plain text. Whoever has the folder can read it."
        " Give it to the child. For anybody else, ask the child first, or take the book of another reader."
    ),
)
STORY_WITHOUT_LOOK = RuleText(
    id="story-copy-without-templates",
    severity=Severity.WARNING,
    explain=(
        "Your authority's own templates are no part of a child's story, so they do not go with it. The book that is"
        " made from it looks as lsbook has it, and tells the same. If the reader is to have your look too, give them"
        " your templates folder beside the policy."
    ),
)
STORY_DIFFERS = RuleText(
    id="story-copy-differs",
    severity=Severity.ERROR,
    explain=(
        "lsbook makes the book again from the story that would leave, and compares the two. They are not the same, so"
        " it does not leave: the reader would have another book than the one that was agreed. Hand it over in another"
        " form. Tell whoever looks after lsbook the words of the message."
    ),
)
NO_COPY = RuleText(
    id="copy-not-found",
    severity=Severity.ERROR,
    explain=(
        "There is nothing here that lsbook could hold against a list: no copy, no archive, or a file without its list"
        " beside it. So nobody can say whether it is as it was. Name the folder, the zip or the file that was handed"
        " over. Keep the list with it."
    ),
)
COPY_CHANGED = RuleText(
    id="copy-changed",
    severity=Severity.ERROR,
    explain=(
        "Files of this copy are gone, were changed, or were put there by somebody. It is no more what was handed"
        " over, and may say something else. Do not give it to the child. Hand the book over again, and find out who"
        " had it. Where a newer copy is to take its place, take out what is to be kept, and add --replace."
    ),
)
COPY_UNREADABLE = RuleText(
    id="copy-unreadable",
    severity=Severity.ERROR,
    explain=(
        "This copy cannot be opened: it is damaged, was never finished, or is made so that it could do harm. A stick"
        " that was taken out too early is the usual reason. Do not unpack it by other means. Delete it, and hand the"
        " book over again."
    ),
)
LIST_DAMAGED = RuleText(
    id="list-damaged",
    severity=Severity.ERROR,
    explain=(
        "The list that says what a book or a copy holds is damaged, or far longer than any book's. Without it nobody"
        " can say whether the files are as they were. Make the book again with lsbook build. For a copy, hand it over"
        " again."
    ),
)

COPY_RULES = (
    BOOK_OUT_OF_DATE,
    FOR_ANOTHER_READER,
    EMPTY_BOOK,
    WEAK_PASSPHRASE,
    WRONG_PASSPHRASE,
    LOCKED_BOOK_DAMAGED,
    ANOTHER_COPY_HERE,
    COPIES_ALIKE,
    CONTENTS_NOT_KEPT,
    LOG_NOT_CHANGED,
    UNKNOWN_COPY,
    IMPOSSIBLE_DAY,
    ALREADY_SAID,
    NO_LETTER,
    STORY_OF_RECORD,
    STORY_WITH_OWN,
    STORY_WITHOUT_LOOK,
    STORY_DIFFERS,
    NO_COPY,
    COPY_CHANGED,
    COPY_UNREADABLE,
    LIST_DAMAGED,
)
"""From the book that leaves to the copy that is looked at."""
