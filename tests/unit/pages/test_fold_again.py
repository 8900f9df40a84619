"""Once it is known which pages stand within others, only those that this touches are made again."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from lsbook.model.media import Renditions
from lsbook.pages.fold import choose_folds
from lsbook.pages.language.catalog import load_catalog
from lsbook.pages.layout.page_model import PageModel
from lsbook.pages.order import BACK_PAGE_MAKERS, PAGE_MAKERS, PageGroup, fold_groups, make_groups, order_parts
from lsbook.pages.plan import make_context
from lsbook.pipeline import choose
from tests.sharing import load_example


@pytest.mark.parametrize("edition", ["under-5", "9-12"])
def test_makes_what_all_makers_would_make(edition: str) -> None:
    """The pages are those that come of making every one of them again, and most of them are not made again."""
    project = load_example()
    book = choose(project, edition, date(2026, 5, 1)).book
    context, _ = make_context(book, load_catalog(book, project.templates), Renditions({}))
    rows = [make_groups(context, PAGE_MAKERS[part]) for part in order_parts(book)]
    rows.append(make_groups(context, BACK_PAGE_MAKERS))
    folds = choose_folds(context, [_list_models(row) for row in rows])
    assert folds
    folded = replace(context, folds=folds)
    kept = 0
    for row in rows:
        again, anew = fold_groups(folded, row), _list_models(make_groups(folded, [group.make for group in row]))
        assert (again, repr(again)) == (anew, repr(anew))
        kept += len({*map(id, again)} & {*map(id, _list_models(row))})
    assert kept > len(folds)


def _list_models(row: tuple[PageGroup, ...]) -> tuple[PageModel, ...]:
    return tuple(model for group in row for model in group.models)
