"""Words of a Story in the versions of all ages, as a second reader reads them: nothing that is only the child's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lsbook.checks.craft.subject import CraftSubject
from lsbook.model.item import Item, Telling
from lsbook.model.located_text import join_texts, place_text
from lsbook.model.named_items import NamedItem
from lsbook.model.passage import fold_located_text
from lsbook.model.prose import Code, Heading, LineBreak, Mention, Paragraph, PictureRef, Quote, Text
from lsbook.model.story import AboutMe, Letter, Medium, Moment, Question
from lsbook.model.story_text import Account, AccountBlock, BlockItem, MyWords, Statement, TellingBlock
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import list_parts


class ToldVersion(NamedTuple):
    """One telling's words for one age."""

    age: int
    text: str
    """Its paragraphs, one a line."""


class AgedTelling(NamedTuple):
    """The same thing told at several ages, the youngest first, and the item whose words they are."""

    item: Item
    ancestors: tuple[Item, ...]
    versions: tuple[ToldVersion, ...]


def list_tellings(subject: CraftSubject) -> Iterator[AgedTelling]:
    """Yield what the story tells in running text, in all its versions: nobody's own words, and no letters."""
    names = read_names(subject)
    visible = frozenset(visible.item.at for visible in subject.items)
    for item, ancestors in subject.items:
        if not any(isinstance(around, MyWords | Account | AccountBlock | Letter) for around in (*ancestors, item)):
            for telling in _list_own_tellings(item):
                versions = tuple(
                    ToldVersion(version.age, read_text(version.content, names, visible)) for version in telling.versions
                )
                yield AgedTelling(item, ancestors, versions)


def _list_own_tellings(item: Item) -> Iterator[Telling[object]]:
    match item:
        case Statement():
            yield item.says
        case AboutMe() | Moment():
            yield item.what
        case TellingBlock():
            yield item.telling
        case Medium():
            yield from (telling for telling in (item.shows, item.caption, item.look_for) if telling)
        case Question():
            return


def read_names(subject: CraftSubject) -> Mapping[str, str]:
    """Return the plainest name behind each id that is not only the child's; ``me`` is the child."""
    named = (item for item in subject.list_items(NamedItem) if isinstance(item, NamedItem))
    return {item.id: item.label for item in named} | {CHILD_ID: subject.story.child.name}


def read_text(content: object, names: Mapping[str, str], visible: frozenset[object] = frozenset()) -> str:
    """Return the paragraphs of prose, one a line, with names for ids; of blocks in it those at ``visible`` places."""
    if isinstance(content, str):
        return fold_located_text(content)
    return fold_lines(_list_paragraphs(content, names, visible))


def fold_lines(paragraphs: Iterator[str]) -> str:
    """Return paragraphs one a line, folded."""
    return join_texts("\n", filter(None, map(fold_located_text, paragraphs)))


def _list_paragraphs(value: object, names: Mapping[str, str], visible: frozenset[object]) -> Iterator[str]:
    if isinstance(value, Paragraph | Heading):
        yield _flatten(value.inside, names)
    elif isinstance(value, Quote | MyWords | AccountBlock):
        return
    elif isinstance(value, BlockItem | TellingBlock):
        if value.at in visible and isinstance(value, BlockItem):
            yield from _list_paragraphs(value.inside, names, visible)
    elif not isinstance(value, Item):
        for part in list_parts(value):
            yield from _list_paragraphs(part, names, visible)


def _flatten(inlines: object, names: Mapping[str, str]) -> str:
    match inlines:
        case Text(text) | Code(text):
            return text
        case LineBreak():
            return " "
        case Mention(identity, at):
            return place_text(names.get(identity, ""), at)
        case PictureRef():
            return ""
    return join_texts("", (_flatten(part, names) for part in list_parts(inlines)))
