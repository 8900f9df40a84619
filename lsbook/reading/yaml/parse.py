"""From the text of a YAML file to its tree, with every mistake in it explained in plain words, not only the first.

The parser stops at its first error. So each error is explained, the line is corrected for the eyes of the parser alone,
and the text is parsed again, until all is read. With a mistake anywhere no book is made, so a corrected line shows
nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml

from lsbook.model.problem import Location
from lsbook.model.rule_text import RuleText
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import CUT_TEXT, DUPLICATE_KEY, YAML_SYNTAX
from lsbook.reading.yaml.nodes import YamlDocument, YamlTree, build_document, explain_missing_dash
from lsbook.reading.yaml.slips import find_slip

_MAX_MISTAKES = 60

_INDENT = r"\s*(?:- +)*"
_KEY = rf"{_INDENT}(?:[a-z][a-z-]*|[0-9]+(?:-easy)?)"
_KEY_ONLY = re.compile(rf"^(\s*){_KEY.removeprefix(_INDENT)}:(?:\s|$)")
_BULLET = re.compile(rf"^(\s*)([•·‣◦▪●–—−*])\s*(?={_KEY.removeprefix(_INDENT)}:(?:\s|$))")
_ODD_SPACE = re.compile("^([ \t]*[^\\S \t\n]\\s*)(?=\\S)")
_NO_SPACE = re.compile(rf"^({_KEY}):(?=[^\s:/])")
_NO_SPACE_DASH = re.compile(r"^(\s*)-(?=[a-z][a-z-]*:\s)")
_NO_COLON = re.compile(
    rf"^({_INDENT}(?:id|name|is|group|about|when|what|kind|file|shows|caption|people|photos?|from|until|ask|status|word"
    r"|means|says|source|age|born|title|part))(?:\s*[;=]|(?= )(?!.*:(?:\s|$)))\s*(?=\S)"
)
"""A key that has another sign behind it than a colon, or none."""
_VALUE = re.compile(rf"^({_KEY}:[ \t]+|\s*(?:- +)+)(\S.*?)\s*$")
_OPENERS = "@`%&*!|>{[]},#?\"'"


@dataclass(frozen=True)
class _Mistake:
    line: int
    """From 0."""
    what: str
    remedy: str
    corrected_line: str
    orphan_line: int | None = None
    """A line below that the mistake has cut off from its text."""
    rule: RuleText = YAML_SYNTAX


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
        self._replace_tabs()
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
            if not self._correct(mistake):
                break
        return YamlDocument(None)

    def _correct(self, mistake: _Mistake) -> bool:
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
        self._lines[mistake.line] = mistake.corrected_line
        if mistake.orphan_line is not None:
            self._lines[mistake.orphan_line] = ""
        return True

    def _replace_tabs(self) -> None:
        for number, line in enumerate(self._lines):
            indent = line[: len(line) - len(line.lstrip())]
            if "\t" in indent and line.strip():
                self._told_lines.add(number + 1)
                self._findings.add(
                    Location(self._path, number + 1),
                    "This line begins with a tab.",
                    "Use spaces in its place: as many as the lines beside it have.",
                    rule=YAML_SYNTAX,
                )
                self._lines[number] = indent.replace("\t", "  ") + line.lstrip()


def _explain_error(error: yaml.MarkedYAMLError, lines: list[str]) -> _Mistake:
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark is not None]
    at = min(marks[0] if marks else 0, len(lines) - 1)
    if dash := _find_missing_dash(at, lines):
        return dash
    if slip := find_slip(at, lines):
        return _Mistake(*slip)
    opening = error.context_mark if "flow" in str(error.context) else None  # of a bracket that nothing closes
    nearest = [*([opening.line] if opening else []), at, *_find_line_above(at, lines), *marks]
    for line in dict.fromkeys(line for line in nearest if line < len(lines)):
        mistake = _find_known_mistake(line, lines[line], str(error.problem))
        if mistake:
            is_cut_off = line < at and " #" in lines[line]
            return replace(mistake, orphan_line=at) if is_cut_off else mistake
    while at > 0 and not lines[at].strip():
        at -= 1
    if dash := _find_missing_dash(at, lines):
        return dash
    if (match := _KEY_ONLY.match(lines[at])) and (above := _find_column_above(at, lines)) != len(match[1]):
        return _Mistake(
            at,
            "This key does not stand exactly below the key above it.",
            f"Put {above} spaces at the start of the line, or as many as the lines beside it have.",
            " " * above + lines[at].lstrip(),
        )
    return _Mistake(
        at,
        "lsbook cannot make out how this line belongs to the lines above it.",
        "Check the spaces at its start (keys of one entry stand exactly below each other, and each entry begins"
        ' with "- "), and put texts that hold a colon into double quotes.',
        "",
    )


def _find_missing_dash(at: int, lines: list[str]) -> _Mistake | None:
    """Return the mistake where an entry of the list begins at the start of a line, without its dash."""
    first = next((match[1] for line in lines if (match := re.match(r"- ([a-z][a-z-]*):", line))), None)
    key = re.match(r"([a-z][a-z-]*):(?:\s|$)", lines[at])
    if first is None or key is None or key[1] != first:
        return None
    return _Mistake(at, *explain_missing_dash(first), f"- {lines[at]}", rule=DUPLICATE_KEY)


def _find_column_above(at: int, lines: list[str]) -> int:
    """Return the number of characters before the key of the nearest line above that holds one."""
    for line in reversed(lines[:at]):
        if match := re.match(rf"(\s*(?:- +)*)(?={_KEY.removeprefix(_INDENT)}:)", line):
            return len(match[1])
    return 0


def _find_line_above(at: int, lines: list[str]) -> list[int]:
    above = [line for line in range(at - 1, -1, -1) if lines[line].strip()]
    return above[:1]


def _find_mistake_at_start(number: int, line: str) -> _Mistake | None:
    """Find what Word and web pages put at the start of a line, where a hyphen or plain spaces belong."""
    if match := _BULLET.match(line):
        return _Mistake(
            number,
            f"This entry begins with {match[2]} in place of a hyphen.",
            'Begin each entry with a plain hyphen and one space: "- ".',
            f"{match[1]}- {line[match.end() :]}",
        )
    if match := _ODD_SPACE.match(line):
        return _Mistake(
            number,
            "The spaces at the start of this line are not plain ones; programs like Word make such spaces.",
            "Delete them, and type the same number of spaces anew.",
            " " * len(match[1]) + line[match.end() :],
        )
    return None


def _find_known_mistake(number: int, line: str, problem: str) -> _Mistake | None:
    if at_start := _find_mistake_at_start(number, line):
        return at_start
    if match := _NO_SPACE.match(line):
        return _Mistake(
            number,
            f'There is no space after the colon of "{match[1].lstrip(" -")}:".',
            "Put a space after the colon.",
            f"{match[1]}: {line[match.end() :]}",
        )
    if match := _NO_SPACE_DASH.match(line):
        return _Mistake(
            number,
            "There is no space after the dash.",
            'Write "- " before the key.',
            f"{match[1]}- {line[match.end() :]}",
        )
    if match := _NO_COLON.match(line):
        key = match[1].lstrip(" -")
        what = f'Behind the key "{key}" stands no colon.'
        return _Mistake(number, what, f"Write {key}: and a space.", f"{match[1]}: {line[match.end() :]}")
    if match := _VALUE.match(line):
        return _find_mistake_in_value(number, match[1], match[2], problem)
    if ": " in line.strip() or line.rstrip().endswith(":"):
        return _Mistake(
            number,
            "A colon with a space after it stands inside a text, or this line stands too far in.",
            "Put the whole text into double quotes; or move the line out so that it stands below its neighbours.",
            "",
        )
    return None


def _find_mistake_in_value(number: int, head: str, value: str, problem: str) -> _Mistake | None:
    quoted = head + _quote(value)
    if value.startswith("[[") and not value.startswith("[[]"):
        return _Mistake(
            number, "A text that begins with [[ is read as a list.", "Put the whole text into double quotes.", quoted
        )
    if value[0] == "[" and "]" not in value and re.fullmatch(r"\[[\w., -]+", value):
        what, remedy = "This list begins with a square bracket, and none closes it.", f"Write {value.rstrip()}]"
        return _Mistake(number, what, remedy, f"{head}{value.rstrip()}]")
    if value[0] == "{" and "}" not in value:
        what = "This entry begins with a curly bracket, and none closes it."
        return _Mistake(number, what, "Put } at its end.", f"{head}{value.rstrip()}}}")
    if value[0] in "\"'":
        return _find_mistake_in_quotes(number, value, quoted, problem)
    if (value[0] in _OPENERS and not (value[0] in "|>#" and len(value) < 3)) or (
        value.startswith("- ") and ":" in head
    ):
        return _Mistake(
            number,
            f"A text that begins with {value[0]} has a meaning of its own here.",
            "Put the whole text into double quotes.",
            quoted,
        )
    if " #" in value:
        return _Mistake(
            number,
            'Everything after " #" is cut off here.',
            "Put the whole text into double quotes.",
            quoted,
            rule=CUT_TEXT,
        )
    if ": " in value or value.endswith(":"):
        return _Mistake(
            number,
            "A colon with a space after it stands inside a text.",
            f"Put the whole text into double quotes: {_quote(value)}",
            quoted,
        )
    return None


def _find_mistake_in_quotes(number: int, value: str, quoted: str, problem: str) -> _Mistake | None:
    mark = "a double quote" if value[0] == '"' else "a single quote"
    if "end of stream" in problem:
        return _Mistake(
            number, f"This text begins with {mark} that is never closed.", "Close it at the end of the text.", quoted
        )
    if value.count(value[0]) > 1 and not (len(value) > 1 and value.endswith(value[0]) and value.count(value[0]) == 2):
        return _Mistake(
            number,
            f"This text stands in quotes and holds {mark} of its own, which ends it too early.",
            _advise_on_quotes(value),
            quoted,
        )
    return None


def _advise_on_quotes(value: str) -> str:
    """Return what to do about a text in quotes that holds the same sign: for an apostrophe, the other quotes."""
    if value[0] == "'" and '"' not in value:
        return f"Use double quotes around the text: {_quote(value)}"
    return 'Use curly quotes (“ ” ’) inside the text, or write the whole text below a "|".'


def _quote(value: str) -> str:
    bare = value.strip("\"'") if value[0] in "\"'" else value
    return '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"'
