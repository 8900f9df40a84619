"""A small story with a person who is only-me, and what is left of it after cutting, without the record edition."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image

from lsbook.archive.private.private_items import find_private_items
from lsbook.archive.redact import RedactedSources, redact_sources
from lsbook.archive.search.remaining import RemainingSources, check_remaining
from lsbook.archive.sources import list_sources
from lsbook.model.problem import Problem, ProblemsFound
from lsbook.pipeline import load
from tests.building import describe_child

STORY = describe_child()
PEOPLE = """- id: jan
  name: Jan
  is: foster mum
  group: home
- id: lorcan
  name: Uncle Lorcan Byrne
  is: secret friend
  group: friends
  also-called: [Lol]
  photo: lorcan.jpg
  only-me: true
"""
CHAPTER = "---\ntitle: A day\npart: who-am-i\n---\nYou planted beans.\n"


def write_uncle_story(folder: Path, name: str = "Uncle Lorcan Byrne") -> Path:
    """The story in ``folder``; its person is called ``name``."""
    for inner in ("chapters", "media", "work"):
        (folder / inner).mkdir(parents=True)
    (folder / "story.yaml").write_text(STORY, "utf-8")
    (folder / "people.yaml").write_text(PEOPLE.replace("Uncle Lorcan Byrne", name), "utf-8")
    (folder / "chapters" / "01-day.md").write_text(CHAPTER, "utf-8")
    draw_photo().save(folder / "media" / "lorcan.jpg", quality=90)
    return folder


def draw_photo() -> Image.Image:
    """A picture with enough in it to be known again."""
    return _draw_pattern().copy()


@cache
def _draw_pattern() -> Image.Image:
    return Image.effect_mandelbrot((320, 240), (-2, -1.5, 1, 1.5), 60).convert("RGB")


def clear_story(story: Path) -> tuple[RedactedSources, RemainingSources]:
    """What an archive without the child's own would hold. Raises ``NotMade`` where there may be none."""
    project, sources = load(story, None), list_sources(story)
    own = find_private_items(project.story)
    kept = redact_sources(sources, project.story, own, story.parent / "bench")
    return kept, check_remaining(kept, sources, project.story, own, ())


def problems_of(story: Path) -> tuple[Problem, ...]:
    """Why there may be no archive; nothing where there may."""
    try:
        clear_story(story)
    except ProblemsFound as stopped:
        return stopped.problems
    return ()
