"""A small made-up story: one photo, one piece of hard news, and words that an edition withholds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PIL import Image

from lsbook.pipeline import BuildRequest, build, load

MADE = date(2026, 3, 1)
TOLD, LATER, HARD = "qztold1z", "qzlater2z", "qzhard3z"
"""Canaries: in every book, in none before 13, and behind a heads-up."""

FILES = {
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


def write_story(folder: Path) -> Path:
    """The story as files in ``folder``."""
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "media").mkdir()
    for name, colour in (("garden.jpg", (20, 120, 40)), ("later.jpg", (90, 20, 20))):
        Image.new("RGB", (900, 600), colour).save(folder / "media" / name)
    return folder


def make_book(folder: Path, edition: str = "9-12", reader: str = "") -> Path:
    """The finished book of the story in ``folder``."""
    wish = BuildRequest(folder, (edition,), folder / "books", MADE, reader)
    outcome = build(load(folder, None), wish, lambda _done, _total: None)
    assert outcome.refusals == ()
    return outcome.books[0].output.folder
