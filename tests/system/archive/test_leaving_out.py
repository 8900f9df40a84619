"""What is only-me in an archive: asked for by name, never in the record, and left out without touching the rest."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from msgspec import Struct

from lsbook.archive import restore
from lsbook.archive.private.private_items import find_private_items
from lsbook.archive.redact import redact_sources
from lsbook.archive.sources import list_sources
from lsbook.archive.verify_redaction import verify_redaction
from lsbook.model.problem import ProblemsFound
from lsbook.pipeline import load
from tests.system.archive.own_story import TEXTS, left_of, whole, write_own_story
from tests.system.wall.data import Tale, Wanted
from tests.system.wall.searching import CANARY, canaries
from tests.system.wall.tales import tales
from tests.system.wall.workshop import Workshop
from tests.unit.archive.archives import files_in, made, said

MANY = settings(
    deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck), print_blob=True
)
MARKS = re.compile(r"only-me(?:: (?:true|yes)|=true|$)", re.MULTILINE)


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_own_story(tmp_path_factory.mktemp("own") / "robin")


@pytest.fixture
def story(stories: Path, tmp_path: Path) -> Path:
    """The story with something that is the child's own in every place, to be changed at will."""
    return Path(shutil.copytree(stories, tmp_path / "robin"))


def canaries_in(folder: Path) -> set[str]:
    """Every canary in the names and bytes below ``folder``, however its letters are kept."""
    canaries_left = set()
    for path, content in files_in(folder).items():
        for text in (path, content.decode("utf-8", "replace"), content.decode("utf-16-le", "replace")):
            canaries_left |= set(CANARY.findall(text.casefold()))
    return canaries_left


def test_exactly_what_is_the_childs_own_is_left_out(story: Path, tmp_path: Path) -> None:
    """From every place and in every way of writing it is cut, and all else comes back byte for byte."""
    expected = left_of(story)
    place = made(story, tmp_path / "shelf", "leave-out").place
    restore(place, tmp_path / "back", lambda _done, _total: None)
    assert files_in(tmp_path / "back") == expected
    assert "Only-Me: left out\n" in (place / "bag-info.txt").read_text(encoding="utf-8")


def test_no_word_of_it_is_anywhere_in_the_archive(story: Path, tmp_path: Path) -> None:
    """No canary from what is only-me is in any byte or name of the archive: sources, record, lists or metadata."""
    place = made(story, tmp_path / "shelf", "leave-out").place
    assert len(canaries_in(story)) > 60
    assert canaries_in(place) == set()


def test_kept_it_is_in_the_sources_only(story: Path, tmp_path: Path) -> None:
    """Kept, every byte of the sources comes back, and the record edition still holds no canary."""
    before = files_in(story)
    place = made(story, tmp_path / "shelf", "keep").place
    restore(place, tmp_path / "back", lambda _done, _total: None)
    assert files_in(tmp_path / "back") == {path: of for path, of in before.items() if path != "media/Thumbs.db"}
    assert canaries_in(place / "data" / "record") == set()
    assert canaries_in(place / "data" / "story") == canaries_in(story)


def test_the_record_is_the_same_either_way(story: Path, tmp_path: Path) -> None:
    """The record edition tells byte for byte the same, whether what is only-me is kept or left out."""
    kept, left = (made(story, tmp_path / choice, choice).place for choice in ("keep", "leave-out"))
    assert files_in(kept / "data" / "record") == files_in(left / "data" / "record")


def test_without_a_choice_each_is_named(story: Path, tmp_path: Path) -> None:
    """Everything that is marked, in every file, is listed with its line, and nothing is archived."""
    result = said("archive", story, "--to", tmp_path / "shelf")
    assert result.exit_code == 1 and not (tmp_path / "shelf").exists()
    named = re.findall(r"^(\S+?):(?:\d+:)? ?.*\n.*(?<!that) is only-me\.$", result.output, re.MULTILINE)
    marked = [
        path for path, text in TEXTS.items() if path.endswith((".yaml", ".md")) for _ in MARKS.findall(whole(text))
    ]
    assert sorted(named) == sorted(marked)
    assert len(marked) > 25
    for file in ("qzphoto1z.png", "qzphoto4z.png", "qzscan1z.png", "qzsound1z.mp3", "qzpages1z.json"):
        assert file in result.output
    assert (
        "Ask the child about it. Then choose for all of them: --only-me keep, or --only-me leave-out." in result.output
    )


@pytest.mark.slow
def test_the_example_without_what_is_mayas_own(example: Path, tmp_path: Path) -> None:
    """The example child's archive lacks exactly the lines and the drawing that are only-me."""
    story = Path(shutil.copytree(example, tmp_path / "maya"))
    place = made(story, tmp_path / "shelf", "leave-out").place
    sources, left = files_in(story, but=("books", ".lsbook")), files_in(place / "data" / "story")
    assert sources.keys() - left.keys() == {"media/my-drawing.gif"}
    gone = {path: _lines_gone(sources[path], left[path]) for path in left if left[path] != sources[path]}
    assert {path: len(lines) for path, lines in gone.items()} == {
        "about-me.yaml": 6,
        "chapters/01-right-now.md": 15,
        "chapters/15-where-you-are-going.md": 1,
        "homes.yaml": 5,
        "keepsakes.yaml": 5,
        "media.yaml": 5,
        "questions.yaml": 7,
        "timeline.yaml": 4,
    }
    assert gone["chapters/15-where-you-are-going.md"] == [b"![Your drawing of home](my-drawing.gif)\n"]


