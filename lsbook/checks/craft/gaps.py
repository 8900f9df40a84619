"""Rules about gaps: time with nobody, what is left for later, and what nobody has looked at for long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from lsbook.checks.craft.people import is_named_in, list_people
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.named_items import Home, Person, Stay
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.rhythm import Duration, TimeUnit
from lsbook.model.story import AboutMe, Medium, Moment, Question
from lsbook.model.story_text import Ref
from lsbook.model.vocabulary import QuestionStatus
from lsbook.model.when import find_bounds

_SHORTEST_GAP, _LONG_STAY = timedelta(days=8), timedelta(days=729)
_NOT_KNOWN = re.compile(
    r"\b(?:nobody (?:knows|knew|wrote|has|took|said)|not known|don't know|do not know|no photos?|can't remember"
    r"|lost)\b",
    re.IGNORECASE,
)
Finder: TypeAlias = Callable[[CraftSubject], Iterator[Finding]]
_USUAL_RHYTHM = Duration(6, TimeUnit.MONTHS)
"""After so long All About Me is old, where no policy says it (creativelifestorywork.com, practice.md)."""


def find_time_with_nobody(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each time between two homes in which the child lived nowhere."""
    stays = sorted(_list_dated_stays(subject), key=lambda stay: stay[0])
    reach: date | None = None
    for earliest, latest, home, stay in stays:
        if reach is not None and earliest - reach > _SHORTEST_GAP and not _is_said(subject, reach, earliest):
            yield Finding(
                stay.at,
                f"Between {_format_day(reach)} and {_format_day(earliest)} no home is named; then {home.label} begins.",
                "Find out where the child was, and with whom. Where nobody knows, say so in a moment of that time or"
                " under questions.yaml.",
                severity=Severity.WARNING,
            )
        reach = latest if reach is None else max(reach, latest)


def _format_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _list_dated_stays(subject: CraftSubject) -> Iterator[tuple[date, date, Home, Stay]]:
    """Yield each stay with the earliest day on which it can begin and the latest on which it can end."""
    born = subject.story.child.born
    for visible in subject.items:
        home = visible.ancestors[-1] if visible.ancestors else None
        if isinstance(visible.item, Stay) and isinstance(home, Home):
            earliest = find_bounds(visible.item.from_, born)[0]
            latest = find_bounds(visible.item.until, born)[1] if visible.item.until else date.max
            yield earliest or date.min, latest or date.max, home, visible.item


def _is_said(subject: CraftSubject, start: date, end: date) -> bool:
    """Return whether a moment of that time says where the child was, or that nobody knows."""
    for item in subject.list_items(Moment):
        if isinstance(item, Moment):
            earliest, latest = find_bounds(item.when, subject.story.child.born)
            if earliest and latest and earliest <= end and latest >= start and _NOT_KNOWN.search(subject.read(item)):
                return True
    return any(_NOT_KNOWN.search(subject.read(question)) and re.search(r"\bwhere\b", subject.read(question), re.I)
               for question in subject.list_items(Question))  # fmt: skip


