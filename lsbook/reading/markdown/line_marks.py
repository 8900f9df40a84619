"""Marks that no keyboard makes, put into Markdown before it is parsed, so that every word of the result knows its line.

A mark stands where the words of a line end, and behind every ``[[`` and ``![`` in it: where it changes nothing of how
the line is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from lsbook.model.located_text import LocatedText, join_texts, place_text
from lsbook.model.problem import Location

_MARK = re.compile("\ue000([0-9]+)\ue001")
_REFERENCE_OPENS = re.compile(r"(\[\[|!\[)")
_WORD = re.compile(r"[^\W_]")
_LINK_ADDRESS = re.compile(r"[\s>*+.\d-]*\[[^\[\]]*\]: *(?:\S+ *(?:[\"'(].*)?)?\s*")
_LINK_TITLE = re.compile(r"\s*[\"'(].*[\"')]\s*")
_ATTACHED = re.compile(r"(?<=\\)#|[*_]+")
_BARE_LABEL = re.compile(r"[^:]*\]:\s*")


def mark_lines(text: LocatedText) -> str:
    """Return ``text`` with the number of its span behind the words of each span, and in its references."""
    starts = [span.start for span in text.spans]
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return "".join(
        _mark_piece(piece, number, pieces[number - 1] if number else "", "".join(pieces[number + 1 : number + 2]))
        for number, piece in enumerate(pieces)
    )


def _mark_piece(piece: str, number: int, before: str, behind: str) -> str:
    mark = f"\ue000{number}\ue001"
    end = _find_words_end(piece, behind)
    at_end = mark if _WORD.search(piece) and end and not _is_address(piece, before) else ""
    marked, rest = _REFERENCE_OPENS.sub(f"\\1{mark}", piece[:end]), _REFERENCE_OPENS.sub(f"\\1{mark}", piece[end:])
    return f"{marked}{at_end}{rest}"


def _is_address(piece: str, before: str) -> bool:
    """Return whether ``piece`` says where a link leads that stands elsewhere, or goes on with that of ``before``."""
    if _LINK_ADDRESS.fullmatch(piece):
        return True
    goes_on = _BARE_LABEL.fullmatch(before) is not None or _LINK_TITLE.fullmatch(piece) is not None
    return goes_on and _LINK_ADDRESS.fullmatch(before) is not None


def _find_words_end(piece: str, behind: str) -> int:
    """Return where a mark may stand in ``piece``, which ``behind`` follows; 0 where none may.

    That is before spaces that break a line, signs that close a heading, a star that stands alone, and whatever a link
    needs to go on in the next line.
    """
    words = piece.rstrip()
    bare = words.rstrip("#*_ \t")
    attached = _ATTACHED.match(words, len(bare))
    words = words[: attached.end() if attached else len(bare)]
    opening = words.rfind("](")
    if opening >= 0 and ")" not in words[opening:]:
        return opening
    if words.endswith("]") and behind.lstrip().startswith("["):
        label = words.rfind("[")
        return len(words) - 1 if label >= 0 and "]" not in words[max(0, label - 1) : -1] else 0
    return len(words)


class LineFinder:
    """Takes the words out of a parsed tree, in its order, each with its place."""

    def __init__(self, root: Element, locations: tuple[Location, ...]) -> None:
        self._locations = locations
        self._ahead = [number for text in _list_texts(root) for number in _find_numbers(text)]
        self._taken = 0

    def take(self, text: str | None, clean: Callable[[str], str] = str) -> LocatedText:
        """Return the words of ``text``, the next in the tree. ``clean`` changes what the parser has made of them."""
        numbers = _find_numbers(text or "")
        self._taken += len(numbers)
        following = [*numbers, self._find_next()]
        pieces = zip(_MARK.split(text or "")[::2], following, strict=True)
        return join_texts("", (part for piece, number in pieces for part in self._place(piece, number, clean)))

    def _find_next(self) -> int:
        """Return the number of the next mark, or of the last."""
        return self._ahead[min(self._taken, len(self._ahead) - 1)] if self._ahead else 0

    def _place(self, piece: str, number: int, clean: Callable[[str], str]) -> Iterator[LocatedText]:
        """Yield the lines of ``piece``, which stands before the mark ``number``: the others have lost their marks."""
        lines = piece.replace("\x02amp\x03", "&").split("\n")
        for back, line in zip(reversed(range(len(lines))), lines, strict=True):
            yield place_text(clean(f"{line}\n" if back else line), self._locations[max(0, number - back)])


def _find_numbers(text: str) -> list[int]:
    return [int(match[1]) for match in _MARK.finditer(text)]


def _list_texts(element: Element) -> Iterator[str]:
    """Yield everything in ``element`` that may hold a mark, in the order of the words."""
    yield from (element.get(name, "") for name in ("id", "alt", "src"))
    yield element.text or ""
    for child in element:
        yield from _list_texts(child)
        yield child.tail or ""
    yield from (element.get(name, "") for name in ("href", "title"))
