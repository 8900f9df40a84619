"""A rule about pictures: that there is light enough to see who is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.checks.craft.pictures import list_picture_words
from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.rule import Rule
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Medium

_DARK = 36
"""Of 255: a photo whose mean is below shows hardly more than a lamp †. A face by a window at dusk has 60."""
_MEANT_DARK = re.compile(
    r"\b(?:night\w*|dark\w*|midnight|evening|dusk|dawn|moon\w*|stars?|starry|sky|firework\w*|bonfire|campfire|fire|candle\w*"
    r"|lamp|lantern\w*|torch\w*|lights?|cave|tunnel|cinema|theatre|stage|shadows?|silhouette|black|eclipse|aquarium|scans?"
    r"|x-ray|ultrasound|draw(?:n|ing)\w*|drew|paint\w*|picture (?:by|of yours)|collage|asleep|sleeping)\b",
    re.IGNORECASE,
)
"""Words of a picture that is dark as it should be: a night, a scan before birth, a drawing."""


def find_dark_pictures(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a note for each photo that is too dark to make out who is in it, but for one of something dark."""
    for medium in subject.list_items(Medium) if subject.is_english else ():
        if not isinstance(medium, Medium) or medium.decorative:
            continue
        measure = subject.measures.get(medium.file)
        if measure is None or measure.brightness is None or measure.brightness >= _DARK:
            continue
        if not any(map(_MEANT_DARK.search, list_picture_words(medium))):
            yield Finding(
                medium.at,
                f"{medium.file} is very dark: on a screen little of it can be made out, and on paper nothing.",
                "Make a lighter copy with any program for photos, and put it in its place; keep the original in the"
                " file. Where it shows a night, say so in its words.",
                severity=Severity.NOTE,
            )


DARK_PICTURE = Rule(
    id="picture-dark",
    severity=Severity.NOTE,
    explain=(
        "A photo is so dark that a child cannot make out who is in it. Most such photos hold more than is seen, and any"
        " program for photos makes a lighter copy. A night, a firework, a scan from before the birth or a drawing in"
        " black is left alone where its words say what it is. Where there is no better one, leave it, and accept the"
        " finding: a dark photo is better than none. lsbook knows how bright a photo is once a book was made."
    ),
    find=find_dark_pictures,
    source="this project's own choice",
)
