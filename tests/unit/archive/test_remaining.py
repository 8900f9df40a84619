"""What remains of a story after cutting holds no name, file name or photo of anybody who is only-me."""

from __future__ import annotations

import base64
import gzip
import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from lsbook.model.problem import ProblemsFound
from tests.sharing import count_examples
from tests.unit.archive.archives import made
from tests.unit.archive.uncle_story import clear_story, draw_photo, problems_of, write_uncle_story

SAYS = "Then Lorcan rang twice about the weekend.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_uncle_story(tmp_path / "robin")


def pack(name: str, content: str | bytes) -> bytes:
    """A zip with one file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(name, content)
    return packed.getvalue()


NOISE = bytes(range(256)) * 40
NOTES: dict[str, bytes] = {
    "utf-8.txt": SAYS.encode(),
    "marked.md": SAYS.encode("utf-8-sig"),
    "utf-16.txt": SAYS.encode("utf-16"),
    "utf-16-le.txt": SAYS.encode("utf-16-le"),
    "utf-16-be.txt": SAYS.encode("utf-16-be"),
    "utf-32.txt": SAYS.encode("utf-32"),
    "utf-32-be.txt": SAYS.encode("utf-32-be"),
    "old.txt": f"Café: {SAYS}".encode("cp1252"),
    "two-ways.txt": b"hello\r\n" + SAYS.encode("utf-16-le"),
    "capitals.txt": SAYS.upper().encode(),
    "small.txt": SAYS.lower().encode(),
    "other-name.txt": b"Lol came.\n",
    "surname.txt": b"the Byrnes came\n",
    "owner.txt": "Lorcan’s coat\n".encode(),
    "joined.txt": b"write to lorcanbyrne@example.org\n",
    "broken.txt": b"Uncle Lorcan\n  Byrne\n",
    "unseen.txt": "Lor\u200bcan, Lor\u00adcan".encode(),
    "wide.txt": "Ｌｏｒｃａｎ".encode(),
    "file.txt": b"see lorcan.jpg\n",
    "list.yaml": b"people: [jan, lorcan]\n",
    "percent.txt": b"a/Lorc%61n/b\n",
    "entity.html": b"<p>Lorc&#97;n</p>\n",
    "bold.html": b"<p>Lor<b>can</b></p>\n",
    "escaped.json": b'{"who": "\\u004corcan"}\n',
    "mail.eml": b"Dear L=6Frcan and Lor=\ncan\n",
    "base64.txt": base64.b64encode(SAYS.encode()),
    "base64.eml": b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(SAYS.encode() * 5),
    "attached.eml": b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(pack("a.txt", SAYS * 9)),
    "report.docx": pack("word/document.xml", "<w:t>Lor</w:t><w:t>can</w:t>"),
    "deep.zip": pack("inner.zip", pack("a.txt", SAYS)),
    "named.zip": pack("lorcan.txt", "x"),
    "packed.gz": gzip.compress(SAYS.encode()),
    "old.doc": NOISE + SAYS.encode("utf-16-le") + NOISE,
    "program.dat": NOISE + b"On Sunday Lol rang and so did Jan" + NOISE,
    "lorcan-visit.txt": b"x",
    "LorcanByrne2026.csv": b"x",
    "locked.7z": b"7z\xbc\xaf\x27\x1c and no more",
    "torn.zip": pack("a.txt", "x" * 500)[:60],
}


def test_a_note_that_names_who_is_only_me_stops_the_archive(story: Path) -> None:
    """However notes are written or packed, the place of each is said, with what to do, where it names the person."""
    for file, content in NOTES.items():
        (story / "work" / file).write_bytes(content)
    problems = problems_of(story)
    assert {problem.at.path for problem in problems} == {f"work/{file}" for file in NOTES}
    assert all(problem.remedy for problem in problems)


def test_every_place_is_said_at_once_with_its_line(story: Path) -> None:
    """All files and lines come together, and the line is that of the file as it lies in the story."""
    (story / "work" / "a.txt").write_text("one\ntwo with Lorcan\nthree\nLol\n", "utf-8")
    (story / "policy.yaml").write_text("helplines:\n- {name: Lorcan, number: '1', checked: 2026-01-01}\n", "utf-8")
    people = (story / "people.yaml").read_text("utf-8")
    (story / "people.yaml").write_text(f"{people}- id: ash\n  name: Ash\n  is: Lorcan's cat\n  group: pets\n", "utf-8")
    line = people.count("\n") + 3
    places = {str(problem.at) for problem in problems_of(story)}
    assert places >= {"work/a.txt:2", "work/a.txt:4", f"people.yaml:{line}"}


def test_remarks_that_name_the_person_are_cut_and_no_others(story: Path) -> None:
    """A remark goes with the lines that belong to it, in any encoding, and everything else stays byte for byte."""
    people = (story / "people.yaml").read_text("utf-8")
    own = people[people.index("- id: lorcan") :]
    kept = people.replace(own, "").replace("group: home\n", "group: home\n  also-called: [J]{}\n")
    (story / "people.yaml").write_text(
        f"# ask Lorcan\n# about cake\n\n# stays\n{kept.format(' # Lol said so')}{own}\n# byrne again\n", "utf-8"
    )
    (story / "work" / "plan.md").write_text("# Plan\n<!-- ask Lorcan\ntwice -->Go on.\n", "utf-8")
    (story / "work" / "s.yaml").write_text("a: |  # Lol\n  # no remark\nb: 'x # y'\n#\n# Lol\n", "utf-8")
    (story / "work" / "u.yaml").write_bytes("a: 1\r\n# Lorcan\r\nb: 2\r\n".encode("utf-16"))
    left, remaining = clear_story(story)
    texts = {piece.path: piece.source.read_bytes() for piece in remaining.pieces}
    assert texts["people.yaml"].decode() == f"\n# stays\n{kept.format('')}\n"
    assert texts["work/plan.md"] == b"# Plan\nGo on.\n"
    assert texts["work/s.yaml"] == b"a: |\n  # no remark\nb: 'x # y'\n#\n"
    assert texts["work/u.yaml"] == "a: 1\r\nb: 2\r\n".encode("utf-16")
    assert {str(at) for at in left.remarks} >= {"people.yaml:1", "work/plan.md:2", "work/s.yaml:1", "work/u.yaml:2"}


def test_copies_of_the_photo_are_left_out_by_content(story: Path) -> None:
    """The same bytes anywhere, and the same picture in another form or size, are left out; another picture is not."""
    photo = draw_photo()
    (story / "work" / "photos").mkdir()
    for copy in ("work/photos/x.jpg", "media/copy-of.jpg"):
        shutil.copy(story / "media" / "lorcan.jpg", story / copy)
    photo.save(story / "media" / "again.png")
    photo.resize((160, 120)).save(story / "media" / "small.jpg", quality=60)
    photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(story / "media" / "another.jpg")
    _, remaining = clear_story(story)
    assert remaining.copies == ("media/again.png", "media/copy-of.jpg", "media/small.jpg", "work/photos/x.jpg")
    assert "media/another.jpg" in {piece.path for piece in remaining.pieces}


def test_a_picture_that_the_story_shows_saved_anew_is_said(story: Path) -> None:
    """A picture in other bytes cannot be left out unsaid where the book shows it: a person decides."""
    with Image.open(story / "media" / "lorcan.jpg") as picture:
        picture.save(story / "media" / "friend.png")
    (story / "media.yaml").write_text("- file: friend.png\n  shows: A friend\n", "utf-8")
    [problem] = problems_of(story)
    assert problem.at.path == "media/friend.png" and "media/lorcan.jpg" in problem.what


def photos() -> Iterator[tuple[str, dict[str, object]]]:
    """Photos with a name hidden in them, each in its own way."""
    artist, remark = Image.Exif(), Image.Exif()
    artist[0x013B] = "Lol"
    remark[0x9C9C] = "for Lol".encode("utf-16-le")
    text = PngInfo()
    text.add_text("a", "Lol there", zip=True)
    yield "a.jpg", {"exif": artist}
    yield "b.jpg", {"exif": remark}
    yield "c.jpg", {"comment": b"Lol here"}
    yield "d.png", {"pnginfo": text}


def test_a_name_hidden_in_a_photo_is_found(story: Path) -> None:
    """Who took it, remarks and texts of a picture are read, however short the name is."""
    for name, hidden in photos():
        draw_photo().rotate(180).save(story / "media" / name, **hidden)  # type: ignore[arg-type]
    paths = {problem.at.path for problem in problems_of(story)}
    assert paths == {f"media/{name}" for name, _ in photos()}


def test_chance_in_a_film_names_nobody(story: Path) -> None:
    """Three letters among a million bytes are no name, and six are, at the end of a long film too."""
    noise = (NOISE + b"\x00\xfflol\x01" + b"\xf1LOL\x02") * 1700
    film = story / "media" / "film.mp4"
    film.write_bytes(noise)
    assert problems_of(story) == ()
    film.write_bytes(noise + b"\x00\x01Lorcan\x02")
    assert [problem.at.path for problem in problems_of(story)] == ["media/film.mp4"]


@pytest.mark.parametrize(
    ("name", "innocent", "naming"),
    [
        ("Auntie May", "In May 2020 you may go. May I? On 3 May it rained. dismay", "Then May came."),
        ("Rose", "The sun rose. prose, arose", "We saw Rose."),
        ("Will", "Will you come? You will. goodwill", "I think Will came."),
        ("Ellen", "That is excellent.", "Ask ellen."),
        ("José Núñez", "Joseph came.", "jose rang"),
        ("Łucja", "Lucia", "LUCJA"),
    ],
)
def test_words_of_every_day_name_nobody(tmp_path: Path, name: str, innocent: str, naming: str) -> None:
    """A name that is also a word, or a part of one, is found where it is the name and not where it is the word."""
    story = write_uncle_story(tmp_path / "robin", name)
    note = story / "work" / "note.txt"
    note.write_text(innocent, "utf-8")
    assert problems_of(story) == ()
    note.write_text(f"{innocent}\n{naming}\n", "utf-8")
    assert [str(problem.at) for problem in problems_of(story)] == ["work/note.txt:2"]


def test_a_place_with_the_name_in_its_own_is_cleared_only_where_it_owns_it(tmp_path: Path) -> None:
    """Rose Cottage names no Rose, and a home that is called Rose's flat does."""
    story = write_uncle_story(tmp_path / "robin", "Rose")
    (story / "work" / "note.txt").write_text("We went to Rose Cottage.\n", "utf-8")
    for name, places in (("Rose Cottage", []), ("Rose's flat", ["homes.yaml:2", "work/note.txt:1"])):
        (story / "homes.yaml").write_text(f"- id: cottage\n  name: {name}\n  stays: [{{from: 2020}}]\n", "utf-8")
        assert [str(problem.at) for problem in problems_of(story)] == places


