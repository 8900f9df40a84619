"""A story that says every trick in every place where words can stand, and its book."""

from __future__ import annotations

import json
from pathlib import Path

from lsbook.model.problem import ProblemsFound
from lsbook.model.site import make_page
from lsbook.pipeline import load
from tests.building import put
from tests.system.hostile.stories import CHAPTER, build, picture, story
from tests.system.hostile.tricks import CANARY, SHOWN, TRICKS
from tests.unit.pages.site_reading import read as reread

FEWEST = 95
"""Tricks that a story may say; the others are refused."""
HARMLESS = ("*Soft* **strong** `code` [words](https://example.org/) <https://example.org/>", "# Title", "![x](photo)")
BLOCKS = "# Title\n\n> quote\n\n- one\n- two\n\n1. one\n\n    code\n\none  \ntwo\n"


def yaml_files(words: list[str]) -> dict[str, str]:
    """Every kind of YAML entry, with each of ``words`` wherever words may stand."""
    said = [json.dumps(one, ensure_ascii=False) for one in words]
    plain = [json.dumps(one.replace("[[", "[ [").replace("\n", " "), ensure_ascii=False) for one in words]
    files: dict[str, list[str]] = {}
    by = [json.dumps(f"By {json.loads(one)}", ensure_ascii=False) for one in plain]
    for at, (one, name, who) in enumerate(zip(said, plain, by, strict=True)):
        entries = {
            "people.yaml": f"id: p{at}, name: {name}, is: {name}, group: friends, about: {one}, facts: [{{says: {one}, "
            f"source: {name}, decided-by: {who}}}], accounts: [{{by: {who}, says: {one}}}]",
            "homes.yaml": f"id: h{at}, name: {name}, about: {one}, stays: [{{from: '2019', why-came: {one}, "
            f"goodbye: {one}}}]",
            "schools.yaml": f"id: s{at}, name: {name}, about: {one}",
            "timeline.yaml": f"when: '2019', what: {one}, about: {one}",
            "keepsakes.yaml": f"id: k{at}, name: {name}, about: {one}, where-now: {one}",
            "questions.yaml": f"ask: {one}, status: answered, answer: {one}",
            "about-me.yaml": f"kind: like, what: {one}, said-by: {who}",
            "words.yaml": f"word: {name}, means: {one}",
        }
        for file, entry in entries.items():
            files.setdefault(file, []).append(f"- {{{entry}}}\n")
    files["media.yaml"] = [f"- {{file: photo, shows: {plain[0]}, caption: {said[0]}}}\n"]
    files["people.yaml"].append("- {id: jan, name: Jan, is: foster mum, group: home}\n")
    return {file: "".join(entries) for file, entries in files.items()}


def full(folder: Path, words: list[str]) -> Path:
    """A story that says each of ``words`` in every place that holds words.

    Its photo has a name without an ending, because a book may not say the name of a file.
    """
    story(folder)
    put(folder / "media" / "photo", picture())
    for file, text in yaml_files(words).items():
        put(folder / file, text)
    for at, one in enumerate(words):
        title = json.dumps(one.replace("\n", " "), ensure_ascii=False)
        put(folder / "chapters" / f"{at}.md", f"{CHAPTER.replace('Home', title)}{one}\n\n{BLOCKS}")
        put(folder / "letters" / f"{at}.md", f"---\nfrom: jan\nkind: hello\ntitle: {title}\n---\n{one}\n")
    return folder


def elements(book: Path) -> set[tuple[str, str]]:
    """Every element of a book with each of its attributes."""
    found = set()
    for file in book.rglob("*.html"):
        page = reread(make_page("x.html", file.read_text(encoding="utf-8")))
        assert not page.badly_nested
        found |= {(one.tag, name) for one in page.elements for name in ("", *one.attributes)}
        said = {name for one in page.elements for name, value in one.attributes.items() if CANARY in (value or "")}
        assert said <= {"alt", "aria-label"}
    return found


def list_loaded_scripts(book: Path) -> list[tuple[str, str]]:
    """Each page of a book that takes a script from another file, with the address of that file."""
    read = {file.name: reread(make_page("x.html", file.read_text(encoding="utf-8"))) for file in book.rglob("*.html")}
    return [
        (name, one.attributes["src"] or "")
        for name, page in read.items()
        for one in page.elements
        if one.tag == "script" and "src" in one.attributes
    ]


def readable(folder: Path, tricks: tuple[str, ...]) -> list[str]:
    """Those of ``tricks`` that a story may say; the others are refused in words when it is read."""
    kept = []
    for at, trick in enumerate(tricks):
        try:
            load(full(folder / str(at) / "story", [trick]), None)
        except ProblemsFound as stopped:
            assert all(problem.what and problem.remedy for problem in stopped.problems)
        else:
            kept.append(trick)
    return kept


def make_tricked(place: Path) -> None:
    """The story ``all``, full of tricks, and the story ``harmless``, each with its book."""
    tricks = readable(place / "one", (*TRICKS, *SHOWN))
    assert len(tricks) >= FEWEST
    for name, words in (("harmless", list(HARMLESS)), ("all", tricks)):
        said = build(full(place / name, words))
        assert said.exit_code == 0, said.stderr
