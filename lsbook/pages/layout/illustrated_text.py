"""Words beside the picture that belongs to them, one to a board for the youngest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from lsbook.model.vocabulary import PageLook
from lsbook.pages.language.rich_text import LINE_BREAK, NO_TEXT
from lsbook.pages.layout.components import (
    AccountSides,
    Component,
    Components,
    FigureStyle,
    IllustratedText,
    MediaFigure,
    RunningText,
    ThematicBreak,
)
from lsbook.pages.layout.context import PICTURE_FIRST_LOOKS

SHORTEST_WITH_CAPITAL = 200
"""Letters of a first paragraph that can begin with a large one: more than three lines beside it."""


def pair_text_with_pictures(components: Components, look: PageLook, *, opening: bool = True) -> Components:
    """``components`` with their words in passages; every other picture stands on the other side of its words.

    Where a passage is itself a board to turn, ``---`` begins one; in the other looks it is a rule.
    """
    paired: list[Component] = []
    pictures = 0
    for component in _iter_pairs(components):
        if isinstance(component, ThematicBreak) and (look in PICTURE_FIRST_LOOKS or not paired):
            continue
        if isinstance(component, IllustratedText):
            classes = [component.css_class] if component.css_class else []
            if opening and not any(isinstance(earlier, IllustratedText) for earlier in paired):
                classes += ["first"] if component.css_class else ["first", "lead"]
                classes += ["capital"] if look is PageLook.FROM_18 and _has_long_beginning(component) else []
            if component.figure:
                pictures += 1
                classes += [] if pictures % 2 else ["flip"]
            paired.append(replace(component, css_class=" ".join(classes)))
        else:
            paired.append(component)
    return tuple(paired)


def _has_long_beginning(component: IllustratedText) -> bool:
    """Whether the first paragraph has room beside a letter that is three lines deep."""
    first = next(filter(str.strip, component.html.text.split(LINE_BREAK)), "")
    return not component.css_class and len(" ".join(first.split())) > SHORTEST_WITH_CAPITAL


def merge_running_text(components: Iterable[Component]) -> Iterator[Component]:
    """Paragraphs that follow each other become one component; a heading begins another, or is that of accounts."""
    waiting: RunningText | None = None
    for component in components:
        if isinstance(component, AccountSides) and waiting and waiting.heading:
            yield replace(component, head=waiting.heading)
            waiting = None
        elif not isinstance(component, RunningText):
            if waiting:
                yield waiting
            waiting = None
            yield component
        elif waiting is None or component.has_heading:
            if waiting:
                yield waiting
            waiting = component
        else:
            waiting = replace(waiting, html=waiting.html + component.html, heading=NO_TEXT)
    if waiting:
        yield waiting


def _iter_pairs(components: Components) -> Iterator[Component]:
    words: RunningText | None = None
    figure: MediaFigure | None = None
    for component in (*components, None):
        photo = component if isinstance(component, MediaFigure) and component.style is FigureStyle.PHOTO else None
        if isinstance(component, RunningText) and words is None:
            words = component
        elif photo and figure is None:
            figure = photo
        else:
            yield from _make_pair(words, figure)
            words, figure = (component if isinstance(component, RunningText) else None), photo
            if component is not None and words is None and photo is None:
                yield component
        if words and figure:
            yield from _make_pair(words, figure)
            words = figure = None


def _make_pair(text: RunningText | None, figure: MediaFigure | None) -> Iterator[Component]:
    if text:
        yield IllustratedText(text.html, figure, "headed" if text.has_heading else "")
    elif figure:
        yield figure
