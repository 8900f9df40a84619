"""Which kind of entry stands in which file of a story."""

from __future__ import annotations

from lsbook.reading.fields.copy_log import COPY
from lsbook.reading.fields.homes_schools_keepsakes import HOME, KEEPSAKE, SCHOOL
from lsbook.reading.fields.moments_questions_words import ABOUT_ME, MEDIUM, MOMENT, QUESTION, WORD
from lsbook.reading.fields.people import PERSON
from lsbook.reading.fields.policy import POLICY
from lsbook.reading.fields.story_file import STORY
from lsbook.reading.fields.texts import CHAPTER, LETTER
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
