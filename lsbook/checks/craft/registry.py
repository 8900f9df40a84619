"""All rules of the craft, in the order in which they are told."""

from __future__ import annotations

from lsbook.checks.craft.ages import WRONG_AGE
from lsbook.checks.craft.allegations import BARE_ALLEGATION
from lsbook.checks.craft.blame import BLAME
from lsbook.checks.craft.darkness import DARK_PICTURE
from lsbook.checks.craft.deaths import PRESENT_OF_THE_DEAD
from lsbook.checks.craft.early_words import EARLY_WORD
from lsbook.checks.craft.gaps import (
    ABSENT_HELPER,
    LONG_STAY_WITHOUT_TRACE,
    OLD_ABOUT_ME,
    OPEN_LATER,
    TIME_WITH_NOBODY,
)
from lsbook.checks.craft.hard_pages import HARD_PAGE, NEWS_TO_TELL
from lsbook.checks.craft.jargon import JARGON
from lsbook.checks.craft.labels import TELLING_LABEL
from lsbook.checks.craft.languages import UNREAD_LANGUAGE
from lsbook.checks.craft.length import LONG_AVERAGE, LONG_SENTENCE
from lsbook.checks.craft.parents import UNKNOWN_PARENT
from lsbook.checks.craft.parts import MISSING_PARTS
from lsbook.checks.craft.pictures import (
    BARE_PICTURE,
    PICTURE_FOR_NOBODY,
    PICTURE_TWICE,
    SMALL_PICTURE,
    TELL_TALE_PICTURE,
    UNNAMED_FILE,
)
from lsbook.checks.craft.promises import PROMISE
from lsbook.checks.craft.softened import SOFTENED
from lsbook.checks.craft.sources import PRIVATE_FACT, REASON_WITHOUT_SOURCE
from lsbook.checks.craft.spelling import MISSPELLED_NAME
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.craft.voice import MIXED_VOICE
from lsbook.checks.rule import Rule
from lsbook.model.edition import Policy

CRAFT_RULES: tuple[Rule[CraftSubject], ...] = (
    SOFTENED,
    PROMISE,
    WRONG_AGE,
    BARE_ALLEGATION,
    REASON_WITHOUT_SOURCE,
    PRIVATE_FACT,
    PRESENT_OF_THE_DEAD,
    BLAME,
    HARD_PAGE,
    NEWS_TO_TELL,
    TELLING_LABEL,
    EARLY_WORD,
    TIME_WITH_NOBODY,
    LONG_STAY_WITHOUT_TRACE,
    UNKNOWN_PARENT,
    OPEN_LATER,
    OLD_ABOUT_ME,
    ABSENT_HELPER,
    MISSING_PARTS,
    JARGON,
    MIXED_VOICE,
    MISSPELLED_NAME,
    LONG_SENTENCE,
    LONG_AVERAGE,
    TELL_TALE_PICTURE,
    BARE_PICTURE,
    PICTURE_TWICE,
    UNNAMED_FILE,
    PICTURE_FOR_NOBODY,
    SMALL_PICTURE,
    DARK_PICTURE,
    UNREAD_LANGUAGE,
)
"""Asked by ``lsbook check`` of a story and the child's books."""


MEASURE_RULES: tuple[Rule[CraftSubject], ...] = (SMALL_PICTURE, DARK_PICTURE)
"""Those that know of a photo only once a book of it was made."""


def select_refused_rules(
    policy: Policy, rules: tuple[Rule[CraftSubject], ...] = CRAFT_RULES
) -> tuple[Rule[CraftSubject], ...]:
    """Return those ``rules`` by which a policy stops a book (``severity: refuse``)."""
    return tuple(rule for rule in rules if rule.id in policy.refusing_rules)
