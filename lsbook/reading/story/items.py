"""about-me.yaml, timeline.yaml, questions.yaml, media.yaml and words.yaml."""

from __future__ import annotations

from lsbook.model.item import Gate, Telling
from lsbook.model.problem import Place
from lsbook.model.story import AboutMe, Medium, Moment, Permission, Question, Word
from lsbook.model.story_text import PhotoRef
from lsbook.model.when import NotKnown
from lsbook.reading.story.gates import read_gate
from lsbook.reading.story.statements import read_statement
from lsbook.reading.yaml.entry import Entry

ABOUT_ME = (
    "like", "dislike", "strength", "hope", "feeling", "faith",
    "culture", "language", "health", "looks", "name", "other",
)  # fmt: skip
MOMENTS = (
    "birth", "move", "school", "first", "achievement", "decision", "family-time", "health", "loss", "other",
)  # fmt: skip
STATUSES = ("finding-out", "answered", "nobody-knows", "later", "not-ours-to-tell")


def read_about_me(entry: Entry) -> AboutMe:
    """One entry of about-me.yaml."""
    return AboutMe(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        entry.choice("kind", ABOUT_ME, required=True),
        entry.prose("what", required=True) or Telling(()),
        entry.who("said-by"),
        entry.when("when"),
    )


def read_moment(entry: Entry) -> Moment:
    """One entry of timeline.yaml."""
    return Moment(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        entry.when("when", required=True) or NotKnown(),
        entry.prose("what", required=True) or Telling(()),
        entry.choice("kind", MOMENTS),
        read_statement(entry, "about"),
        entry.refs("people"),
        entry.photos("photos"),
    )


def read_question(entry: Entry) -> Question:
    """One entry of questions.yaml."""
    return Question(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        entry.prose("ask", required=True) or Telling(()),
        entry.choice("status", STATUSES, required=True),
        entry.who("finding-out"),
        read_statement(entry, "answer"),
    )


def read_word(entry: Entry) -> Word:
    """One entry of words.yaml."""
    return Word(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        entry.words("word", required=True) or Telling(()),
        entry.prose("means", required=True) or Telling(()),
    )


def read_medium(entry: Entry) -> Medium | None:
    """One entry of media.yaml; ``None`` where its file is not there."""
    photo = entry.photo("file")
    if not entry.has("file"):
        entry.missing("file", "garden.jpg")
    captions = entry.captions("captions")
    decorative = entry.flag("decorative")
    shows = entry.words("shows")
    if photo and shows is None and not decorative:
        entry.complain(
            "file",
            "Nobody has written what this shows, so someone who cannot see it is told nothing.",
            "Add shows: and say in one sentence what is to be seen; or decorative: true.",
            warning=True,
        )
    medium = Medium(
        entry.at,
        read_gate(entry),
        entry.heads_up(),
        photo.file if photo else "",
        shows,
        entry.prose("caption"),
        entry.refs("people"),
        entry.when("when"),
        tuple(_permission(inner) for inner in entry.entries("permission")),
        captions,
        entry.prose("transcript"),
        decorative,
        listed=True,
    )
    return medium if photo else None


def _permission(entry: Entry) -> Permission:
    made = Permission(entry.text("by", required=True), entry.when("on"))
    entry.close()
    return made


def unlisted(photo: PhotoRef) -> Medium:
    """A file that the story names, but media.yaml does not."""
    return Medium(
        Place(f"media/{photo.file}"), Gate(), None, photo.file, None, None, (), None, (), (), None, False, listed=False
    )
