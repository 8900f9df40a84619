"""What was made before is not made again, and what is gone from the story is forgotten."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest

from lsbook.cache.sealed import read_sealed, write_sealed
from lsbook.media import render
from lsbook.model.media import Renditions
from lsbook.model.problem import ProblemsFound
from tests.unit.media.photos import encoded, scene
from tests.unit.media.processes import children
from tests.unit.media.stories import book_of, finished, put, render_media, render_story, widths

PHOTO = encoded(scene(800, 600), "JPEG")
OTHER = encoded(scene(700, 500), "PNG")


def pictures(story: Path) -> dict[str, int]:
    """Every remembered picture, and when it was written, in nanoseconds."""
    return {str(file): file.stat().st_mtime_ns for file in sorted((story / ".lsbook").rglob("*.jpg"))}


def count_workers(story: Path, *files: str) -> tuple[Renditions, int]:
    """The renditions, and how many processes were at work for them."""
    seen: set[int] = set()
    renditions = render(
        [book_of(*files)],
        story,
        story / ".lsbook",
        lambda done, total: seen.update(children()),
    )
    return renditions, len(seen)


def test_the_second_build_decodes_nothing(tmp_path: Path) -> None:
    """What is remembered is neither decoded nor written again."""
    put(tmp_path, {"a.jpg": PHOTO, "b.png": OTHER})
    first, at_first = count_workers(tmp_path, "a.jpg", "b.png")
    before = pictures(tmp_path)
    second, at_second = count_workers(tmp_path, "a.jpg", "b.png")
    assert (second, pictures(tmp_path)) == (first, before)
    assert at_first > 0
    assert at_second == 0


def test_every_file_is_counted_once(tmp_path: Path) -> None:
    """Progress runs from the first file to the last, for good, bad, double and remembered files alike."""
    put(tmp_path, {"a.jpg": PHOTO, "again.jpg": PHOTO, "b.png": OTHER, "bad.jpg": b""})
    books = [book_of("a.jpg", "again.jpg", "bad.jpg"), book_of("b.png", "a.jpg")]
    for _ in range(2):
        ticks: list[tuple[float, int]] = []
        render(books, tmp_path, tmp_path / ".lsbook", lambda done, total, to=ticks: to.append((done, total)))  # type: ignore[misc]
        assert ticks == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_one_photo_in_many_books_is_one_rendition(tmp_path: Path) -> None:
    """A photo that several editions show, under one name or two, is decoded once for all of them."""
    put(tmp_path, {"a.jpg": PHOTO, "copy.jpg": PHOTO})
    renditions = render(
        [book_of("a.jpg"), book_of("copy.jpg", "a.jpg")], tmp_path, tmp_path / ".lsbook", lambda done, total: None
    )
    assert renditions.by_file["a.jpg"] == renditions.by_file["copy.jpg"]
    assert len(pictures(tmp_path)) == 2


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    """Renditions depend on the photo alone: two stories give the same names and the same bytes."""
    one = render_media(tmp_path / "one", {"a.jpg": PHOTO, "b.png": OTHER})
    two = render_media(tmp_path / "two", {"x.png": OTHER, "y.jpg": PHOTO})
    for here, there in (("a.jpg", "y.jpg"), ("b.png", "x.png")):
        assert [each.name for each in widths(one, here)] == [each.name for each in widths(two, there)]
        assert [each.file.read_bytes() for each in widths(one, here)] == [
            each.file.read_bytes() for each in widths(two, there)
        ]


@pytest.mark.parametrize("harm", ["missing", "truncated", "flipped", "record", "folder"])
def test_a_damaged_memory_is_made_again(tmp_path: Path, harm: str) -> None:
    """A remembered picture that is missing, cut short or changed is made again, and is then as it was."""
    first = render_media(tmp_path, {"a.jpg": PHOTO})
    file = widths(first, "a.jpg")[-1].file
    content = file.read_bytes()
    if harm == "missing":
        file.unlink()
    elif harm == "truncated":
        file.write_bytes(content[:-100])
    elif harm == "flipped":
        file.write_bytes(content[:500] + bytes([content[500] ^ 1]) + content[501:])
    elif harm == "record":
        (file.parent / "record.json").write_text("{", encoding="utf-8")
    else:
        shutil.rmtree(file.parent)
    assert render_story(tmp_path, "a.jpg") == first
    assert file.read_bytes() == content


@pytest.mark.parametrize("planted", ["original", "elsewhere"])
def test_a_memory_that_somebody_else_made_is_not_believed(tmp_path: Path, planted: str) -> None:
    """A story that brings a memory of its own puts no original into a book: what it holds is proved, or made again."""
    first = render_media(tmp_path, {"a.jpg": PHOTO})
    folder = widths(first, "a.jpg")[0].file.parent
    record: Any = read_sealed(folder / "record.json")
    original = encoded(scene(64, 64), "JPEG", comment="qzsecret")
    digest = hashlib.sha256(original).hexdigest()
    name = f"{digest[:32]}.jpg" if planted == "original" else "../../../media/b.jpg"
    put(tmp_path, {"b.jpg": original})
    (folder / name).write_bytes(original)
    record["pictures"] = [[{"name": name, "digest": digest, "width": 64, "height": 64}]]
    write_sealed(folder / "record.json", record)
    assert render_story(tmp_path, "a.jpg") == first


def test_memories_under_each_others_names_are_not_believed(tmp_path: Path) -> None:
    """Where two folders of what is remembered were swapped, neither photo becomes the other."""
    first = render_media(tmp_path, {"a.jpg": PHOTO, "b.png": OTHER})
    one_folder, other_folder = (widths(first, name)[0].file.parent for name in ("a.jpg", "b.png"))
    one_folder.rename(tmp_path / "aside")
    other_folder.rename(one_folder)
    (tmp_path / "aside").rename(other_folder)
    assert render_story(tmp_path, "a.jpg", "b.png") == first


def test_a_photo_renamed_is_remembered(tmp_path: Path) -> None:
    """A photo that only moved in the media folder is not decoded again."""
    first = render_media(tmp_path, {"a.jpg": PHOTO})
    (tmp_path / "media" / "a.jpg").rename(tmp_path / "media" / "b.jpg")
    second, workers = count_workers(tmp_path, "b.jpg")
    assert second.by_file["b.jpg"] == first.by_file["a.jpg"]
    assert workers == 0
    assert len(pictures(tmp_path)) == 2


def test_a_photo_taken_out_of_the_story_is_forgotten(tmp_path: Path) -> None:
    """Once a photo is gone from the media folder, the next build leaves nothing of it in what lsbook remembers."""
    first = render_media(tmp_path, {"a.jpg": PHOTO, "b.png": OTHER})
    (tmp_path / "media" / "a.jpg").unlink()
    render_story(tmp_path, "b.png")
    assert not any(rendition.file.exists() for rendition in widths(first, "a.jpg"))
    assert all(rendition.file.exists() for rendition in widths(first, "b.png"))


def test_a_photo_changed_or_blanked_is_forgotten(tmp_path: Path) -> None:
    """What a file showed before it was replaced is forgotten, also where the new file cannot be shown."""
    first = render_media(tmp_path, {"a.jpg": PHOTO, "b.png": OTHER})
    second = render_media(tmp_path, {"a.jpg": encoded(scene(300, 300), "JPEG"), "b.png": b""})
    assert not any(file.exists() for file in finished(first).values())
    assert [rendition.width for rendition in widths(second, "a.jpg")] == [300]


def test_another_editions_photos_are_not_forgotten(tmp_path: Path) -> None:
    """A build of one edition keeps what the other editions show."""
    render_media(tmp_path, {"a.jpg": PHOTO, "b.png": OTHER})
    before = pictures(tmp_path)
    render_story(tmp_path, "a.jpg")
    assert pictures(tmp_path) == before


def test_nowhere_to_write_is_said_plainly(tmp_path: Path) -> None:
    """Where lsbook cannot remember, it says so and makes no book."""
    put(tmp_path, {"a.jpg": PHOTO})
    (tmp_path / ".lsbook").write_text("in the way", encoding="utf-8")
    with pytest.raises(ProblemsFound) as refused:
        render_story(tmp_path, "a.jpg")
    assert "could not write" in refused.value.problems[0].what
