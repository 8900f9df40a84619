"""From the text of a YAML file to its tree, with every mistake in it explained in plain words, not only the first.

The parser stops at its first error. So each error is explained, the line is corrected for the eyes of the parser alone,
and the text is parsed again, until all is read. With a mistake anywhere no book is made, so a corrected line shows
nowhere.
"""

from __future__ import annotations

import re

import yaml
from msgspec.structs import replace

from lsbook.model.problem import Location
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import DUPLICATE_KEY, WRONG_VALUE, YAML_SYNTAX
from lsbook.reading.yaml.mistakes import KEY_NAME, Mistake, find_known_mistake
from lsbook.reading.yaml.nodes import YamlDocument, YamlTree, build_document, explain_missing_dash
from lsbook.reading.yaml.shifted import find_shifted_entry
from lsbook.reading.yaml.slips import find_slip

_MAX_MISTAKES = 60
_UNEXPLAINED = "lsbook cannot make out how this line belongs to the lines above it."

_ODD_SPACE_BEHIND = re.compile(rf"^(\s*(?:- +)*{KEY_NAME}:)[^\S \t\n]+(?=\S)")
_TEXT_AND_AGES = re.compile(rf"^(\s*(?:- +)*)({KEY_NAME}):\s+([^\s|>&*#\[{{\"'].*?)\s*$")
_AGE = re.compile(r"^(\s*)[0-9]+(?:-easy)?:\s")
_KEY_ONLY = re.compile(rf"^(\s*){KEY_NAME}:(?:\s|$)")


def read_tree(text: str, path: str) -> Parsed[YamlTree]:
    """Read the tree of ``text``; its root is ``None`` where the text holds nothing or cannot be read at all."""
    return _TreeReader(text, path).read()


class _TreeReader:
    """Parses a text again and again, each time with one more mistake corrected."""

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._source = tuple(text.split("\n"))
        self._lines = list(self._source)
        self._corrected: set[int] = set()
        self._told_lines: set[int] = set()
        """From 1: each is told of one mistake, and what it makes of the key in it is none."""
        self._unreadable_lines: set[int] = set()
        self._findings = Findings()

    def read(self) -> Parsed[YamlTree]:
        self._replace_odd_spaces()
        document = self._read_document()
        unreadable = document.unreadable_lines | self._unreadable_lines
        told_lines = frozenset(self._told_lines)
        return self._findings.wrap(YamlTree(self._path, self._source, document.root, unreadable, told_lines))

    def _read_document(self) -> YamlDocument:
        for _ in range(_MAX_MISTAKES):
            try:
                return self._findings.take(build_document("\n".join(self._lines), self._path))
            except yaml.MarkedYAMLError as error:
                mistake = _explain_error(error, self._lines)
            except (yaml.YAMLError, ValueError):
                what, remedy = "lsbook cannot read this file as YAML.", "Compare it with the example child's."
                self._findings.add(Location(self._path), what, remedy, rule=YAML_SYNTAX)
                break
            if mistake.what == _UNEXPLAINED and not self._is_first_of_its_kind(mistake):
                break  # what comes behind it is but what follows from it
            if not self._correct(mistake):
                break
        return YamlDocument(None)

    def _is_first_of_its_kind(self, mistake: Mistake) -> bool:
        return mistake.line in self._corrected or not any(
            problem.what == _UNEXPLAINED for problem in self._findings.wrap(None).problems
        )

    def _correct(self, mistake: Mistake) -> bool:
        """Correct a line for the eyes of the parser. False where nothing is left to be tried."""
        if mistake.line in self._corrected:  # that has not helped: leave the line out
            is_left = bool(self._lines[mistake.line])
            self._unreadable_lines |= {mistake.line + 1} if is_left else set()
            self._lines[mistake.line] = ""
            return is_left
        self._corrected.add(mistake.line)
        if mistake.line + 1 not in self._told_lines:
            self._told_lines.add(mistake.line + 1)
            self._findings.add(Location(self._path, mistake.line + 1), mistake.what, mistake.remedy, rule=mistake.rule)
        if not mistake.corrected_line:
            self._unreadable_lines.add(mistake.line + 1)
        for number, line in ((mistake.line, mistake.corrected_line), *mistake.other_lines):
            self._lines[number] = line
        if mistake.orphan_line is not None:
            self._lines[mistake.orphan_line] = ""
        return True

    def _replace_odd_spaces(self) -> None:
        """Replace tabs at the start of a line, and what programs like Word put behind a colon."""
        for number, line in enumerate(self._lines):
            indent = line[: len(line) - len(line.lstrip())]
            if "\t" in indent and line.strip():
                remedy = "Use spaces in its place: as many as the lines beside it have."
                self._tell(number, "This line begins with a tab.", remedy)
                self._lines[number] = indent.replace("\t", "  ") + line.lstrip()
            elif match := _ODD_SPACE_BEHIND.match(line):
                what = "The space behind the colon is not a plain one; programs like Word make such spaces."
                self._tell(number, what, "Delete it, and type a space anew.")
                self._lines[number] = f"{match[1]} {line[match.end() :]}"

    def _tell(self, number: int, what: str, remedy: str) -> None:
        self._told_lines.add(number + 1)
        self._findings.add(Location(self._path, number + 1), what, remedy, rule=YAML_SYNTAX)


