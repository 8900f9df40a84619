"""Names of files and words that look like others, that steer a terminal, or that a system keeps for itself."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from lsbook.cli import main
from tests.building import put
from tests.system.hostile.stories import CHAPTER, build, picture, refused, story

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

NOT_THERE = [
    "../outside/photo.png",
    "..",
    ".",
    "/etc/passwd",
    "//host/photo.png",
    "\\\\host\\share\\photo.png",
    "\\\\?\\C:\\photo.png",
    "C:\\photo.png",
    "C:photo.png",
    "file:///etc/passwd",
    "file://host/photo.png",
    "https://example.org/photo.png",
    "media/../../outside/photo.png",
    "..\\outside\\photo.png",
    "%2e%2e/outside/photo.png",
    "~/photo.png",
    "$HOME/photo.png",
    "CON",
    "NUL.jpg",
    "/dev/zero",
    "/proc/self/mem",
    "data:image/png;base64,AAAA",
]
STEERS = "\x1b]0;title\x07\x1b[35m\x9b2J\u202eexe.gnp\u2066\u2028\n\r\b\t\ufeff\u200e\udcff"
ODD = [
    "\u202egnp.exe",
    "zero\u200bwidth.png",
    "soft\u00adhyphen.png",
    "mark\u200e.png",
    "bell\x07.png",
    "e\x1b[31m.png",
]


@pytest.mark.parametrize("name", NOT_THERE)
@pytest.mark.parametrize("file", ["media.yaml", "chapters/01.md", "letters/hello.md", "people.yaml"])
def test_a_file_outside_the_media_folder_is_not_there(tmp_path: Path, name: str, file: str) -> None:
    """Wherever a photo or scan is named, a way out of media/ leads to no file, on whatever system it would."""
    folder = story(tmp_path / "story")
    texts = {
        "media.yaml": f"- {{file: {json.dumps(name)}, shows: A garden}}\n- {{file: a.png, shows: A}}\n",
        "chapters/01.md": f"{CHAPTER}Words with ![a garden](<{name}>).\n",
        "letters/hello.md": f"---\nfrom: jan\nkind: hello\nscan: {json.dumps(name)}\n---\nHello.\n",
        "people.yaml": f"- {{id: jan, name: Jan, is: foster mum, group: home, photo: {json.dumps(name)}}}\n",
    }
    put(folder / file, texts[file])
    assert "There is no file" in refused(folder)


@pytest.mark.parametrize(
    "name", ["CON.png", "nul.png", "aux", "com1.jpg", "a b?.png", "a:b.png", "a.png.", "x" * 251 + ".png"]
)
def test_a_name_that_windows_cannot_keep_is_only_a_name(tmp_path: Path, name: str) -> None:
    """A photo, a chapter or a title with a name that Windows keeps for itself comes into the book under another."""
    folder = story(tmp_path / "story")
    put(folder / "media" / name, picture())
    put(folder / "media.yaml", f"- {{file: {json.dumps(name)}, shows: A garden}}\n")
    put(
        folder / "chapters" / "01.md", CHAPTER.replace("Home", json.dumps(name.partition(".")[0])) + f"![x](<{name}>)\n"
    )
    put(folder / "chapters" / "aux.md", CHAPTER.replace("Home", "Lpt1") + "Words.\n")
    assert build(folder).exit_code == 0


@pytest.mark.parametrize(("on_disk", "typed"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFC", "NFKC"), ("NFD", "NFD")])
def test_a_file_of_a_mac_is_found_by_the_name_that_windows_types(tmp_path: Path, on_disk: str, typed: str) -> None:
    """An accent may be kept as a letter of its own or not: the file is the one that people read."""
    folder = story(tmp_path / "story")
    forms = {form: unicodedata.normalize(form, "Zoë été 각.png") for form in ("NFC", "NFD", "NFKC")}
    put(folder / "media" / forms[on_disk], picture())
    put(folder / "media.yaml", f"- {{file: {forms[typed]}, shows: A garden}}\n")
    put(folder / "chapters" / "01.md", f"{CHAPTER}![x](<{forms[typed]}>)\n")
    assert build(folder).exit_code == 0


@pytest.mark.parametrize("names", [("\u00e9.png", "e\u0301.png"), ("b.png", "b\u200b.png"), ("b.png", "\u202eb.png")])
def test_two_names_that_look_the_same_are_not_guessed_between(tmp_path: Path, names: tuple[str, str]) -> None:
    """Of two files whose names people cannot tell apart none is chosen, whichever of them was typed."""
    folder = story(tmp_path / "story")
    for name in names:
        put(folder / "media" / name, picture())
    for name in names:
        put(folder / "media.yaml", f"- {{file: {json.dumps(name)}, shows: A}}\n- {{file: a.png, shows: A}}\n")
        assert "Rename one of them" in refused(folder)


def test_capitals_decide_between_two_names(tmp_path: Path) -> None:
    """Where two names differ in capitals only, the one that is written is meant; a third is asked about."""
    folder = story(tmp_path / "story")
    put(folder / "media" / "A.PNG", picture())
    assert build(folder).exit_code == 0
    put(folder / "media.yaml", "- {file: a.PNG, shows: A}\n- {file: a.png, shows: A}\n")
    assert "capitals count" in build(folder).stderr


@pytest.mark.parametrize("name", ODD)
def test_a_file_is_found_by_the_name_that_can_be_seen(tmp_path: Path, name: str) -> None:
    """A name with letters that nobody can see is found by those that one can, and by all of them."""
    folder = story(tmp_path / "story")
    put(folder / "media" / name, picture())
    seen = "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cf"))
    for typed in (seen, name):
        put(folder / "media.yaml", f"- {{file: {json.dumps(typed)}, shows: A}}\n- {{file: a.png, shows: A}}\n")
        assert build(folder).exit_code == 0, typed


@pytest.mark.parametrize("command", ["build", "explain", "news"])
def test_nothing_that_is_printed_steers_the_terminal(tmp_path: Path, command: str) -> None:
    """Names, titles and lines of a story are printed without escape codes, line ends or turned letters of their own."""
    folder = story(tmp_path / "story")
    name = STEERS.replace("\n", "")
    if command == "build":
        for path in (f"chapters/{STEERS}.md", f"media/{STEERS}/x.png", f"{STEERS}.yaml", f"chapters/{STEERS}/x"):
            put(folder / path, "words")
        (folder / "letters" / f"{STEERS}.md").symlink_to("x")
        put(folder / "people.yaml", f"- {{id: jan, name: Jan, is: {name[:-1]}, group: home, nonsense: {name[:-1]}}}\n")
    else:
        words = json.dumps(STEERS[:-1])
        put(folder / "timeline.yaml", f"- {{when: '2019', what: {words}}}\n")
        put(folder / "chapters" / "02.md", CHAPTER.replace("Home", words) + "Words.\n")
    result = CliRunner().invoke(main, ["explain" if command == "explain" else "build", str(folder)], color=True)
    said = re.sub("\x1b\\[(0|1|31|33)m", "", result.output)  # lsbook's own colours
    assert [letter for letter in STEERS if letter in said and not letter.isprintable() and letter != "\n"] == []
    assert isinstance(result.exception, SystemExit | None)