def test_the_id_of_somebody_is_found_where_it_is_a_word_too(tmp_path: Path) -> None:
    """In the worker's own pages an id stands by itself as a value or in brackets, and in a sentence it is a word."""
    story = write_uncle_story(tmp_path / "robin", "Rose")
    people = story / "people.yaml"
    people.write_text(people.read_text("utf-8").replace("id: lorcan", "id: rose"), "utf-8")
    for file, text in (
        ("a.yaml", "who:\n- [jan, rose]\n"),
        ("b.md", "See [[rose]].\n"),
        ("c.yaml", "a: The sun rose.\n"),
    ):
        (story / "work" / file).write_text(text, "utf-8")
    assert [str(problem.at) for problem in problems_of(story)] == ["work/a.yaml:2", "work/b.md:1"]


def test_somebody_else_of_that_name_can_be_cleared(story: Path) -> None:
    """What a worker has looked at (not-them), and names that others have too, stop nothing."""
    (story / "work" / "note.txt").write_text("Lorcan Road 5. Mr Byrne rang.\n", "utf-8")
    people = story / "people.yaml"
    people.write_text(
        people.read_text("utf-8") + "- {id: byrne, name: Mr Byrne, is: teacher, group: school}\n", "utf-8"
    )
    assert len(problems_of(story)) == 1
    top = (story / "story.yaml").read_text("utf-8")
    (story / "story.yaml").write_text(f"{top}not-them: {{words: Lorcan Road, reason: a street}}\n", "utf-8")
    assert problems_of(story) == ()


