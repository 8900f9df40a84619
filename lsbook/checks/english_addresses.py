"""Addresses as English writes them: a number and a street in either order, flats, and houses that have a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.identifier_kinds import DIGITS, IdentifierContext, TextSpan, identifier, is_year

_SURELY = "Road|Rd|Street|St|Avenue|Ave|Close|Lane|Drive|Crescent|Cres|Gardens|Gdns|Terrace|Way|Court|Grove|Square|Mews"
_STREET = (
    f"{_SURELY}|Cl|Ln|Dr|Ter|Place|Pl|Ct|Gr|Pde|Buildings|Yard|Wynd|Garth"
    "|Rise|Row|Hill|Square|Sq|Mews|Walk|View|Parade|Bank|Croft|Fold|Mount|Vale|Villas|Cottages|Mansions|Heights|Quay"
    "|Wharf|Brow|Broadway|Boulevard|Green|Park"
)
_NO_NAME = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat"
    r"|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Hours?|Minutes?|Days?|Weeks?|Months?|Years?|Miles?|Metres?"
    r"|Pounds?|Spring|Summer|Autumn|Winter|Christmas|Easter|Reception"
)
"""What stands between a number and a street in a date ("on 12 July Park Road was closed") or a length."""
_NO_SMALL_NAME = re.compile(
    r"(?:hour|minute|day|week|month|year|mile|metre|pound)s?|different|busy|long|short|quiet|dark|wide|narrow|new|main"
    r"|side|muddy|little|big|empty|noisy"
)
_NUMBER = r"(?<![\w£$€.,:/-])(?P<number>[0-9]{1,4}[A-Za-z]?(?:[-/][0-9]{1,4}[A-Za-z]?)?)"
_NAME = r"(?P<first>[A-Z][\w'.-]*)(?: [A-Z][\w'.-]*){0,3}?"
_ADDRESS = re.compile(rf"{_NUMBER} {_NAME} (?:{_STREET})\b")
_WITH_COMMA = re.compile(rf"{_NUMBER}, {_NAME} (?:{_SURELY})\b")
_PLURALS = (
    "Willows|Laurels|Oaks|Elms|Beeches|Limes|Hollies|Firs|Pines|Poplars|Chestnuts|Cedars|Birches|Hawthorns|Sycamores"
    "|Maltings|Stables|Meadows|Orchards|Ridings|Cloisters|Almshouses|Lawns|Glebe|Coppice|Copse|Dell|Glade|Hollow"
)
_THE_GREEN = re.compile(
    rf"{_NUMBER},? (?P<first>The) (?:Old )?(?:{_STREET}|{_PLURALS}|Common|Avenue|Paddock|Orchard|Spinney)\b"
)
_SMALL = re.compile(rf"{_NUMBER} (?P<first>[a-z]{{3,}}) (?:road|street|avenue|crescent|terrace|gardens)\b")
_CAPITALS = re.compile(rf"{_NUMBER} (?P<first>[A-Z][A-Z'.-]+)(?: [A-Z'.-]+){{0,3}}? (?:{_SURELY.upper()})\b")
_LIVED = re.compile(
    r"\b(?:(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?) at|mov(?:e|es|ed|ing)(?: back)? to|address (?:is|was))"
    rf" {_NUMBER} (?P<first>[A-Z][\w'.-]*)(?: (?:y |yr |the |of )?[A-Z][\w'.-]*){{0,3}}"
)
"""Where a sentence says that somebody lives at a number, any name behind it is that of a street or a house."""
_COUNTED = re.compile(
    r"\b(?:Room|Year|Class|Bus|Platform|Gate|Chapter|Page|Stage|Level|Grade|Number Bus|Under|Age|Table|Row|Seat|Team"
    r"|Psalm|Ward|Bay|Channel|Route|Tram|Terminal|Door|Locker|Peg|Verse|Track|Episode|Series|Season|Unit|Lesson|Group"
    r"|Form) $",
    re.I,
)

_GOES_ON = (
    r"(?=$|[)\"';!?]|[.,:](?![0-9])| (?:and|in|with|near|when|where|until|till|from|since|is|was|had|has|by|which|that"
    r"|to|but|because|again|then|now|while|together|so|after|before|at|for the|for a|for about|opposite|beside|next)\b)"
)
"""What may stand behind a number that is a house's, so that "in Park Road 12 children waited" is none."""
_LIKE_A_STREET = (
    "bank|side|fields?|view|gate|croft|lea|leigh|dene|mead|wood|woods|hurst|crest|acres?|brook|ridge|lands|holme|fold"
    "|garth|combe|mount|cliffe?|stead|grove|lawns|royd|bourne"
)
_NO_HOUSE = (
    "Huddersfield|Sheffield|Mansfield|Wakefield|Macclesfield|Lichfield|Merseyside|Tyneside|Teesside|Humberside"
    "|Gateshead|Windsurf|Hollywood|Blackburn|Ireland|England|Scotland|Netherlands|Highlands|Lowlands|Midlands|Legoland"
    "|Snowfields?|Seaside|Riverbank|Woodside|Bluebrook|Facebook|Notebook|Chromebook|Macbook|Yearbook|Cookbook"
)
_ONE_NAME = re.compile(
    r"(?:^|\b(?:at|to|from|in|is|was|near|outside|of|into|called|[Nn]umber|[Nn]o\.?|[Aa]ddress:?) )"
    rf"{_NUMBER},? (?P<first>(?!(?:{_NO_HOUSE})\b)[A-Z][a-z]+(?:{_LIKE_A_STREET})){_GOES_ON}"
)
"""12 Meadowbank: a street or a house of one word that ends as those do."""
_BEHIND = re.compile(
    rf"(?<![\w'-])(?P<first>(?!In|On|At|The|Crown|County|Family|High Court|Magistrates|Youth|Tennis|Food|Centre"
    rf"|Sesame)[A-Z][\w'.-]*)"
    rf"(?: [A-Z][\w'.-]*){{0,3}}? (?P<street>{_SURELY})"
    rf"(?:,? (?:at )?(?:[Nn]umber|[Nn]o\.?|[Nn]r\.?) ?(?P<called>[0-9]{{1,4}}[A-Za-z]?)(?!\w)"
    rf"|(?P<comma>,)? (?P<number>[0-9]{{1,3}}[A-Da-d]?(?:/[0-9]{{1,3}})?)(?![\w:%]){_GOES_ON})"
)
"""Oak Road 12, as many languages of the continent write it; Oak Road number 12."""
_COUNT = (
    "[0-9]{1,4}[A-Za-z]?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    "|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
_NUMBER_IN = re.compile(
    rf"\b(?P<before>(?:[A-Za-z]+ )?)(?:[Nn]umber|[Nn]o\.?|[Hh]ouse|[Dd]oor) (?P<number>{_COUNT}),?"
    rf" (?:(?:on|in|of|at) )?(?P<first>(?!The|Year)[A-Z][\w'.-]*)(?: [A-Z][\w'.-]*){{0,3}}? (?:{_SURELY})\b"
)
_HOUSE = (
    "Cottages?|Farm|Farmhouse|House|Lodge|Rectory|Vicarage|Parsonage|Manse|Manor|Barn|Bungalow|Grange|Villa|Hall|Mill"
    "|Croft|Gatehouse|Stables|Forge|Smithy|Schoolhouse|School House|Coach House|Post Office|Chapel|Granary|Dairy|Byre"
    "|Bothy|Oast|Priory|Homestead|Nook|Hollow|Bank|View|Thatch|Orchard|Willows|Laurels|Elms|Oaks|Beeches|Firs|Gables"
)
_SMALL_HOUSE = (
    "Cottage|Farm|Farmhouse|House|Lodge|Rectory|Vicarage|Parsonage|Manse|Manor|Barn|Bungalow|Grange|Gatehouse"
    "|Schoolhouse|School House|Coach House|Homestead|Granary"
)
_PRIVATE = "Cottage|Farmhouse|Lodge|Rectory|Vicarage|Parsonage|Manse|Barn|Bungalow|Gatehouse|Schoolhouse"
"""Where people live and others do not come: a farm or a house "in Preston" may be open to all."""
_PUBLIC = (
    "Village|Town|Church|Scout|Scouts|Parish|Albert|City|Guild|Free|Opera|White|Coffee|Public|Play|Full|Memorial"
    "|Community|Music|Concert|Assembly|Guest|Custom|Customs|Court|Open|Safe|Tree|Dolls|Ice|Summer|Steak|Pancake|Curry"
    "|Wind|Steel|Animal|Petting|Haunted|Fun|Gingerbread|Bouncy|Royal|Somerset|Kensington"
)
_HOUSE_NAME = rf"(?P<first>(?!(?:{_PUBLIC})\b)[A-Z][\w'-]*)(?: (?!(?:{_PUBLIC})\b)[A-Z][\w'-]*){{0,2}}?"
_HOUSE_IN_LANE = re.compile(
    rf"(?<![\w'-]){_HOUSE_NAME} (?:{_HOUSE})(?:, | ?[(]| (?:in|on|at|off|down|up|along)(?: the)? )"
    rf"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){{0,2}}? (?:{_STREET})\b"
)
_HOUSE_IN_VILLAGE = re.compile(
    rf"(?<![\w'-]){_HOUSE_NAME} (?:(?:{_SMALL_HOUSE}), (?:(?:in|near) )?|(?:{_PRIVATE}) (?:in|near) )"
    rf"(?P<village>[A-Z][a-z'-]{{2,}}(?:[ -](?:[a-z]{{2,4}}[ -])?[A-Z][a-z'-]+){{0,2}})"
    r"(?=$|[)\";!?]|[.,:](?![0-9])| (?:in|near|with|when|where|until|till|from|since|by|which|for)\b)"
)
"""Rose Cottage, Mill Lane; Rose Cottage, Goosnargh."""
_FLAT = re.compile(
    r"\b(?:Flat|Apartment|Apt\.?) [0-9]{1,3}[A-Za-z]?\b(?! (?:times|people|rooms|days|weeks|years|hours)\b)"
    r"|\bflat [0-9]{1,3}[a-z]?(?=$|[.,;:!?)]| (?:on|at|in|above|of)\b)"
)


@identifier("a street address", rf"{DIGITS}|\b(?:{_HOUSE})\b")
def find_addresses(text: str, context: IdentifierContext) -> Iterator[TextSpan]:
    """Find a house number with a street, the number of a flat, or a named house with a lane or a village beside it.

    A street without a number is none, and neither is a house with a name alone.
    """
    yield from _find_named_houses(text, context)
    for pattern in (_ADDRESS, _CAPITALS, _WITH_COMMA, _THE_GREEN, _SMALL, _LIVED, _ONE_NAME, _NUMBER_IN):
        for match in pattern.finditer(text):
            start = match.start("number")
            before = text[max(0, start - 20) : start]
            bus = pattern is _NUMBER_IN and match["before"].casefold().strip() in ("bus", "tram", "route")
            if not (is_year(match["number"]) or _is_no_name(match["first"]) or _COUNTED.search(before) or bus):
                yield start, match.end()
    yield from (match.span() for match in _FLAT.finditer(text))
    yield from _find_numbers_behind(text)


def _is_no_name(first: str) -> bool:
    return bool(_NO_NAME.fullmatch(first) or _NO_SMALL_NAME.fullmatch(first))


def _find_numbers_behind(text: str) -> Iterator[TextSpan]:
    """Yield a street with its number behind it; behind a comma, only where the sentence or the line ends there."""
    for match in _BEHIND.finditer(text):
        ends = text[match.end() : match.end() + 1] in ("", ".", ",", ";", ")", "!", "?")
        if match["called"] or ((ends or not match["comma"]) and not _is_no_name(match["first"])):
            yield match.span()


def _find_named_houses(text: str, context: IdentifierContext) -> Iterator[TextSpan]:
    """Yield named houses. A person of the story behind the comma is no village: "At Rose Cottage, Jan and you ..."."""
    yield from (match.span() for match in _HOUSE_IN_LANE.finditer(text))
    for match in _HOUSE_IN_VILLAGE.finditer(text):
        parts = match["village"].split()
        if not (_is_no_name(parts[0]) or context.people.intersection(part.casefold() for part in parts)):
            yield match.span()
