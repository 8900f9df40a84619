"""Markdown into typed prose, by the parser that would render it.

Python-Markdown builds its tree of elements; we take that tree and never its HTML. What a sentence refers to is found
by its inline patterns: ``[[id]]`` by one of ours, pictures by its own. Words and references know where they stand by
``line_marks``.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import InlineProcessor

from lsbook.model.located_text import LocatedText, find_location, strip_end, strip_text
from lsbook.model.problem import Location, Problem
from lsbook.model.prose import (
    Code,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Mention,
    PageBreak,
    Paragraph,
    PictureRef,
    Plain,
    Preformatted,
    Quote,
    Reference,
    Strong,
    Text,
)
from lsbook.reading.markdown.block_like import find_gate_key
from lsbook.reading.markdown.line_marks import LineFinder, join_lines, mark_lines
from lsbook.reading.parsed import Findings, Parsed, make_warning
from lsbook.reading.rules.files import TOO_MUCH
from lsbook.reading.rules.texts import GATE_IN_TEXT, NAME_NOT_CLOSED, REMARK_IN_TEXT

_NUMBER_SIGN = re.compile(r"^( {0,3})(#{1,6}[^#\s])", re.MULTILINE)  # "#1 in the race" is no heading
_REMARK = "<!--"
_DOUBLE_BRACKET = re.compile(r"\[\[|\]\]")
_MAX_BRACKETS = 200
"""Opening brackets in one passage that are never closed. The parser takes minutes over thousands."""
_TAB_LENGTH = 4
_MAX_DEPTH = 20
"""Quotes and lists inside each other."""

LocatedLine = tuple[Location, str]
"""A line of text, and where it stands."""
FindFile = Callable[[str, Location], Parsed[str | None]]


class _MentionPattern(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's own name)
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        element = ET.Element("mention")
        element.set("id", m.group(1))
        return element, m.start(0), m.end(0)


def _make_parser() -> markdown.Markdown:
    parser = markdown.Markdown(extensions=[SaneListExtension()], tab_length=_TAB_LENGTH)
    parser.preprocessors.deregister("html_block")
    for name in ("html", "entity", "automail"):
        parser.inlinePatterns.deregister(name)
    parser.treeprocessors.deregister("prettify")
    parser.parser.blockprocessors.deregister("setextheader")  # a line of dashes below a sentence turns the page
    headings: Any = parser.parser.blockprocessors["hashheader"]  # "#1 fan" is words: a heading has a space (CommonMark)
    headings.RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>[ \t](?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)")
    lists: Any = parser.parser.blockprocessors["olist"]
    lists.RE = re.compile(r"^ {0,3}[0-9]{1,9}\.[ ]+(.*)")  # a longer number is words, and no start of a list
    lists.CHILD_RE = re.compile(r"^ {0,3}(([0-9]{1,9}\.))[ ]+(.*)")
    parser.inlinePatterns.register(_MentionPattern(r"\[\[([^\[\]\n]*)\]\]", parser), "mention", 175)
    return parser


_PARSER = _make_parser()


def _parse_tree(text: str) -> ET.Element:
    _PARSER.reset()
    lines = text.split("\n")
    for preprocessor in _PARSER.preprocessors:
        lines = preprocessor.run(lines)
    root: ET.Element = _PARSER.parser.parseDocument(lines).getroot()  # type: ignore[assignment]
    for processor in _PARSER.treeprocessors:
        replacement = processor.run(root)
        root = root if replacement is None else replacement
    return root


def read_markdown(lines: Sequence[LocatedLine], find_file: FindFile) -> Parsed[tuple[Plain[Reference], ...]]:
    """Read Markdown ``lines``, each with its place. ``find_file`` says which file a picture means."""
    if not any(line.strip() for _, line in lines):
        return Parsed(())
    problems = (*_check_gate_keys(lines), *_check_remarks(lines))
    if tangle := _find_tangle(lines):
        return Parsed((), (*problems, tangle))
    text = join_lines(lines, _TAB_LENGTH)
    root = _parse_text(text)
    if root is None:
        too_deep = Problem(
            lines[0][0],
            f"In the words that begin here, more than {_MAX_DEPTH} quotes or lists stand inside each other.",
            "Take out > marks or spaces at the starts of the lines.",
            rule=TOO_MUCH.id,
        )
        return Parsed((), (*problems, too_deep))
    prose = _ProseBuilder(LineFinder(root, text), find_file).build(root)
    return Parsed(prose.value, (*problems, *prose.problems))


def _parse_text(text: LocatedText) -> ET.Element | None:
    """Parse ``text`` with marks of its lines; ``None`` where too much is nested."""
    try:
        root = _parse_tree(_NUMBER_SIGN.sub(r"\1\\\2", mark_lines(text)))
    except RecursionError:
        return None
    return None if _measure_depth(root) > 2 * _MAX_DEPTH else root


def _check_gate_keys(lines: Sequence[LocatedLine]) -> Iterator[Problem]:
    for at, line in lines:
        if gate := find_gate_key(line):
            yield Problem(
                at,
                f'"{gate}:" stands here as a line of the text, so it would keep nothing back.',
                "In a chapter or letter write ::: blocks; in YAML move it out, below the entry's other keys.",
                rule=GATE_IN_TEXT.id,
            )


def _check_remarks(lines: Sequence[LocatedLine]) -> Iterator[Problem]:
    for at, line in lines:
        if _REMARK in line:
            what = "A remark between <!-- and --> is printed in the book like all other words."
            start = find_location(line, line.index(_REMARK), at)
            yield make_warning(start, what, "Take it out, or move it to work/.", rule=REMARK_IN_TEXT)


def _find_tangle(lines: Sequence[LocatedLine]) -> Problem | None:
    """Find the line from which on the parser would take minutes."""
    opened, closed = 0, sum(line.count("]") for _, line in lines)
    for at, line in lines:
        opened += line.count("[")
        if opened > max(_MAX_BRACKETS, 2 * closed):
            return Problem(
                at,
                "There are so many opening brackets here that lsbook cannot tell what belongs together.",
                "Close each [ with a ], or take it out.",
                rule=TOO_MUCH.id,
            )
    return None


def _measure_depth(root: ET.Element) -> int:
    deepest, level = 0, [root]
    while level:
        deepest, level = deepest + 1, [child for element in level for child in element]
    return deepest


class _ProseBuilder:
    def __init__(self, lines: LineFinder, find_file: FindFile) -> None:
        self._lines = lines
        self._find_file = find_file
        self._findings = Findings()

    def build(self, root: ET.Element) -> Parsed[tuple[Plain[Reference], ...]]:
        return self._findings.wrap(tuple(self.build_blocks(root)))

    def build_blocks(self, parent: ET.Element) -> Iterator[Plain[Reference]]:
        loose: list[Inline[Reference]] = list(self._build_text(parent.text, trim=True))
        for child in parent:
            kind = child.tag
            if kind in _BLOCKS:
                if _has_content(loose):
                    yield Paragraph(tuple(loose))
                loose = []
                yield _BLOCKS[kind](self, child)
            else:
                loose.extend(self._build_inline(child))
            loose.extend(self._build_text(child.tail, trim=kind in _BLOCKS))
        if _has_content(loose):
            yield Paragraph(tuple(loose))

    def build_inlines(self, parent: ET.Element) -> tuple[Inline[Reference], ...]:
        inlines: list[Inline[Reference]] = list(self._build_text(parent.text))
        for child in parent:
            inlines.extend(self._build_inline(child))
            inlines.extend(self._build_text(child.tail))
        return tuple(inlines)

    def _build_inline(self, element: ET.Element) -> Iterator[Inline[Reference]]:
        match element.tag:
            case "mention":
                identity = self._lines.take(element.get("id"))
                yield Mention(identity.strip(), identity.spans[0].at)
            case "img":
                yield from self._build_picture(element)
            case "strong":
                yield Strong(self.build_inlines(element))
            case "em":
                yield Emphasis(self.build_inlines(element))
            case "a":
                inside = self.build_inlines(element)
                address = self._lines.take(element.get("href"))
                self._lines.take(element.get("title"))
                yield Link(inside, strip_text(address))
            case "code":
                yield Code(strip_text(self._lines.take(element.text, html.unescape)))
            case "br":
                yield LineBreak()
            case _:
                yield Text(self._lines.take("".join(element.itertext())))

    def _build_picture(self, element: ET.Element) -> Iterator[PictureRef]:
        alt, written = self._lines.take(element.get("alt")), self._lines.take(element.get("src"))
        self._lines.take(element.get("title"))
        at = alt.spans[0].at
        file = self._findings.take(self._find_file(written.strip(), at))
        if file is not None:
            yield PictureRef(file, strip_text(alt), at)

    def _build_text(self, text: str | None, trim: bool = False) -> Iterator[Text]:
        if not text or (trim and not text.strip()):
            return
        words = self._lines.take(text)
        if bracket := _DOUBLE_BRACKET.search(words):
            self._findings.add(
                find_location(words, bracket.start(), words.spans[0].at),
                "A name in [[ ]] is not closed, or is split over two lines.",
                "Write it as [[id]], both brackets at each end, on one line.",
                rule=NAME_NOT_CLOSED,
            )
        if words:
            yield Text(LocatedText(words.replace("\n", " "), words.spans))

    def build_heading(self, element: ET.Element) -> Plain[Reference]:
        return Heading(int(element.tag[1]), self.build_inlines(element))

    def build_list(self, element: ET.Element) -> Plain[Reference]:
        start = int(element.get("start", "1")) if element.tag == "ol" else None
        return Listing(start, tuple(tuple(self.build_blocks(entry)) for entry in element))

    def build_quote(self, element: ET.Element) -> Plain[Reference]:
        return Quote(tuple(self.build_blocks(element)))

    def build_preformatted(self, element: ET.Element) -> Plain[Reference]:
        return Preformatted(strip_end(self._lines.take("".join(element.itertext()), html.unescape), "\n"))


_BLOCKS: dict[str, Callable[[_ProseBuilder, ET.Element], Plain[Reference]]] = {
    "p": lambda reader, element: Paragraph(reader.build_inlines(element)),
    **{f"h{level}": _ProseBuilder.build_heading for level in range(1, 7)},
    "ul": _ProseBuilder.build_list,
    "ol": _ProseBuilder.build_list,
    "blockquote": _ProseBuilder.build_quote,
    "pre": _ProseBuilder.build_preformatted,
    "hr": lambda _reader, _element: PageBreak(),
}


def _has_content(inlines: list[Inline[Reference]]) -> bool:
    return any(not (isinstance(inline, Text) and not inline.text.strip()) for inline in inlines)
