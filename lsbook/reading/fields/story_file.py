"""Keys of story.yaml."""

from __future__ import annotations

from lsbook.model.vocabulary import BookOrder, BookVoice, ThemeColour, ThemeFont, ThemePaper
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.fields.gates import ACCEPTED, NOT_THEM, STATEMENT

CHILD = EntryKind(
    "child",
    (
        Field("name", FieldType.TEXT, "What the child is called in the book.", required=True, example="Maya"),
        Field(
            "born",
            FieldType.DATE,
            "When the child was born.",
            required=True,
        ),
        Field("pronouns", FieldType.TEXT, "The child's pronouns, such as she/her."),
        Field("names", FieldType.STATEMENTS, "The child's other names, and where they come from.", inner=STATEMENT),
        Field("also-called", FieldType.TEXTS, "Names never shown, but looked for where they must not be said."),
        Field("photo", FieldType.FILE, "The child's photo."),
        Field("ages", FieldType.FLAG, "Whether a book may count the ages: no where the age is not known."),
        Field("not-them", FieldType.ENTRIES, "Words that sound like a withheld name and are none.", inner=NOT_THEM),
    ),
)
TELLING_AGE = EntryKind(
    "telling-age",
    (
        Field("age", FieldType.AGE, "How old a telling the child is ready for.", required=True, example="9"),
        Field("decided-by", FieldType.TEXT, "Who decided it."),
        Field("on", FieldType.DATE, "When that was decided."),
    ),
)
LOOK = EntryKind(
    "look",
    (
        Field("theme", FieldType.CHOICE, "The colours of the book.", choices=tuple(ThemeColour)),
        Field("paper", FieldType.CHOICE, "The colour behind the words.", choices=tuple(ThemePaper)),
        Field("font", FieldType.CHOICE, "The letters of the book.", choices=tuple(ThemeFont)),
        Field("cover", FieldType.FILE, "The picture on the cover."),
    ),
)
APPROVAL = EntryKind(
    "approval",
    (
        Field("edition", FieldType.CHOICE, "Which book for somebody beside the child it is for.", required=True),
        Field("by", FieldType.TEXT, "Who approved that book."),
        Field("on", FieldType.DATE, "When they approved it."),
        Field("child-asked", FieldType.DATE, "When the child was asked."),
    ),
)
STORY = EntryKind(
    "story",
    (
        Field("format", FieldType.NUMBER, "In which format the files of the story are written: 1, if left out."),
        Field("child", FieldType.ENTRY, "Who the child is.", required=True, inner=CHILD),
        Field(
            "telling-age",
            FieldType.ENTRY,
            "How old a telling the child is ready for; a person decides it, never a birthday.",
            required=True,
            inner=TELLING_AGE,
        ),
        Field("reads-at", FieldType.CHOICE, "For which ages the words should be, where the child's reading differs."),
        Field("look-age", FieldType.AGE, "For which age the child's own book looks, where it is not the real one."),
        Field("symbols", FieldType.TEXTS, "In which of the child's books symbols stand above the words."),
        Field(
            "voice",
            FieldType.CHOICE,
            "How the book's own words speak of the child: as you, or by name.",
            choices=tuple(BookVoice),
        ),
        Field("language", FieldType.LANGUAGE, "The language of the book."),
        Field("plan", FieldType.CHOICE, "The child's plan, which says what of the policy applies."),
        Field(
            "order",
            FieldType.CHOICE,
            "In which order the book tells.",
            choices=tuple(BookOrder),
        ),
        Field(
            "look",
            FieldType.ENTRY_OR_TEXT,
            "How the book looks: the name of its colours, or more of it.",
            choices=tuple(ThemeColour),
            inner=LOOK,
        ),
        Field("cover", FieldType.FILE, "The picture on the cover, where look says only the colours."),
        Field("groups", FieldType.TEXTS, "The child's own groups of people, in the child's order."),
        Field("talk-to", FieldType.REFS, "People to whom the child can always talk."),
        Field("approvals", FieldType.ENTRIES, "Who approved which book for somebody beside the child.", inner=APPROVAL),
        Field("not-them", FieldType.ENTRIES, "Words that sound like a withheld name and are none.", inner=NOT_THEM),
        Field("never-says", FieldType.TEXTS, "Words that no book may say, in any of their forms."),
        Field("accepted", FieldType.ENTRIES, "What lsbook check finds and somebody has accepted.", inner=ACCEPTED),
        Field(
            "foreword",
            FieldType.STATEMENT,
            "What the young person says before all else, in words of their own.",
            inner=STATEMENT,
        ),
        Field(
            "records",
            FieldType.STATEMENTS,
            "Where the child's records are and how to ask for them, for the book of an adult.",
            inner=STATEMENT,
        ),
        Field("what-is-new", FieldType.STATEMENTS, "What the book says is new since the last one.", inner=STATEMENT),
    ),
)
