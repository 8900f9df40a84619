"""The ``:::`` blocks of chapters and letters, and the options that may stand behind their names."""

from __future__ import annotations

from msgspec import Struct

from lsbook.model.vocabulary import MediaBlockKind
from lsbook.reading.fields.field import Field, FieldType
from lsbook.reading.fields.gates import GATE_FIELDS, HOLD

_GATES = {field.key: field for field in GATE_FIELDS}
_GATE_OPTIONS = (
    _GATES["from-age"],
    Field("also-for", FieldType.TEXT, "Which readers beside the child may see it too, with commas between them."),
    _GATES["only-me"],
    Field("hold", FieldType.TEXT, "It is in no book until a person takes the hold away; this says why."),
    Field("heads-up", FieldType.TEXT, "It is hard news: this says what it is about, before it is told."),
    Field("instead", FieldType.TEXT, "What stands there for a child who is not shown the rest."),
    Field("told-by", FieldType.TEXT, "Who told the child this first."),
    Field("told-on", FieldType.DATE, "When the child was told."),
    Field("keeps", FieldType.TEXT, "Names that nobody may be told before this is told, with commas between them."),
)
"""What any block can carry behind its name (``account by=kelly from-age=9``)."""
GATE_OPTIONS = tuple(field.key for field in _GATE_OPTIONS)


class BlockKind(Struct, frozen=True):
    """One kind of block. ``explanation``: what it is for, in one plain sentence for a worker."""

    name: str
    explanation: str
    arguments: int | None = 0
    """Words that may stand behind the name without a key; ``None`` for as many as there are."""
    options: tuple[Field, ...] = ()
    """Its own, beside those that any block can carry."""

    @property
    def option_names(self) -> tuple[str, ...]:
        """Return the keys that may stand behind the name, those of any block first."""
        return (*GATE_OPTIONS, *(field.key for field in self.options))


_GATE_BLOCKS = (
    BlockKind("from-age", "What stands in it is told from this age on.", 1),
    BlockKind("also-for", "What stands in it may be seen by these readers too.", 9),
    BlockKind("only-me", "What stands in it is the child's own, in the child's book and nowhere else."),
    BlockKind("hold", "What stands in it is in no book until a person takes the hold away.", 1, HOLD.fields),
    BlockKind("heads-up", "What stands in it is hard news, on a page of its own behind these words.", 1),
)
"""Blocks that only shut."""
_MEDIA_BLOCKS = (
    BlockKind(MediaBlockKind.PHOTOS, "Photos, one or several.", None),
    BlockKind(MediaBlockKind.FILM, "A film.", None),
    BlockKind(MediaBlockKind.SOUND, "A sound.", None),
    BlockKind(MediaBlockKind.DOCUMENT, "A document, such as a scan of several pages.", None),
)
_TEXT_BLOCKS = (
    BlockKind("tell", "The words for one age: of several such blocks the oldest that fits is shown.", 1),
    BlockKind(
        "my-words",
        "What the child said, in the child's own words.",
        options=(Field("when", FieldType.DATE, "When the child said it."),),
    ),
    BlockKind(
        "account",
        "How one person sees it.",
        options=(Field("by", FieldType.PERSON, "Whose view it is.", required=True),),
    ),
    BlockKind("letter", "A letter of the folder letters, shown at this place.", 1),
    BlockKind("not-known", "What nobody knows, said openly."),
    BlockKind("write-here", "Space to write in, below a question or a few words."),
    BlockKind("note", "A note beside the text, for whoever reads it."),
    BlockKind("in", "Words in another language.", 1),
    BlockKind("side-by-side", "The same in several languages, side by side."),
)
BLOCKS = {kind.name: kind for kind in (*_GATE_BLOCKS, *_TEXT_BLOCKS, *_MEDIA_BLOCKS)}


def is_gate_block(name: str) -> bool:
    """True for a block that only shuts."""
    return BLOCKS.get(name) in _GATE_BLOCKS


def is_media_block(name: str) -> bool:
    """True for a block that names files."""
    return BLOCKS.get(name) in _MEDIA_BLOCKS
