"""A rule about truth: how old the child was fits the day of which it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from lsbook.checks.craft.finding import make_finding
from lsbook.checks.craft.sentences import NUMBER, read_number, split_sentences
from lsbook.checks.craft.subject import CraftSubject, Utterance
from lsbook.checks.rule import Rule
from lsbook.model.item import Item
from lsbook.model.named_items import Stay
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Medium, Moment
from lsbook.model.when import AtAge, Dated, Nearness, Point, When, compute_age, find_bounds

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
)
_BIRTHDAY = re.compile(
    rf"\b(?:on|it was|this was|that was|just had|kept|(?:day|week) (?:after|before)|just (?:after|before)) your"
    rf" (?:(?P<word>{'|'.join(_ORDINALS)})"
    r"|(?P<figure>[0-9]{1,2})(?:st|nd|rd|th)) birthday\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:will|can|(?-i:may)|until|(?<!day )(?<!week )(?<!just )(?:before|after)|since)\b|'ll\b", re.IGNORECASE
)
_MONTH, _YEAR = timedelta(days=31), timedelta(days=364)
"""A birthday is kept within a month of its day; of those that a birth date leaves open, the last is a year before."""
_AGED = (
    rf"\b(?:aged|at the age of|at age|at only|at just|at barely) (?P<aged>{NUMBER}),? you\b"
    rf"|^you\b[^.!?;]{{0,60}}\bat the age of (?P<late>{NUMBER})\b"
    rf"|\byou,? (?:then )?aged (?P<older>{NUMBER})\b"
    rf"|\byou were (?:only |just )?an? (?:\w+ )?(?P<old>{NUMBER})[ -]years?[ -]old"
)
_AGE = re.compile(
    rf"(?<!since )(?<!until )(?<!till )(?<!before )(?<!after )(?<!from )(?<!like )(?<!than )(?<!that )(?<!than when )"
    rf"(?<!from when )(?<!since when )(?<!until when )\b(?:(?:when|as) )?you(?: were|'d turned| turned"
    rf"| had just turned)"
    rf" (?:only |just |still |about )?(?P<age>{NUMBER})\b(?! (?:months?|weeks?|days?|hours?|minutes?|metres?|miles?"
    rf"|of|more"
    rf"|people|children|times|and a half)|[:./-]\d| o'clock|th\b)(?: years? old)?|{_AGED}",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\b(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) (?P<year>(?:19|20)[0-9]{{2}})\b")
_FOLLOWS = re.compile(rf"You were (?:only |just |still )?{NUMBER}(?: years? old)?\b", re.IGNORECASE)
"""A sentence that says how old the child was on the day of the sentence before it."""
_EARLIER_THING = re.compile(r"\b(?:that|which|whom) (?!day\b)\w+(?: \w+){1,7} $", re.IGNORECASE)
"""Before "when you were four": a clause about a thing, in a sentence about another day."""
_EXPLAINED = re.compile(r"\b(?:nearly|almost|not quite|about to be|would be|had been)\b", re.IGNORECASE)


def find_wrong_ages(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each age or birthday that the date beside it contradicts."""
    born = subject.story.child.born
    for utterance in subject.narration:
        before = ""
        for sentence in split_sentences(utterance.narration):
            context, before = (before if _FOLLOWS.match(sentence.text) else ""), sentence.text
            dated = sentence.text if _DATE.search(sentence.text) else context
            if not _EXPLAINED.search(sentence.text):
                for match, what in (
                    *_list_wrong_ages(sentence.text, _find_ages(utterance, dated, born)),
                    *_list_wrong_birthdays(sentence.text, _find_date(utterance, dated), born),
                ):
                    span = (sentence.start + match.start(), sentence.start + match.end())
                    yield make_finding(utterance, span, what, "Look which of the two is right, and correct the other.")