def _explain_error(error: yaml.MarkedYAMLError, lines: list[str]) -> Mistake:
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark is not None]
    at = min(marks[0] if marks else 0, len(lines) - 1)
    if cause := (_find_missing_dash(at, lines) or find_shifted_entry(at, lines) or _find_text_and_ages(at, lines)):
        return cause
    if slip := find_slip(at, lines):
        return Mistake(*slip)
    opening = error.context_mark if "flow" in str(error.context) else None  # of a bracket that nothing closes
    nearest = [*([opening.line] if opening else []), at, *_find_line_above(at, lines), *marks]
    for line in dict.fromkeys(line for line in nearest if line < len(lines)):
        mistake = find_known_mistake(line, lines[line], str(error.problem))
        if mistake:
            is_cut_off = line < at and " #" in lines[line]
            return replace(mistake, orphan_line=at) if is_cut_off else mistake
    while at > 0 and not lines[at].strip():
        at -= 1
    if dash := _find_missing_dash(at, lines):
        return dash
    if (match := _KEY_ONLY.match(lines[at])) and (above := _find_column_above(at, lines)) != len(match[1]):
        return Mistake(
            at,
            "This key does not stand exactly below the key above it.",
            f"Put {above} spaces at the start of the line, or as many as the lines beside it have.",
            " " * above + lines[at].lstrip(),
        )
    return Mistake(
        at,
        _UNEXPLAINED,
        "Check the spaces at its start (keys of one entry stand exactly below each other, and each entry begins"
        ' with "- "), and put texts that hold a colon into double quotes.',
        "",
    )


def _find_missing_dash(at: int, lines: list[str]) -> Mistake | None:
    """Return the mistake where an entry of the list begins at the start of a line, without its dash."""
    first = next((match[1] for line in lines if (match := re.match(r"- ([a-z][a-z-]*):", line))), None)
    key = re.match(r"([a-z][a-z-]*):(?:\s|$)", lines[at])
    if first is None or key is None or key[1] != first:
        return None
    return Mistake(at, *explain_missing_dash(first), f"- {lines[at]}", rule=DUPLICATE_KEY)


def _find_text_and_ages(at: int, lines: list[str]) -> Mistake | None:
    """Return the mistake where a key has a text behind it, and ages below."""
    age = _AGE.match(lines[at])
    above = next(iter(_find_line_above(at, lines)), at)
    match = _TEXT_AND_AGES.match(lines[above]) if age else None
    if age is None or match is None or len(age[1]) <= len(match[1]) or _AGE.match(lines[above]):
        return None
    what = f'"{match[2]}" has a text behind it, and ages below.'
    remedy = f"Put that text below, too, at the age from which it is told: 0: {match[3]}"
    return Mistake(above, what, remedy, f"{match[1]}{match[2]}:", rule=WRONG_VALUE)


def _find_column_above(at: int, lines: list[str]) -> int:
    """Return the number of characters before the key of the nearest line above that holds one."""
    for line in reversed(lines[:at]):
        if match := re.match(rf"(\s*(?:- +)*)(?={KEY_NAME}:)", line):
            return len(match[1])
    return 0


def _find_line_above(at: int, lines: list[str]) -> list[int]:
    above = [line for line in range(at - 1, -1, -1) if lines[line].strip()]
    return above[:1]
