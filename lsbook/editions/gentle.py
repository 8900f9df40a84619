"""The gentle tellings of an adult's book: chapters as a small child is told them, to read to children of their own.

Only what both editions see is there: a chapter, a telling of its own for small children, and the pictures in it. Hard
news is left out, and so is every block within the telling. People are called as everywhere else in the book.
"""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.editions.select_prose import select_plain
from lsbook.editions.selector import Selector
from lsbook.editions.visibility import Visibility, decide
from lsbook.model import book
from lsbook.model.edition import Edition
from lsbook.model.item import Item
from lsbook.model.prose import Inline, Mention, PageBreak, PictureRef, Reference
from lsbook.model.replace_references import replace_references
from lsbook.model.story import Chapter, Story
from lsbook.model.story_text import StoryPlain, TellingBlock
from lsbook.model.walk import find_all


def decide_gently(story: Story, edition: Edition) -> Visibility | None:
    """Return what a small child may see; ``None`` for an edition that has no gentle tellings."""
    if edition.gentle_age is None:
        return None
    return decide(story, replace(edition, age=edition.gentle_age, easy=False))


def select_gentle_telling(
    selector: Selector, chapter: Chapter, gentle: Visibility, language: str
) -> book.GentleTelling | None:
    """Return the gentle telling of ``chapter``, where there is a telling of its own for small children.

    There is none where it names anybody whom this edition does not: what would be refused is left out.
    """
    title = chapter.title.find_version(gentle.edition.age)
    if chapter.heads_up or title is None or not gentle.is_visible(chapter):
        return None
    blocks = tuple(block for telling in chapter.inside for block in _list_gentle_blocks(selector, telling, gentle))
    if not all(selector.can_name(mention) for mention in find_all(Mention, blocks)):
        return None

    def drop_withheld(reference: Reference) -> tuple[Inline[Reference], ...]:
        is_hidden = isinstance(reference, PictureRef) and not selector.is_shown_gently(gentle, reference.file)
        return () if is_hidden else (reference,)

    left: tuple[StoryPlain, ...] = replace_references(blocks, drop_withheld)
    says = tuple(shown for block in left for shown in select_plain(selector, block, language))
    return book.GentleTelling(str(title.content), says) if says else None


def _list_gentle_blocks(selector: Selector, block: object, gentle: Visibility) -> tuple[StoryPlain, ...]:
    """Return the plain blocks that small children are told in place of what this edition is told."""
    if not isinstance(block, TellingBlock) or not (gentle.is_visible(block) and selector.visibility.is_visible(block)):
        return ()
    young = block.telling.find_version(gentle.edition.age)
    if young is None or young is block.telling.find_version(selector.edition.age, selector.edition.easy):
        return ()
    return tuple(inner for inner in young.content if not isinstance(inner, Item | PageBreak))
