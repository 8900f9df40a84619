"""A story and its books as the rules know them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lsbook import checks, editions, reading
from lsbook.checks.craft.subject import CraftSubject
from lsbook.editions.book_parts import find_parts
from lsbook.model.edition import Policy
from lsbook.model.media import PictureMeasure
from lsbook.model.story import Story
from lsbook.model.work_vocabulary import BookPart
from lsbook.reading.work.records import read_work
from lsbook.subjects.edition_subject import describe_edition


def make_craft_subject(
    story: Story,
    policy: Policy,
    templates: tuple[Path, ...],
    *,
    today: date,
    books: tuple[checks.EditionSubject, ...] = (),
    telling: editions.Choice | None = None,
    measures: Mapping[str, PictureMeasure] | None = None,
    views: tuple[editions.Visibility, ...] = (),
) -> CraftSubject:
    """Return what the rules of the craft are asked about: a story without what is only the child's.

    ``telling``: what a second reader reads in the book for the telling age, where it is among ``books``; ``measures``:
    of the photos, as far as they are known; ``views``: those of the record, where somebody has them already.
    """
    views = views or editions.list_record_views(story, policy)
    public = editions.drop_private_items(story, views)
    return CraftSubject(
        story=public,
        policy=policy,
        today=today,
        books=books,
        record=describe_edition(views[0]),
        word_pairs=reading.read_word_list(templates, public.language).value,
        parts=_list_parts(story, telling) if telling else None,
        measures=measures or {},
    )


def _list_parts(story: Story, telling: editions.Choice) -> tuple[BookPart, ...]:
    """Return what of a full book the book for the telling age shows, and what it is to do without on purpose."""
    plan = read_work(Path(story.folder), story.language).value.plan
    left_out = (left.part for left in plan.left_out) if plan else ()
    return (*find_parts(story, telling), *left_out)
