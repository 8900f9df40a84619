"""The memory box: each treasured thing, who gave it, and where it is now."""

from __future__ import annotations

from functools import partial

from lsbook.model.book import Keepsake, Statement
from lsbook.model.vocabulary import ItemKind
from lsbook.pages.content.named_items import find_anchor, make_item_accounts
from lsbook.pages.content.statements import format_note, make_guarded_statement
from lsbook.pages.content.ties import make_line
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.rich_text import NO_TEXT, capitalize_rich, make_rich
from lsbook.pages.layout.blocks import guard_item, make_figure, make_insteads
from lsbook.pages.layout.components import Component, Components, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.illustrated_text import merge_running_text, pair_text_with_pictures
from lsbook.pages.layout.page_model import ComponentsContent, PageModel
from lsbook.pages.layout.render_prose import extract_text, render_line

LOST = "lost"
"""What ``where-now`` says of something that nobody can find."""


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of treasured things, in the story's order."""
    context = context.for_page(context.addresses["keepsakes"])
    components: list[Component] = []
    for at, item in enumerate(context.book.keepsakes):
        components += guard_item(context, item, partial(_make_section, context, at))
    components += make_insteads(context, ItemKind.KEEPSAKES)
    if not components:
        return ()
    title = context.say("keepsakes-title")
    thumb = context.make_thumbnail(context.book.keepsakes)
    content = ComponentsContent(tuple(components))
    return (PageModel(context.address, "keepsakes.html", title, content, context.say("part-who-am-i"), thumb=thumb),)


def make_keepsake(context: PageContext, item: Keepsake, level: int = 3) -> Components:
    """Everything about one treasured thing, as a label in a museum says it: who gave it, its story, where it is now."""
    story = make_guarded_statement(context, item.about, level=level)
    photo = make_figure(context, item.photo) if item.photo is not None else ()
    words = (*_make_gift_line(context, item), *story, *_make_where_now(context, item, level))
    return (
        *pair_text_with_pictures((*merge_running_text(words), *photo), context.look, opening=False),
        *make_item_accounts(context, item, level),
    )


def _make_gift_line(context: PageContext, item: Keepsake) -> Components:
    """Who gave it, and when; nothing where neither is told."""
    giver = context.join_names((item.given_by,)) if item.given_by else NO_TEXT
    when = context.dates.format_when(item.when)
    if not giver:
        return (make_line(make_rich(f"{capitalize_first(when)}.")),) if when else ()
    key = "keepsake-given-when" if when else "keepsake-given"
    return (make_line(capitalize_rich(context.catalog.say_rich(key, who=giver, when=make_rich(when)))),)


def _make_where_now(context: PageContext, item: Keepsake, level: int) -> Components:
    """Where it is now, in a sentence: workers write "on your bed" and "It is on your bed." alike."""
    now = item.where_now
    if not isinstance(now, Statement) or now.heads_up or now.hold or format_note(context, now):
        return make_guarded_statement(context, now, context.say("where-now"), level + 1)
    says = extract_text(now.says).strip()
    if says.casefold().rstrip(".") == LOST:
        seeker = context.join_names((item.looked_for_by,)) if item.looked_for_by else NO_TEXT
        key = "keepsake-lost-looked" if seeker else "keepsake-lost"
        return (make_line(context.catalog.say_rich(key, who=seeker) if seeker else make_rich(context.say(key))),)
    if not says or says[0] != says[0].lower() or says[-1] in ".!?":
        return make_guarded_statement(context, now, level=level + 1)
    return (make_line(context.catalog.say_rich("keepsake-now", where=render_line(context, now.says))),)


def _make_section(context: PageContext, index: int, item: Keepsake) -> Components:
    anchor = find_anchor(context, ItemKind.KEEPSAKES, index)
    return (Section("keepsake", item.name, make_keepsake(context, item), 2, anchor=anchor),)
