"""A preview leaves nothing behind, however it ends, and is no book of the story."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lsbook.cache.folder import CACHE_FOLDER
from lsbook.cli import main
from tests.building import make_book, write_story
from tests.system.preview.running import RunningPreview, run_preview

REFUSED = "This is a preview (lsbook preview)"


@pytest.fixture
def robin(tmp_path: Path) -> Path:
    return write_story(tmp_path / "robin")


def _run(*line: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in line])


def _list_files(story: Path) -> set[str]:
    """Every file and folder, but for the photos that are kept ready for the next book."""
    paths = {path.relative_to(story).as_posix() for path in story.rglob("*")}
    return {path for path in paths if not path.startswith(f"{CACHE_FOLDER}/renditions")} - {CACHE_FOLDER}


def _end(running: RunningPreview, how: signal.Signals) -> int:
    running.process.send_signal(how)
    return running.process.wait(500)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda how: how.name)
def test_a_preview_that_is_ended_leaves_nothing(robin: Path, tmp_path: Path, how: signal.Signals) -> None:
    """Ctrl-C, the system's own way of ending and a closed window each take the preview away, and record nothing."""
    before = _list_files(robin)
    with run_preview(robin, tmp_path / "log") as running:
        assert (running.folder / "9-12" / "Open my book.html").is_file()
        assert _end(running, how) == 0
    assert _list_files(robin) == before
    assert "nothing of it is left" in (tmp_path / "log").read_text(encoding="utf-8")


def test_a_preview_that_was_killed_is_cleared_by_the_next_run(robin: Path, tmp_path: Path) -> None:
    """What a killed preview could not take away goes with the next build, and the next preview begins anew."""
    before = _list_files(robin)
    for number in range(2):
        with run_preview(robin, tmp_path / f"log{number}") as running:
            _end(running, signal.SIGKILL)
            assert (running.folder / "9-12" / "Open my book.html").is_file()
    assert _run("build", robin, "--out", tmp_path / "out").exit_code == 0
    assert _list_files(robin) == before


def test_a_second_preview_of_a_story_is_refused_in_a_sentence(robin: Path, tmp_path: Path) -> None:
    """While a preview runs another one of the same story says so, and the first goes on."""
    with run_preview(robin, tmp_path / "log") as running:
        second = _run("preview", robin, "--no-open")
        assert second.exit_code == 1
        assert "Another window shows a preview of this story already." in second.output
        assert "Ctrl-C" in second.output and "Wait" not in second.output
        assert _run("build", robin, "--out", tmp_path / "out").exit_code == 0  # and a build takes nothing of it away
        assert running.process.poll() is None and (running.folder / "9-12" / "Open my book.html").is_file()


def test_an_edition_that_there_is_not_is_wrong_use(robin: Path) -> None:
    """A slip in the name of the edition is said with the names that there are, before anything is made."""
    said = _run("preview", robin, "--edition", "9-13", "--no-open")
    assert said.exit_code == 2 and 'There is no edition "9-13"' in said.output
    assert not (robin / CACHE_FOLDER).exists()


@pytest.fixture(scope="module")
def with_a_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story in whose books somebody put a preview, in the place of the book."""
    folder = tmp_path_factory.mktemp("previewed")
    story = write_story(folder / "robin")
    make_book(story)
    with run_preview(story, folder / "log") as running:
        shutil.rmtree(story / "books" / "9-12")
        shutil.copytree(running.folder / "9-12", story / "books" / "9-12")
    return story


@pytest.mark.parametrize(
    "line",
    [
        ("pdf", "STORY"),
        ("epub", "STORY"),
        ("one-file", "STORY"),
        (
            "handover",
            "STORY",
            "--edition",
            "9-12",
            "--to",
            "STICK",
            "--as",
            "plain",
            "--by",
            "Sam",
            "--second-reader",
            "Ann",
        ),
        ("handover", "STORY", "--edition", "9-12", "--to", "STICK", "--as", "zip", "--by", "Sam"),
        ("handover", "STORY", "--edition", "9-12", "--to", "STICK", "--as", "locked", "--by", "Sam"),
        ("verify", "STORY/books/9-12"),
    ],
    ids=lambda line: " ".join((line[0], *line[6:8])),
)
def test_a_preview_is_no_copy_of_anything(with_a_preview: Path, tmp_path: Path, line: tuple[str, ...]) -> None:
    """Whatever hands over, prints or looks at a book refuses a preview in one sentence, also as a folder of books."""
    told = _run(*(word.replace("STORY", str(with_a_preview)).replace("STICK", str(tmp_path / "to")) for word in line))
    assert told.exit_code == 1
    assert told.output.count(REFUSED) == 1
    assert not list((tmp_path / "to").rglob("*"))


def test_a_zip_of_a_preview_is_no_copy_either(with_a_preview: Path, tmp_path: Path) -> None:
    """Who packs the folder of a preview has a zip that verify refuses in the same sentence."""
    packed = shutil.make_archive(str(tmp_path / "book"), "zip", with_a_preview / "books", "9-12")
    assert REFUSED in _run("verify", packed).output


def test_another_book_and_another_day_can_be_asked_for(robin: Path, tmp_path: Path) -> None:
    """The page to open is named, it is that of the edition that was asked for, and its date is the one that was."""
    with run_preview(robin, tmp_path / "log", "--edition", "13-17") as running:
        assert str(running.folder / "13-17" / "Open my book.html") in running.read_log()
        about = (running.folder / "13-17" / "pages" / "about-this-book.html").read_text(encoding="utf-8")
        assert "1 March 2026" in about
