"""Pages with next to nothing stand within a larger page: a thin book has few pages, each worth opening.

A chapter or a letter is somebody's own measure and stays a page; so do hard news and its doors, and
whatever has pictures to fill it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from lsbook.model.walk import find_all
from lsbook.pages.content.about_me import AboutMeContent
from lsbook.pages.content.long_pages import INDEX_TEMPLATE
from lsbook.pages.layout.components import DrawingImage, HeadsUpCard, MediaComponent
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import collect_passages

MIN_WORDS = 40
"""Words that make a page."""
PERSON, PEOPLE, GLOSSARY, BOOK = "person.html", "people.html", "words.html", "about-book.html"
SMALL_TEMPLATES = frozenset(
    {
        "about-me.html",
        "family-tree.html",
        "homes.html",
        "keepsakes.html",
        "questions.html",
        "schools.html",
        "timeline.html",
        GLOSSARY,
        PERSON,
    }
)
"""Kinds of pages that may stand within another."""
WIDE_TEMPLATES = frozenset({*SMALL_TEMPLATES, PEOPLE, "proud.html", "photos.html"}) - {PERSON, GLOSSARY}
"""Kinds of pages within which another may stand."""


def choose_folds(context: PageContext, parts: Iterable[tuple[PageModel, ...]]) -> Mapping[str, str]:
    """The pages of ``parts`` that have next to nothing, each with the page of its part within which it stands.

    In a part that holds nothing larger, the largest of them stays, and the others stand within it.
    """
    return {page: target for models in parts for page, target in _fold_part(context, models)}


def fold_pages(folds: Mapping[str, str], models: tuple[PageModel, ...]) -> tuple[PageModel, ...]:
    """``models`` with each page of ``folds`` within another."""
    inner: dict[str, list[PageModel]] = {}
    for model in models:
        if model.address in folds:
            inner.setdefault(folds[model.address], []).append(_drop_deck(model))
    return tuple(
        replace(model, folded=tuple(inner.get(model.address, ()))) for model in models if model.address not in folds
    )


def _drop_deck(model: PageModel) -> PageModel:
    """``model`` as it stands within another: only of a person do the words under the title say who that is."""
    return model if model.template == PERSON else replace(model, deck="")


def _fold_part(context: PageContext, models: tuple[PageModel, ...]) -> Iterator[tuple[str, str]]:
    if any(model.template == INDEX_TEMPLATE for model in models):
        return  # a long part: nothing in it is too small to be found
    sizes = {model.address: _count_words(context, model) for model in models}
    small = [
        model
        for model in models
        if model.template in SMALL_TEMPLATES and sizes[model.address] < MIN_WORDS and not _is_filled(model.content)
    ]
    wide = [model for model in models if model.template in WIDE_TEMPLATES]
    large = [model for model in wide if model not in small]
    if not large and wide:
        large = [max(wide, key=lambda model: sizes[model.address])]
    for model in small:
        target = _find_target(model, models, large)
        if target and target is not model:
            yield model.address, target.address


def _find_target(model: PageModel, models: tuple[PageModel, ...], large: list[PageModel]) -> PageModel | None:
    """The page around ``model``: that of all people for a person, else the last large page before it, or the next."""
    if model.template == PERSON:
        return next((other for other in models if other.template == PEOPLE), None)
    if model.template == GLOSSARY:
        return next((other for other in models if other.template == BOOK), None)
    at = models.index(model)
    before = [other for other in large if models.index(other) < at]
    return before[-1] if before else next(iter(large), None)


def _count_words(context: PageContext, model: PageModel) -> int:
    passages = collect_passages(model.content.iter_text(context.say))
    return sum(len(f"{passage.name} {passage.text}".split()) for passage in passages)


def _is_filled(content: PageContent) -> bool:
    """Whether a page with few words is worth opening: for its pictures, or for the door that stands on it."""
    if isinstance(content, AboutMeContent) and content.portrait:
        return True
    return any(True for kind in (MediaComponent, DrawingImage, HeadsUpCard) for _ in find_all(kind, content))
