"""Single values: a YAML text as words, as prose, as an age, as an id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lsbook.model.located_text import collapse_spaces, find_location, split_lines
from lsbook.model.problem import Location, Problem
from lsbook.model.story_text import StoryPlain
from lsbook.reading.markdown.block_like import is_block_like
from lsbook.reading.markdown.read_prose import FindFile, read_markdown
from lsbook.reading.parsed import Parsed
from lsbook.reading.rules.entries import CUT_TEXT, KEY_IN_TEXT
from lsbook.reading.rules.texts import BLOCK_IN_YAML, TITLE_NOT_PLAIN
from lsbook.reading.yaml.locate_text import locate_text
from lsbook.reading.yaml.nodes import Map, Scalar, YamlNode, YamlTree

_ID = re.compile(r"[a-z0-9-]+")
_AGE_KEY = re.compile(r"\d+(-easy)?")
_KEY_AS_TEXT = re.compile(r"\s*(?:- )?[a-z]+(-[a-z]+)*:(\s|$|[^\s/])")


def is_id(text: str) -> bool:
    """True for small letters a to z, numbers and hyphens."""
    return _ID.fullmatch(text) is not None


def make_id(text: str) -> str:
    """Return the id that is nearest to what was written: ``mr-lal`` for "Mr Lal"; ``""`` where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


def is_age_map(node: Map) -> bool:
    """True where every key is an age, such as ``9`` or ``13-easy``."""
    return bool(node.pairs) and all(is_age(key.value) for key, _ in node.pairs)


def is_age(name: str) -> bool:
    """True for a key such as ``9`` or ``13-easy``."""
    return _AGE_KEY.fullmatch(name) is not None


def list_bare_keys(node: Map) -> tuple[str, ...]:
    """Return the keys of ``{mum, tyler}``: where nothing stands behind any of them, they were meant as a list."""
    is_bare = all(isinstance(value, Scalar) and not value.value.strip() for _, value in node.pairs)
    return tuple(key.value.strip() for key, _ in node.pairs) if is_bare else ()


def is_yes_or_no(node: YamlNode | None) -> bool:
    """True for a bare ``yes``, ``no``, ``true`` or ``false``, where words are meant to stand."""
    return isinstance(node, Scalar) and node.value.strip(" “”").casefold() in {"yes", "no", "true", "false"}


def read_age(text: str) -> int | None:
    """Return a whole number from 0 to 120, or ``None``."""
    text = text.strip(" “”")
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text) and int(text) <= 120 else None


def read_plain_text(node: Scalar, tree: YamlTree) -> Parsed[str]:
    """Read the words of a scalar of ``tree``, on one line."""
    return Parsed(collapse_spaces(locate_text(node, tree)), tuple(_check_plain_scalar(node, tree)))


def read_title(node: Scalar, tree: YamlTree) -> Parsed[str | None]:
    """Read a title or a name. Names in brackets cannot stand in one."""
    text = read_plain_text(node, tree)
    if "[[" in text.value or is_block_like(text.value):
        what, remedy = "A title or name is plain words.", "Write the name itself in place of brackets."
        return Parsed(None, (*text.problems, Problem(node.at, what, remedy, rule=TITLE_NOT_PLAIN.id)))
    if node.plain and (sign := _find_stray_sign(text.value)):
        what = f"These words end with {sign}, which the book would show."
        remedy = "Take it away. If it belongs to the words, put all of them in single quotes."
        return Parsed(None, (*text.problems, Problem(node.at, what, remedy, rule=TITLE_NOT_PLAIN.id)))
    return Parsed(text.value or None, text.problems)


def _find_stray_sign(text: str) -> str:
    """Return what a slip has left at the end of a title or name: a comma, a semicolon, half a pair of quotes."""
    signs = {",": "a comma", ";": "a semicolon", '"': "a double quote that none opens"}
    last = text[-1:]
    return signs.get(last, "") if last != '"' or text.count('"') == 1 else ""


def read_prose(node: Scalar, tree: YamlTree, find_file: FindFile) -> Parsed[tuple[StoryPlain, ...] | None]:
    """Read Markdown in YAML. Blocks stand in chapters and letters only, so a line that looks like one is refused."""
    problems = tuple(_check_plain_scalar(node, tree))
    lines = [(find_location(line, 0, node.at), line) for line in split_lines(locate_text(node, tree))]
    for at, line in lines:
        if is_block_like(line):
            what = "A line that begins with colons stands in a YAML text, where no ::: block can stand."
            remedy = "Put from-age, hold and the like as keys beside the text, or move the text to a chapter."
            return Parsed(None, (*problems, Problem(at, what, remedy, rule=BLOCK_IN_YAML.id)))
    prose = read_markdown(lines, find_file)
    return Parsed(prose.value or None, (*problems, *prose.problems))


def _check_plain_scalar(node: Scalar, tree: YamlTree) -> Iterator[Problem]:
    """Find where `` #`` has cut a sentence, and where a key has slipped into a text.

    A comment stands behind two spaces or more and begins with "# "; anything else behind plain words may have been
    meant as part of them.
    """
    if not node.plain:
        return
    rest = tree.get_line(node.end[0])[node.end[1] :]
    comment = rest.lstrip()
    if comment.startswith("#") and (len(rest) - len(comment) < 2 or not re.match(r"#+(\s|$)", comment)):
        yield Problem(
            Location(node.at.path, node.end[0]),
            'Everything after " #" would be cut from this text.',
            "Put the whole text into double quotes; if it is a remark of yours, put it on a line of its own.",
            rule=CUT_TEXT.id,
        )
    for number in range(node.at.line + 1, node.end[0] + 1):
        if _KEY_AS_TEXT.match(tree.get_line(number)):
            yield Problem(
                Location(node.at.path, number),
                "This line looks like a key, but stands so far in that it is part of the text above.",
                "Move it out, below the other keys, with a space after the colon; or put the text in double quotes.",
                rule=KEY_IN_TEXT.id,
            )
