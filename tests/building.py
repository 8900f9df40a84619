"""Small stories about Robin: written from a few words, read, chosen for an edition, built."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PIL import Image

from lsbook.editions import Visibility, choose, decide, make_edition, make_unapproved_edition
from lsbook.files.resources import find_resources
from lsbook.model.book import Book
from lsbook.model.build import BuildRequest
from lsbook.model.edition import Policy
from lsbook.model.story import Story
from lsbook.pipeline import build, load
from lsbook.reading import read_policy


def describe_child(age: int = 9, more: str = "") -> str:
    """The text of ``story.yaml``, with ``more`` lines behind what every story needs."""
    child = "child:\n  name: Robin\n  born: 2017-02-14\n"
    return f"{child}telling-age: {{age: {age}, decided-by: Sam, on: 2026-02-20}}\n{more}"


STORY = describe_child(10, "approvals: [{edition: carers, by: Sam, on: 2026-03-01}]\n")
"""May be told to the carers too."""
HEAD = "---\ntitle: Home\npart: who-am-i\n---\n"
"""What a chapter begins with."""
MADE, BUILT = date(2026, 11, 21), date(2026, 3, 1)
"""The days of books that are chosen and of those that are built."""
TOLD, LATER, HARD = "qztold1z", "qzlater2z", "qzhard3z"
"""Canaries in the story of Robin's garden: in every book, in none before 13, and behind a heads-up."""
GARDEN = {
    "story.yaml": "child: {name: Robin, born: 2017-02-14, photo: garden.jpg}\n"
    "telling-age: {age: 9, decided-by: Sam, on: 2026-02-20}\ntalk-to: [jan]\n",
    "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n"
    f"- {{id: ade, name: Ade {LATER}, is: police officer, group: helpers, from-age: 13}}\n",
    "media.yaml": f"- {{file: garden.jpg, shows: Robin in a garden, caption: The beans came up {TOLD}}}\n"
    f"- {{file: later.jpg, shows: A street {LATER}, from-age: 13}}\n",
    "chapters/01-garden.md": f"---\ntitle: Your garden\npart: who-am-i\n---\nYou planted beans. {TOLD}\n\n"
    f"![Robin](garden.jpg)\n\n::: from-age 13\nThe other half {LATER}.\n:::\n",
    "chapters/02-night.md": "---\ntitle: The night you left\npart: how-i-got-here\nheads-up: about the night you left\n"
    f"told: {{by: Sam, on: 2026-02-20}}\n---\nIt was dark. {HARD}\n",
}


def put(file: Path, content: str | bytes) -> Path:
    """Write ``file`` with its folders."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write ``files``, given by their paths, into ``folder``."""
    for path, content in files.items():
        put(folder / path, content)
    return folder


def policy() -> Policy:
    """The shipped policy."""
    return read_policy(find_resources("templates") / "policy.yaml", None)


def story_in(folder: Path, files: Mapping[str, str | bytes]) -> Story:
    """The story of ``files``, given by their paths; pictures need no bytes to be named."""
    return load(write_files(folder, {"story.yaml": STORY, **files}), None).story


def book_of(story: Story, edition: str) -> Book:
    """The book of ``story`` in the edition of that name. Raises ``ProblemsFound``."""
    return choose(story, make_edition(story, policy(), edition), MADE)


def sight_of(story: Story, edition: str) -> Visibility:
    """The verdicts for the edition of that name, approved or not."""
    return decide(story, make_unapproved_edition(story, policy(), edition))


def write_story(folder: Path) -> Path:
    """The story of Robin's garden as files: one photo, one piece of hard news, and words that an edition withholds."""
    write_files(folder, GARDEN)
    (folder / "media").mkdir()
    for name, colour in (("garden.jpg", (20, 120, 40)), ("later.jpg", (90, 20, 20))):
        Image.new("RGB", (900, 600), colour).save(folder / "media" / name)
    return folder


def make_book(folder: Path, edition: str = "9-12", reader: str = "") -> Path:
    """The finished book of the story in ``folder``."""
    request = BuildRequest(folder, (edition,), folder / "books", BUILT, reader)
    result = build(load(folder, None), request, lambda _done, _total: None)
    assert result.refusals == ()
    return result.books[0].output.folder
