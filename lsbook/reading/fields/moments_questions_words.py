"""Keys of about-me.yaml, timeline.yaml, questions.yaml, words.yaml and media.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import AboutMeKind, MomentKind, QuestionStatus, WordKind
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS, STATEMENT, TOLD_IN

ABOUT_ME = EntryKind(
    "about-me",
    (
        Field("kind", FieldType.CHOICE, "What it is about.", required=True, choices=tuple(AboutMeKind)),
        Field("what", FieldType.PROSE_BY_AGE, "What there is to say about the child.", required=True),
        Field("said-by", FieldType.PERSON, "Who said it."),
        Field("when", FieldType.DATE, "When it was said."),
        *GATE_FIELDS,
    ),
)
MOMENT = EntryKind(
    "moment",
    (
        Field("when", FieldType.DATE, "When it happened.", required=True),
        Field("what", FieldType.PROSE_BY_AGE, "What happened, in a sentence.", required=True),
        Field("kind", FieldType.CHOICE, "What kind of moment it is.", choices=tuple(MomentKind)),
        Field("about", FieldType.STATEMENT, "More about it.", inner=STATEMENT),
        Field("people", FieldType.REFS, "Who was there."),
        Field("photos", FieldType.FILES, "Photos of it."),
        TOLD_IN,
        *GATE_FIELDS,
    ),
)
QUESTION = EntryKind(
    "question",
    (
        Field("ask", FieldType.PROSE_BY_AGE, "What the child asks.", required=True),
        Field(
            "status",
            FieldType.CHOICE,
            "How far it is answered.",
            required=True,
            choices=tuple(QuestionStatus),
        ),
        Field("finding-out", FieldType.PERSON, "Who is finding it out."),
        Field("asked", FieldType.DATE, "When the child asked it."),
        Field("held-by", FieldType.PERSON, "Who keeps the answer, where it is for later; the book says it."),
        Field(
            "look-again",
            FieldType.DATE,
            "When somebody looks again whether it still has to wait; the book says it.",
        ),
        Field("answer", FieldType.STATEMENT, "What was found out.", inner=STATEMENT),
        *GATE_FIELDS,
    ),
)
WORD = EntryKind(
    "word",
    (
        Field("word", FieldType.TEXT_BY_AGE, "The word that is explained.", required=True),
        Field("means", FieldType.PROSE_BY_AGE, "What it means.", required=True),
        Field("about", FieldType.CHOICE, "Law, for a word that an adult's book explains too.", choices=tuple(WordKind)),
        *GATE_FIELDS,
    ),
)
PERMISSION = EntryKind(
    "permission",
    (
        Field("by", FieldType.TEXT, "Who allowed that another child is to be seen.", required=True),
        Field("on", FieldType.DATE, "When they allowed it."),
    ),
)
MEDIUM = EntryKind(
    "medium",
    (
        Field("file", FieldType.FILE, "Which file it is.", required=True, example="garden.jpg"),
        Field("shows", FieldType.TEXT_BY_AGE, "What is to be seen, for somebody who cannot see it."),
        Field("caption", FieldType.PROSE_BY_AGE, "The words below it."),
        Field("look-for", FieldType.PROSE_BY_AGE, "A question on what is to be seen, for a child who likes to look."),
        Field("people", FieldType.REFS, "Who is to be seen or heard."),
        Field("when", FieldType.DATE, "When it was taken."),
        Field("permission", FieldType.ENTRIES, "Who allowed that another child is in it.", inner=PERMISSION),
        Field("captions", FieldType.FILE, "The file with the words of a film or sound, a .vtt or .srt."),
        Field("transcript", FieldType.PROSE_BY_AGE, "What is said in a film or sound, written out."),
        Field("decorative", FieldType.FLAG, "It shows nothing that somebody who cannot see it would miss."),
        *GATE_FIELDS,
    ),
)
