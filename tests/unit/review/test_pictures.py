"""Rules that know of a photo only once a book was made: how dark it is; and that a policy may refuse by any rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from lsbook.cache.folder import locate_cache
from lsbook.media import render
from lsbook.model.build import BuildRequest
from lsbook.pipeline import build, choose, choose_books, load
from tests.building import HEAD, MADE, describe_child, write_files
from tests.unit.review.stories import find_in

PHOTOS = (
    ("dark.jpg", 12, "shows: A boy with a dog, caption: Biscuit"),
    ("night.jpg", 12, "shows: A boy with a dog, caption: The night of the bonfire"),
    ("scan.jpg", 12, "shows: The scan of a baby, caption: You in March"),
    ("drawing.jpg", 12, "shows: A drawing of a black cat, caption: Tom"),
    ("light.jpg", 70, "shows: A boy with a dog, caption: Biscuit at home"),
)
"""Photos with how light they are (of 255) and what is said of them; of these the first alone is too dark."""


def _write_photo(folder: Path, level: int, size: tuple[int, int] = (640, 480), name: str = "a.jpg") -> None:
    (folder / "media").mkdir(exist_ok=True)
    Image.new("RGB", size, (level, level, level)).save(folder / "media" / name)


def test_a_photo_too_dark_to_see_who_is_in_it_is_noted(tmp_path: Path) -> None:
    """The worker that makes a photo measures it; a night or a drawing may be as dark as it is."""
    media = "".join(f"- {{file: {name}, {words}, when: 2024}}\n" for name, _, words in PHOTOS)
    files = {"story.yaml": describe_child(), "media.yaml": media}
    write_files(tmp_path, files)
    for name, level, _ in PHOTOS:
        _write_photo(tmp_path, level, name=name)
    assert "picture-dark" not in [finding.rule.id for finding in find_in(tmp_path, files)]
    book = choose(load(tmp_path, None), "9-12", MADE).book
    render([book], tmp_path, locate_cache(tmp_path), lambda _done, _total: None)
    [dark] = [finding.problem for finding in find_in(tmp_path, files) if finding.rule.id == "picture-dark"]
    assert (dark.at.path, dark.at.line) == ("media.yaml", 1)


@pytest.mark.parametrize("rule", ["picture-small", "picture-dark"])
def test_a_policy_may_refuse_a_photo_that_is_known_once_it_is_made(tmp_path: Path, rule: str) -> None:
    """Such a photo stops the book in which it stands, with its line, in the first build too, and no other book."""
    write_files(
        tmp_path,
        {
            "story.yaml": describe_child(),
            "policy.yaml": f"rules: [{{name: {rule}, severity: refuse}}]\n",
            "chapters/01.md": HEAD + "Hello.\n",
            "media.yaml": "- {file: a.jpg, shows: A boy, caption: You, when: 2024, from-age: 13}\n",
        },
    )
    _write_photo(tmp_path, 10, (300, 200))
    request = BuildRequest(tmp_path, ("9-12", "13-17"), tmp_path / "books", MADE)
    result = build(load(tmp_path, None), request, lambda _done, _total: None)
    assert [book.edition for book in result.books] == ["9-12"]
    assert [(problem.rule, problem.at.path, bool(problem.source)) for problem in result.refusals] == [
        (rule, "media.yaml", True)
    ]


def test_a_policy_may_refuse_a_book_that_is_not_full(tmp_path: Path) -> None:
    """What the plan asks for and the book for the telling age does not show stops that book alone."""
    plan = "plans: [{name: ours, title: Ours, holds: [birth, keepsakes]}]\n"
    write_files(
        tmp_path,
        {
            "story.yaml": describe_child(more="plan: ours\n"),
            "policy.yaml": plan + "rules: [{name: plan-part-missing, severity: refuse}]\n",
            "keepsakes.yaml": "- {id: bear, name: Your bear}\n",
        },
    )
    chosen = choose_books(load(tmp_path, None), ("5-8", "9-12"), MADE)
    assert [choice.book.edition.name for choice in chosen.books] == ["5-8"]
    assert [problem.rule for problem in chosen.refusals] == ["plan-part-missing"]
