"""Single values: a YAML text as words, as prose, as an age, as an id."""

from __future__ import annotations

import re

from lsbook.model.problem import Location
from lsbook.model.story_text import StoryPlain
from lsbook.reading.context import ReadContext
from lsbook.reading.markdown.prose import is_block_like, read_markdown
from lsbook.reading.yaml.nodes import Map, Scalar, YamlNode

_ID = re.compile(r"[a-z0-9-]+")
_AGE_KEY = re.compile(r"\d+(-easy)?")
_KEY_AS_TEXT = re.compile(r"\s*(?:- )?[a-z]+(-[a-z]+)*:(\s|$|[^\s/])")


def is_id(text: str) -> bool:
    """True for small letters a to z, numbers and hyphens."""
    return _ID.fullmatch(text) is not None


def is_age_map(node: Map) -> bool:
    """True where every key is an age, such as ``9`` or ``13-easy``."""
    return bool(node.pairs) and all(_AGE_KEY.fullmatch(key.value) for key, _ in node.pairs)


def is_yes_or_no(node: YamlNode | None) -> bool:
    """True for a bare ``yes``, ``no``, ``true`` or ``false``, where words are meant to stand."""
    return isinstance(node, Scalar) and node.value.strip(" “”").casefold() in {"yes", "no", "true", "false"}


def read_age(text: str) -> int | None:
    """A whole number from 0 to 120, or ``None``."""
    text = text.strip(" “”")
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) and int(text) <= 120 else None


def read_plain_text(node: Scalar, context: ReadContext) -> str:
    """The words of a scalar, on one line."""
    _check_plain_scalar(node, context)
    return " ".join(node.value.split())


def read_title(node: Scalar, context: ReadContext) -> str | None:
    """A title or a name. Names in brackets cannot stand in one."""
    text = read_plain_text(node, context)
    if "[[" in text or is_block_like(text):
        context.problems.add(node.at, "A title or name is plain words.", "Write the name itself in place of brackets.")
        return None
    return text or None


def read_prose(node: Scalar, context: ReadContext) -> tuple[StoryPlain, ...] | None:
    """Markdown in YAML. Blocks stand in chapters and letters only, so a line that looks like one is refused."""
    _check_plain_scalar(node, context)
    lines = _locate_lines(node, context)
    for at, line in lines:
        if is_block_like(line):
            context.problems.add(
                at,
                "A line that begins with colons stands in a YAML text, where no ::: block can stand.",
                "Put from-age, hold and the like as keys beside the text, or move the text to a chapter.",
            )
            return None
    return read_markdown(lines, context.find_file, context.problems) or None


def _locate_lines(node: Scalar, context: ReadContext) -> list[tuple[Location, str]]:
    """Each line of the value with its place. Folded texts lose their lines, so there a reference finds its own."""
    lines = node.value.split("\n")
    first = node.at.line + 1
    span = node.end[0] - first + 1
    if node.literal and len(lines) <= span + 1:
        return [(Location(node.at.path, first + number), line) for number, line in enumerate(lines)]
    return [(_locate_line(node, context, line), line) for line in lines]


def _locate_line(node: Scalar, context: ReadContext, line: str) -> Location:
    match = re.search(r"\[\[[^\]]*\]\]|!\[[^\]]*\]", line)
    if match:
        for number in range(node.at.line, node.end[0] + 1):
            if match[0] in context.problems.get_line(Location(node.at.path, number)):
                return Location(node.at.path, number)
    return node.at


def _check_plain_scalar(node: Scalar, context: ReadContext) -> None:
    """Complain where `` #`` has cut a sentence, and where a key has slipped into a text.

    A comment stands behind two spaces or more and begins with "# "; anything else behind plain words may have been
    meant as part of them.
    """
    if not node.plain:
        return
    rest = context.problems.get_raw_line(Location(node.at.path, node.end[0]))[node.end[1] :]
    comment = rest.lstrip()
    if comment.startswith("#") and (len(rest) - len(comment) < 2 or not re.match(r"#+(\s|$)", comment)):
        context.problems.add(
            Location(node.at.path, node.end[0]),
            'Everything after " #" would be cut from this text.',
            "Put the whole text into double quotes; if it is a remark of yours, put it on a line of its own.",
        )
    for number in range(node.at.line + 1, node.end[0] + 1):
        at = Location(node.at.path, number)
        if _KEY_AS_TEXT.match(context.problems.get_raw_line(at)):
            context.problems.add(
                at,
                "This line looks like a key, but stands so far in that it is part of the text above.",
                "Move it out, below the other keys, with a space after the colon; or put the text in double quotes.",
            )
