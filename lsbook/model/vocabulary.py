"""The fixed words of the file format and of the commands: one enum a family, each member written as people write it.

A member is a plain string for whatever writes, shows or compares it. Words that a story or a policy may add to are no
enums: readers, bands, editions, plans, and groups but for those that lsbook has words for.
"""

from __future__ import annotations

from enum import StrEnum

CHILD_ID = "me"
"""The child of a story, wherever the id of a person stands."""


class ItemKind(StrEnum):
    """The kinds of items that a Story and a Book hold, each written as the field that holds them."""

    CHAPTERS = "chapters"
    LETTERS = "letters"
    PEOPLE = "people"
    HOMES = "homes"
    SCHOOLS = "schools"
    KEEPSAKES = "keepsakes"
    MOMENTS = "moments"
    ABOUT_ME = "about_me"
    QUESTIONS = "questions"
    MEDIA = "media"
    WORDS = "words"


NAMED_KINDS = (ItemKind.PEOPLE, ItemKind.HOMES, ItemKind.SCHOOLS, ItemKind.KEEPSAKES)
"""What has an id, by which a sentence can name it, and a card in the book."""


class KnownGroup(StrEnum):
    """The groups of people that the book has words for; a story may have others."""

    FAMILY = "family"
    HOME = "home"
    FRIENDS = "friends"
    HELPERS = "helpers"
    PETS = "pets"
    SCHOOL = "school"


class Part(StrEnum):
    """The four parts of a book, in the order of a book that begins with the present."""

    WHO_AM_I = "who-am-i"
    HOW_I_GOT_HERE = "how-i-got-here"
    MY_PEOPLE = "my-people"
    WHERE_IM_GOING = "where-im-going"


class BookOrder(StrEnum):
    """In which order the parts stand."""

    PRESENT_FIRST = "present-first"
    CHRONOLOGICAL = "chronological"


class BookVoice(StrEnum):
    """How the book's own words speak of the child: as "you", or by name. "I" is the child's alone."""

    YOU = "you"
    NAME = "name"


class QuestionStatus(StrEnum):
    """How far a question is answered."""

    FINDING_OUT = "finding-out"
    ANSWERED = "answered"
    NOBODY_KNOWS = "nobody-knows"
    LATER = "later"
    NOT_OURS_TO_TELL = "not-ours-to-tell"


class Certainty(StrEnum):
    """How sure a statement is."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"
    NOT_KNOWN = "not-known"


class AboutMeKind(StrEnum):
    """What something said of the child is about."""

    LIKE = "like"
    DISLIKE = "dislike"
    STRENGTH = "strength"
    HOPE = "hope"
    FEELING = "feeling"
    FAITH = "faith"
    CULTURE = "culture"
    LANGUAGE = "language"
    HEALTH = "health"
    LOOKS = "looks"
    NAME = "name"
    HOW_I_TELL_YOU = "how-i-tell-you"
    OTHER = "other"


class FactKind(StrEnum):
    """What a fact about a person is about, where a page of its own gathers such facts."""

    HEALTH = "health"


class WordKind(StrEnum):
    """What an explained word is about: an adult's book explains words of the law alone where it can tell them."""

    LAW = "law"


class StayKind(StrEnum):
    """What kind of stay it was, where it was no move."""

    SHORT_BREAK = "short-break"


class MomentKind(StrEnum):
    """What kind of moment of the timeline it is."""

    BIRTH = "birth"
    MOVE = "move"
    SCHOOL = "school"
    FIRST = "first"
    ACHIEVEMENT = "achievement"
    DECISION = "decision"
    FAMILY_TIME = "family-time"
    HEALTH = "health"
    LOSS = "loss"
    OTHER = "other"


class LetterKind(StrEnum):
    """What kind of letter it is."""

    HELLO = "hello"
    GOODBYE = "goodbye"
    CARER = "carer"
    FAMILY = "family"
    LATER_LIFE = "later-life"
    """Adoption guidance has it given apart from the book, when the child is older."""


class ThemeColour(StrEnum):
    """The colours of a book. Meadow is what the looks were drawn in."""

    MEADOW = "meadow"
    SEA = "sea"
    SUNSET = "sunset"
    BERRY = "berry"
    STONE = "stone"


class ThemePaper(StrEnum):
    """What stands behind the words; ``book`` leaves it to the look."""

    BOOK = "book"
    PLAIN = "plain"
    DOTS = "dots"
    LINES = "lines"
    SQUARES = "squares"


class ThemeFont(StrEnum):
    """The letters of a book; ``book`` leaves them to the look."""

    BOOK = "book"
    OPEN = "open"
    PLAIN = "plain"


class PageLook(StrEnum):
    """The looks that come with lsbook, the youngest first: each is a folder of ``templates/look/``."""

    UNDER_5 = "under-5"
    FROM_5 = "5-8"
    FROM_9 = "9-12"
    FROM_13 = "13-17"
    FROM_18 = "18-plus"


class LaterLifeLetter(StrEnum):
    """Where a plan has later life letters stand: in the child's books, or in none of them."""

    IN_THE_BOOK = "in-the-book"
    APART = "apart"


class AgreementName(StrEnum):
    """What has to be so before a copy leaves."""

    SECOND_READER = "second-reader"
    CHILD_ASKED = "child-asked"
    TELLING_AGE = "telling-age"


class WhenMissing(StrEnum):
    """What happens where an agreement is missing."""

    REFUSE = "refuse"
    WARN = "warn"
    NOT_REQUIRED = "no"


class RuleSeverity(StrEnum):
    """How grave a policy has what a rule finds."""

    REFUSE = "refuse"
    WARN = "warn"
    NOTE = "note"
    OFF = "off"


class MediaBlockKind(StrEnum):
    """The blocks of a text that show media."""

    PHOTOS = "photos"
    FILM = "film"
    SOUND = "sound"
    DOCUMENT = "document"


class MediumKind(StrEnum):
    """What a medium is by its content, whatever its file is called."""

    PHOTO = "photo"
    FILM = "film"
    SOUND = "sound"
    DOCUMENT = "document"


class CopyFormat(StrEnum):
    """The formats in which a copy is handed over."""

    FOLDER = "folder"
    LOCKED = "locked"
    ZIP = "zip"
    PDF = "pdf"
    EPUB = "epub"
    ONE_FILE = "one-file"
    STORY = "story"
    """Files that somebody else goes on with."""


class CopyProtection(StrEnum):
    """How a policy has copies leave where nobody says it at the handover."""

    PLAIN = "plain"
    LOCKED = "locked"


class CopyOutcome(StrEnum):
    """What became of a copy; ``RETURNED`` to those who gave it."""

    LOST = "lost"
    RETURNED = "returned"
    DESTROYED = "destroyed"


class PaperSize(StrEnum):
    """The sheets that a PDF is for; a booklet is A5 pages on sheets of A4."""

    A4 = "a4"
    A5 = "a5"
    BOOKLET = "booklet"
