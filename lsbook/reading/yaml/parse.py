"""From the text of a YAML file to its tree, with every slip in it said in plain words, not only the first.

The parser stops at its first error. So each error is explained, the line is mended for the eyes of the parser alone,
and the text is parsed again, until all is read. With a slip anywhere no book is made, so a mended line shows nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml

from lsbook.model.problem import Location
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.yaml.nodes import YamlNode, build_tree

_MAX_MISTAKES = 60

_INDENT = r"\s*(?:- +)*"
_KEY = rf"{_INDENT}(?:[a-z][a-z-]*|[0-9]+(?:-easy)?)"
_KEY_ONLY = re.compile(rf"^(\s*){_KEY.removeprefix(_INDENT)}:(?:\s|$)")
_BULLET = re.compile(rf"^(\s*)([•·‣◦▪●–—−*])\s*(?={_KEY.removeprefix(_INDENT)}:(?:\s|$))")
_ODD_SPACE = re.compile("^([ \t]*[^\\S \t\n]\\s*)(?=\\S)")
_NO_SPACE = re.compile(rf"^({_KEY}):(?=[^\s:/])")
_NO_SPACE_DASH = re.compile(r"^(\s*)-(?=[a-z][a-z-]*:\s)")
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
    """A line below that the slip has parted from its text."""


def read_tree(text: str, path: str, problems: ProblemCollector) -> YamlNode | None:
    """The tree of ``text``; ``None`` where it holds nothing or cannot be read at all."""
    lines = _replace_tabs(text.split("\n"), path, problems)
    mended: set[int] = set()
    for _ in range(_MAX_MISTAKES):
        try:
            return build_tree("\n".join(lines), path, problems)
        except yaml.MarkedYAMLError as error:
            slip = _explain_error(error, lines)
        except (yaml.YAMLError, ValueError):
            problems.add(
                Location(path), "lsbook cannot read this file as YAML.", "Compare it with the example child's."
            )
            return None
        at = Location(path, slip.line + 1)
        if slip.line in mended:  # mending it once has not helped: leave it out
            if not lines[slip.line]:
                return None
            problems.mark_unreadable(at)
            lines[slip.line] = ""
            continue
        mended.add(slip.line)
        problems.add(at, slip.what, slip.remedy)
        if not slip.corrected_line:
            problems.mark_unreadable(at)
        lines[slip.line] = slip.corrected_line
        if slip.orphan_line is not None:
            lines[slip.orphan_line] = ""
    return None


def _replace_tabs(lines: list[str], path: str, problems: ProblemCollector) -> list[str]:
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            problems.add(
                Location(path, number + 1),
                "This line begins with a tab.",
                "Use spaces in its place: as many as the lines beside it have.",
            )
            lines[number] = indent.replace("\t", "  ") + line.lstrip()
    return lines


def _explain_error(error: yaml.MarkedYAMLError, lines: list[str]) -> _Mistake:
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark is not None]
    at = min(marks[0] if marks else 0, len(lines) - 1)
    for line in dict.fromkeys([at, *_find_line_above(at, lines), *(mark for mark in marks if mark < len(lines))]):
        slip = _find_known_mistake(line, lines[line], str(error.problem))
        if slip:
            parted = line < at and " #" in lines[line]
            return replace(slip, orphan_line=at) if parted else slip
    while at > 0 and not lines[at].strip():
        at -= 1
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


def _find_column_above(at: int, lines: list[str]) -> int:
    """The number of characters before the key of the nearest line above that holds one."""
    for line in reversed(lines[:at]):
        if match := re.match(rf"(\s*(?:- +)*)(?={_KEY.removeprefix(_INDENT)}:)", line):
            return len(match[1])
    return 0


def _find_line_above(at: int, lines: list[str]) -> list[int]:
    above = [line for line in range(at - 1, -1, -1) if lines[line].strip()]
    return above[:1]


def _find_mistake_at_start(number: int, line: str) -> _Mistake | None:
    """What Word and web pages put at the start of a line, where a hyphen or plain spaces belong."""
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
            number, 'Everything after " #" is cut off here.', "Put the whole text into double quotes.", quoted
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
            'Use curly quotes (“ ” ’) inside the text, or write the whole text below a "|".',
            quoted,
        )
    return None


def _quote(value: str) -> str:
    bare = value.strip("\"'") if value[0] in "\"'" else value
    return '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"'
