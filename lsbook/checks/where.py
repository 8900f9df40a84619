"""Identifiers that tell where somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.kinds import DIGITS, Known, Span, identifier

_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY"
    "|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR"
    "|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC"
    "|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_POSTCODE = re.compile(
    rf"(?<![\w-])(?P<area>{_AREAS})(?:[0-9]{{1,2}}|[0-9][A-Z])[ -]?(?P<end>[0-9][ABD-HJLNP-UW-Z]{{2}})(?!\w)", re.I
)
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)")


@identifier("a postcode", DIGITS)
def postcodes(words: str, _known: Known) -> Iterator[Span]:
    """A postcode of the United Kingdom: a real area, a district, and an end without the letters C I K M O V.

    Small letters count where all are small, so that "E17 4th" is no postcode.
    """
    for found in _POSTCODE.finditer(words):
        area, text = found["area"], found[0]
        titled = len(area) == 2 and area.istitle() and text[2:].lower() == text[2:]
        if text.isupper() or ((text.islower() or titled) and not _ORDINAL.fullmatch(found["end"])):
            yield found.span()


_SURELY = "Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Crescent|Cres|Gardens|Gdns|Terrace|Way|Court|Grove|Square|Mews"
_STREET = (
    f"{_SURELY}|Cl|Ln|Dr|Ter|Place|Pl|Ct|Gr|Pde|Buildings|Yard|Wynd|Garth"
    "|Rise|Row|Hill|Square|Sq|Mews|Walk|View|Parade|Bank|Croft|Fold|Mount|Vale|Villas|Cottages|Mansions|Heights"
    "|Quay|Wharf|Brow|Broadway|Boulevard|Green|Park"
)
_NO_NAME = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Hours?|Minutes?|Days?|Weeks?|Months?|Years?"
    r"|Miles?|Metres?|Pounds?"
)
"""What stands between a number and a street in a date ("on 12 July Park Road was closed") or a length."""
_NO_SMALL_NAME = re.compile(
    r"(?:hour|minute|day|week|month|year|mile|metre|pound)s?|different|busy|long|short|quiet|dark|wide|narrow|new|main|side"
    r"|muddy|little|big|empty|noisy"
)
_NUMBER = r"(?<![\w£$€.,:/-])(?P<number>[0-9]{1,4}[A-Za-z]?(?:[-/][0-9]{1,4}[A-Za-z]?)?)"
_NAME = r"(?P<first>[A-Z][\w'.-]*)(?: [A-Z][\w'.-]*){0,3}?"
_ADDRESS = re.compile(rf"{_NUMBER} {_NAME} (?:{_STREET})\b")
_WITH_COMMA = re.compile(rf"{_NUMBER}, {_NAME} (?:{_SURELY})\b")
_THE_GREEN = re.compile(rf"{_NUMBER},? (?P<first>The) (?:{_STREET}|Common|Avenue|Paddock|Orchard|Spinney)\b")
_SMALL = re.compile(rf"{_NUMBER} (?P<first>[a-z]{{3,}}) (?:road|street|avenue|crescent|terrace|gardens)\b")
_CAPITALS = re.compile(rf"{_NUMBER} (?P<first>[A-Z][A-Z'.-]+)(?: [A-Z'.-]+){{0,3}}? (?:{_SURELY.upper()})\b")
_LIVED = re.compile(
    r"\b(?:(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?) at|mov(?:e|es|ed|ing)(?: back)? to|address (?:is|was))"
    rf" {_NUMBER} (?P<first>[A-Z][\w'.-]*)(?: (?:y |yr |the |of )?[A-Z][\w'.-]*){{0,3}}"
)
"""Where a sentence says that somebody lives at a number, any name behind it is that of a street or a house."""
_COUNTED = re.compile(
    r"\b(?:Room|Year|Class|Bus|Platform|Gate|Chapter|Page|Stage|Level|Grade|Number Bus|Under|Age) $", re.I
)
_FLAT = re.compile(
    r"\bFlat [0-9]{1,3}[A-Za-z]?\b(?! (?:times|people|rooms|days|weeks|years|hours)\b)"
    r"|\bflat [0-9]{1,3}[a-z]?(?=$|[.,;:!?)]| (?:on|at|in|above|of)\b)"
)


@identifier("a street address", DIGITS)
def addresses(words: str, _known: Known) -> Iterator[Span]:
    """A house number with the name of a street, or the number of a flat. A street without a number is none."""
    for pattern in (_ADDRESS, _CAPITALS, _WITH_COMMA, _THE_GREEN, _SMALL, _LIVED):
        for found in pattern.finditer(words):
            year = found["number"].isdecimal() and 1900 <= int(found["number"]) < 2100
            start = found.start("number")
            before = words[max(0, start - 20) : start]
            no_name = _NO_NAME.fullmatch(found["first"]) or _NO_SMALL_NAME.fullmatch(found["first"])
            if not (year or no_name or _COUNTED.search(before)):
                yield start, found.end()
    yield from (found.span() for found in _FLAT.finditer(words))


_DECIMAL = re.compile(
    r"(?<![\w.])([-+]?[0-9]{1,2}\.[0-9]{3,12})(°? ?[NS]|°)?(?:, ?|; ?| ?/ ?| )([-+]?[0-9]{1,3}\.[0-9]{3,12})(?![0-9])"
    r"(?:°? ?[EW]\b|°)?"
)
_EXACT = 4
"""Decimals of a degree that tell a house; with fewer, a minus or a point of the compass must say what is meant."""
_DEGREES = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)? ?[°º] ?(?:[0-9]{1,2}(?:\.[0-9]+)? ?['′].{0,9}?)?[NSEW]\b")
_SQUARES = "H[PTUWXYZ]|N[A-DF-HJ-ORSTUWXYZ]|OV|S[CDEHJKM-PR-Z]|T[AFGLMQRV]"  # the 100 km squares of the Ordnance Survey
_GRID = re.compile(rf"\b(?:{_SQUARES}) ?(?:[0-9]{{6}}|[0-9]{{8}}|[0-9]{{10}}|([0-9]{{3,5}}) [0-9]{{3,5}})\b")
_THREE_WORDS = re.compile(
    r"(?:///|\bw3w\.co/|what3words(?:\.com)?(?: is| address)?[:/ ]{0,3})[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}", re.I
)
_PLUS_CODE = re.compile(r"\b(?=[0-9]*[CFGHJMPQRVWX])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b")


@identifier("the position of a place", r"[0-9/]|what3words")
def positions(words: str, _known: Known) -> Iterator[Span]:
    """Latitude and longitude, a grid reference of the Ordnance Survey, what3words, or a plus code of a map."""
    for found in _DECIMAL.finditer(words):
        north, east = found[1], found[3]
        exact = all(len(number.partition(".")[2]) >= _EXACT for number in (north, east))
        if abs(float(north)) <= 90 and abs(float(east)) <= 180 and (exact or found[2] or "-" in north + east):
            yield found.span()
    for pattern in (_DEGREES, _GRID, _THREE_WORDS, _PLUS_CODE):
        yield from (found.span() for found in pattern.finditer(words))
