"""Identifiers by which an office knows somebody, and the names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.identifier_kinds import DIGITS, IdentifierContext, TextSpan, identifier

_TEN_DIGITS = re.compile(r"(?<![\w.+-])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![\w-])")
_ISBN_PREFIX = re.compile(r"ISBN(?:-1[03])?:? ?$", re.I)
_NHS_NAMED = re.compile(
    r"\b(?:NHS|CHI|health service) ?(?:number|no\.?|num)(?: is| was)?[:# ]*[0-9](?:[ -]?[0-9]){4,}", re.I
)


_FIRST_DIGITS = (3, 4, 6, 7, 9)
"""Digits with which the numbers of England, Wales and Northern Ireland begin; Scotland's hold a birth date."""


@identifier("an NHS number", DIGITS)
def find_nhs_numbers(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
    """Find ten digits whose last one checks the others (modulus 11), or any number that is called one."""
    yield from (match.span() for match in _NHS_NAMED.finditer(text))
    for match in _TEN_DIGITS.finditer(text):
        if _is_valid_nhs_number(match[0]) and not _ISBN_PREFIX.search(text[max(0, match.start() - 12) : match.start()]):
            yield match.span()


def _is_valid_nhs_number(number: str) -> bool:
    digits = [int(digit) for digit in number if digit.isdecimal()]
    if len(set(digits)) == 1:
        return False
    if digits[0] not in _FIRST_DIGITS:
        return False
    return sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0


_FAMILY_COURT = re.compile(r"\b[A-Z]{2}[0-9]{2}[CDFPZ][0-9]{5}\b")
_NAMED = re.compile(
    r"\b(?:case|court|claim|file|reference|ref|crime|police|LCS|ICS|Mosaic|Liquid ?logic|Care ?First|Eclipse|UPN|URN"
    r"|unique pupil|pupil|child|client|person|passport|birth certificate|certificate|hospital|patient"
    r"|national insurance|NI)"
    r" ?(?:number|no\.?|num|ref\.?|reference(?: number)?|id)(?: is| was)?[:# ]*"
    r"(?P<number>(?:[A-Z]{1,4} )?[A-Z0-9/-]*[0-9][A-Z0-9/-]*(?: [A-Z0-9/-]*[0-9][A-Z0-9/-]*)*(?: [A-D]\b)?)",
    re.I,
)
_SYSTEM = re.compile(r"\b(?:LCS|ICS|Mosaic|Liquid ?[Ll]ogic|Care ?[Ff]irst)[:# ]+[0-9]{4,}\b")
_OFFICE = re.compile(
    r"\b(?:[A-Z]{2,4}[/-](?:19|20)[0-9]{2}[/-][0-9]{3,}|[A-Z]{2}[0-9]{2}/[A-Z]/[0-9]{3,}"
    r"|[Cc]ase (?:19|20)[0-9]{2}/[0-9]{2,}|[A-HJ-NP-RT-Z][0-9]{12}|[Pp]assport(?: is| was|:) [0-9]{9}"
    r"|(?:[Pp]rison|NOMS) (?:number|no\.?)(?: is|:)? [A-Z][0-9]{4}[A-Z]{2})\b"
)
"""How offices write references (AD-2020-0331, PR19/C/00456), a pupil's number, a passport's, a prisoner's."""
_INSURANCE = re.compile(r"\b(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b")


@identifier("the number of a case or a file", DIGITS)
def find_case_numbers(text: str, _context: IdentifierContext) -> Iterator[TextSpan]:
    """Find a family court's number (LV21C01234), what is called a case's or a file's, or one of National Insurance."""
    for match in _NAMED.finditer(text):
        if sum(letter.isalnum() for letter in match["number"]) >= 4:
            yield match.span()
    for pattern in (_FAMILY_COURT, _SYSTEM, _OFFICE, _INSURANCE):
        yield from (match.span() for match in pattern.finditer(text))


_ENDINGS = (
    "jpe?g|png|heic|heif|gif|tiff?|webp|bmp|avif|mp4|mov|m4v|3gp|avi|mkv|webm|mp3|m4a|wav|ogg|opus|flac|aac|pdf|vtt|srt"
)
_ANY_FILE = re.compile(r"[\w-][\w.-]*\.[a-zA-Z0-9]{2,5}(?!\w)")
_FILE = re.compile(rf"(?<![\w./\\=\"'<-])(?<!\]\()[\w-][\w.-]*\.(?:{_ENDINGS})(?!\w)", re.I)
"""Behind those marks it is part of an address or of somebody's markup, and no file of a photo."""
_CAMERA = re.compile(
    r"\b(?:IMG|DSC|DSCN|DSCF|PXL|VID|MVI|GOPR|SAM|WhatsApp (?:Image|Video)|Screenshot|Scan)[-_ ]?[0-9][0-9_-]{3,}\w*"
    r"|\b(?:IMG|PXL|VID|DSC)_[0-9]{3,}\w*"
)


@identifier("the name of a file", r"[0-9]|\.[a-zA-Z]", "A book never tells from which file a picture or film came.")
def find_file_names(text: str, context: IdentifierContext) -> Iterator[TextSpan]:
    """Find a file of this story, any file of photos, films, sounds or scans, or what a camera or phone calls one."""
    yield from (match.span() for match in _ANY_FILE.finditer(text) if match[0].casefold() in context.files)
    yield from (match.span() for match in _FILE.finditer(text))
    yield from (match.span() for match in _CAMERA.finditer(text))
