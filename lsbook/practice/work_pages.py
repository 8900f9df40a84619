"""Pages for workers: one HTML file each, without the internet, from templates that an authority may replace."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

from lsbook.practice.new_files import write_new_file

_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src {script}; img-src {images}; form-action 'none'; "
    "base-uri 'none'"
)


def render_page(
    template: str,
    templates: Sequence[Path],
    values: dict[str, object],
    script: str = "",
    style: str = "",
    *,
    with_pictures: bool = False,
) -> str:
    """Return the page that ``template`` (in ``work/``) makes of ``values``, with its style and ``script`` inside it.

    ``style`` names a file whose rules come behind those that all these pages have. Only ``with_pictures`` may the page
    show any, and those only that it carries itself.

    ``templates`` are searched in their order, lsbook's own last. Raises ``ProblemsFound`` where one of an authority's
    cannot be used.
    """
    from lsbook.pages.template_problems import template_errors_as_problems  # noqa: PLC0415 - as below

    with template_errors_as_problems(templates[:-1]):
        return _render(template, templates, values, script, style, "data:" if with_pictures else "'none'")


def _render(
    template: str, templates: Sequence[Path], values: dict[str, object], script: str, style: str, images: str
) -> str:
    rules = _read_text("work/work.css", tuple(templates)) + _read_part(style, tuple(templates))
    code = _read_part(script, tuple(templates))
    from markupsafe import Markup  # noqa: PLC0415 - as below

    named = f"'sha256-{_digest(code)}'" if code else "'none'"
    policy = _POLICY.format(style=_digest(rules), script=named, images=images)
    environment = _make_environment(tuple(templates))
    page = environment.get_template(f"work/{template}")
    return page.render(**values, style=Markup(rules), script=Markup(code), content_policy=Markup(policy))


@cache
def _make_environment(templates: tuple[Path, ...]) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - a report on a screen needs none

    return Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _read_part(name: str, templates: tuple[Path, ...]) -> str:
    return _read_text(f"work/{name}", templates) if name else ""


@cache
def _read_text(name: str, templates: tuple[Path, ...]) -> str:
    for folder in templates:
        if (file := folder.joinpath(*name.split("/"))).is_file():
            return file.read_text(encoding="utf-8")
    raise FileNotFoundError(name)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def write_numbered_file(folder: Path, stem: str, ending: str, text: str) -> Path:
    """Write ``text`` to ``folder`` under a name that is free, or leave the file that says the same; return its path.

    Raises ``ProblemsFound`` where the computer cannot write.
    """
    number = 1
    while True:
        file = folder / f"{stem}{f'-{number}' if number > 1 else ''}{ending}"
        if not file.exists():
            return write_new_file(file, text)
        if file.is_file() and file.read_bytes() == text.encode():
            return file
        number += 1
