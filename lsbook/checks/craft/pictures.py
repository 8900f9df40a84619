"""Rules about pictures: what is said of them, what can be seen in them, and that none stands there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.named_items import NamedItem
from lsbook.model.passage import fold_text
from lsbook.model.problem import Finding, Location, Severity
from lsbook.model.story import Medium

_SEEN = re.compile(
    r"\b(?:(?:your|her|his|their|the|an?) (?-i:(?:[A-Z][\w'’.-]+ )+)(?:\w+ )?(?:kit|uniform|jumper|sweatshirt|blazer"
    r"|hoodie|tie|football shirt|team shirt)|school (?:badge|logo|crest|uniform|jumper|sweatshirt|name)|badge (?:on"
    r"|of) (?:her|his|your|the"
    r"|their) (?:school|jumper|sweatshirt|"
    r"blazer|cardigan|uniform|coat|shirt)|badge of (?:\w+ ){0,3}(?:school|primary|academy|nursery)|(?:jumper"
    r"|sweatshirt|blazer|cardigan|uniform|polo shirt|t-shirt|bag)"
    r" with (?:the|a|its|his|her|your) (?:\w+ )?(?:badge|logo|crest|name)|street (?:sign|name)|road (?:sign|name)"
    r"|house number|door number|number"
    r" on the (?:door|gate|house|wall)|number plate|name ?plate|name ?tag|name badge"
    r"|number [0-9]+[a-z]? on (?:the|your|our|a)(?: front)? (?:door|gate|house|wall)"
    r"|(?:door|gate|house|porch|post ?box|letter ?box) with (?:the|a|an)(?: \w+)? (?:number"
    r"|[0-9]{1,4}[a-z]?\b(?! (?!on\b|in\b)\w))"
    r"|sign (?:for|of|saying|with) (?:\w+ ){1,3}(?:lane|road|street|avenue|close|drive|school|crescent|nursery)"
    r"|sign of the (?:school|nursery"
    r"|street)|school sign|"
    r"sign (?:that )?says|postcode|shop sign)\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\b(?:no|without|covered|hidden|blurred|cut off|cropped|cannot be (?:seen|read)|can't be (?:seen|read)"
    r"|not (?:to be )?(?:seen|visible|readable)"
    r"|out of (?:sight|the picture)|taken off|swimming badge|turned away)\b",
    re.IGNORECASE,
)


def find_tell_tale_pictures(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each picture whose own words say that it shows where somebody can be found."""
    for medium in _list_media(subject):
        for words in list_picture_words(medium):
            match = _SEEN.search(words)
            if match and not _COVERED.search(words):
                yield Finding(
                    medium.at,
                    f'By its own words "{match[0]}" is to be seen here: by that the child can be found.',
                    "Cut it off or cover it in the picture, and change the words; or use another picture.",
                    severity=Severity.WARNING,
                    sentence=words,
                )
                break


def list_picture_words(medium: Medium) -> Iterator[str]:
    """Yield what a picture shows by its own words, and its captions."""
    from_shows = medium.shows.versions if medium.shows else ()
    yield from (fold_text(version.content) for version in from_shows)
    for version in medium.caption.versions if medium.caption else ():
        yield fold_text(" ".join(_collect_text(version.content)))


