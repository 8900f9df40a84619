"""Looking through all that remains, in every file and every encoding, for the names of what is the child's own."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import yaml

from lsbook.archive.private import PrivateMatch, PrivateNames, fold
from lsbook.archive.private.names import PrivateTerm
from lsbook.archive.search.containers import HEAD, UnreadableContainer, unpack_parts
from lsbook.archive.search.decoding import (
    ENCODINGS,
    MIN_CERTAIN_LENGTH,
    MIN_RUN_LENGTH,
    decode_all_ways,
    decode_base64_parts,
    decode_plain_text,
)
from lsbook.archive.search.pictures import read_hidden_text
from lsbook.files.package import PackageFile
from lsbook.model.problem import Location, Problem
from lsbook.model.rules.archives import PRIVATE_STAYS

_WHOLE = 16 * 1024 * 1024
"""Bytes that are read at once; what is longer comes piece by piece."""
_CHUNK, _OVERLAP = 4 * 1024 * 1024, 4096
_DEEPEST = 4
"""Zips in zips, and what e-mails carry, are opened so far."""
_MOST = 20
"""Places that are listed of one file."""
_WINDOW, _MOST_WINDOWS = 4096, 1000
"""Bytes around letters of a name that are read as text, and how many such places of one piece."""
_NEAR = 64
_PAGES = "work/"
_ROW_BEFORE, _ROW_BEHIND = re.compile(rb"[ -~\n\t]*$"), re.compile(rb"[ -~\n\t]*")
_LONGEST_LINE = 160
_KEEP = "or choose --only-me keep, with the child."
_REMEDY = (
    "Take it out there, or move the file out of the story; {keep} Where somebody or something else is meant, write in "
    "story.yaml: not-them: {{words: '{words}', reason: …}}"
)


class Search:
    """What is looked for: names, and ``sentences`` of the child's own, each on one line and in small letters.

    ``ids`` are those of what is the child's own: in YAML of the worker's pages they are values by themselves.
    """

    def __init__(self, names: PrivateNames, sentences: tuple[str, ...] = (), ids: frozenset[str] = frozenset()) -> None:
        self.names = names
        self._ids = ids
        self._sentences = sentences
        self._patterns = _make_patterns(names.terms)
        self._encodings = tuple(_select_encodings(names.terms))

    def search_pieces(self, pieces: Iterable[PackageFile]) -> Iterator[Problem]:
        """A problem for each place in ``pieces`` that holds any of it, and for what cannot be looked into."""
        if not self.names and not self._sentences:
            return
        for piece in pieces:
            yield from self._check_path(piece)
            log = _FindingLog(piece.path)
            try:
                self._search_file(piece.source, log)
            except UnreadableContainer as shut:
                what = f"lsbook cannot look into this file, which may name what is only-me: {shut}."
                remedy = f"Unpack or unlock it, or move it out of the story; {_KEEP}"
                yield Problem(Location(piece.path), what, remedy, rule=PRIVATE_STAYS.id)
            yield from log.make_problems()

    def _check_path(self, piece: PackageFile) -> Iterator[Problem]:
        for finding in self.names.find_in(fold(piece.path)):
            what = f'The name of this file, or of its folder, says "{finding.text}", and {finding.whose} is only-me.'
            yield Problem(
                Location(piece.path),
                what,
                f"Rename it, wherever the story names it too. {format_remedy(finding)}",
                rule=PRIVATE_STAYS.id,
            )
            return

    def _search_file(self, file: Path, log: _FindingLog) -> None:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            opened.seek(0)
            if file.stat().st_size <= _WHOLE:
                self._search_bytes(opened.read(), log, 0)
                return
            self._search_parts(file, head, log, 0)
            self._search_picture(file, log)
            for chunk in _read_chunks(opened):
                self._search_text(chunk, log, has_lines=False)

    def _search_bytes(self, data: bytes, log: _FindingLog, depth: int) -> None:
        self._search_parts(data, data[:HEAD], log, depth)
        text = decode_plain_text(data)
        if text is None:
            self._search_picture(data, log)
        elif log.path.startswith(_PAGES) and log.path.casefold().endswith((".yaml", ".yml")):
            log.add_all(self._find_ids(text), text)
        self._search_text(data, log, has_lines=depth == 0)
        if text is not None and depth < _DEEPEST:
            for inner in decode_base64_parts(text):
                self._search_bytes(inner, log, depth + 1)

    def _find_ids(self, text: str) -> Iterator[PrivateMatch]:
        """Ids that stand by themselves as values of YAML, whatever else such a word means."""
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        with contextlib.suppress(yaml.YAMLError):
            for token in yaml.scan(text, Loader=yaml.SafeLoader):
                if isinstance(token, yaml.ScalarToken) and token.value in self._ids:
                    start = starts[token.start_mark.line] + token.start_mark.column
                    yield PrivateMatch(start, start + len(token.value), token.value, token.value)

    def _search_parts(self, source: Path | bytes, head: bytes, log: _FindingLog, depth: int) -> None:
        for name, content in unpack_parts(source, head):
            if depth == _DEEPEST:
                raise UnreadableContainer("its parts hold parts again and again")
            log.add_all(self.names.find_in(fold(name), log.path))
            self._search_bytes(content, log, depth + 1)

    def _search_text(self, data: bytes, log: _FindingLog, *, has_lines: bool) -> None:
        if decode_plain_text(data) is None:
            for window in self._find_windows(data):
                self._search_decodings(window, log, has_lines=False)
        else:
            self._search_decodings(data, log, has_lines=has_lines)

    def _search_decodings(self, data: bytes, log: _FindingLog, *, has_lines: bool) -> None:
        for reading in decode_all_ways(data, self._encodings):
            folded = fold(reading.text)
            hits = list(self.names.find_in(folded, log.path, reading.min_length))
            log.add_all(hits, folded if has_lines and reading.as_is else "")
            if self._sentences and not log.has_sentence:
                held = normalize_text(reading.text)
                log.has_sentence = any(words in held for words in self._sentences)

    def _find_windows(self, data: bytes) -> Iterator[bytes]:
        """The parts of what is no text in which letters of a name stand: to read all of a film would take hours."""
        small = data.lower()
        for pattern in self._patterns:
            at, seen = small.find(pattern), 0
            while at >= 0 and seen < _MOST_WINDOWS:
                step = len(pattern)
                if len(pattern.replace(b"\0", b"")) >= MIN_CERTAIN_LENGTH or _is_in_run(data, at, at + step):
                    yield data[max(0, at - _WINDOW) : at + _WINDOW]
                    seen, step = seen + 1, _WINDOW // 2
                at = small.find(pattern, at + step)

    def _search_picture(self, source: Path | bytes, log: _FindingLog) -> None:
        for words in read_hidden_text(source):
            log.add_all(self.names.find_in(fold(words), log.path))


class _FindingLog:
    """What was found in the file ``path``: on a line, or, where the file has none that one can see, anywhere in it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.has_sentence = False
        self._by_line: dict[int, tuple[PrivateMatch, str]] = {}
        self._words: set[str] = set()

    def add_all(self, findings: Iterable[PrivateMatch], text: str = "") -> None:
        """``text``: the whole file as an editor shows it, where the findings stand in that."""
        for finding in findings:
            if not text and finding.text.casefold() in self._words:
                continue  # it is known from a line, or from another way of reading the same
            self._words.add(finding.text.casefold())
            line = text.count("\n", 0, finding.start) + 1 if text else 0
            self._by_line.setdefault(line, (finding, _get_line(text, finding.start)))

    def make_problems(self) -> Iterator[Problem]:
        """One for each line, or for the file."""
        for line, (finding, source) in sorted(self._by_line.items())[:_MOST]:
            what = f'This says "{finding.text}", which names {finding.whose}: that is only-me, and would stay here.'
            yield Problem(Location(self.path, line), what, format_remedy(finding), source, rule=PRIVATE_STAYS.id)
        if len(self._by_line) > _MOST:
            what = f"There are {len(self._by_line) - _MOST} more lines of that kind in this file."
            yield Problem(Location(self.path), what, "Look through the whole file.", rule=PRIVATE_STAYS.id)
        if self.has_sentence:
            what = "This file repeats words of the story that are only-me, and lsbook cannot cut them out of it."
            remedy = f"Take them out of it, or move it out of the story; {_KEEP}"
            yield Problem(Location(self.path), what, remedy, rule=PRIVATE_STAYS.id)


