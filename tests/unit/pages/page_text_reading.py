"""The text of a finished page by heading, read from its HTML: what the page's own declaration must equal."""

from __future__ import annotations

from html.parser import HTMLParser

from lsbook.pages.layout.page_text import TextPassage

SKIPPED_ELEMENTS = frozenset(
    {"nav", "script", "style", "svg", "select", "button", "label", "form", "dialog", "template"}
)
"""Elements whose words are the book's own, or no words at all."""
SKIPPED_CLASSES = frozenset({"headsup-card", "tag", "zoom"})
"""A heads-up is found by its page, a tag says what kind of thing follows, and a zoom is a sign."""
HEADINGS = frozenset({"h2", "h3", "h4"})
INLINE_ELEMENTS = frozenset({"a", "b", "bdi", "code", "em", "i", "strong"})
VOID_ELEMENTS = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "track"})


def read_passages(html: str) -> tuple[TextPassage, ...]:
    """What a reader sees on the page, by the headings that a link can lead to."""
    extractor = _TextExtractor()
    extractor.feed(html)
    named = [(anchor, " ".join(name.split())) for anchor, name in extractor.headings.items() if anchor]
    inner = (TextPassage(anchor, name, extractor.get_text(anchor)) for anchor, name in named if name)
    return (TextPassage("", "", extractor.get_text("")), *inner)


class _TextExtractor(HTMLParser):
    """The words of a page's main part, by the anchor that they stand under; ``headings`` are the headings there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {}
        self._open_elements: list[tuple[str, str]] = []
        self._skip_depth = 0
        self._in_heading = False

    def get_text(self, anchor: str) -> str:
        lines = (" ".join(line.split()) for line in "".join(self._texts.get(anchor, ())).split("\n"))
        return "\n".join(filter(None, lines))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID_ELEMENTS:
            self._append_text("\n")
            return
        values = dict(attrs)
        inside = tag == "main" or bool(self._open_elements)
        if not inside:
            return
        classes = (values.get("class") or "").split()
        anchor = values.get("id") if tag != "main" else ""
        if tag in INLINE_ELEMENTS:
            anchor = None  # a place within a line, to which a note leads back, begins no section
        self._open_elements.append((tag, anchor if anchor is not None else self._open_elements[-1][1]))
        if self._skip_depth or tag in SKIPPED_ELEMENTS or SKIPPED_CLASSES.intersection(classes) or tag == "h1":
            self._skip_depth += 1
        elif anchor:
            self.headings.setdefault(anchor, "")
        if tag in HEADINGS:
            self._in_heading = not self._skip_depth and self.headings.get(self._anchor) == ""
        self._break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open_elements or tag in VOID_ELEMENTS:
            return
        self._break_line(tag)
        self._open_elements.pop()
        self._skip_depth -= self._skip_depth > 0
        self._in_heading = self._in_heading and tag not in HEADINGS

    def handle_data(self, data: str) -> None:
        if self._open_elements and not self._skip_depth and self._in_heading:
            self.headings[self._anchor] += data
        else:
            self._append_text(data.replace("\n", " "))

    @property
    def _anchor(self) -> str:
        return self._open_elements[-1][1] if self._open_elements else ""

    def _break_line(self, tag: str) -> None:
        """What stands in another block is another line; the words of a sentence stay together."""
        if tag not in INLINE_ELEMENTS:
            self._append_text("\n")

    def _append_text(self, text: str) -> None:
        if self._open_elements and not self._skip_depth:
            self._texts.setdefault(self._anchor, []).append(text)
