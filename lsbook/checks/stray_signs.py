"""Rules about signs that mean something to lsbook and are written wrongly: the book would print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.located_text import find_location
from lsbook.model.problem import Finding, Severity
from lsbook.model.prose import Link, Text
from lsbook.model.story import Story
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import find_all, find_own, walk_items

_PICTURE = re.compile(r"!\[|!\([^()]{0,200}\)\[")
_CURLY = re.compile(r"\{+\s*([a-z0-9-]+)\s*\}+")
_HTML = re.compile(
    r"</?(?:a|b|big|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|u|ul)\b[^<>]{0,200}>", re.I
)


def find_pictures_not_read(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each picture in a sentence that is not exactly one, and would be printed as it stands."""
    for item, text in subject.texts:
        if match := _PICTURE.search(text.text) if "!" in text.text else None:
            at = find_location(text.text, match.start(), item.at)
            what = "A picture is written here, but not exactly as one, so the book would print the signs."
            yield Finding(at, what, "Write ![what it shows](file.jpg), with no space between them.", item=item.at)
    story = subject.story
    files = {file.rpartition("/")[2] for file in (*(medium.file for medium in story.media), *story.unnamed_files)}
    for item, _ in walk_items(story):
        for link in find_own(Link, item):
            if link.address.rpartition("/")[2] in files:
                what = f'This is written as a link to "{link.address}". A picture begins with an exclamation mark.'
                remedy = f"Write ![what it shows]({link.address}), with no space between them."
                words = next(find_all(Text, link), None)
                at = find_location(words.text, 0, item.at) if words else item.at
                yield Finding(at, what, remedy, item=item.at)


def find_ids_in_curly_brackets(subject: Subject) -> Iterator[Finding]:
    """Yield a problem for each id between curly brackets in a sentence: the book would print it."""
    ids = _list_ids(subject.story)
    for item, text in subject.texts:
        for match in _CURLY.finditer(text.text) if "{" in text.text else ():
            if match[1] in ids:
                at = find_location(text.text, match.start(), item.at)
                what = f"{match[0]} stands in curly brackets: the book would print them, and not the name."
                yield Finding(at, what, f"Write [[{match[1]}]].", item=item.at)


def _list_ids(story: Story) -> frozenset[str]:
    return frozenset(item.id for item in story.named_items) | {CHILD_ID}


def find_html(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each sign of HTML in a sentence: it is never run, and the book prints it as it stands."""
    for item, text in subject.texts:
        if match := _HTML.search(text.text) if "<" in text.text else None:
            at = find_location(text.text, match.start(), item.at)
            what = f"{match[0]} is a sign of web pages, and the book prints it as it stands."
            remedy = "Take it out. **Two stars** on each side make words strong, *one* makes them lean."
            yield Finding(at, what, remedy, item=item.at)


PICTURE_NOT_READ = Rule(
    id="picture-not-read",
    severity=Severity.ERROR,
    explain=(
        "A sentence holds what looks like a picture and is none: a bracket is missing, or a space stands between its"
        " parts. The book would print the signs, and the name of the file with them, which no book tells. A picture is"
        " written as ![what it shows](file.jpg), on one line and with no space in between."
    ),
    find=find_pictures_not_read,
)
ID_IN_CURLY_BRACKETS = Rule(
    id="id-in-curly-brackets",
    severity=Severity.ERROR,
    explain=(
        "A sentence names somebody or something of the story between curly brackets. lsbook puts a name in the place of"
        " [[jan]], with two square brackets at each end; curly ones would be printed, with the id between them, and no"
        " id may stand in a book. Write square brackets. Curly ones around other words are printed as they are."
    ),
    find=find_ids_in_curly_brackets,
)
HTML_AS_TEXT = Rule(
    id="html-as-text",
    severity=Severity.WARNING,
    explain=(
        "A sentence holds a sign of web pages, such as <b>. In a story it does nothing: what is raw HTML is never run,"
        " so that nothing in a book can act by itself, and the book prints the sign. Two stars on each side make words"
        " strong, one makes them lean. The book is made all the same."
    ),
    find=find_html,
)
