"""Printing: a leaf and its frame into HTML, through the templates of the authority or our own."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lsbook.model.site import Page
from lsbook.pages.desk import Desk
from lsbook.pages.frame import frame
from lsbook.pages.leaf import Leaf


def press(desk: Desk, templates: Sequence[Path]) -> Environment:
    """A printing press. Everything is escaped, and a name that a template does not know is an error."""
    env = Environment(
        loader=FileSystemLoader([str(folder) for folder in templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals["say"] = desk.words.say
    env.filters["plain"] = str
    return env


def printed(env: Environment, desk: Desk, leaf: Leaf, styles: Sequence[str]) -> Page:
    """One page as HTML."""
    template = env.get_template(f"pages/{leaf.template}")
    around = frame(desk, leaf, styles)
    return Page(leaf.address, template.render(leaf=leaf, content=leaf.content, frame=around))


def named_by(page: Page) -> frozenset[str]:
    """The addresses that a page names, from the book's folder and without what follows ``#``."""
    reader = _Addresses()
    reader.feed(page.text)
    folder = Path(page.path).parent
    return frozenset(
        _settled(folder / unquote(address.partition("#")[0])) for address in reader.found if address[0] != "#"
    )


def _settled(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.found.add(value)
            elif name == "srcset" and value:
                self.found.update(one.split()[0] for one in value.split(","))
