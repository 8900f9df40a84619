"""Marks that no keyboard makes, put into Markdown before it is parsed, so that every word of the result knows its line.

A mark stands within the last word of a line, and behind every ``[[`` and ``![`` in it: where it changes nothing of how
the line is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from lsbook.model.located_text import LocatedText, expand_tabs, get_spans, join_texts, place_text
from lsbook.model.problem import Location

_MARK = re.compile("\ue000([0-9]+)\ue001")
_REFERENCE_OPENS = re.compile(r"(\[\[|!\[)")
_ITEM_MARKS = re.compile(r"(?:[\s>#*+-]|[0-9]+\. )*")
_TITLE = r"(?:\".*\"|'.*'|\(.*\))"
_LINK_ADDRESS = re.compile(rf"[\s>*+.\d-]*\[[^\[\]]*\]: *(?:\S+ *{_TITLE}?)?\s*")
_LINK_TARGET = re.compile(rf"[\s>]*\S+ *{_TITLE}?\s*")
_LINK_TITLE = re.compile(rf"[\s>]*{_TITLE}\s*")
_LONGEST_ADDRESS = 2000
"""Characters. In a longer line the search for one could take minutes."""
_BARE_LABEL = re.compile(r"[^:]*\]:\s*")
_WORD_GOES_ON = re.compile(r"\w*")


def join_lines(lines: Iterable[tuple[Location, str]], tab_length: int) -> LocatedText:
    """Return ``lines`` as one text that knows where they stand, with spaces for tabs, which marks would shift."""
    placed = (line if get_spans(line) else place_text(line, at) for at, line in lines)
    return join_texts("\n", (expand_tabs(line, tab_length) for line in placed))


def mark_lines(text: LocatedText) -> str:
    """Return ``text`` with the number of its span in the last word of each span, and in its references."""
    pieces = _split_spans(text)
    addresses = _find_addresses(pieces)
    marked: list[str] = []
    for number, piece in enumerate(pieces):
        is_silent = _is_silent(pieces, addresses, number)
        at = None if is_silent else find_mark_position(piece, has_labels=any(addresses))
        marked.append(_mark_piece(piece, at, f"\ue000{number}\ue001"))
    return "".join(marked)


def _split_spans(text: LocatedText) -> list[str]:
    starts = [span.start for span in text.spans]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _find_addresses(pieces: list[str]) -> list[bool]:
    return [_is_address(piece, following) for piece, following in zip(pieces, [*pieces[1:], ""], strict=True)]


def _is_silent(pieces: list[str], addresses: list[bool], number: int) -> bool:
    """Return whether nothing of a piece stands in the result as words: it says where links lead."""
    is_behind = bool(number) and addresses[number - 1]
    return addresses[number] or (is_behind and _is_continued(pieces[number - 1], pieces[number]))


def _find_last_words(text: LocatedText) -> int:
    """Return the number of the last piece of ``text`` that has words."""
    pieces = _split_spans(text)
    addresses = _find_addresses(pieces)
    with_words = (at for at, piece in enumerate(pieces) if piece.strip() and not _is_silent(pieces, addresses, at))
    return max(with_words, default=0)


def _mark_piece(piece: str, at: int | None, mark: str) -> str:
    if at is None:
        return _REFERENCE_OPENS.sub(f"\\1{mark}", piece)
    return mark.join(_REFERENCE_OPENS.sub(f"\\1{mark}", part) for part in (piece[:at], piece[at:]))


def _is_address(piece: str, following: str) -> bool:
    """Return whether ``piece`` says where links by a label lead; a label alone does so by the line ``following``."""
    if len(piece) >= _LONGEST_ADDRESS or _LINK_ADDRESS.fullmatch(piece) is None:
        return False
    is_whole = _BARE_LABEL.fullmatch(piece) is None
    return is_whole or (len(following) < _LONGEST_ADDRESS and _LINK_TARGET.fullmatch(following) is not None)


def _is_continued(address: str, piece: str) -> bool:
    """Return whether ``piece`` goes on with the address of a link, or its title, that begins in the line before."""
    is_title = len(piece) < _LONGEST_ADDRESS and _LINK_TITLE.fullmatch(piece) is not None
    return is_title or _BARE_LABEL.fullmatch(address) is not None


def find_mark_position(piece: str, *, has_labels: bool = False) -> int | None:
    """Return where a mark may stand in ``piece``: before its last letter that follows a letter or a space.

    ``has_labels``: links may lead to addresses elsewhere by the words in their brackets, which must stay as they are.
    """
    for at in range(len(piece) - 1, _skip(_ITEM_MARKS, piece) - 1, -1):
        before = piece[at - 1 : at]
        if piece[at].isalnum() and (not before or before.isalnum() or before.isspace()):
            is_label = has_labels and piece.rfind("[", 0, at) > piece.rfind("]", 0, at)
            return None if is_label else at
    return None


class LineFinder:
    """Takes the words out of a parsed tree, in its order, each with its place."""

    def __init__(self, root: Element, text: LocatedText) -> None:
        self._text = text
        self._locations = tuple(span.at for span in text.spans)
        self._ahead = [number for text in _list_texts(root) for number in _find_numbers(text)]
        self._taken = 0

    def take(self, text: str | None, clean: Callable[[str], str] = str) -> LocatedText:
        """Return the words of ``text``, the next in the tree. ``clean`` changes what the parser has made of them."""
        first, *others = _MARK.split(text or "")
        numbers = list(map(int, others[::2]))
        self._taken += len(numbers)
        pieces = [first]
        for piece in others[1::2]:
            end = _skip(_WORD_GOES_ON, piece)  # to the end of the word, which is before the end of its line
            pieces[-1] += piece[:end]
            pieces.append(piece[end:])
        following = zip(pieces, [*numbers, self._find_next()], strict=True)
        return join_texts("", (part for piece, number in following for part in self._place(piece, number, clean)))

    def _find_next(self) -> int:
        """Return the number of the next mark, or of the last; where there is none, that of the last words."""
        if not self._ahead:
            return _find_last_words(self._text)
        return self._ahead[min(self._taken, len(self._ahead) - 1)]

    def _place(self, piece: str, number: int, clean: Callable[[str], str]) -> Iterator[LocatedText]:
        """Yield the lines of ``piece``, which stands before the mark ``number``: the others have lost their marks."""
        lines = piece.replace("\x02amp\x03", "&").split("\n")
        for back, line in zip(reversed(range(len(lines))), lines, strict=True):
            yield place_text(clean(f"{line}\n" if back else line), self._locations[max(0, number - back)])


def _skip(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


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
