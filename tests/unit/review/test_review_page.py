"""The page for whoever signs: what is on it, what never is, and where it does not go."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from lsbook.cli import main
from lsbook.exports.finished_book import find_no_copy_problem
from lsbook.files.resources import find_resources
from lsbook.pipeline import load
from lsbook.review.page import make_review_page, render_review
from lsbook.review.page.columns import AgeColumn, align_columns
from tests.building import HEAD, describe_child, put, write_files
from tests.unit.review.own_stories import OWN, write_own_story

TODAY = date(2026, 11, 21)
MEI = {
    "story.yaml": describe_child(9, "approvals: [{edition: carers, by: Sam, on: 2026-03-01}]\n"),
    "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n"
    "- {id: leo, name: Leo, is: friend, group: friends}\n"
    "- id: mum\n  name: Mum\n  is: birth mum\n  group: family\n  parent-of: [me]\n  facts:\n"
    "    - says: {4: Mum could not keep you safe., 13: Mum was dependent on alcohol.}\n"
    "      source: the judgment\n      decided-by: the court\n      heads-up: about Mum\n"
    "    - says: Mum has a sister.\n      hold: {reason: not asked yet, decided-by: Sam, look-again: 2027-01-05}\n",
    "questions.yaml": "- {ask: Where is Dad?, status: finding-out}\n",
    "media.yaml": "- {file: a.jpg, shows: Two children, people: [leo], caption: You and Leo, when: 2024}\n",
    "media/a.jpg": "a",
    "chapters/01.md": HEAD
    + "You live with Jan.\n\n::: from-age 13\nYour plan is long.\n:::\n\nThis is your placement.\n"
    '\n::: heads-up "about the move"\nIt was night.\n:::\n',
}


def _make_page(folder: Path, files: Mapping[str, str | bytes]) -> str:
    project = load(write_files(folder, files), None)
    return render_review(make_review_page(project, TODAY), project.templates)


def _read(page: str) -> str:
    """The words of a page, with one space between any two."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.split("<body>")[1]).split())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _make_page(tmp_path_factory.mktemp("mei"), MEI)


@pytest.mark.parametrize(
    "words",
    [
        "For workers only.",
        "To be looked at: harsh-word (chapters/01.md) This is your placement.",
        "On the door: about Mum . Not told in person yet. Who tells it:",
        "Mum · Mum has a sister. Not asked yet (decided by Sam; to be looked at again: 5 January 2027).",
        "Where is Dad? Finding out; nobody is named who answers.",
        "a.jpg Still to be asked, for Leo.",
        "Told as for 9 Decided by Sam on 20 February 2026.",
        "carers Sam, 1 March 2026.",
        "5-8 and 9-12 Mum could not keep you safe. 13-17 and 18-plus Mum was dependent on alcohol.",
        "source: the judgment decided by the court",
        "On hold: not asked yet (decided by Sam; to be looked at again: 5 January 2027) Mum has a sister.",
        "under-5, 5-8, 9-12, 13-17 and 18-plus Home You live with Jan. 13-17 and 18-plus Your plan is long.",
        "a.jpg media.yaml under-5, 5-8, 9-12, 13-17 and 18-plus Two children You and Leo",
        "who: Leo when: 2024 permission: still to be asked, for Leo",
        "Worker Second reader Manager",
    ],
)
def test_the_page_has_what_a_manager_signs_for(page: str, words: str) -> None:
    """Words of all ages, holds with reasons, hard news, gaps, permissions, approvals, findings and lines to sign."""
    assert words in _read(page)


def test_the_page_needs_no_script_and_no_network(page: str) -> None:
    """It runs nothing, loads nothing, and says in its head that it is for workers."""
    assert "script-src 'none'" in page and "default-src 'none'" in page and "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#|data:image/jpeg;base64,)", page)
    assert "For workers" in page.split("</title>", maxsplit=1)[0]


PHOTOS = {
    "story.yaml": MEI["story.yaml"],
    "people.yaml": MEI["people.yaml"],
    "media.yaml": "- {file: a.jpg, shows: {4: A cake, 9: A cake with six candles}, people: [jan], when: May 2024, "
    "permission: [{by: Jan, on: 2026-01-09}]}\n"
    "- {file: b.jpg, shows: A dark street, hold: {reason: not asked yet, decided-by: Sam}}\n"
    "- {file: c.jpg, shows: A zorblat, only-me: true}\n- {file: d.jpg, shows: A gate}\n"
    "- {file: e.jpg, decorative: true}\n",
    "media/d.jpg": "no photo at all",
    "chapters/01.md": HEAD + "You live with Jan. ![Her zorblat](c.jpg)\n\n::: only-me\n![A dog](f.jpg)\n:::\n",
}
COLOURS = {"a": (250, 20, 20), "b": (20, 250, 20), "c": (20, 20, 250), "e": (240, 240, 20), "f": (20, 240, 240)}


