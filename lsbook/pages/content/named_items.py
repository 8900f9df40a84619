"""What people, homes, schools and keepsakes have in common: their words, their picture, how others see it."""

from __future__ import annotations

from lsbook.model.book import Card, NamedItem
from lsbook.model.vocabulary import ItemKind
from lsbook.pages.content.statements import make_guarded_statement
from lsbook.pages.layout.blocks import make_accounts, make_figure
from lsbook.pages.layout.components import Components
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.illustrated_text import pair_text_with_pictures


def make_about(context: PageContext, entry: NamedItem, level: int = 3) -> Components:
    """The words about an entry with its picture beside them."""
    words, photo = (
        make_guarded_statement(context, entry.about, level=level),
        make_figure(context, entry.photo) if entry.photo is not None else (),
    )
    return pair_text_with_pictures((*words, *photo), context.look, opening=False)


def make_item_accounts(context: PageContext, entry: NamedItem, level: int = 3) -> Components:
    """How people see it, side by side."""
    return make_accounts(context, entry.accounts, level)


def find_anchor(context: PageContext, kind: ItemKind, index: int) -> str:
    """Where on its page an entry stands."""
    return context.card_addresses[Card(kind, index)].partition("#")[2]