def _list_wrong_ages(sentence: str, ages: tuple[int, int] | None) -> Iterator[tuple[re.Match[str], str]]:
    """Yield where a sentence says an age that is none of ``ages``, with what is wrong."""
    for match in _AGE.finditer(sentence) if ages else ():
        stated = read_number(next(filter(None, match.groups())))
        if ages and not ages[0] <= stated <= ages[1] and not _is_of_another_day(sentence, match):
            known = f"By the birth date and the date of this, the child was {_format_ages(ages)} then"
            yield match, f"{known}, not {stated}."


def _list_wrong_birthdays(sentence: str, when: When | None, born: When) -> Iterator[tuple[re.Match[str], str]]:
    """Yield where a sentence names a birthday that was not within a month of ``when``, with what is wrong."""
    for match in _BIRTHDAY.finditer(sentence) if when and not _NOT_YET.search(sentence) else ():
        years = int(match["figure"] or _ORDINALS.index(match["word"].casefold()) + 1)
        if when and not _is_near_birthday(when, years, born):
            yield match, "By the birth date and the date of this, it was another birthday, or none."


def _is_near_birthday(when: When, years: int, born: When) -> bool:
    first, last = find_bounds(AtAge(years), born)
    earliest, latest = find_bounds(when, born)
    if not (first and last and earliest and latest):
        return True
    return earliest - _MONTH <= last - _YEAR and first <= latest + _MONTH


def _format_ages(ages: tuple[int, int]) -> str:
    return (
        str(ages[0])
        if ages[0] == ages[1]
        else f"{ages[0]} or {ages[1]}"
        if ages[1] == ages[0] + 1
        else (f"{ages[0]} to {ages[1]}")
    )


def _find_ages(utterance: Utterance, sentence: str, born: When) -> tuple[int, int] | None:
    """Return how old the child can have been: by a date in the sentence, else by that of what it stands in."""
    if dates := tuple(_DATE.finditer(sentence)):
        return compute_age(_read_date(dates[0]), born) if len(dates) == 1 else None
    for item in reversed(utterance.ancestors):
        if isinstance(item, Moment | Medium | Stay):
            return _find_item_ages(item, born)
    return None


def _find_date(utterance: Utterance, sentence: str) -> When | None:
    """Return of which day a sentence speaks: the one date in it, else the moment or picture in which it stands."""
    if dates := tuple(_DATE.finditer(sentence)):
        return _read_date(dates[0]) if len(dates) == 1 else None
    items = (item for item in reversed(utterance.ancestors) if isinstance(item, Moment | Medium))
    return next((item.when for item in items if isinstance(item.when, Dated) and _is_exact(item.when)), None)


def _find_item_ages(item: Item, born: When) -> tuple[int, int] | None:
    if isinstance(item, Moment | Medium):
        return compute_age(item.when, born) if isinstance(item.when, Dated) and _is_exact(item.when) else None
    if isinstance(item, Stay) and isinstance(item.until, Dated) and isinstance(item.from_, Dated):
        first, last = compute_age(item.from_, born), compute_age(item.until, born)
        return (first[0], last[1]) if first and last else None
    return None


def _is_of_another_day(sentence: str, match: re.Match[str]) -> bool:
    """Return whether an age belongs to a clause about a thing: the drawing that you made when you were four."""
    begins = match[0].casefold().startswith(("when", "as"))
    return begins and _EARLIER_THING.search(sentence[: match.start()]) is not None


def _is_exact(when: Dated) -> bool:
    return when.nearness is Nearness.EXACT


def _read_date(match: re.Match[str]) -> When:
    day = int(match["day"]) if match["day"] and 1 <= int(match["day"]) <= 28 else None
    return Dated(Point(int(match["year"]), _MONTHS.index(match["month"]) + 1, day))


WRONG_AGE = Rule(
    id="wrong-age",
    severity=Severity.WARNING,
    explain=(
        "A sentence says how old the child was, and the date of the moment, the stay or the sentence gives another age."
        " Children count. A book that is wrong in a thing that they can check is not believed in those that they"
        " cannot."
        " Find out which is right, the age or the date, and correct the other. A sentence about another time than its"
        " entry may say so: since you were three."
    ),
    find=find_wrong_ages,
    source="practice.md: factual, with dates; design.md, dates as people know them",
)
