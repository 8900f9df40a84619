"""Which kind of entry stands in which file of a story."""

from __future__ import annotations

from lsbook.reading.fields.about_me import ABOUT_ME
from lsbook.reading.fields.copy_log import COPY
from lsbook.reading.fields.homes import HOME
from lsbook.reading.fields.keepsakes import KEEPSAKE
from lsbook.reading.fields.media import MEDIUM
from lsbook.reading.fields.people import PERSON
from lsbook.reading.fields.policy import POLICY
from lsbook.reading.fields.questions import QUESTION
from lsbook.reading.fields.schools import SCHOOL
from lsbook.reading.fields.story_file import STORY
from lsbook.reading.fields.texts import CHAPTER, LETTER
from lsbook.reading.fields.timeline import MOMENT
from lsbook.reading.fields.words import WORD
from lsbook.reading.fields.work import ASKED, CONTRIBUTION, QUALITY, SESSION, WORK_PLAN

FILE_KINDS = {
    "story.yaml": STORY,
    "about-me.yaml": ABOUT_ME,
    "people.yaml": PERSON,
    "homes.yaml": HOME,
    "schools.yaml": SCHOOL,
    "timeline.yaml": MOMENT,
    "keepsakes.yaml": KEEPSAKE,
    "questions.yaml": QUESTION,
    "media.yaml": MEDIUM,
    "words.yaml": WORD,
    "chapters/*.md": CHAPTER,
    "letters/*.md": LETTER,
    "policy.yaml": POLICY,
    "work/copies.yaml": COPY,
    "work/plan.yaml": WORK_PLAN,
    "work/sessions/*.yaml": SESSION,
    "work/asked.yaml": ASKED,
    "work/contributions/*.yaml": CONTRIBUTION,
    "work/quality.yaml": QUALITY,
}
"""The kind of the entries in a list, or of the file as a whole."""