CODES = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1250", "mac_roman", "cp850")


@pytest.fixture(scope="module")
def story_of_zoe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_uncle_story(tmp_path_factory.mktemp("zoe") / "robin", "Zoë Hœk")


@settings(max_examples=count_examples(40), database=None, derandomize=True)
@given(code=st.sampled_from(CODES), before=st.text("abc é\n.", max_size=30), name=st.sampled_from(["Zoë Hœk", "ZOË"]))
def test_a_name_with_marks_is_found_in_every_alphabet(story_of_zoe: Path, code: str, before: str, name: str) -> None:
    """Whatever stands around it and whichever program wrote it, the name is found where the alphabet has it."""
    words = f"{before} {name} came to see us on Monday.\n".encode(code, "ignore")
    (story_of_zoe / "work" / "note.txt").write_bytes(words)
    assert {problem.at.path for problem in problems_of(story_of_zoe)} == {"work/note.txt"}


def test_the_authoritys_policy_is_searched_too(story: Path, tmp_path: Path) -> None:
    """What comes from beside the story, the policy and its templates, is looked through before it is archived."""
    policy = tmp_path / "authority.yaml"
    policy.write_text("# ask Lorcan\nhelplines: []\n", "utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        made(story, tmp_path / "shelf", "leave-out", policy)
    assert [str(problem.at) for problem in stopped.value.problems] == ["data/policy.yaml:1"]
