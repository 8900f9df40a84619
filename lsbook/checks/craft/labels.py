"""A rule about hard news: a label says no more than what stands behind it for each age."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.checks.craft.subject import CraftSubject
from lsbook.checks.craft.tellings import AgedTelling, list_tellings
from lsbook.checks.craft.topics import TOPICS
from lsbook.checks.rule import Rule
from lsbook.model.item import Item
from lsbook.model.problem import Finding, Severity
from lsbook.model.story import Chapter, Question


def find_telling_labels(subject: CraftSubject) -> Iterator[Finding]:
    """Yield a warning for each heads-up that names what a milder telling behind it does not say."""
    for telling in list_tellings(subject) if subject.is_english else ():
        item = _find_labelled_item(telling)
        versions = item.heads_up.about.versions if item is not None and item.heads_up else ()
        if item is None or len(versions) != 1 or len(telling.versions) < 2:
            continue
        young = telling.versions[0]
        if versions[0].age > young.age:
            continue  # the youngest reads no label
        for topic in TOPICS:
            if (match := topic.pattern.search(versions[0].content)) and not topic.pattern.search(young.text):
                yield Finding(
                    item.at,
                    f'The label "{versions[0].content}" names {match[0]} to a child of {young.age}, and the words'
                    f" for that age"
                    " do not.",
                    "Give each age a label of its own, as says has words of its own: heads-up: and below it"
                    f" {young.age}: about Mum, and the age of the harder words with theirs.",
                    severity=Severity.WARNING,
                )
                break


def _find_labelled_item(telling: AgedTelling) -> Item | None:
    """Return what carries the label over a telling: the item itself, or the chapter around it."""
    around = (*telling.ancestors, telling.item)
    if any(isinstance(item, Question) for item in around):
        return None  # the question above it has named the topic already
    labelled = [item for item in around if item.heads_up is not None]
    return labelled[-1] if labelled and (labelled[-1] is telling.item or isinstance(labelled[-1], Chapter)) else None


TELLING_LABEL = Rule(
    id="label-tells-too-much",
    severity=Severity.WARNING,
    explain=(
        "Hard news stands behind a label (heads-up), and there is one label for all ages, though the words behind it"
        " differ."
        " It names to a young child what the words for that age keep for later: a child of six reads of prison on"
        " the door."
        " Also it puts a door before a mild sentence that needs none. Write heads-up as a map of ages, like says:"
        " the oldest"
        " that fits is shown, and an age without a label has no door."
    ),
    find=find_telling_labels,
    source="reader.md, hard news; design.md, heads-up as a map of ages",
)
