"""A letter as one page of HTML, which a browser prints: everything that it shows is inside."""

from __future__ import annotations

import base64
import hashlib
from itertools import groupby

from markupsafe import Markup, escape

from lsbook.model.letter import LetterDocument, LetterParagraph, LetterPart, LetterPicture, LetterStyle

_STYLE = """
@page { size: A4; margin: 24mm 22mm; }
body { font: 12pt/1.6 "Atkinson Hyperlegible Next", Verdana, sans-serif; color: #1a1a1a; max-width: 38em; }
h1 { font-size: 18pt; line-height: 1.3; } h2 { font-size: 14pt; margin-top: 1.4em; }
p, li { margin: 0 0 0.8em; orphans: 3; widows: 3; } .small { font-size: 10.5pt; color: #444; }
blockquote { margin: 0 0 0.8em; padding-inline-start: 1em; border-inline-start: 3pt solid #888; }
img { max-width: 100%; max-height: 220mm; } figure { margin: 0 0 1em; break-inside: avoid; }
"""
_ELEMENTS = {
    LetterStyle.TITLE: "<h1>{}</h1>\n",
    LetterStyle.HEADING: "<h2>{}</h2>\n",
    LetterStyle.PLAIN: "<p>{}</p>\n",
    LetterStyle.BULLET: "<li>{}</li>\n",
    LetterStyle.NUMBER: "<li>{}</li>\n",
    LetterStyle.QUOTE: "<blockquote><p>{}</p></blockquote>\n",
    LetterStyle.SMALL: '<p class="small">{}</p>\n',
}
_PAGE = """\
<!DOCTYPE html>
<html lang="{}" dir="{}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{}'; img-src data:">
<title>{}</title><style>{}</style></head><body><main>
{}</main></body></html>
"""


def render_letter_page(letter: LetterDocument) -> str:
    """Return the page. Raises ``OSError`` where a picture cannot be read."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
    body = Markup("").join(_render_run_of(list(run)) for _, run in groupby(letter.parts, _get_list_kind))
    return str(Markup(_PAGE).format(letter.language, letter.direction, digest, letter.title, Markup(_STYLE), body))


def _get_list_kind(part: LetterPart) -> LetterStyle | None:
    """Return the kind of list in which a part stands."""
    is_listed = isinstance(part, LetterParagraph) and part.style in (LetterStyle.BULLET, LetterStyle.NUMBER)
    return part.style if isinstance(part, LetterParagraph) and is_listed else None


def _render_run_of(parts: list[LetterPart]) -> Markup:
    inside = Markup("").join(map(_render_part, parts))
    kind, first = _get_list_kind(parts[0]), parts[0]
    if kind is None:
        return inside
    if kind is LetterStyle.BULLET:
        return Markup("<ul>\n{}</ul>\n").format(inside)
    return Markup('<ol start="{}">\n{}</ol>\n').format(
        first.number if isinstance(first, LetterParagraph) else 1, inside
    )


def _render_part(part: LetterPart) -> Markup:
    if isinstance(part, LetterPicture):
        data = base64.b64encode(part.file.read_bytes()).decode("ascii")
        return Markup('<figure><img src="data:image/jpeg;base64,{}" alt="{}"></figure>\n').format(data, part.alt)
    words = Markup("").join(_render_words(run.text, bold=run.bold, italic=run.italic) for run in part.runs)
    return Markup(_ELEMENTS[part.style]).format(words)


def _render_words(text: str, *, bold: bool, italic: bool) -> Markup:
    words = Markup("<br>").join(escape(line) for line in text.split("\n"))
    words = Markup("<em>{}</em>").format(words) if italic else words
    return Markup("<strong>{}</strong>").format(words) if bold else words
