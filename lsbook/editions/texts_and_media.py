"""Chapters, letters and media past the wall."""

from __future__ import annotations

from lsbook.editions.gentle import select_gentle_telling
from lsbook.editions.named_items import select_marks
from lsbook.editions.select_prose import select_prose, select_telling
from lsbook.editions.selector import Selector
from lsbook.editions.visibility import Visibility
from lsbook.model import book
from lsbook.model.story import Chapter, Letter, Medium


def select_chapter(selector: Selector, item: Chapter, gentle: Visibility | None) -> book.Chapter:
    """Return a chapter; ``gentle`` is what a small child may see, where the book tells chapters to one as well."""
    heard = selector.place_photos(item.read_aloud)
    tongue = selector.mark_language(item.language)
    inside = select_prose(selector, item.inside, tongue)
    return book.Chapter(
        selector.select_text(item.title),
        item.part,
        inside,
        tongue,
        heard[-1] if heard else None,
        item.is_picture_book or None,
        select_gentle_telling(selector, item, gentle, tongue) if gentle else None,
        **select_marks(selector, item),
    )


def select_letter(selector: Selector, item: Letter) -> book.Letter:
    """Return a letter as this edition shows it."""
    to, tongue = selector.resolve_who(item.to), selector.mark_language(item.language)
    return book.Letter(
        selector.select_text(item.title),
        selector.resolve_who(item.from_) or book.NameLink(""),
        None if to is None or to.me else to,
        item.category,
        item.when,
        selector.place_photos(item.scan),
        select_prose(selector, item.inside, tongue),
        tongue,
        **select_marks(selector, item),
    )


def select_medium(selector: Selector, item: Medium) -> book.Medium:
    """Return a medium with the words that this edition has for it."""
    return book.Medium(
        item.file,
        "" if item.decorative else selector.select_text(item.shows),
        select_telling(selector, item.caption),
        selector.resolve_refs(item.people),
        item.when,
        item.decorative,
        item.listed,
        tuple(book.Cue(each.begins, each.ends, str(each.text)) for each in item.captions),
        select_telling(selector, item.transcript),
        select_telling(selector, item.look_for),
        **select_marks(selector, item),
    )
