"""All rules over stories, books and copies, by the stage that asks them and in the order in which they are told.

What the wall refuses is explained in ``editions/wall_rules.py``, what reading finds in ``reading/rules/``.
"""

from __future__ import annotations

from lsbook.checks.agreements import (
    APPROVAL_TO_COME,
    ASKED_DAY_TO_COME,
    BOOK_FOR_OLDER_CHILD,
    CHILD_NOT_ASKED,
    RECORD_LEAVING,
    SECOND_READER_MISSING,
)
from lsbook.checks.approvals import APPROVAL_WITHOUT_ASKING
from lsbook.checks.birth_date import BIRTH_DATE_TO_COME, BOOK_BEFORE_BIRTH
from lsbook.checks.craft.notes import WORKER_NOTE
from lsbook.checks.craft.starter import STARTER_TEXT
from lsbook.checks.groups import UNKNOWN_GROUP
from lsbook.checks.hard_news import UNTOLD_NEWS
from lsbook.checks.holds import HOLD_WITHOUT_REVIEW
from lsbook.checks.identifier_rule import IDENTIFIER
from lsbook.checks.letters import LETTER_IN_ITSELF
from lsbook.checks.other_readers import OTHER_READERS_UNKNOWN
from lsbook.checks.periods import END_BEFORE_AGE
from lsbook.checks.permissions import PICTURE_WITHOUT_PERMISSION
from lsbook.checks.photos import PHOTO_SHOWN_TOO_EARLY, RECORDING_WITHOUT_GATE
from lsbook.checks.picture_book import (
    PICTURE_BOOK_NOT_CHOSEN,
    PICTURE_BOOK_OF_HARD_NEWS,
    PICTURE_BOOK_TOO_LONG,
    PICTURE_BOOK_WORDS,
)
from lsbook.checks.questions import UNGATED_ANSWER
from lsbook.checks.references import (
    DUPLICATE_ID,
    NAME_INSTEAD_OF_ID,
    SINGLE_BRACKETS,
    UNKNOWN_PERSON,
    UNKNOWN_REFERENCE,
)
from lsbook.checks.rule import Rule
from lsbook.checks.stray_signs import HTML_AS_TEXT, ID_IN_CURLY_BRACKETS, PICTURE_NOT_READ
from lsbook.checks.subject import HandoverSubject, Subject

REFERENCE_RULES: tuple[Rule[Subject], ...] = (
    DUPLICATE_ID,
    UNKNOWN_REFERENCE,
    UNKNOWN_PERSON,
    NAME_INSTEAD_OF_ID,
    LETTER_IN_ITSELF,
    UNKNOWN_GROUP,
    PICTURE_NOT_READ,
    ID_IN_CURLY_BRACKETS,
)
"""Asked once a folder is read, also where parts of it could not be: all that is wrong with the files comes at once."""

STORY_RULES: tuple[Rule[Subject], ...] = (
    HOLD_WITHOUT_REVIEW,
    PHOTO_SHOWN_TOO_EARLY,
    RECORDING_WITHOUT_GATE,
    PICTURE_WITHOUT_PERMISSION,
    UNGATED_ANSWER,
    SINGLE_BRACKETS,
    HTML_AS_TEXT,
    BIRTH_DATE_TO_COME,
    END_BEFORE_AGE,
)
"""Asked of a story that was read without a problem."""

DATE_RULES: tuple[Rule[Subject], ...] = (BOOK_BEFORE_BIRTH,)
"""Asked before books are made for a date."""

BOOK_RULES: tuple[Rule[Subject], ...] = (
    IDENTIFIER,
    WORKER_NOTE,
    STARTER_TEXT,
    PICTURE_BOOK_TOO_LONG,
    PICTURE_BOOK_OF_HARD_NEWS,
    PICTURE_BOOK_WORDS,
)
"""Asked of what a chosen book says."""

SHARING_RULES: tuple[Rule[Subject], ...] = (APPROVAL_WITHOUT_ASKING, PICTURE_BOOK_NOT_CHOSEN)
"""Asked of the books that are made: may those for whom they are have them, and did somebody choose what is in them?"""

HANDOVER_RULES: tuple[Rule[HandoverSubject], ...] = (
    SECOND_READER_MISSING,
    CHILD_NOT_ASKED,
    BOOK_FOR_OLDER_CHILD,
    UNTOLD_NEWS,
    OTHER_READERS_UNKNOWN,
    RECORD_LEAVING,
    ASKED_DAY_TO_COME,
    APPROVAL_TO_COME,
)
"""Asked before a copy leaves. What they say before it goes is said in this order."""

RULES: tuple[Rule[HandoverSubject], ...] = (
    *REFERENCE_RULES,
    *STORY_RULES,
    *DATE_RULES,
    *BOOK_RULES,
    *SHARING_RULES,
    *HANDOVER_RULES,
)
