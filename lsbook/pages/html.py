"""Renders the inputs of a page into HTML, through the templates of the authority or our own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path
from types import CodeType

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct

from lsbook.cache.page_store import PageStore, StoredPage
from lsbook.model.print_page import PRINT_MARKS
from lsbook.model.site import Page, make_page
from lsbook.pages.language.rich_text import RichText
from lsbook.pages.layout.addresses import FOLDED_ANCHOR, Href, SourceSet, make_stem
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.layout.page_text import Say
from lsbook.pages.main_blocks import MainBlocks, PageNotes, mark_only, select_parts
from lsbook.pages.page_inputs import PageInputs

_NOTES, _FOR_PAPER = "page notes", "for paper"
"""Where what is noted of a page while it is rendered is found, and what it is rendered for; no template can name it."""
MOST_COMPILED = 500
"""Templates: ten times as many as lsbook has."""
FRAME, SHEET, FOLD = "pages/base.html", "pages/sheet.html", "pages/folded.html"
"""What stands around a page: on screen, on paper, and where it stands within a larger page."""
_ID = re.compile(r'(?<=\sid=")(?!ref-)(?=[^"]+")')
_HEADING = re.compile(r"(?<=<h|/h)[1-5](?=[\s>])")
"""Both never in the words of a story: there every ``<`` and every quote is escaped. Notes are numbered by the page."""


class _FrameLoader(FileSystemLoader):
    """The same templates, an authority's own among them, where each page extends ``frame``."""

    def __init__(self, folders: list[str], frame: str) -> None:
        super().__init__(folders)
        self._frame = frame

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        name = self._frame if template == FRAME else template
        source, file, _ = super().get_source(environment, name)
        return source, file, lambda: self._is_current(environment, name, (source, file))

    def _is_current(self, environment: Environment, name: str, read: tuple[str, str]) -> bool:
        """Whether the same would be read by now: times tell of no restored file, and of none before ours."""
        try:
            return super().get_source(environment, name)[:2] == read
        except TemplateNotFound:
            return False


class _CompiledTemplates(BytecodeCache):
    """Templates that are compiled, by their names and their text: of one text, screen and paper run the same code.

    It is kept in this process alone. What could run lies in no story's folder.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if len(self._codes) >= MOST_COMPILED:
            self._codes.clear()
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


@cache
def _open_compiled_templates() -> _CompiledTemplates:
    return _CompiledTemplates()


def make_environment(templates: tuple[Path, ...], *, for_paper: bool = False) -> Environment:
    """The Jinja environment of one book, kept for the next: templates that changed on disk are then read again.

    Everything is escaped, and a name that a template does not know is an error.
    """
    env, inner = open_environments(templates, for_paper)
    for each in (env, inner):
        _forget_changed_templates(each)
    return env


@lru_cache(maxsize=8)
def open_environments(templates: tuple[Path, ...], for_paper: bool) -> tuple[Environment, Environment]:
    """The environment of pages, and that of the pages within them."""
    env, inner = (_make_environment(templates, frame) for frame in (SHEET if for_paper else FRAME, FOLD))
    env.globals[_FOR_PAPER] = for_paper
    env.globals["show_main"] = _show_main
    env.globals["show_folded"] = pass_context(partial(_show_folded, inner))
    return env, inner


def _forget_changed_templates(env: Environment) -> None:
    """Look once for a whole book: to look before each page takes a tenth of its time."""
    known = env.cache if env.cache is not None else {}
    for key in [key for key, template in known.items() if not template.is_up_to_date]:
        del known[key]


def _make_environment(templates: tuple[Path, ...], frame: str) -> Environment:
    env = Environment(
        loader=_FrameLoader([str(folder) for folder in templates], frame),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_note_links,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_open_compiled_templates(),
        auto_reload=False,
        optimized=False,  # templates hold next to nothing that could be worked out before they are rendered
    )
    env.filters["plain"] = str
    env.globals["marks"] = PRINT_MARKS
    env.globals["only"] = _show_only
    return env


def _show_folded(env: Environment, context: Context, part: PageModel) -> Markup:
    """A page that stands within the page of ``context``: its headings one lower, its anchors under its own name."""
    notes = PageNotes(b"", for_paper=False, links=context[_NOTES].links)
    values = {"page": part, "content": part.content, "frame": context["frame"], _NOTES: notes}
    template = env.get_template(f"pages/{part.template}")
    html = template.render(values, say=context["say"], is_first=notes.is_first, anchor=FOLDED_ANCHOR)
    lower = _HEADING.sub(lambda level: str(int(level[0]) + 1), html)
    return Markup(_ID.sub(f"{make_stem(part.address)}--", lower))


class RenderedPage(Struct, frozen=True):
    """A page as HTML; ``links`` are those of its declared links that its template wrote, without ``#``.

    An authority's own template may show less than a page declares. ``letters`` are those of the words on it.
    """

    page: Page
    links: frozenset[str]
    letters: frozenset[str]


class PageRenderer:
    """Renders the pages of a book, and takes those from ``store`` whose inputs are the same.

    ``say`` gives the book's own words to the templates. ``key`` is the digest of these words, of the templates and of
    whatever else decides about a page beside its inputs. ``main_blocks``: what the screen and paper have in common.
    """

    def __init__(
        self, env: Environment, say: Say, store: PageStore | None, key: str, main_blocks: MainBlocks | None = None
    ) -> None:
        self._env = env
        self._main_blocks = main_blocks
        self._say = say
        self._store = store
        self._key = key

    def render(self, inputs: PageInputs) -> RenderedPage:
        """One page as HTML."""
        if self._store is None:
            return render_page(self._env, self._say, inputs, self._main_blocks)
        key = hashlib.sha256(self._key.encode() + inputs.digest).hexdigest()
        if stored := self._store.load(key):
            return RenderedPage(make_page(inputs.address, stored.html), stored.links, frozenset(stored.letters))
        rendered = render_page(self._env, self._say, inputs, self._main_blocks)
        letters = "".join(sorted(rendered.letters))
        self._store.store(key, StoredPage(rendered.page.text, rendered.links, letters))
        return rendered


def render_page(env: Environment, say: Say, inputs: PageInputs, main_blocks: MainBlocks | None = None) -> RenderedPage:
    """One page as HTML. ``say`` gives the book's own words to the templates; ``main_blocks``: those rendered so far."""
    model = inputs.model
    template = env.get_template(f"pages/{model.template}")
    for_paper = bool(env.globals[_FOR_PAPER])
    notes = PageNotes(inputs.digest if main_blocks is not None else b"", for_paper, main_blocks)
    values = {"page": model, "content": model.content, "frame": inputs.frame, _NOTES: notes}
    html = select_parts(template.render(values, say=say, is_first=notes.is_first), for_paper=for_paper)
    written = frozenset(link.partition("#")[0] for link in notes.links)
    return RenderedPage(make_page(model.address, html), written, inputs.letters)


def _show_only(place: str, caller: Callable[[], Markup]) -> Markup:
    """What stands between ``{% call only("screen") %}`` and its end; the same with ``"paper"``."""
    return mark_only(place, caller())


@pass_context
def _show_main(context: Context, render: Callable[[], Markup]) -> Markup:
    """The main block of the page of ``context``: a frame has it by this, so that it is rendered once."""
    notes: PageNotes = context[_NOTES]
    return notes.show_main(render)


@pass_context
def _note_links(context: Context, value: object) -> object:
    """Note where ``value`` leads as a template writes it."""
    if isinstance(value, Href | SourceSet | RichText):
        notes = context.get(_NOTES)
        if notes is not None:
            notes.links.update(value.links)
    return value
