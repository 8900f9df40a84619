"""What speaks against a book while it is chosen, in words for a worker. What finds it is the wall itself."""

from __future__ import annotations

from lsbook.model.problem import Severity
from lsbook.model.rule_text import RuleText

NOT_APPROVED = RuleText(
    id="edition-not-approved",
    severity=Severity.ERROR,
    explain=(
        "A book for somebody other than the child was asked for, and nobody has approved one in story.yaml. Who may"
        " read a child's story is decided by people, with the child, and never by a command. Once it is agreed, write"
        " under approvals: edition: and the reader, by: and who approved it, on: and the date. The policy says which"
        " readers need an approval."
    ),
)
INCOMPLETE_APPROVAL = RuleText(
    id="approval-incomplete",
    severity=Severity.ERROR,
    explain=(
        "An approval in story.yaml has no name, or no date. Nobody could be asked later who decided it, or when, so it"
        " counts as none and the book is not made. Write by: and the name, and on: and a day, a month or a year."
    ),
)
WITHHELD_REFERENCE = RuleText(
    id="withheld-reference",
    severity=Severity.ERROR,
    explain=(
        "A sentence that this book tells names somebody or something with [[id]] whom this book withholds. In a list"
        " they would drop out without a trace, but a sentence cannot be mended by leaving a hole in it. So this book is"
        " refused until a person decides. Put the sentence behind the same gate as the person, or let the person be"
        " seen, or say it without the name."
    ),
)
WITHHELD_NAME = RuleText(
    id="withheld-name",
    severity=Severity.ERROR,
    explain=(
        "Words that this book tells hold the name of somebody or something that it withholds. It may be a whole name,"
        " one word of it, another name under also-called, or a form of it in the language of the book. Whoever reads it"
        " learns what they are not meant to be told yet. Put the words behind the same gate, or say them without the"
        " name. If another person or thing of the same name is meant, write not-them: beside them, with the words and a"
        ' reason. Where lsbook is not sure that it is this name, it says "may say" and the book is made all the same.'
    ),
)
WITHHELD_TITLE = RuleText(
    id="withheld-title",
    severity=Severity.ERROR,
    explain=(
        "Words that this book tells hold the title of a chapter or a letter, or the name of a keepsake, that it"
        " withholds. The title alone often tells what the chapter is about. Put the words behind the same gate, or say"
        " them in another way. If something else is meant that only sounds alike, write not-them: beside the words,"
        " with a reason."
    ),
)
KEPT_NAME = RuleText(
    id="kept-name",
    severity=Severity.ERROR,
    explain=(
        "Somebody wrote keeps: with this name on a part of the story that this book withholds, so that nobody may be"
        " told the name before that part. Other words of the book say it. Put these words behind the same gate, or say"
        " them without the name. If somebody else of that name is meant, write not-them: beside the words, with a"
        " reason."
    ),
)
WHEREABOUTS = RuleText(
    id="whereabouts",
    severity=Severity.ERROR,
    explain=(
        "This reader is never told where the child lives now, and the words name the home, the school, or the surname,"
        " workplace or area of those who look after the child. By any of these the child could be found. The policy"
        " says for which readers that holds (told-where); as shipped, for the birth family. Say it without the name."
        " Where somebody has decided that this reader may know it, write allow: beside the words, with the words, a"
        " reason and who decided it."
    ),
)
NAME_TOLD_ELSEWHERE = RuleText(
    id="name-withheld-elsewhere",
    severity=Severity.WARNING,
    explain=(
        "A name that is nobody's in people.yaml stands in words that this book tells, and also in words that it"
        " withholds. lsbook cannot know whether both mean the same person, or whether the name is a secret. If nobody"
        " may be told of them yet, write keeps: with the name beside the withheld words: then no book says it too"
        " early. If it is no secret, leave it, or write not-them: with the name and a reason. The book is made all the"
        " same."
    ),
)
NEVER_SAID = RuleText(
    id="never-says",
    severity=Severity.ERROR,
    explain=(
        "Under never-says: in story.yaml stand words that no book of this child may say: the name of a school, of a"
        " town."
        " A text of the book, a caption, or the words that say what a picture shows hold one of them, in capitals or"
        " small"
        " letters, in the plural or another form. Say it without the word. Where it is to be seen in the picture"
        " itself,"
        " cut it off. A form that may be another word is a warning."
    ),
)
UNTRUE_ANSWER = RuleText(
    id="known-answer-denied",
    severity=Severity.ERROR,
    explain=(
        "A question has the status nobody-knows, and its answer stands behind a gate. The book would tell the child"
        " that nobody knows, and that is not so. Children find out, and then believe no other page either. Set status:"
        " later, and say under instead: who will tell and when; or let the answer be seen."
    ),
)

WALL_RULES = (
    NOT_APPROVED,
    INCOMPLETE_APPROVAL,
    WITHHELD_REFERENCE,
    UNTRUE_ANSWER,
    WITHHELD_NAME,
    WITHHELD_TITLE,
    KEPT_NAME,
    WHEREABOUTS,
    NEVER_SAID,
    NAME_TOLD_ELSEWHERE,
)
"""All of them, in the order in which they are told."""
