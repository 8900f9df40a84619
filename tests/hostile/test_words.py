"""Words that would run, or reach out: in a chapter, a letter and every kind of YAML value."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lsbook.model.place import NotMade
from lsbook.model.site import Page
from lsbook.output.markup import read_page
from lsbook.reading import read, read_policy
from lsbook.shipped import shipped
from tests.hostile.stories import CHAPTER, build, picture, put, refused, story
from tests.hostile.tricks import CANARY, HOST, PICTURES, SHOWN, TRICKS
from tests.pages.site_reading import read as reread

pytestmark = pytest.mark.no_cover  # these take twice as long when they are measured, and reach nothing more

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
        page = reread(Page("x.html", file.read_text(encoding="utf-8")))
        assert not page.badly_nested
        found |= {(one.tag, name) for one in page.elements for name in ("", *one.attributes)}
        said = {name for one in page.elements for name, value in one.attributes.items() if CANARY in (value or "")}
        assert said <= {"alt", "aria-label"}
    return found


def readable(folder: Path, tricks: tuple[str, ...]) -> list[str]:
    """Those of ``tricks`` that a story may say; the others are refused in words when it is read."""
    policy = read_policy(shipped("templates") / "policy.yaml", None)
    kept = []
    for at, trick in enumerate(tricks):
        try:
            read(full(folder / str(at) / "story", [trick]), policy)
        except NotMade as stopped:
            assert all(problem.what and problem.remedy for problem in stopped.problems)
        else:
            kept.append(trick)
    return kept


def test_no_trick_becomes_an_element_an_attribute_or_an_address(tmp_path: Path) -> None:
    """A book full of tricks has the elements and attributes of a harmless one, and shows their words as words."""
    tricks = readable(tmp_path / "one", (*TRICKS, *SHOWN))
    assert len(tricks) >= 95
    assert build(full(tmp_path / "harmless" / "story", list(HARMLESS))).exit_code == 0
    allowed = elements(tmp_path / "harmless" / "story" / "books" / "9-12")
    said = build(full(tmp_path / "all" / "story", tricks))
    assert said.exit_code == 0, said.stderr
    book = tmp_path / "all" / "story" / "books" / "9-12"
    assert elements(book) - allowed == set()
    pages = {page: page.read_text(encoding="utf-8") for page in book.rglob("*.html")}
    for text in pages.values():
        assert not [one for one in read_page(text).addresses if HOST in one.address or ":" in one.address]
    words = "".join(pages.values())
    assert words.count("&lt;script&gt;document.title") > 100
    assert "{{ 7*7 }}" in words and "49" not in re.sub(r"[0-9a-f]{6,}", "", words)


@pytest.mark.parametrize("trick", PICTURES)
def test_a_picture_from_elsewhere_stops_the_book(tmp_path: Path, trick: str) -> None:
    """A picture that is no file of the story is refused with its line, wherever its address leads."""
    folder = story(tmp_path / "story")
    put(folder / "chapters" / "01.md", f"{CHAPTER}{trick}\n")
    said = refused(folder)
    assert "There is no file" in said
    assert "chapters/01.md:5:" in said


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16", "overlong", "null"])
def test_no_encoding_hides_a_script(tmp_path: Path, encoding: str) -> None:
    """Bytes that some program would read as other letters are words in a book, or no text at all."""
    folder = story(tmp_path / "story")
    script = f"<script>{CANARY}</script>"
    data = {
        "utf-7": (CHAPTER + script).encode("utf-7"),
        "utf-16": (CHAPTER + script).encode("utf-16"),
        "overlong": f"{CHAPTER}{script}".encode().replace(b"<", b"\xc0\xbc"),
        "null": f"{CHAPTER}{script}".encode().replace(b"<", b"<\0"),
    }
    put(folder / "chapters" / "01.md", data[encoding])
    build(folder)
    for page in folder.glob("books/9-12/**/*.html"):
        text = page.read_text(encoding="utf-8")
        assert set(re.findall("<script[^>]*>", text)) <= {"<script>", '<script type="application/json" id="places">'}
        assert not any(CANARY in script for script in re.findall("<script>(.*?)</script>", text, re.DOTALL))
