"""About me now: who the child is today. Hopes have a page of their own, at the end of the book."""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from lsbook.model.book import AboutMe, Placeholder, Statement
from lsbook.model.vocabulary import AboutMeKind
from lsbook.pages.content.statements import make_statement
from lsbook.pages.language.rich_text import RichText, make_rich
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.component_text import iter_face_text, iter_text
from lsbook.pages.layout.components import Components, HeadsUpCard, PersonLabel, RunningText
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens
from lsbook.pages.layout.render_prose import extract_text, render_line

PANEL_KEYS = {
    AboutMeKind.STRENGTH: ("strong", "about-strength"),
    AboutMeKind.LIKE: ("like", "about-like"),
    AboutMeKind.DISLIKE: ("dislike", "about-dislike"),
    AboutMeKind.FEELING: ("feeling", "about-feeling"),
    AboutMeKind.NAME: ("name", "about-name"),
    AboutMeKind.HOW_I_TELL_YOU: ("telling", "about-how-i-tell-you"),
    AboutMeKind.LOOKS: ("looks", "about-looks"),
    AboutMeKind.CULTURE: ("roots", "about-culture"),
    AboutMeKind.FAITH: ("roots", "about-faith"),
    AboutMeKind.LANGUAGE: ("roots", "about-language"),
    AboutMeKind.HEALTH: ("health", "about-health"),
    AboutMeKind.OTHER: ("other", "about-other"),
    AboutMeKind.HOPE: ("hope", "about-hope"),
}
"""Kinds in the order of the page: the classes of their panel and its heading."""
CHIP_KINDS = frozenset({AboutMeKind.LIKE, AboutMeKind.DISLIKE})
MAX_CHIP_LENGTH = 48
"""In letters; anything longer is a sentence and stands as one."""


class Saying(Struct, frozen=True):
    """What somebody says of the child."""

    by: PersonLabel | None
    says: Components
    when: str


class Panel(Struct, frozen=True):
    css_class: str
    head: str
    chips: tuple[RichText, ...]
    sayings: tuple[Saying, ...]
    components: Components


class AboutMeContent(PageContent, frozen=True):
    """What the page about the child shows: a ``portrait`` with its alt text, and ``panels`` of what she said."""

    portrait: PageImage | None
    panels: tuple[Panel, ...]
    after: Components

    def iter_text(self, say: Say) -> TextTokens:
        if self.portrait:
            yield say("about-hero")
        for panel in self.panels:
            yield from (panel.head, *panel.chips, *iter_text(panel.components, say))
            for saying in panel.sayings:
                yield from _iter_saying_text(saying, say)
        yield from iter_text(self.after, say)


def _iter_saying_text(saying: Saying, say: Say) -> TextTokens:
    if saying.by:
        yield from iter_face_text(saying.by)
    yield from iter_text(saying.says, say)
    if saying.by:
        yield make_rich(saying.by.name) + make_rich(",") if saying.when else saying.by.name
    yield saying.when


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page about the child now, if there is anything to say; a photo that stands on the cover says nothing new."""
    context = context.for_page(context.addresses["about-me"])
    kinds = [kind for kind in PANEL_KEYS if kind is not AboutMeKind.HOPE]
    panels = tuple(filter(None, (_make_panel(context, kind) for kind in kinds)))
    content = AboutMeContent(_make_portrait(context), panels, _make_closing(context, hopes=False))
    if not panels and not content.after and (not content.portrait or _is_on_cover(context)):
        return ()
    title, deck = (
        context.say("about-me-title"),
        context.say("about-me-deck", when=context.dates.sentence_formatter.format_month(context.book.made_on)),
    )
    thumb = context.make_thumbnail(context.book.child)
    return (
        PageModel(context.address, "about-me.html", title, content, context.say("part-who-am-i"), deck, thumb=thumb),
    )


def make_hopes_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of hopes."""
    context = context.for_page(context.addresses["hopes"])
    panel, after = _make_panel(context, AboutMeKind.HOPE), _make_closing(context, hopes=True)
    if not panel and not after:
        return ()
    content = AboutMeContent(None, (panel,) if panel else (), after)
    return (
        PageModel(
            context.address,
            "about-me.html",
            context.say("hopes-title"),
            content,
            context.say("part-where-im-going"),
            css_class="hopes",
        ),
    )


def make_about_me(context: PageContext, item: AboutMe) -> Components:
    """One thing about the child, on a page of its own."""
    by = item.said_by.label if item.said_by else ""
    source = ", ".join(filter(None, (by, context.dates.format_when(item.when))))
    line = make_rich(source).put_on_line().put_into('<p class="src">{}</p>')
    return (*make_components(context, item.what), *((RunningText(line),) if source else ()))


def _make_panel(context: PageContext, kind: AboutMeKind) -> Panel | None:
    css_class, head = PANEL_KEYS[kind]
    items = [
        item
        for item in context.book.about_me
        if isinstance(item, AboutMe) and item.category is kind and not item.heads_up
    ]
    chips = [item for item in items if kind in CHIP_KINDS and _is_chip(item)]
    sentences = [item for item in items if item not in chips]
    names: Components = ()
    if kind is AboutMeKind.NAME:
        names = tuple(
            component
            for name in context.book.child.names
            for component in guard_item(context, name, partial(_make_name, context))
        )
        names = tuple(component for component in names if not isinstance(component, HeadsUpCard))
    panel = Panel(
        css_class,
        context.say(head),
        tuple(filter(None, (render_line(context, item.what) for item in chips))),
        tuple(filter(None, (_make_saying(context, item) for item in sentences))),
        names,
    )
    return panel if panel.chips or panel.sayings or panel.components else None


def _make_name(context: PageContext, item: Statement) -> Components:
    return make_statement(context, item, level=3)


def _is_chip(item: AboutMe) -> bool:
    """A word or two that stand for themselves."""
    return len(extract_text(item.what)) <= MAX_CHIP_LENGTH and not (item.said_by or item.when or item.hold)


def _make_saying(context: PageContext, item: AboutMe) -> Saying | None:
    says = make_components(context, item.what, 3)
    by = context.label_person(item.said_by) if item.said_by else None
    return Saying(by, context.make_held_mark(item) + says, context.dates.format_when(item.when)) if says else None


def _make_closing(context: PageContext, *, hopes: bool) -> Components:
    """Hard news and kind sentences, beneath the panels."""
    items = [item for item in context.book.about_me if hopes == _is_hope(item)]
    sensitive = [item for item in items if not isinstance(item, AboutMe) or item.heads_up]
    components = [component for item in sensitive for component in guard_item(context, item, lambda visible: ())]
    if not hopes:
        hard_names = [name for name in context.book.child.names if isinstance(name, Statement) and name.heads_up]
        components += [component for name in hard_names for component in context.make_heads_up(name)]
    return tuple(components)


def _is_hope(item: AboutMe | Placeholder) -> bool:
    return isinstance(item, AboutMe) and item.category is AboutMeKind.HOPE


def _make_portrait(context: PageContext) -> PageImage | None:
    medium = context.images.find_medium(context.book.child.photo)
    return context.make_image(medium) if medium and not medium.heads_up else None


def _is_on_cover(context: PageContext) -> bool:
    """Whether the cover shows the photo of the child."""
    medium = context.images.find_medium(context.book.child.photo)
    return medium is not None and medium == context.images.find_cover_picture()
