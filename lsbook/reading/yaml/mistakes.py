"""What is wrong with one line of YAML, by how it is written: the usual slips, each in plain words."""

from __future__ import annotations

import re

from msgspec import Struct

from lsbook.model.rule_text import RuleText
from lsbook.reading.rules.entries import CUT_TEXT, YAML_SYNTAX

KEY_NAME = r"(?:[a-z][a-z-]*|[0-9]+(?:-easy)?)"
_INDENT = r"\s*(?:- +)*"
_KEY = rf"{_INDENT}{KEY_NAME}"
_BULLET = re.compile(rf"^(\s*)([•·‣◦▪●–—−*])\s*(?={KEY_NAME}:(?:\s|$))")
_ODD_SPACE = re.compile("^([ \t]*[^\\S \t\n]\\s*)(?=\\S)")
_NO_SPACE = re.compile(rf"^({_KEY}):(?=[^\s:/])")
_NO_SPACE_DASH = re.compile(r"^(\s*)-(?=[a-z][a-z-]*:\s)")
_QUOTED_KEY = re.compile(rf"^({_INDENT})([\"'])({KEY_NAME}):\s+(.*?)\2\s*$")
NO_COLON = re.compile(
    rf"^({_INDENT}(?:id|name|is|group|about|when|what|kind|file|shows|caption|people|photos?|from|until|ask|status|word"
    r"|means|says|source|age|born|title|part))(?:\s*[;=]|[.,](?=\s)|(?= )(?!.*:(?:\s|$)))\s*(?=\S)"
)
"""A key that has another sign behind it than a colon, or none."""
_VALUE = re.compile(rf"^({_KEY}:[ \t]+|\s*(?:- +)+)(\S.*?)\s*$")
_OPENERS = "@`%&*!|>{[]},#?\"'"


class Mistake(Struct, frozen=True):
    """One mistake, and its line as the parser can read it."""

    line: int
    """From 0."""
    what: str
    remedy: str
    corrected_line: str
    other_lines: tuple[tuple[int, str], ...] = ()
    """Lines that are corrected with it, by their numbers from 0."""
    orphan_line: int | None = None
    """A line below that the mistake has cut off from its text."""
    rule: RuleText = YAML_SYNTAX


def _find_mistake_at_start(number: int, line: str) -> Mistake | None:
    """Find what Word and web pages put at the start of a line, where a hyphen or plain spaces belong."""
    if match := _BULLET.match(line):
        return Mistake(
            number,
            f"This entry begins with {match[2]} in place of a hyphen.",
            'Begin each entry with a plain hyphen and one space: "- ".',
            f"{match[1]}- {line[match.end() :]}",
        )
    if match := _ODD_SPACE.match(line):
        return Mistake(
            number,
            "The spaces at the start of this line are not plain ones; programs like Word make such spaces.",
            "Delete them, and type the same number of spaces anew.",
            " " * len(match[1]) + line[match.end() :],
        )
    return None


def find_known_mistake(number: int, line: str, problem: str) -> Mistake | None:
    """Return what is wrong with ``line``, the ``number``-th from 0, of which the parser says ``problem``."""
    if at_start := _find_mistake_at_start(number, line):
        return at_start
    if match := _NO_SPACE.match(line):
        return Mistake(
            number,
            f'There is no space after the colon of "{match[1].lstrip(" -")}:".',
            "Put a space after the colon.",
            f"{match[1]}: {line[match.end() :]}",
        )
    if match := _NO_SPACE_DASH.match(line):
        return Mistake(
            number,
            "There is no space after the dash.",
            'Write "- " before the key.',
            f"{match[1]}- {line[match.end() :]}",
        )
    if match := NO_COLON.match(line):
        key = match[1].lstrip(" -")
        what = f'Behind the key "{key}" stands no colon.'
        return Mistake(number, what, f"Write {key}: and a space.", f"{match[1]}: {line[match.end() :]}")
    if match := _QUOTED_KEY.match(line):
        value = f"{match[2]}{match[4]}{match[2]}"
        what, remedy = "The quotes stand around the key, too.", f"Write {match[3]}: {value}"
        return Mistake(number, what, remedy, f"{match[1]}{match[3]}: {value}")
    if match := _VALUE.match(line):
        return _find_mistake_in_value(number, match[1], match[2], problem)
    if ": " in line.strip() or line.rstrip().endswith(":"):
        return Mistake(
            number,
            "A colon with a space after it stands inside a text, or this line stands too far in.",
            "Put the whole text into double quotes; or move the line out so that it stands below its neighbours.",
            "",
        )
    return None


def _find_mistake_in_value(number: int, head: str, value: str, problem: str) -> Mistake | None:
    quoted = head + _quote(value)
    if value.startswith("[[") and not value.startswith("[[]"):
        return Mistake(
            number, "A text that begins with [[ is read as a list.", "Put the whole text into double quotes.", quoted
        )
    if bracket := _find_mistake_in_list(number, head, value):
        return bracket
    if value[0] == "{" and "}" not in value:
        what = "This entry begins with a curly bracket, and none closes it."
        return Mistake(number, what, "Put } at its end.", f"{head}{value.rstrip()}}}")
    if value[0] in "\"'":
        return _find_mistake_in_quotes(number, value, quoted, problem)
    if (value[0] in _OPENERS and not (value[0] in "|>#" and len(value) < 3)) or (
        value.startswith("- ") and ":" in head
    ):
        return Mistake(
            number,
            f"A text that begins with {value[0]} has a meaning of its own here.",
            "Put the whole text into double quotes.",
            quoted,
        )
    if " #" in value:
        return Mistake(
            number,
            'Everything after " #" is cut off here.',
            "Put the whole text into double quotes.",
            quoted,
            rule=CUT_TEXT,
        )
    if ": " in value or value.endswith(":"):
        return Mistake(
            number,
            "A colon with a space after it stands inside a text.",
            f"Put the whole text into double quotes: {_quote(value)}",
            quoted,
        )
    return None


def _find_mistake_in_list(number: int, head: str, value: str) -> Mistake | None:
    if value[0] == "[" and "]" not in value and (match := re.fullmatch(r"(\[[\w., -]+?)\s*[)}]?", value)):
        what, remedy = "This list begins with a square bracket, and none closes it.", f"Write {match[1]}]"
        return Mistake(number, what, remedy, f"{head}{match[1]}]")
    if re.fullmatch(r"\[[\w., -]*,\s*,[\w., -]*\]", value):
        mended = re.sub(r",(\s*,)+", ",", value)
        return Mistake(number, "Two commas stand beside each other in this list.", f"Write {mended}", head + mended)
    return None


def _find_mistake_in_quotes(number: int, value: str, quoted: str, problem: str) -> Mistake | None:
    mark = "a double quote" if value[0] == '"' else "a single quote"
    if "end of stream" in problem:
        return Mistake(
            number, f"This text begins with {mark} that is never closed.", "Close it at the end of the text.", quoted
        )
    if value.count(value[0]) > 1 and not (len(value) > 1 and value.endswith(value[0]) and value.count(value[0]) == 2):
        return Mistake(
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