def format_remedy(finding: PrivateMatch) -> str:
    """What a worker may do about it."""
    return _REMEDY.format(keep=_KEEP, words=finding.text.replace("'", "’"))


def normalize_text(text: str) -> str:
    """``text`` as it is compared, however its lines are broken."""
    return " ".join(text.split()).casefold()


def _get_line(text: str, start: int) -> str:
    line = text[text.rfind("\n", 0, start) + 1 :].split("\n", 1)[0].strip()
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …"


def _read_chunks(file: IO[bytes]) -> Iterator[bytes]:
    """The whole of a long file, each piece beginning with the end of the one before."""
    last = b""
    while piece := file.read(_CHUNK):
        yield last + piece
        last = piece[-_OVERLAP:]


def _is_in_run(data: bytes, start: int, end: int) -> bool:
    """Whether the bytes from ``start`` to ``end`` stand in a row of letters and signs too long to be chance."""
    before, behind = (
        part.replace(b"\0", b"") for part in (data[max(0, start - _NEAR) : start], data[end : end + _NEAR])
    )
    last, first = _ROW_BEFORE.search(before), _ROW_BEHIND.match(behind)
    return len(last[0] if last else b"") + len(first[0] if first else b"") + end - start >= MIN_RUN_LENGTH


def _make_patterns(terms: Iterable[PrivateTerm]) -> tuple[bytes, ...]:
    """The longest word of each name as bytes in small letters, in every encoding; none that another stands in."""
    patterns = set()
    for word in {form for term in terms for bare in term.raw_words for form in (bare, bare.upper(), fold(bare))}:
        for encoding in ("utf-8", *(() if word.isascii() else ENCODINGS), "utf-16-le"):
            with contextlib.suppress(UnicodeEncodeError):
                patterns.add(word.encode(encoding).lower().strip(b"\0"))
        patterns.add(word.encode("utf-16-be").lower().strip(b"\0"))
    return tuple(own for own in sorted(patterns) if not any(other != own and other in own for other in patterns))


def _select_encodings(terms: tuple[PrivateTerm, ...]) -> Iterator[str]:
    """Those in which a name with letters beyond A to Z is written in its own way."""
    marked = [form for term in terms for word in term.raw_words if not word.isascii() for form in (word, word.upper())]
    seen = set()
    for encoding in ENCODINGS:
        written = tuple(word.encode(encoding, "replace") for word in marked)
        if marked and written not in seen and not all(b"?" in word for word in written):
            seen.add(written)
            yield encoding