def _collect_text(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _collect_text(part)
    elif hasattr(value, "inside"):
        yield from _collect_text(value.inside)
    elif isinstance(getattr(value, "text", None), str):
        yield str(getattr(value, "text", ""))


def find_bare_pictures(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each picture of which it is not said who, when, or what its story is."""
    portraits = {
        item.photo.file
        for item in subject.list_items(NamedItem)
        if isinstance(item, NamedItem) and item.photo is not None
    }
    for medium in _list_media(subject):
        if not medium.decorative and medium.file not in portraits:
            lacks = [
                name
                for name, value in (
                    ("who is in it", medium.people),
                    ("when it was", medium.when),
                    ("its words", medium.caption),
                )
                if not value
            ]
            if len(lacks) == 3:
                yield Finding(
                    medium.at,
                    f"Of {medium.file} nobody has written who is in it, when it was, or a caption.",
                    "Ask while somebody still knows. Write people:, when: and caption: in media.yaml.",
                    severity=Severity.NOTE,
                )


def find_pictures_twice(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each picture that is in the story twice, under two names."""
    first: dict[str, Medium] = {}
    for medium in _list_media(subject):
        if medium.content_digest and medium.content_digest in first:
            other = first[medium.content_digest]
            yield Finding(
                medium.at,
                f"{medium.file} is the same picture as {other.file}: the book shows it twice.",
                "Keep one of the two files, and name it wherever the other stands.",
                severity=Severity.WARNING,
            )
        elif medium.content_digest:
            first[medium.content_digest] = medium


def find_unnamed_files(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each file under ``media/`` that is in no book, because nothing names it."""
    for file in subject.story.unnamed_files:
        name = file.rpartition("/")[2]
        yield Finding(
            Location(f"media/{file}"),
            f"Nothing in the story names {name}, so it is in no book.",
            f'Write in media.yaml: "- file: {name}" and below it, with two spaces before each, shows: (what is to be'
            " seen), caption:, people: and when:. Or take the file away.",
            severity=Severity.NOTE,
        )


_LEAST, _LEAST_PORTRAIT = 480, 160
"""Pixels of the longer side: a photo by itself is shown as wide as the text, a portrait on a card is not †."""


def find_small_pictures(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each photo with fewer pixels than the place has in which a book shows it."""
    portraits = {
        item.photo.file for item in subject.list_items(NamedItem) if isinstance(item, NamedItem) and item.photo
    }
    for medium in _list_media(subject):
        measure = subject.measures.get(medium.file)
        least = _LEAST_PORTRAIT if medium.file in portraits else _LEAST
        if measure is not None and max(measure.width, measure.height) < least and not medium.decorative:
            yield Finding(
                medium.at,
                f"{medium.file} is small for where it stands: {measure.width} by {measure.height} pixels,"
                " and blurred on a page.",
                "Look for the original: what was sent by a message is smaller than what lies on the telephone. An old"
                " print can be scanned anew.",
                severity=Severity.NOTE,
            )


def find_pictures_for_nobody(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each entry of media.yaml that none of the child's books shows, though nobody holds it back."""
    if {book.edition.name for book in subject.books} < {band.name for band in subject.policy.bands}:
        return  # another book may show it
    shown = {visible.item.at for book in subject.books for visible in book.visible_items}
    for medium in _list_media(subject):
        if medium.listed and medium.at not in shown and not medium.gate.hold and not medium.gate.also_for:
            yield Finding(
                medium.at,
                f"None of the child's books shows {medium.file}: who is in it, or whose picture it is, is withheld.",
                "lsbook explain says why. Where it may be seen, let them be seen; else hold: says so, and until when.",
                severity=Severity.NOTE,
            )


def _list_media(subject: CraftSubject) -> Iterator[Medium]:
    return (item for item in subject.list_items(Medium) if isinstance(item, Medium))


TELL_TALE_PICTURE = Rule(
    id="picture-shows-where",
    severity=Severity.WARNING,
    explain=(
        "The words of a picture say that a school badge, a street sign, a house number or the like can be seen in it. A"
        " book can be lost, and by such a thing a child is found. lsbook cannot look into a picture; it goes by your"
        " own"
        " words. Cut it off or cover it, and change the words. Or use another picture."
    ),
    find=find_tell_tale_pictures,
    source="practice.md: school name, uniform, house number, street sign said to be visible",
)
BARE_PICTURE = Rule(
    id="picture-without-story",
    severity=Severity.NOTE,
    explain=(
        "Of a picture it is said neither who is in it, nor when it was, nor what its story is. A photo without these is"
        " soon a picture of strangers. Ask those who were there, while they still know. Write people:, when: and"
        " caption:"
        " in media.yaml. Where nobody knows, a caption may say so."
    ),
    find=find_bare_pictures,
    source="practice.md: photos, always with who, when and what story",
)
PICTURE_TWICE = Rule(
    id="picture-twice",
    severity=Severity.WARNING,
    explain=(
        "Two files in media/ are the same picture, byte for byte. The book would show it twice, perhaps with two"
        " stories."
        " Each needs the same gate, or one gives away what the other keeps. Keep one file, and name it wherever the"
        " other"
        " stands."
    ),
    find=find_pictures_twice,
    source="this project's own choice",
)
UNNAMED_FILE = Rule(
    id="picture-in-no-book",
    severity=Severity.NOTE,
    explain=(
        "A file lies in media/, and nothing in the story names it, so no book shows it. That may be meant: not every"
        " photo"
        " belongs in a book. Often it was put there and forgotten. Write an entry for it in media.yaml, as the message"
        " shows. Then it stands on the page of photos, and wherever you name it."
    ),
    find=find_unnamed_files,
)
PICTURE_FOR_NOBODY = Rule(
    id="picture-for-nobody",
    severity=Severity.NOTE,
    explain=(
        "media.yaml has an entry, and none of the child's five books shows its picture, though no hold keeps it back."
        " Somebody who is in it is withheld at every age, or it is the picture of something that is. It may be meant."
        " Then hold: with a reason and a day says so, and somebody looks again. lsbook explain and the name of the file"
        " say what keeps it."
    ),
    find=find_pictures_for_nobody,
    source="this project's own choice",
)
SMALL_PICTURE = Rule(
    id="picture-small",
    severity=Severity.NOTE,
    explain=(
        "A photo has fewer pixels than the place in which the book shows it, so it looks blurred, on paper most of all."
        " Often a copy came by a message, and the original is larger. Ask whoever took it for the file itself, or scan"
        " the print anew. Where there is no better one, leave it: a small photo is better than none. lsbook knows the"
        " size once a book was made."
    ),
    find=find_small_pictures,
    source="this project's own choice",
)