def _draw_photo(colour: tuple[int, int, int]) -> bytes:
    """Return a large photo that says in itself where it was taken."""
    tags = Image.Exif()
    tags[271], tags[34853] = "Zorbcam", {1: "N", 2: (53.0, 47.0, 11.0)}
    kept = io.BytesIO()
    Image.new("RGB", (1200, 900), colour).save(kept, "JPEG", exif=tags, comment=b"Zorbcam")
    return kept.getvalue()


def _read_pictures(page: str) -> list[tuple[str, Image.Image]]:
    """Return the pictures that a page carries, each with the words for those who cannot see it."""
    found = re.findall(r"<img class=\"photo\" src=\"data:image/jpeg;base64,([^\"]+)\"[^>]* alt=\"([^\"]*)\"", page)
    assert len(found) == page.count("<img")
    return [(words, Image.open(io.BytesIO(base64.b64decode(data)))) for data, words in found]


@pytest.fixture(scope="module")
def photo_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    photos = {f"media/{name}.jpg": _draw_photo(colour) for name, colour in COLOURS.items()}
    return _make_page(tmp_path_factory.mktemp("photos"), {**PHOTOS, **photos})


def test_each_photo_is_shown_small_beside_its_words(photo_page: str) -> None:
    """What is told and what is on hold are shown, and nothing that is the child's alone: as small pictures of ours."""
    pictures = _read_pictures(photo_page)
    assert [words for words, _ in pictures] == ["A cake", "A dark street", ""]
    for (_, picture), name in zip(pictures, "abe", strict=True):
        assert picture.format == "JPEG" and picture.size == (240, 180)
        assert not picture.getexif() and "comment" not in picture.info and "exif" not in picture.info
        seen = picture.convert("RGB").getpixel((120, 90))
        assert isinstance(seen, tuple)
        assert all(abs(level - meant) < 12 for level, meant in zip(seen, COLOURS[name], strict=True))
    assert "img-src data:" in photo_page and "zorb" not in photo_page.casefold()
    assert len(photo_page) < 40_000


@pytest.mark.parametrize(
    "words",
    [
        "5-8 A cake",
        "who: Jan when: May 2024 permission: Jan, 9 January 2026",
        "On hold: not asked yet (decided by Sam; no day to look again) A dark street",
        "who: nobody is named when: not said permission: none is written down, and none is known to be needed",
        "says nothing: a picture between the words",
        "not shown here: ",
    ],
)
def test_a_photo_says_who_when_and_who_said_yes(photo_page: str, words: str) -> None:
    """Beside its words of every age stand who is in it, when it was, the permission, and why it cannot be shown."""
    assert words in _read(photo_page)


def test_a_film_is_not_made_for_the_page(tmp_path: Path) -> None:
    """A film of which no book was made is named without a picture: nobody waits minutes for a page."""
    film = (find_resources("example-child") / "media" / "2024" / "kite.mp4").read_bytes()
    page = _make_page(tmp_path, MEI | {"media.yaml": "- {file: a.mp4, shows: A kite}\n"} | {"media/a.mp4": film})
    assert "a.mp4" in page and "<img" not in page
    assert not list((tmp_path / ".lsbook").rglob("*.mp4"))


def _expect_nothing_own(folder: Path, seed: int) -> None:
    pages = []
    for name, with_own in (("whole", True), ("less", False)):
        project = load(write_own_story(folder / name, seed, with_own=with_own), None)
        pages.append(render_review(make_review_page(project, TODAY), project.templates))
    assert OWN not in pages[0].casefold()
    assert pages[0] == pages[1]


@pytest.mark.parametrize("seed", range(2))
def test_nothing_that_is_only_the_childs_is_on_it(tmp_path: Path, seed: int) -> None:
    """The page is byte for byte the same where all that is only-me was deleted, wherever that stood."""
    _expect_nothing_own(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 66))
def test_nothing_that_is_only_the_childs_is_on_many(tmp_path: Path, seed: int) -> None:
    """The same holds in many more made-up stories."""
    _expect_nothing_own(tmp_path, seed)


