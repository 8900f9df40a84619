"""Printing: a leaf and its frame into HTML, through the templates of the authority or our own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lsbook.model.site import Page
from lsbook.pages.frame import make_frame
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.scripts import Scripts

ADDRESS_ATTRIBUTE = re.compile(r"""[\s"'](href|srcset|src|poster)\s*=\s*["']([^"']*)["']""")
"""Never in the words of a story: there every quote is escaped."""


FRAME, SHEET = "pages/base.html", "pages/sheet.html"
"""What stands around a page on screen, and what stands around it on paper."""


class _PaperLoader(FileSystemLoader):
    """The same templates, an authority's own among them, where each page extends the sheet in place of the frame."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        return super().get_source(environment, SHEET if template == FRAME else template)


@lru_cache(maxsize=8)
def make_environment(templates: tuple[Path, ...], *, for_paper: bool = False) -> Environment:
    """A printing press, kept warm for the next book: templates that changed on disk are read again.

    Everything is escaped, and a name that a template does not know is an error.
    """
    folders = [str(folder) for folder in templates]
    env = Environment(
        loader=_PaperLoader(folders) if for_paper else FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["plain"] = str
    return env


def render_page(
    env: Environment, context: PageContext, model: PageModel, styles: Sequence[str], scripts: Scripts
) -> Page:
    """One page as HTML."""
    template = env.get_template(f"pages/{model.template}")
    around = make_frame(context, model, styles, scripts)
    html = template.render(
        page=model, content=model.content, frame=around, say=context.catalog.say, is_first=_make_first_check()
    )
    return Page(model.address, html)


def _make_first_check() -> Callable[[str], bool]:
    """A question for one page: is this the first time? An anchor may stand on a page once."""
    seen: set[str] = set()

    def is_first(name: str) -> bool:
        new = name not in seen
        seen.add(name)
        return new

    return is_first


def find_addresses(page: Page) -> frozenset[str]:
    """The addresses that a page names, from the book's folder and without what follows ``#``."""
    folder = posixpath.dirname(page.path)
    named = (address.partition("#")[0] for address in _iter_addresses(page.text))
    return frozenset(posixpath.normpath(posixpath.join(folder, unquote(one))) for one in named if one)


def _iter_addresses(html: str) -> Iterator[str]:
    for name, value in ADDRESS_ATTRIBUTE.findall(html):
        if name == "srcset":
            yield from (unescape(one).split()[0] for one in value.split(",") if one.strip())
        else:
            yield unescape(value)
