"""Passages: words and the picture that belongs to them, one to a board for the youngest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lsbook.pages.layout.components import Figure, Flow, Passage, Piece, Running, Turned
from lsbook.pages.layout.context import BOARDS


def passages(flow: Flow, look: str, *, opening: bool = True) -> Flow:
    """``flow`` with its words in passages; every other picture stands on the other side of its words.

    Where a passage is itself a board to turn, ``---`` begins one; in the other looks it is a rule.
    """
    pieces: list[Piece] = []
    pictures = 0
    for piece in _paired(flow):
        if isinstance(piece, Turned) and (look in BOARDS or not pieces):
            continue
        if isinstance(piece, Passage):
            dress = [piece.dress] if piece.dress else []
            if opening and not any(isinstance(one, Passage) for one in pieces):
                dress += ["first"] if piece.dress else ["first", "lead"]
            if piece.figure:
                pictures += 1
                dress += [] if pictures % 2 else ["flip"]
            pieces.append(replace(piece, dress=" ".join(dress)))
        else:
            pieces.append(piece)
    return tuple(pieces)


def _paired(flow: Flow) -> Iterator[Piece]:
    words: Running | None = None
    figure: Figure | None = None
    for piece in (*flow, None):
        photo = piece if isinstance(piece, Figure) and piece.form == "photo" else None
        if isinstance(piece, Running) and words is None:
            words = piece
        elif photo and figure is None:
            figure = photo
        else:
            yield from _one(words, figure)
            words, figure = (piece if isinstance(piece, Running) else None), photo
            if piece is not None and words is None and photo is None:
                yield piece
        if words and figure:
            yield from _one(words, figure)
            words = figure = None


def _one(words: Running | None, figure: Figure | None) -> Iterator[Piece]:
    if words:
        yield Passage(words.html, figure, "headed" if words.headed else "")
    elif figure:
        yield figure
