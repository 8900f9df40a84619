"""Words of a page: as HTML, as plain text, and with the addresses that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeAlias

from babel.lists import format_list
from markupsafe import Markup, escape
from msgspec import Struct

from lsbook.pages.language.language_tags import find_direction

LINE_BREAK = "\n"
"""Stands in plain text where the HTML begins a new line. A newline that somebody wrote is a space."""


class TaggedText(str):
    """Words on a page. In HTML they carry their language where it is not the book's.

    ``isolated``: they run against the words around them, and stand in a ``bdi``. ``parts`` are sentences that may
    each be in another language.
    """

    lang: str | None
    isolated: bool
    parts: tuple[TaggedText, ...]

    def __new__(
        cls, text: str, lang: str | None = None, *, isolated: bool = False, parts: tuple[TaggedText, ...] = ()
    ) -> TaggedText:
        tagged = super().__new__(cls, text)
        tagged.lang, tagged.isolated, tagged.parts = lang, isolated, parts
        return tagged

    def __html__(self) -> str:
        return self._html

    def __getstate__(self) -> dict[str, object]:
        """What tells it from another: not whether it has been shown yet."""
        return {"lang": self.lang, "isolated": self.isolated, "parts": self.parts}

    @cached_property
    def _html(self) -> str:
        """Worked out once: every page says most of the book's own words."""
        if self.parts:
            return Markup(" ").join(self.parts)
        plain = escape(str(self))
        if self.lang is not None:
            return Markup('<span lang="{}" dir="{}">{}</span>').format(self.lang, find_direction(self.lang), plain)
        return Markup("<bdi>{}</bdi>").format(plain) if self.isolated else plain


class RichText(Struct, frozen=True):
    """A fragment of HTML that declares what it says and where it leads.

    ``text`` is what a reader sees, with ``LINE_BREAK`` where a new line begins. ``links`` are addresses from the
    book's folder, with their ``#``.
    """

    html: Markup = Markup()
    text: str = ""
    links: tuple[str, ...] = ()

    def __html__(self) -> Markup:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)

    def __add__(self, other: RichText) -> RichText:
        return join_rich("", (self, other))

    @property
    def is_blank(self) -> bool:
        """True where nothing would be seen of it."""
        return not self.html.strip()

    def put_into(self, frame: str, *values: object) -> RichText:
        """The same within the HTML ``frame``: its last ``{}`` stands for this text, those before it for ``values``."""
        return RichText(Markup(frame).format(*values, self.html), self.text, self.links)

    def put_on_line(self) -> RichText:
        """The same on a line of its own."""
        return RichText(self.html, break_lines(self.text), self.links)


NO_TEXT = RichText()
Words: TypeAlias = RichText | str
"""What a page may show: a ``str`` is escaped where it is written, and may be tagged with its language."""


def break_lines(text: str) -> str:
    """``text`` on a line of its own."""
    return f"{LINE_BREAK}{text}{LINE_BREAK}"


def extract_plain_text(words: Words) -> str:
    """``words`` as a reader sees them, with ``LINE_BREAK`` where an element of its own begins or ends."""
    if isinstance(words, RichText):
        return words.text
    if isinstance(words, TaggedText) and words.parts:
        return " ".join(map(extract_plain_text, words.parts))
    plain = str(words).replace("\n", " ")
    return break_lines(plain) if isinstance(words, TaggedText) and words.lang is not None else plain


def make_rich(words: Words) -> RichText:
    """Return ``words`` escaped, with the text that they say."""
    return words if isinstance(words, RichText) else RichText(escape(words), extract_plain_text(words))


def join_rich(separator: str, parts: Iterable[RichText]) -> RichText:
    """``parts`` with ``separator`` between them."""
    every = tuple(parts)
    html = Markup(separator).join(part.html for part in every)
    return RichText(html, separator.join(part.text for part in every), _collect_links(every))


def capitalize_rich(words: RichText) -> RichText:
    """``words`` with a capital where they begin with a plain letter."""
    html, text = str(words.html), words.text
    if not html or html[0] != text[:1] or not html[0].islower():
        return words
    return RichText(Markup(html[0].upper() + html[1:]), text[0].upper() + text[1:], words.links)


def format_rich(template: str, lang: str | None, **values: Words) -> RichText:
    """The sentence ``template`` with ``values`` in the places of their names; ``lang`` where it is not the book's."""
    html = Markup(escape(template).format_map(values))
    text = template.format_map({name: extract_plain_text(value) for name, value in values.items()})
    tag = TaggedText("\0", lang)
    links = _collect_links(value for value in values.values() if isinstance(value, RichText))
    return RichText(Markup(tag.__html__()).replace("\0", html), extract_plain_text(tag).replace("\0", text), links)


def join_as_list(parts: Sequence[RichText], locale: object, style: str = "standard") -> RichText:
    """``parts`` joined as ``locale`` (a Babel ``Locale``) joins names in a row."""
    if not parts:
        return NO_TEXT
    html = format_list([part.html for part in parts], style=style, locale=locale)  # type: ignore[arg-type]
    text = format_list([part.text for part in parts], style=style, locale=locale)  # type: ignore[arg-type]
    return RichText(Markup(html), text, _collect_links(parts))  # every part is escaped, and the rest is CLDR's


def _collect_links(parts: Iterable[RichText]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link for part in parts for link in part.links))