def find_long_stays_without_traces(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for two years with somebody that left no photo and no goodbye, and of which nobody says so."""
    for earliest, latest, home, stay in _list_dated_stays(subject):
        lasted = latest - earliest if stay.until and earliest != date.min else timedelta()
        has_traces = stay.goodbye is not None or stay.photos or home.photo
        if lasted <= _LONG_STAY or latest == date.max or has_traces:
            continue
        if not _has_photo(subject, stay, earliest, latest) and not _NOT_KNOWN.search(subject.read(home)):
            yield Finding(
                stay.at,
                f"Of the time at {home.label} there is no photo and no goodbye, and nothing says that none is known.",
                "Ask whoever lived there. Where nothing can be found, say so: nobody has a photo of that time.",
                severity=Severity.WARNING,
            )


def _has_photo(subject: CraftSubject, stay: Stay, start: date, end: date) -> bool:
    """Return whether a photo of that time, or of those who lived there, is in the story."""
    people = {ref.id for ref in stay.people}
    if any(person.photo for person in list_people(subject) if person.id in people):
        return True
    for medium in subject.list_items(Medium):
        if isinstance(medium, Medium) and not medium.decorative:
            earliest, latest = find_bounds(medium.when, subject.story.child.born) if medium.when else (None, None)
            is_of_that_time = earliest and latest and start <= latest and earliest <= end
            if people & {ref.id for ref in medium.people} or (is_of_that_time and not medium.people):
                return True
    return False


def find_open_laters(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each question that is left for later without saying who tells and when."""
    for question in subject.list_items(Question):
        if isinstance(question, Question) and question.status is QuestionStatus.LATER:
            text = subject.read(question)
            who = (
                question.finding_out is not None
                or question.held_by is not None
                or any(is_named_in(subject, question.answer, person) for person in list_people(subject))
            )
            lacks = (*(() if who else ("who",)), *(() if question.look_again or _TIME.search(text) else ("when",)))
            if lacks:
                yield Finding(
                    question.at,
                    f"This is left for later, and it is not said {' and '.join(lacks)}.",
                    "Name who will tell under finding-out:, and say when in the answer: when you are ten, after you"
                    " have"
                    " moved up, once Priya has met him.",
                    severity=Severity.WARNING,
                )


_TIME = re.compile(
    r"\b(?:when|once|after|before|until|first|next|by|soon as|older|birthday|years?|[0-9]{1,4}|ten|eleven|twelve"
    r"|thirteen"
    r"|fourteen|sixteen|eighteen|spring|summer|autumn|winter|Christmas|Easter)\b",
    re.IGNORECASE,
)


def find_old_about_me(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning where all that is said of the child now is older than the policy has it."""
    items = [item for item in subject.list_items(AboutMe) if isinstance(item, AboutMe)]
    dated = [
        (latest, item)
        for item in items
        if item.when and (latest := find_bounds(item.when, subject.story.child.born)[1])
    ]
    newest = max(dated, key=lambda pair: pair[0], default=None)
    rhythm = _find_rhythm(subject)
    if newest is not None and rhythm.add_to(newest[0]) < subject.today:
        yield Finding(
            newest[1].at,
            f"The newest of what is said about the child now is of {newest[0]:%B %Y}; {rhythm} have gone.",
            "Sit down with the child and ask again: what they like, hope and feel changes. Write when: with the day.",
            severity=Severity.WARNING,
        )


def _find_rhythm(subject: CraftSubject) -> Duration:
    """Return after how long the child is asked again: as the policy has it for the plan of the story."""
    plan = subject.policy.find_plan(subject.story.plan)
    every = plan.all_about_me.every if plan else None
    return every if every is not None and every.unit is not TimeUnit.WORKING_DAYS else _USUAL_RHYTHM


_LEFT = re.compile(
    r"\b(?:(?:has|had) left|left (?:the (?:team|job)|her job|his job|their job|work|in|last)|no longer|used to (?:be"
    r"|work)|former(?:ly)?|retired|"
    r"has moved on|moved to another (?:team|job)|has a new job|was your (?:\w+ )?(?:social worker|key ?worker|worker"
    r"|teacher)|"
    r"(?:your |the )?(?:old|last|first) (?:social worker|key ?worker|worker))\b|\buntil (?:\w+ )?(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)


def find_absent_helpers(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each person to talk to who has left or died."""
    people = {person.id: person for person in list_people(subject)}
    for ref in subject.story.talk_to:
        person = people.get(ref.id)
        if person is not None and (person.death_date is not None or _has_left(subject, person)):
            yield _describe_absent(ref, person)


def _describe_absent(ref: Ref, person: Person) -> Finding:
    return Finding(
        Location(ref.at.path, ref.at.line, ref.at.column),
        f"Every page tells the child to talk to {person.label}, who is not there any more by what people.yaml says.",
        "Take the id out of talk-to: in story.yaml, and name who is there now.",
        severity=Severity.WARNING,
    )


def _has_left(subject: CraftSubject, person: Person) -> bool:
    roles = " ".join(fold_text(version.content) for version in person.is_.versions)
    is_worker = re.search(
        r"\b(?:worker|teacher|officer|advis[eo]r|advocate|guardian|nurse|therapist|counsellor|manager|IRO)\b",
        roles,
        re.IGNORECASE,
    )
    if not is_worker:  # who once was a foster carer may well be there still
        return False
    return _LEFT.search(roles) is not None or any(
        _LEFT.search(utterance.text)
        for utterance in subject.utterances
        if person in utterance.ancestors and utterance.passage.is_paragraph
    )


def _explain(name: str, find: Finder, explain: str, source: str) -> Rule[CraftSubject]:
    return Rule(id=name, severity=Severity.WARNING, explain=explain, find=find, source=source)


TIME_WITH_NOBODY = _explain(
    "time-with-nobody",
    find_time_with_nobody,
    "A home ends, and the next begins more than a week later: for that time the book has no home and no grown-up. A"
    " child"
    " who reads it asks where they were. Look into the file, and ask both families. Where nobody knows, say so in a"
    " moment of that time: an honest gap is better than a silent one.",
    "practice.md: each home with dates, and what is not known yet, said openly",
)
LONG_STAY_WITHOUT_TRACE = _explain(
    "long-stay-without-trace",
    find_long_stays_without_traces,
    "The child lived for two years or more with somebody, and the story has no photo of it, no goodbye, and no word"
    " that"
    " nothing is known. Two years are much of a childhood. Ask whoever lived there for photos and for how the goodbye"
    " was. Where nothing is left, write that nobody has a photo.",
    "practice.md: each home with first and last day, the goodbye, photos",
)
OPEN_LATER = _explain(
    "later-without-when",
    find_open_laters,
    "A question has the status later, and the child is not told who will answer it, or when. Later without a name and a"
    " time sounds like never. Name somebody under finding-out:, and say in the answer when it will be, by an age or by"
    " what has to happen first.",
    "practice.md: a true next step",
)
OLD_ABOUT_ME = _explain(
    "about-me-old",
    find_old_about_me,
    "The newest entry of about-me.yaml is older than the policy has it (all-about-me; six months where nothing is"
    " said). The book says of the child today what was so then,"
    " and children change faster than files. Sit down together and ask again. Put a date to each new entry, under"
    " when:.",
    "practice.md: All About Me older than six months",
)
ABSENT_HELPER = _explain(
    "talk-to-has-left",
    find_absent_helpers,
    "Each page of the book names whom the child can stop and talk to, and one of them has left by what people.yaml says"
    " of them. A child who looks for help and finds nobody may not look again. Take the id out of talk-to: and name"
    " somebody who is there.",
    "practice.md: someone to talk to",
)
