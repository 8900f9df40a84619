"""Identifiers that tell where somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.identifier_kinds import DIGITS, IdentifierContext, TextSpan, identifier

_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK"
    "|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP"
    "|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W"
    "|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_POSTCODE = re.compile(
    rf"(?<![\w-])(?P<area>{_AREAS})(?:[0-9]{{1,2}}|[0-9][A-Z])[ -]?(?P<end>[0-9][ABD-HJLNP-UW-Z]{{2}})(?!\w)", re.I
)
_POLISH_TOWN = (
    r"(?!(?:Years?|Minutes?|People|Children|Days|Hours?|Metres?|Points?|Lat|Minut|Osób|Dzieci|Metrów)\b)"
    r"[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{2,}"
)
"""With words that are counted, "10-100 Years" is a length and no postcode."""
_CALLED = (
    r"(?:[Kk]od(?:em|zie|u)?(?: pocztow\w+)?|[Cc]od(?:ul)?(?: po[șşs]tal(?:ul)?)?|[Іі]ндекс(?:ом|у)?|[Pp]ost ?code"
    r"|[Zz]ip code|الرمز البريدي|رمز بريدي|پوسٹ(?:ل)? کوڈ|پوسٹ ?کوڈ|[کك]د ?پست[یي])"
)
_OTHER_CODES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w,.-])[0-9]{{2}}-[0-9]{{3}} {_POLISH_TOWN}(?:[ -]{_POLISH_TOWN})?",
        r"(?<![\w,.-])[0-9]{6},? (?:jud\. ?)?(?:Alba|Arad|Bac[ăa]u|Baia|Bistri[țt]a|Boto[șs]ani|Bra[șs]ov|Br[ăa]ila"
        r"|Bucure[șs]ti|Buz[ăa]u|C[ăa]l[ăa]ra[șs]i|Cluj|Constan[țt]a|Craiova|Deva|Drobeta|Foc[șs]ani|Gala[țt]i|Giurgiu"
        r"|Hunedoara|Ia[șs]i|Medgidia|Media[șs]|Miercurea|Oradea|One[șs]ti|Piatra|Pite[șs]ti|Ploie[șs]ti|Re[șs]i[țt]a"
        r"|R[âa]mnicu|Roman|Satu|Sf[âa]ntu|Sibiu|Sighi[șs]oara|Slatina|Slobozia|Suceava|T[âa]rgovi[șs]te|T[âa]rgu"
        r"|Tecuci"
        r"|Timi[șs]oara|Tulcea|Turda|Vaslui|Zal[ăa]u|Ilfov|Otopeni|Voluntari)(?:[ -][A-Z][\w-]*)?",
        r"(?<![\w,.-])[0-9]{5},? (?:м\.|с\.|смт\.?) ?[А-ЯІЇЄҐ][\w'-]+",
        r"(?<![\w,.-])[0-9]{5},? (?:Київ|Львів|Одеса|Харків|Дніпро|Запоріжжя|Вінниця|Луцьк|Рівне|Тернопіль|Ужгород"
        r"|Чернівці|Черкаси|Чернігів|Суми|Полтава|Миколаїв|Херсон|Житомир|Хмельницький|Кропивницький|Івано-Франківськ"
        r"|Маріуполь"
        r"|Донецьк|Луганськ|Кривий Ріг|Біла Церква|Мукачево|Дрогобич|Стрий|Бровари|Бориспіль)",
        rf"{_CALLED}(?: to| este| e| is| was|:| هو| ہے)? ?[0-9](?:[ -]?[0-9]){{4,9}}(?!\w)",
    )
)
"""Postcodes that are numbers alone."""
_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)")


@identifier("a postcode", DIGITS)
def find_postcodes(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
    """Find a postcode of the United Kingdom: a real area, a district, and an end without the letters C I K M O V.

    Small letters count where all are small, so that "E17 4th" is no postcode. Those of Poland, Romania and Ukraine are
    numbers: one needs a town behind it, or to be called a postcode.
    """
    for match in _POSTCODE.finditer(text):
        area, code = match["area"], match[0]
        titled = len(area) == 2 and area.istitle() and code[2:].lower() == code[2:]
        if code.isupper() or ((code.islower() or titled) and not _ORDINAL.fullmatch(match["end"])):
            yield match.span()
    for pattern in _OTHER_CODES:
        yield from (match.span() for match in pattern.finditer(text))


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
def find_positions(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
    """Find Latitude and longitude, a grid reference of the Ordnance Survey, what3words, or a plus code of a map."""
    for match in _DECIMAL.finditer(text):
        north, east = match[1], match[3]
        exact = all(len(number.partition(".")[2]) >= _EXACT for number in (north, east))
        if abs(float(north)) <= 90 and abs(float(east)) <= 180 and (exact or match[2] or "-" in north + east):
            yield match.span()
    for pattern in (_DEGREES, _GRID, _THREE_WORDS, _PLUS_CODE):
        yield from (match.span() for match in pattern.finditer(text))
