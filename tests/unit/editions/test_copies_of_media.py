"""A medium is withheld by its content: a copy of it under another name goes too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from lsbook.model.book import Book
from lsbook.model.story import Story
from tests.building import STORY, book_of, sight_of, story_in

HEAD = "---\ntitle: Home\npart: who-am-i\n---\n"
BYTES = "the very same bytes"
COPY = "2019/qzother.jpg"
KELLY = "- {id: kelly, name: Kelly, is: aunt, group: family%s}\n"
UNCLE = "- {id: uncle, name: Jo, is: uncle, group: family, hold: {reason: r, decided-by: S, look-again: 2030}}\n"
GATES = ("hold: {reason: r, decided-by: S, look-again: 2030}", "from-age: 13", "people: [uncle]")


def _story(folder: Path, files: dict[str, str], gate: str = GATES[0]) -> Story:
    """A story with a withheld photo, its copy in another folder, and ``files`` that show the copy."""
    media = {"media/secret.jpg": BYTES, f"media/{COPY}": BYTES, "media/third.jpg": "others of that size"}
    listed = {"media.yaml": f"- {{file: secret.jpg, shows: A door, {gate}}}\n{files.pop('media.yaml', '')}"}
    return story_in(folder, {"people.yaml": UNCLE, **media, **listed, **files})


def _shows(book: Book) -> list[str]:
    return [medium.file for medium in book.media]


PLACES: dict[str, dict[str, str]] = {
    "a list": {"media.yaml": f"- {{file: {COPY}, shows: A gate}}\n"},
    "the cover": {"story.yaml": f"{STORY}look:\n  cover: {COPY}\n"},
    "the child": {"story.yaml": STORY.replace("born:", f"photo: {COPY}\n  born:")},
    "a card": {"people.yaml": UNCLE + KELLY % f", photo: {COPY}"},
    "a keepsake": {"keepsakes.yaml": f"- {{id: cup, name: Cup, photo: {COPY}}}\n"},
    "a home": {"homes.yaml": f"- id: oak\n  name: Oak House\n  stays: [{{from: 2019, photos: [{COPY}]}}]\n"},
    "a moment": {"timeline.yaml": f"- {{when: 2019, what: You swam, photos: [{COPY}]}}\n"},
    "a scan": {"letters/a.md": f"---\nfrom: Jan\nkind: hello\nscan: {COPY}\n---\nHello.\n"},
    "a chapter": {"chapters/01-home.md": f"{HEAD}Words. ![a gate]({COPY})\n\n::: photos\n{COPY}\n:::\n"},
    "a recording": {"chapters/01-home.md": HEAD.replace("title", f"read-aloud: {COPY}\ntitle") + "Words.\n"},
    "words": {"people.yaml": f"{UNCLE}- id: kelly\n  name: Kelly\n  is: aunt\n  group: family\n"
                             f"  about: 'Words ![a gate]({COPY})'\n"},
}  # fmt: skip


@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("place", PLACES)
def test_a_copy_of_a_withheld_photo_is_nowhere(tmp_path: Path, place: str, gate: str) -> None:
    """A copy that no gate marks is shown in no place of the book, and where nothing is withheld it is shown."""
    assert _shows(book_of(_story(tmp_path / "a", dict(PLACES[place]), gate), "5-8")) == []
    assert COPY in _shows(book_of(_story(tmp_path / "b", dict(PLACES[place]), "from-age: 5"), "5-8"))


@pytest.mark.parametrize(("ending", "options"), [("JPEG", {"comment": b"five stars"}), ("PNG", {"dpi": (300, 300)})])
def test_a_remark_in_its_file_makes_no_other_picture(tmp_path: Path, ending: str, options: dict[str, object]) -> None:
    """A copy to which a program added a rating, a remark or a size for printing is withheld with its picture."""
    _story(tmp_path, {"media.yaml": f"- {{file: {COPY}, shows: A gate}}\n"})
    picture = Image.effect_noise((40, 30), 50)
    picture.save(tmp_path / "media" / "secret.jpg", ending)
    picture.save(tmp_path / "media" / COPY, ending, **options)
    assert _shows(book_of(story_in(tmp_path, {}), "5-8")) == []
    Image.effect_noise((40, 30), 50).save(tmp_path / "media" / COPY, ending, **options)
    assert _shows(book_of(story_in(tmp_path, {}), "5-8")) == [COPY]


def test_each_reader_is_asked_for(tmp_path: Path) -> None:
    """A copy marked for carers goes with a photo that is only the child's own, also from the record."""
    marked = {"media.yaml": f"- {{file: {COPY}, shows: A gate, also-for: [carers]}}\n"}
    story = _story(tmp_path, marked, "only-me: true, also-for: [carers]")
    shown = {name: _shows(book_of(story, name)) for name in ("5-8", "carers", "record")}
    assert shown == {"5-8": ["secret.jpg", COPY], "carers": [], "record": []}


