"""Dates as people write them, read into ``model.when``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

from lsbook.model.suggestions import find_closest
from lsbook.model.when import AtAge, Dated, Nearness, Point, Season, Span, UnknownDate, When
from lsbook.reading.feasts import read_feast

DATE_FORMATS = (
    "2019, 2019-07, 2019-07-03, 3 July 2019, July 2019, summer 2019, about 2019, before 2020, after 2018, "
    '2018 to 2019, when I was 3, or "not known"'
)
_OTHER_LANGUAGES = ("pl", "fr", "de", "es", "it", "pt", "ro", "cy", "nl", "uk", "lt", "hu")
"""In which workers and families think of months."""
_YEARS = range(1800, 2201)
_NEARNESS = {
    "about": Nearness.ABOUT,
    "around": Nearness.ABOUT,
    "before": Nearness.BEFORE,
    "after": Nearness.AFTER,
    "early": Nearness.ABOUT,
    "late": Nearness.ABOUT,
    "mid": Nearness.ABOUT,
    "probably": Nearness.ABOUT,
    "maybe": Nearness.ABOUT,
    "circa": Nearness.ABOUT,
}
_AGE = re.compile(r"(?:when .{1,40}? (?:was|were)|aged?|at age) (\d{1,3})(?: years old)?")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? )?([^\W\d]+)\.?,?(?: (\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WEEKDAY = re.compile(r"^(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?(?=\d)")
_HOLIDAYS = re.compile(r"^(spring|summer|autumn|fall|winter) (?:school )?holidays? ")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_BETWEEN = re.compile(r" (?:to|until) | ?[–—] ?|(?<=\d{4}) ?- ?(?=\d{4})")


class InvalidDateError(ValueError):
    """What was written is no date; the words say why."""


@cache
def load_month_names(language: str) -> Mapping[str, int]:
    """Return the number of each month by its name, in English and in ``language``, in lower case."""
    names = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
    names |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
    names["sept"] = 9
    try:
        months = Locale.parse(language, sep="-").months
    except (ValueError, UnknownLocaleError):
        return names
    for form in ("format", "stand-alone"):
        names |= {str(name).casefold(): number for number, name in months[form]["wide"].items()}
    return names


def read_date(written: str, months: Mapping[str, int]) -> When:
    """Return the date that ``written`` means. Raises ``InvalidDateError`` with a sentence in plain words."""
    text = " ".join(written.strip(" “”\"'‘’").casefold().split())
    if text in {"not known", "unknown", "we don't know", "we don’t know"}:
        return UnknownDate()
    if match := _AGE.fullmatch(text):
        if int(match[1]) > 120:
            raise InvalidDateError("Ages go from 0 to 120.")
        return AtAge(int(match[1]))
    text = _strip_filling(text)
    if feast := read_feast(text):
        return feast
    first_word, _, rest = text.partition(" ")
    if first_word in _NEARNESS and rest:
        return Dated(_read_point(_strip_filling(rest), months), _NEARNESS[first_word])
    if text.endswith("?") and text.strip("? "):
        return Dated(_read_point(text.rstrip("? "), months), Nearness.ABOUT)
    ends = _BETWEEN.split(text)
    if len(ends) == 2:
        return _read_span(ends[0], ends[1], months)
    return Dated(_read_point(text, months))


def _strip_filling(text: str) -> str:
    """Return a date without what people put around it: "on", the day of the week, "the", "holidays"."""
    text = _WEEKDAY.sub("", re.sub(r"^(?:in|on|at|during) ", "", text))
    return _HOLIDAYS.sub(r"\1 ", re.sub(r"^the ", "", text).replace(" of ", " "))


def _read_span(first: str, last: str, months: Mapping[str, int]) -> Span:
    end = _read_point(last, months)
    start = _read_point(first if re.search(r"\d{4}", first) else f"{first} {end.year}", months)
    if start.earliest > end.latest:
        raise InvalidDateError("It ends before it begins.")
    return Span(start, end)


def _read_point(text: str, months: Mapping[str, int]) -> Point:
    if match := _ISO.fullmatch(text):
        return _make_point(match[1], match[2], match[3])
    season, _, year = text.partition(" ")
    if season == "fall":
        season = "autumn"
    if season in set(Season) and re.fullmatch(r"\d{4}", year):
        return Point(_read_year(year), season=Season(season))
    if (match := _DAY_MONTH.fullmatch(text)) and match[2] in months and match[3]:
        return _make_point(match[3], str(months[match[2]]), match[1])
    if (match := _MONTH_DAY.fullmatch(text)) and match[1] in months:
        return _make_point(match[3], str(months[match[1]]), match[2])
    if match := _SLASHED.fullmatch(text):
        raise InvalidDateError(_explain_numbers(int(match[1]), int(match[2]), match[3]))
    unknown = "lsbook does not know this kind of date."
    raise InvalidDateError(_explain_foreign_month(text, months) or f"{unknown}{_suggest_date(text, months)}")


def _explain_foreign_month(text: str, months: Mapping[str, int]) -> str:
    """Return what a date with the month of another language means; nothing where it has none."""
    for word in re.findall(r"[^\W\d]{3,}", text):
        for language in _OTHER_LANGUAGES if word not in months else ():
            if number := load_month_names(language).get(word):
                month = calendar.month_name[number]
                mended = re.sub(r"(?<=\d)\.", "", text.replace(word, month))
                return f'"{word}" is the name of {month} in another language. Write {mended}.'
    return ""


def _suggest_date(text: str, months: Mapping[str, int]) -> str:
    """Return what may be meant by a month or season that is mistyped, or stands behind its year."""
    known = [*months, *Season]
    meant = {word: find_closest(word, known, 0.7) or word for word in re.findall(r"[^\W\d]{3,}", text)}
    mended = re.sub(r"[^\W\d]{3,}", lambda match: meant[match[0]], text)
    mended = re.sub(r"^(\d{4}),? ([^\W\d]+)$", r"\2 \1", mended)
    shown = re.sub(r"[^\W\d]{3,}", lambda match: match[0].title() if match[0] in months else match[0], mended)
    return f' Did you mean "{shown}"?' if mended != text and re.search(r"\d", text) else ""


def _explain_numbers(first: int, second: int, year: str) -> str:
    """Return what a date of three numbers can mean, in words to choose from."""
    years = int(year) if len(year) == 4 else 2000 + int(year)
    days = dict.fromkeys(
        f"{day} {calendar.month_name[month]} {years}"
        for day, month in ((first, second), (second, first))
        if 1 <= month <= 12 and years in _YEARS and 1 <= day <= calendar.monthrange(years, month)[1]
    )
    unclear = "It is not clear which number is the day and which the month."
    if not days and years in _YEARS and (1 <= second <= 12 or 1 <= first <= 12) and max(first, second) <= 31:
        day, month = (first, second) if 1 <= second <= 12 else (second, first)
        return f"{calendar.month_name[month]} {years} has no day {day}."
    if len(days) == 1 and first != second:
        return f"Write the month as a word: {next(iter(days))}."
    return f"{unclear} Is it {' or '.join(days)}?" if days else unclear


def _read_year(text: str) -> int:
    if int(text) not in _YEARS:
        raise InvalidDateError(f"The year {text} cannot be right.")
    return int(text)


def _make_point(year: str, month: str | None, day: str | None) -> Point:
    years, months, days = _read_year(year), int(month) if month else None, int(day) if day else None
    if months is not None and not 1 <= months <= 12:
        raise InvalidDateError(f"There is no month {months}.")
    if months is not None and days is not None:
        longest = calendar.monthrange(years, months)[1]
        if not 1 <= days <= longest:
            name = calendar.month_name[months]
            raise InvalidDateError(f"There is no {days} {name} {years}: {name} had {longest} days that year.")
    return Point(years, months, days)


def read_english_date(written: str) -> When:
    """Return the date that ``written`` means, with English month names. Raises ``InvalidDateError``."""
    return read_date(written, load_month_names("en"))
