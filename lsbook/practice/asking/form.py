"""The page with which somebody is asked: nothing on it but a name, the child's name, and what is asked.

A former carer also gets the dates when the child lived with them. The same bytes, whatever else the story says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from lsbook.model.named_items import Stay
from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.when import When
from lsbook.pages.language.catalog import load_plain_catalog
from lsbook.pages.language.dates import DateFormatter
from lsbook.practice.asking.guard import AskGuard
from lsbook.practice.asking.people import KnownPeople, list_names
from lsbook.practice.asking.words import AskWords, load_ask_words, strip_isolates
from lsbook.practice.english import format_full_day
from lsbook.practice.open_case import OpenCase
from lsbook.reading.languages import read_language
from lsbook.reading.parsed import Parsed

SAVED_FILE = "answers.json"


class AskRequest(Struct, frozen=True):
    """Whom to ask, and what beside the policy's questions. ``call``: how they are called, if not as in the story."""

    who: str
    what: tuple[str, ...]
    today: date
    language: str = ""
    call: str = ""


class AskForm(Struct, frozen=True):
    """What stands on the page, in its order. ``who`` is the id of the person, and not on it."""

    who: str
    person: str
    name: str
    words: AskWords
    title: str
    intro: tuple[str, ...]
    stays: tuple[str, ...]
    questions: tuple[str, ...]
    saved: str
    remarks: tuple[str, ...] = ()
    """For the worker alone: none of it is on the page."""
    file: str = SAVED_FILE


def make_ask_form(opened: OpenCase, request: AskRequest) -> AskForm:
    """Return the page for whoever is asked. Raises ``ProblemsFound`` with all that may not stand on it."""
    project = opened.project
    people = KnownPeople(project)
    person = people.find(request.who)
    guard = AskGuard(project, people, person, request.today)
    _check_words(guard, request)
    words = load_ask_words(_read_language(request.language) or project.story.language, project.templates)
    name, who = project.story.child.name, request.call or list_names(person)[0]
    questions = (*request.what, *(project.policy.questions_for_others or words.questions))
    stays = people.list_former_stays(person, request.today)
    return AskForm(
        who=person.id,
        person=who,
        name=name,
        words=words,
        title=words.say("title", person=who, name=name),
        intro=tuple(_list_intro(words, opened.case.plan.worker)),
        stays=tuple(_list_stays(stays, words, opened, request.today)),
        questions=tuple(words.fill(question, name=name, person=who) for question in questions),
        saved=words.say("saved", file=SAVED_FILE),
        remarks=(*_list_refusals(opened, person.id), *_list_named(guard, request)),
    )


def _read_language(written: str) -> str:
    """Return the tag of the language of whoever is asked; nothing where none is said. Raises ``ProblemsFound``."""
    parsed = read_language(written, Location("--language")) if written else Parsed("")
    if parsed.problems:
        raise ProblemsFound(parsed.problems)
    return parsed.value


def _check_words(guard: AskGuard, request: AskRequest) -> None:
    typed = [*(("--what", text) for text in request.what), *((("--call", request.call),) if request.call else ())]
    if problems := tuple(problem for option, text in typed for problem in guard.find_problems(text, option)):
        raise ProblemsFound(problems)


def _list_refusals(opened: OpenCase, who: str) -> Iterator[str]:
    """Yield that they have said no before: asking again is a decision, not a habit."""
    declined = [row.declined for row in opened.case.records.asked if row.who == who and row.declined]
    if declined:
        on = format_full_day(max(declined))
        yield f"They said no on {on}. Ask again only where you have a reason, and say first that you know."


def _list_named(guard: AskGuard, request: AskRequest) -> Iterator[str]:
    for text in request.what:
        if guard.has_other_name(text):
            yield f'"{text}" names somebody else of the story: send it only where they know of each other.'


def _list_intro(words: AskWords, worker: str) -> Iterator[str]:
    yield words.say("only")
    yield words.say("read", worker=worker) if worker else words.say("read-by-asker")


def _list_stays(stays: tuple[Stay, ...], words: AskWords, opened: OpenCase, today: date) -> Iterator[str]:
    story = opened.project.story
    catalog = load_plain_catalog(words.tag, story.child.name, opened.project.templates)
    dates = DateFormatter(catalog, catalog.locale, story.child.born, today, story.child.is_ageless)
    periods: dict[tuple[When, When | None], str] = {
        (stay.from_, stay.until): dates.format_period(stay.from_, stay.until) for stay in stays
    }
    for period in periods.values():
        yield words.say("stay", name=story.child.name, dates=period)


def format_message(form: AskForm) -> str:
    """Return the questions as plain text, for a letter or a telephone."""
    numbered = (f"{number} {question}" for number, question in enumerate(form.questions, 1))
    lines = [form.title, "", *form.intro, *form.stays, "", *numbered, "", form.words.say("message")]
    return strip_isolates("\n".join(lines)) + "\n"
