"""What of a full book the child's book shows, at the telling age."""

from __future__ import annotations

from collections.abc import Callable

from lsbook.editions.choice import Choice
from lsbook.model import book
from lsbook.model.book_text import MyWords, NotKnownBlock
from lsbook.model.story import Story
from lsbook.model.vocabulary import AboutMeKind, KnownGroup, LetterKind, MomentKind, Part, QuestionStatus
from lsbook.model.walk import find_all
from lsbook.model.work_vocabulary import BookPart

_MILESTONES = {MomentKind.FIRST, MomentKind.ACHIEVEMENT, MomentKind.HEALTH, MomentKind.OTHER, None}


def find_parts(story: Story, choice: Choice) -> tuple[BookPart, ...]:
    """Return the parts of which the book that was chosen shows something, in the order of the policy's list.

    A chapter that the book shows has all parts that it says it covers.
    """
    shown = choice.draft
    covered = {part for chapter in story.chapters if choice.visibility.is_visible(chapter) for part in chapter.covers}
    return tuple(part for part in BookPart if part in covered or _FINDERS[part](shown))


def _has_moment(shown: book.Book, kinds: set[MomentKind | None]) -> bool:
    return any(isinstance(moment, book.Moment) and moment.category in kinds for moment in shown.moments)


def _has_family(shown: book.Book) -> bool:
    return any(person.parent_of or person.group == KnownGroup.FAMILY for person in shown.people)


def _has_why(shown: book.Book) -> bool:
    stays = [stay for home in shown.homes for stay in home.stays if isinstance(stay, book.Stay)]
    reasons = [reason for stay in stays for reason in (stay.why_came, stay.why_left)]
    facts = [fact for person in shown.people for fact in person.facts]
    return any(isinstance(statement, book.Statement) for statement in (*reasons, *facts))


def _has_schools(shown: book.Book) -> bool:
    return bool(shown.schools)


def _has_family_time(shown: book.Book) -> bool:
    return any(person.family_time for person in shown.people) or _has_moment(shown, {MomentKind.FAMILY_TIME})


def _has_my_words(shown: book.Book) -> bool:
    return any(True for _ in find_all(MyWords, shown.chapters)) or any(
        isinstance(item, book.AboutMe) and item.said_by is not None and item.said_by.me for item in shown.about_me
    )


def _has_not_known(shown: book.Book) -> bool:
    asked = (question for question in shown.questions if isinstance(question, book.Question))
    open_ones = (QuestionStatus.NOBODY_KNOWS, QuestionStatus.FINDING_OUT)
    return any(True for _ in find_all(NotKnownBlock, shown.chapters)) or any(
        question.status in open_ones for question in asked
    )


def _has_now_and_next(shown: book.Book) -> bool:
    hopes = (item for item in shown.about_me if isinstance(item, book.AboutMe))
    return any(chapter.part is Part.WHERE_IM_GOING for chapter in shown.chapters) or any(
        item.category is AboutMeKind.HOPE for item in hopes
    )


def _has_letter(shown: book.Book) -> bool:
    return any(letter.category is LetterKind.LATER_LIFE for letter in shown.letters)


_FINDERS: dict[BookPart, Callable[[book.Book], bool]] = {
    BookPart.ABOUT_ME: lambda shown: any(isinstance(item, book.AboutMe) for item in shown.about_me),
    BookPart.BIRTH: lambda shown: _has_moment(shown, {MomentKind.BIRTH}),
    BookPart.FAMILY: _has_family,
    BookPart.WHY: _has_why,
    BookPart.WHAT_CHILDREN_NEED: lambda shown: False,  # only a chapter that says so
    BookPart.HOMES: lambda shown: bool(shown.homes),
    BookPart.MILESTONES: lambda shown: _has_moment(shown, _MILESTONES),
    BookPart.SCHOOLS: _has_schools,
    BookPart.FAMILY_TIME: _has_family_time,
    BookPart.PHOTOS: lambda shown: bool(shown.media),
    BookPart.KEEPSAKES: lambda shown: bool(shown.keepsakes),
    BookPart.MY_WORDS: _has_my_words,
    BookPart.NOT_KNOWN: _has_not_known,
    BookPart.NOW_AND_NEXT: _has_now_and_next,
    BookPart.LATER_LIFE_LETTER: _has_letter,
}
