"""Passages: words and the picture that belongs to them, one to a board for the youngest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lsbook.pages.layout.components import (
    Component,
    Components,
    IllustratedText,
    MediaFigure,
    RunningText,
    ThematicBreak,
)
from lsbook.pages.layout.context import PICTURE_FIRST_LOOKS


def pair_text_with_pictures(components: Components, look: str, *, opening: bool = True) -> Components:
    """``flow`` with its words in passages; every other picture stands on the other side of its words.

    Where a passage is itself a board to turn, ``---`` begins one; in the other looks it is a rule.
    """
    pieces: list[Component] = []
    pictures = 0
    for piece in _iter_pairs(components):
        if isinstance(piece, ThematicBreak) and (look in PICTURE_FIRST_LOOKS or not pieces):
            continue
        if isinstance(piece, IllustratedText):
            dress = [piece.css_class] if piece.css_class else []
            if opening and not any(isinstance(one, IllustratedText) for one in pieces):
                dress += ["first"] if piece.css_class else ["first", "lead"]
            if piece.figure:
                pictures += 1
                dress += [] if pictures % 2 else ["flip"]
            pieces.append(replace(piece, css_class=" ".join(dress)))
        else:
            pieces.append(piece)
    return tuple(pieces)


def _iter_pairs(components: Components) -> Iterator[Component]:
    words: RunningText | None = None
    figure: MediaFigure | None = None
    for piece in (*components, None):
        photo = piece if isinstance(piece, MediaFigure) and piece.form == "photo" else None
        if isinstance(piece, RunningText) and words is None:
            words = piece
        elif photo and figure is None:
            figure = photo
        else:
            yield from _make_pair(words, figure)
            words, figure = (piece if isinstance(piece, RunningText) else None), photo
            if piece is not None and words is None and photo is None:
                yield piece
        if words and figure:
            yield from _make_pair(words, figure)
            words = figure = None


def _make_pair(text: RunningText | None, figure: MediaFigure | None) -> Iterator[Component]:
    if text:
        yield IllustratedText(text.html, figure, "headed" if text.has_heading else "")
    elif figure:
        yield figure
