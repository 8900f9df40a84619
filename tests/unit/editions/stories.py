"""Small stories for the tests of the wall: read from text, chosen for one edition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from lsbook.editions import Visibility, choose, decide, make_edition, make_unapproved_edition
from lsbook.files.resources import find_resources
from lsbook.model.book import Book
from lsbook.model.edition import Policy
from lsbook.model.story import Story
from lsbook.pipeline import load
from lsbook.reading import read_policy

STORY = """child:
  name: Robin
  born: 2017-02-14
telling-age: {age: 10, decided-by: Sam, on: 2026-02-20}
approvals: [{edition: carers, by: Sam, on: 2026-03-01}]
"""
HEAD = "---\ntitle: Home\npart: who-am-i\n---\n"
MADE = date(2026, 11, 21)
MakeStory = Callable[[dict[str, str]], Story]


def policy() -> Policy:
    """The shipped policy."""
    return read_policy(find_resources("templates") / "policy.yaml", None)


def story_in(folder: Path, files: dict[str, str]) -> Story:
    """The story of ``files``, given by their paths; pictures need no bytes to be named."""
    for path, text in {"story.yaml": STORY, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return load(folder, None).story


def book_of(story: Story, edition: str) -> Book:
    """The book of ``story`` in the edition of that name. Raises ``NotMade``."""
    return choose(story, make_edition(story, policy(), edition), MADE)


def sight_of(story: Story, edition: str) -> Visibility:
    """The verdicts for the edition of that name, approved or not."""
    return decide(story, make_unapproved_edition(story, policy(), edition))