def test_a_refusal_of_what_is_only_the_childs_is_not_on_it(tmp_path: Path) -> None:
    """What refuses a book is said by check, and not on this page where it is only the child's."""
    secret = {"story.yaml": describe_child(), "chapters/01.md": HEAD + "::: only-me\nYou moved to LA1 1AA.\n:::\n"}
    assert "LA1" not in _make_page(tmp_path, secret)


@pytest.mark.parametrize("words", ["[[zorblat]] came to tea.", "Ducks! Zorblat likes them.", "Zorblats came."])
def test_a_sentence_that_names_what_is_only_the_childs_makes_no_page(tmp_path: Path, words: str) -> None:
    """The name of a friend who is only-me stands on no page for workers: the sentence is said, and nothing is made."""
    friend = "- {id: zorblat, name: Zorblat, is: friend, group: friends, only-me: true}\n"
    write_files(tmp_path, MEI | {"people.yaml": MEI["people.yaml"] + friend, "chapters/01.md": f"{HEAD}{words}\n"})
    result = CliRunner().invoke(main, ["review", str(tmp_path)])
    assert result.exit_code == 1 and "chapters/01.md:5:" in result.output
    assert not (tmp_path / "work").exists()
    beside = CliRunner().invoke(main, ["explain", str(tmp_path), "--beside", str(tmp_path)])
    assert beside.exit_code == 1 and "Nothing can be compared yet" in beside.output


def _review(folder: Path, *options: str) -> Result:
    write_files(folder, MEI)
    return CliRunner().invoke(main, ["review", str(folder), "--date", "2026-11-21", *options])


def test_the_page_goes_where_it_is_asked_for_and_is_made_again(tmp_path: Path) -> None:
    """Without a name it is in work/; an older page of the kind gives way, and the same input gives the same bytes."""
    assert _review(tmp_path).exit_code == 0
    first = (tmp_path / "work" / "review.html").read_bytes()
    assert _review(tmp_path, "--to", str(tmp_path / "work" / "review.html")).exit_code == 0
    assert (tmp_path / "work" / "review.html").read_bytes() == first


@pytest.mark.parametrize(
    ("place", "prepare"),
    [
        ("books/review.html", lambda folder: None),
        ("books/9-12/pages/review.html", lambda folder: None),
        ("stick/book/review.html", lambda folder: put(folder / "stick/book/book.sha256", "")),
        ("notes.html", lambda folder: put(folder / "notes.html", "mine")),
    ],
)
def test_the_page_goes_into_no_book_and_over_nothing(
    tmp_path: Path, place: str, prepare: Callable[[Path], object]
) -> None:
    """A book's folder, a copy of one, and a file that is something else are refused in a sentence."""
    prepare(tmp_path)
    result = _review(tmp_path, "--to", str(tmp_path / place))
    assert result.exit_code == 1 and "No page is made" in result.output
    assert not (tmp_path / place).exists() or (tmp_path / place).read_text(encoding="utf-8") == "mine"


def test_a_story_that_cannot_be_read_makes_no_page(tmp_path: Path) -> None:
    """Its problems are said, and no file is written."""
    write_files(tmp_path, MEI | {"timeline.yaml": "- {when: soonish, what: You swam.}\n"})
    result = CliRunner().invoke(main, ["review", str(tmp_path)])
    assert result.exit_code == 1 and "timeline.yaml:1" in result.output and not (tmp_path / "work").exists()


def test_of_a_book_with_such_a_page_in_it_no_copy_is_made(page: str, tmp_path: Path) -> None:
    """Where somebody put the page into a book's folder, handing that book over is refused and the page is named."""
    put(tmp_path / "pages" / "for-sam.html", page)
    put(tmp_path / "index.html", "<title>Robin</title>")
    problem = find_no_copy_problem(tmp_path, {"index.html"})
    assert problem is not None and "pages/for-sam.html" in problem.what
    (tmp_path / "pages" / "for-sam.html").unlink()
    assert find_no_copy_problem(tmp_path, {"index.html"}) is None


def test_words_that_all_ages_share_stand_once() -> None:
    """Ages with the same words share a column, and only what differs stands side by side."""
    readings = [("5-8", ("a", "b", "e")), ("9-12", ("a", "c", "e")), ("13-17", ("a", "c", "e"))]
    assert align_columns(readings, [("under-5", "no")]) == (
        (AgeColumn("under-5", (), "no"), AgeColumn("5-8, 9-12 and 13-17", ("a",))),
        (AgeColumn("5-8", ("b",)), AgeColumn("9-12 and 13-17", ("c",))),
        (AgeColumn("5-8, 9-12 and 13-17", ("e",)),),
    )
    assert align_columns([], []) == ()