def test_the_record_says_of_a_copy_that_it_is_held(tmp_path: Path) -> None:
    """The record shows what is held, and marks every copy of it as held."""
    story = _story(tmp_path, {"media.yaml": f"- {{file: {COPY}, shows: A gate}}\n"})
    assert [medium.hold is not None for medium in book_of(story, "record").media] == [True, True]


def test_explain_names_the_file_of_which_it_is_a_copy(tmp_path: Path) -> None:
    """The reason for a copy names the withheld file; a file of the same size with other content is seen."""
    more = f"- {{file: {COPY}, shows: A gate}}\n- {{file: third.jpg, shows: A tree}}\n"
    sight = sight_of(_story(tmp_path, {"media.yaml": more}), "5-8")
    why = {verdict.item.handle: verdict.reasons for verdict in sight.verdicts.values()}
    assert why[COPY] == ("It has the same content as secret.jpg, which is withheld.",)
    assert why["third.jpg"] == ()


def test_a_copy_that_nothing_names_changes_nothing(tmp_path: Path) -> None:
    """A file that the story does not name withholds nothing and is in no book."""
    story = _story(tmp_path, {"media.yaml": "- {file: third.jpg, shows: A tree}\n"})
    assert _shows(book_of(story, "5-8")) == ["third.jpg"]


def test_files_without_content_are_no_copies(tmp_path: Path) -> None:
    """Two empty files show nothing, so the one does not withhold the other."""
    listed = "- {file: a.jpg, shows: A, from-age: 13}\n- {file: b.jpg, shows: B}\n"
    story = story_in(tmp_path, {"media/a.jpg": "", "media/b.jpg": "", "media.yaml": listed})
    assert _shows(book_of(story, "5-8")) == ["b.jpg"]


def test_only_files_of_one_size_are_read(tmp_path: Path) -> None:
    """A medium whose size no other has gets no digest: a folder of photos costs no reading."""
    listed = "- {file: a.jpg, shows: A}\n- {file: b.jpg, shows: B}\n- {file: c.jpg, shows: C}\n"
    story = story_in(tmp_path, {"media/a.jpg": "1", "media/b.jpg": "22", "media/c.jpg": "33", "media.yaml": listed})
    assert [bool(medium.content_digest) for medium in story.media] == [False, True, True]


@pytest.mark.parametrize("edition", ["5-8", "13-17"])
def test_two_copies_are_withheld_until_both_may_be_seen(tmp_path: Path, edition: str) -> None:
    """Of two copies with different gates each waits for the other: what cannot be decided is withheld."""
    story = _story(tmp_path, {"media.yaml": f"- {{file: {COPY}, shows: A gate, from-age: 9}}\n"}, "from-age: 13")
    assert _shows(book_of(story, edition)) == ([] if edition == "5-8" else ["secret.jpg", COPY])
    assert _shows(book_of(story, "9-12")) == []
