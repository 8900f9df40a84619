"""Keys that may stand in anything that can be withheld, and those of statements."""

from __future__ import annotations

from lsbook.model.vocabulary import Certainty, FactKind
from lsbook.reading.fields.field import EntryKind, Field, FieldType

NOT_THEM = EntryKind(
    "not-them",
    (
        Field("words", FieldType.TEXT, "The words as they stand in the text.", required=True, example="May"),
        Field(
            "reason",
            FieldType.TEXT,
            "What they mean here, if not the person.",
            required=True,
            example="why these words may be said",
        ),
    ),
)
ALLOW = EntryKind(
    "allow",
    (
        Field("words", FieldType.TEXT, "The words as they stand in the text.", required=True, example="01234 567890"),
        Field(
            "reason",
            FieldType.TEXT,
            "Why they may be said.",
            required=True,
            example="why these words may be said",
        ),
        Field("by", FieldType.TEXT, "Who decided it.", required=True, example="Priya"),
    ),
)
ACCEPTED = EntryKind(
    "accepted",
    (
        Field("rule", FieldType.TEXT, "Which rule finds something here.", required=True, example="long-sentence"),
        Field("reason", FieldType.TEXT, "Why it stays as it is.", required=True, example="why it stays as it is"),
        Field("by", FieldType.TEXT, "Who decided that.", required=True, example="Priya"),
    ),
)
HOLD = EntryKind(
    "hold",
    (
        Field("reason", FieldType.TEXT, "Why it is kept back.", required=True, example="why it is kept back"),
        Field("decided-by", FieldType.TEXT, "Who decided to keep it back."),
        Field("on", FieldType.DATE, "When that was decided."),
        Field("look-again", FieldType.DATE, "When somebody should look at it again."),
    ),
)
TOLD = EntryKind(
    "told",
    (
        Field("by", FieldType.TEXT, "Who told the child first.", required=True),
        Field("on", FieldType.DATE, "When the child was told."),
    ),
)
GATE_FIELDS = (
    Field("from-age", FieldType.AGE, "It is told from this age on."),
    Field("also-for", FieldType.TEXTS, "Which readers beside the child may see it too."),
    Field("only-me", FieldType.FLAG, "It is the child's own: it stands in the child's book and nowhere else."),
    Field("hold", FieldType.ENTRY_OR_TEXT, "It is in no book until a person takes the hold away.", inner=HOLD),
    Field("instead", FieldType.PROSE_BY_AGE, "What stands there for a child who is not shown the rest."),
    Field("keeps", FieldType.TEXTS, "Names that nobody may be told before they are told this."),
    Field("not-them", FieldType.ENTRIES, "Words in it that sound like a withheld name and are none.", inner=NOT_THEM),
    Field("allow", FieldType.ENTRIES, "Words in it that say where somebody is and may be said.", inner=ALLOW),
    Field("accepted", FieldType.ENTRIES, "What lsbook check finds here and somebody has accepted.", inner=ACCEPTED),
    Field("heads-up", FieldType.TEXT_BY_AGE, "It is hard news: this says what it is about, before it is told."),
    Field("told", FieldType.ENTRY_OR_TEXT, "Who told the child this first, and when.", inner=TOLD),
)
"""What can stand in every item."""

TOLD_IN = Field(
    "told-in", FieldType.TEXT_BY_AGE, "The chapter that tells it: a book that has the chapter leads there from here."
)
STATEMENT = EntryKind(
    "statement",
    (
        Field("says", FieldType.PROSE_BY_AGE, "The words of the statement.", required=True),
        Field("source", FieldType.TEXT, "Where it is known from."),
        Field("decided-by", FieldType.TEXT, "Who decided this, where it was a decision."),
        Field(
            "certainty",
            FieldType.CHOICE,
            "How sure it is.",
            choices=tuple(Certainty),
        ),
        TOLD_IN,
        *GATE_FIELDS,
    ),
)
FACT = EntryKind(
    "fact",
    (
        *STATEMENT.fields,
        Field("kind", FieldType.CHOICE, "Health, for the page to show a doctor.", choices=tuple(FactKind)),
    ),
)
ACCOUNT = EntryKind(
    "account",
    (
        Field("by", FieldType.PERSON, "Whose view it is.", required=True, example="kelly"),
        Field("says", FieldType.PROSE_BY_AGE, "How they see it.", required=True),
        *GATE_FIELDS,
    ),
)