def _lines_gone(before: bytes, after: bytes) -> list[bytes]:
    """The lines of ``before`` that are not in ``after``, whose lines all stand in ``before`` in the same order."""
    lines, gone = iter(before.splitlines(keepends=True)), []
    for line in after.splitlines(keepends=True):
        while (other := next(lines)) != line:
            gone.append(other)
    return gone + list(lines)


@pytest.mark.unmeasured
def test_made_up_stories_without_the_childs_own(tmp_path: Path) -> None:
    """In stories that are made up at random, each that is left over is proved, and holds no canary of what is gone."""
    workshop = Workshop(tmp_path)
    proved: list[str] = []

    @seed(7)
    @settings(MANY, max_examples=25)
    @given(tales("record"))
    def left_out(case: tuple[Tale, Wanted]) -> None:
        tale, wanted = case
        story = workshop.pair(tale, wanted).whole
        project = load(story, None)
        bench = story.parent / "bench"
        pieces = redact_sources(list_sources(story), project.story, find_private_items(project.story), bench).pieces
        verify_redaction(project, pieces, bench, None)
        own, rest = canaries_by_owner([tale.top, tale.lists, tale.chapters, tale.letters])
        texts = [piece.source.read_text("utf-8") for piece in pieces if piece.path.endswith((".yaml", ".md", ".vtt"))]
        assert canaries([*texts, *(piece.path for piece in pieces)]) & (own - rest) == set()
        proved.extend(own - rest)

    left_out()
    assert len(proved) > 200


def canaries_by_owner(value: object, mine: bool = False) -> tuple[set[str], set[str]]:
    """The canaries of a made-up story that stand in something only-me, and those that stand outside."""
    if isinstance(value, dict):
        mine = mine or "only-me" in value
        parts = [*value, *value.values()]
    elif isinstance(value, Struct):
        parts = list(vars(value).values())
    elif isinstance(value, list | tuple):
        parts = list(value)
    else:
        marks = canaries([str(value)])
        return (marks, set()) if mine else (set(), marks)
    own, rest = set[str](), set[str]()
    for part in parts:
        inner_own, inner_rest = canaries_by_owner(part, mine)
        own, rest = own | inner_own, rest | inner_rest
    return own, rest


CHAPTER = "---\ntitle: A day\npart: who-am-i\n---\n"


@pytest.mark.parametrize(
    ("path", "text", "at", "words"),
    [
        (
            "chapters/03.md",
            f"{CHAPTER}::: tell 4\nYou met [[lou]].\n:::\n::: tell 9\nYou met.\n:::\n",
            "chapters/03.md:6",
            "[[lou]], which is only-me",
        ),
        (
            "chapters/03.md",
            f"{CHAPTER}::: tell 4\nFour.\n:::\n::: only-me\nMine.\n:::\n::: tell 9\nNine.\n:::\n",
            "the record edition",
            'something else, in its chapters ("A day")',
        ),
        (
            "chapters/03.md",
            f"{CHAPTER}- one\n- two\n\n::: only-me\nMine.\n:::\n\n- three\n",
            "the record edition",
            'something else, in its chapters ("A day")',
        ),
        (
            "chapters/03.md",
            f"{CHAPTER}::: tell only-me=true 9\nMine.\n:::\n",
            "chapters/03.md:5",
            "cannot take the words out of this block",
        ),
        (
            "schools.yaml",
            "- id: hill\n  name: Hill School\n  people:\n    - - lou\n",
            "schools.yaml:4",
            "cannot take it out of its line",
        ),
    ],
)
def test_what_cannot_be_left_out_is_refused(
    story: Path, tmp_path: Path, path: str, text: str, at: str, words: str
) -> None:
    """Where a cut would change what the rest tells, or cannot be made, the place is said and nothing is archived."""
    (story / path).write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        made(story, tmp_path / "shelf", "leave-out")
    [problem] = stopped.value.problems
    assert (str(problem.at), words in problem.what, bool(problem.remedy)) == (at, True, True)
    assert not (tmp_path / "shelf").exists()
    assert made(story, tmp_path / "shelf", "keep").files > 20


def test_the_choice_is_not_written_down_where_there_was_none(tmp_path: Path) -> None:
    """A story in which nothing is only-me says so, whatever was chosen."""
    (story := tmp_path / "robin").mkdir()
    (story / "story.yaml").write_text("child: {name: Robin, born: 2017}\ntelling-age: 9\n", encoding="utf-8")
    place = made(story, tmp_path / "shelf", "leave-out").place
    assert "Only-Me: none\n" in (place / "bag-info.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["about-me.yaml.bak", "chapters/02-b.md~", "work/sessions/1.md"])
def test_a_file_that_repeats_what_is_left_out_is_named(story: Path, tmp_path: Path, file: str) -> None:
    """Backups and the workers' own pages are not cut: where a sentence of the child's own stands in one, it is said."""
    own = "Behind the shed I keep my secret\ncollection of snails."
    (story / "chapters" / "77-own.md").write_text(
        f"---\ntitle: Mine\npart: who-am-i\nonly-me: true\n---\n{own}\n", "utf-8"
    )
    (story / file).parent.mkdir(parents=True, exist_ok=True)
    (story / file).write_text("She said: behind the shed I keep my secret collection of snails.", "utf-8")
    with pytest.raises(ProblemsFound) as stopped:
        made(story, tmp_path / "shelf", "leave-out")
    assert [str(problem.at) for problem in stopped.value.problems] == [file]
