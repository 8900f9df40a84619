"""Identifiers that tell how to reach somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from lsbook.checks.identifier_kinds import IdentifierContext, TextSpan, identifier

_LIKE_A_NUMBER = re.compile(
    r"(?<![\w£$€.,:/-])(?:(?:\+|00)44 ?(?:\(0\) ?)?[1-9][0-9]{1,4}|\(?0[1-35789][0-9]{1,4}\)?)"
    r"(?:[ -]?[0-9]{2,8}){1,4}(?![\w:])"
)
_ISBN_PREFIX = re.compile(r"ISBN(?:-1[03])?:? ?$", re.I)
_DAY = re.compile(r"[0-9]{1,2}[-. ][0-9]{1,2}[-. ](?:19|20)[0-9]{2}")


@identifier("a telephone number", r"(?:[0-9][^0-9]{0,3}){6}")
def find_telephone_numbers(text: str, context: IdentifierContext) -> Iterator[TextSpan]:
    """Find a number that is valid in the story's country, or has the shape of a British one; helplines are known."""
    spans = [match.span() for match in _LIKE_A_NUMBER.finditer(text) if _can_be_telephone_number(match[0])]
    find_numbers = import_module("phonenumbers").PhoneNumberMatcher  # few texts hold six digits
    for country in context.countries:
        spans += [(match.start, match.end) for match in find_numbers(text, country)]
    for start, end in spans:
        book = _ISBN_PREFIX.search(text[max(0, start - 12) : start])
        if extract_digits(text[start:end]) not in context.digits and not book:
            yield start, end


def _can_be_telephone_number(number: str) -> bool:
    digits = extract_digits(number).removeprefix("00")
    return not _DAY.search(number) and len(digits) in ((10, 11) if digits.startswith("0") else (12, 13))


def extract_digits(text: str) -> str:
    """Return ``text`` without anything but its digits."""
    return "".join(letter for letter in text if letter.isdecimal())


def _trim_span(match: re.Match[str]) -> TextSpan:
    """Return without the stops that end the sentence, not the name."""
    return match.start(), match.start() + len(match[0].rstrip(".,;:!?)"))


_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+(?:@| @ | ?(?:\((?:at|@)\)|\[at\]) ?)[\w-]+(?:(?:\.| dot | ?(?:\(dot\)|\[dot\]) ?)[\w-]+)+"
    r"|(?<![\w.+%-])[\w.+%-]+ at [\w-]+ dot (?:com|org|net|uk|co|gov)\b",
    re.I,
)


@identifier("an email address", r"@|[(\[]at[)\]]| dot ")
def find_email_addresses(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
    """Find also one that is spelled out: "jan at example dot com"."""
    yield from (match.span() for match in _EMAIL.finditer(text))


_WEB = re.compile(r"(?<![\w.-])(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/[^\s]+", re.I)
_PROFILES = re.compile(
    r"(?:^|[/.])(?:facebook|fb|instagram|tiktok|snapchat|twitter|x|youtube|linkedin|threads|roblox|twitch|pinterest"
    r"|strava|linktr|t|wa|discord|w3w|what3words|goo|google|ancestry|myheritage|reddit|tumblr|vk|bsky|gofundme|depop"
    r"|vinted)"
    r"\.(?:com|co\.uk|co|me|gg|ee|be|gl|app|net|tv|social)/",
    re.I,
)


@identifier("the web address of somebody's page", r"\.[a-zA-Z]+/")
def find_profiles(text: str, context: IdentifierContext) -> Iterator[TextSpan]:
    """Find a page on a service where people have pages, or a place on a map; those of helplines are known."""
    for match in _WEB.finditer(text):
        address = match[0].casefold()
        if _PROFILES.search(address) and not any(public in address for public in context.addresses):
            yield _trim_span(match)


_PAGES = (
    "snapchat|instagram(?:ie|ie|ul)?|insta|tik ?tok(?:u|ul)?|facebook(?:u|ul)?|fb|twitter|інстаграм[іу]?|інст[аі]"
    "|тікто[кц]і?|фейсбу[кц]і?|снапчат|[إا]نست[غقج]رام|تيك ?توك|فيس ?بوك|سناب ?شات|[ای]?ینستاگرام|فیس ?بو?ک|تیک ?تاک"
    "|انسٹاگرام|ٹک ?ٹاک|فیس ?بک|سنیپ ?چیٹ|اسنپ ?چت"
)
_GAMES = (
    "snap|youtube|discord|roblox|whatsapp|telegram|kik|xbox|psn|playstation|fortnite|minecraft|twitch|messenger|signal"
    "|skype|телеграм|вайбер|скайп|роблокс|تلي?غرام|واتس ?اب|تلگرام|واتساپ|ٹیلی ?گرام|واٹس ?ایپ"
)
_SERVICES = f"{_PAGES}|{_GAMES}|gamertag|username|user name"
_NAME = "(?:user ?name|name|account|handle|id|tag|gamertag)"
_ANY = r"[\w@][\w.@-]{2,60}"
_LIKE_AN_ACCOUNT = r"(?-i:(?=\S*(?:[0-9_@]|\w[.-]\w|[a-z][A-Z]))[\w@][\w.@-]{2,60})"
"""A word with a number, a mark or a capital in it, as people call themselves there."""
_SURELY_ONE = r"(?-i:(?=\S*(?:[0-9_]|\w\.\w))[\w@][\w.@#-]{2,60})"
"""The same, and no word with a hyphen."""
_AT_NAME = re.compile(
    r"(?<![\w@./])@(?!(?:import|media|font-face|charset|keyframes|namespace|supports|page)\b)[^\W\d][\w.]{1,29}"
)  # but for the rules of a style sheet, which nobody is called by
_ACCOUNT = re.compile(
    rf"\b(?:{_SERVICES}) ?[:=-] ?{_LIKE_AN_ACCOUNT}|\b(?:{_PAGES}) ?: ?{_ANY}(?=[.,;!?)]*$)"
    rf"|\b(?:{_SERVICES})(?: (?:is called|as)| {_NAME} (?:is called|as)) {_LIKE_AN_ACCOUNT}|\b(?:{_SERVICES}) (?:is"
    rf"|was) {_SURELY_ONE}|\b(?:(?:{_PAGES}|{_GAMES}) {_NAME}|gamertag|username|user name) ?[:=-] ?{_ANY}"
    rf"|\b(?:(?:{_PAGES}|{_GAMES}) {_NAME}|username|user name) (?:is|was) {_ANY}|\bgamertag (?:is"
    rf"|was) {_LIKE_AN_ACCOUNT}"
    r"|(?<![\w/])u/\w[\w-]{2,}|\blive:\.?\w[\w.]+|(?<![\w#&])(?-i:[A-Za-z_][\w.]{2,31})#[0-9]{4}\b",
    re.I,
)


@identifier("the name of an account", rf"@|\bu/|\blive:|#[0-9]{{4}}|\b(?:{_SERVICES})\b")
def find_accounts(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
    """Find ``@name``, or what stands behind the name of a service: "Instagram: maya_2017"."""
    yield from (_trim_span(match) for match in _AT_NAME.finditer(text))
    yield from (_trim_span(match) for match in _ACCOUNT.finditer(text))
