"""The locked book: nothing readable before its passphrase, all of it after, a plain sentence for every fault."""

from __future__ import annotations

import base64
import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook
from lsbook.exports.formats import export_book
from lsbook.exports.locked.header import read_header
from lsbook.exports.locked.keys import PASSPHRASE_WORDS, generate_passphrase, generate_recovery_code
from lsbook.exports.locked.sealing import pad_count
from lsbook.exports.locked.unlock import relock, unlock
from lsbook.exports.verify.copy import verify_copy
from lsbook.model.problem import ProblemsFound
from lsbook.model.vocabulary import CopyFormat
from tests.building import HARD, TOLD
from tests.unit.files.putting import put

PASSPHRASE = "café sweater river tulip moon"
_LETTERS = re.compile(rb"[A-Za-z0-9+/]{1000,}={0,2}")
"""A sealed piece in its file. Its bytes are looked at: among millions of letters any short name stands somewhere."""


@pytest.fixture(scope="module")
def made(robin: FinishedBook, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The small book, locked, and its recovery code."""
    place = tmp_path_factory.mktemp("locked")
    done = export_book(robin, CopyFormat.LOCKED, place / "bench", PASSPHRASE)
    return put(done.packages, place / "stick"), done.code


@pytest.fixture
def locked(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return Path(shutil.copytree(made[0], tmp_path / "locked-book"))


def _pieces(locked: Path) -> list[Path]:
    return [locked / "data" / f"{name}.dat" for name in read_header(locked).pieces]


def _refused(locked: Path, to: Path, words: str = PASSPHRASE) -> str:
    with pytest.raises(ProblemsFound) as stopped:
        unlock(locked, words, to)
    [problem] = stopped.value.problems
    return problem.what


def test_unlocked_it_is_the_book(robin: FinishedBook, locked: Path, tmp_path: Path) -> None:
    """Every file of the plain book comes out byte for byte, and its own list finds it whole."""
    count = unlock(locked, PASSPHRASE, tmp_path / "plain")
    assert count == len(robin.files) + 1
    assert {path: (tmp_path / "plain" / path).read_bytes() for path in robin.files} == {
        path: robin.read_bytes(path) for path in robin.files
    }
    assert verify_copy(tmp_path / "plain").files == len(robin.files)


def test_nothing_of_the_story_can_be_read_before(robin: FinishedBook, locked: Path) -> None:
    """No word, no name of a file and no number of files shows in a name, a size or a byte."""
    files = [file for file in locked.rglob("*") if file.is_file()]
    everything = b"".join(_LETTERS.sub(lambda run: base64.b64decode(run[0]), file.read_bytes()) for file in files)
    names = [Path(path).stem for path in robin.files if path.startswith(("media/", "pages/"))]
    for word in (TOLD, HARD, "Robin", "nine to twelve", "garden", *(name for name in names if len(name) > 6)):
        assert word.encode() not in everything, word
    assert len({file.stat().st_size for file in files if file.suffix == ".dat"}) == 1


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", PASSPHRASE),
        unicodedata.normalize("NFC", PASSPHRASE),
        "  Café   SWEATER river\ttulip moon ",
    ],
)
def test_the_passphrase_may_be_typed_as_hands_type(locked: Path, tmp_path: Path, typed: str) -> None:
    """However its letters are composed, small or large, with whatever room between: it opens."""
    assert unlock(locked, typed, tmp_path / "plain") > 5


def test_the_recovery_code_opens_it(made: tuple[Path, str], tmp_path: Path) -> None:
    """So it does in capitals, with o for 0 and l for 1, and with spaces for hyphens."""
    typed = made[1].upper().replace("0", "O").replace("1", "l").replace("-", " ")
    assert unlock(made[0], typed, tmp_path / "plain") > 5


def test_other_words_do_not(locked: Path, tmp_path: Path) -> None:
    """A wrong passphrase is a plain sentence, however often, and nothing is written."""
    for words in ("", "sweater", PASSPHRASE + "s", generate_recovery_code()):
        assert _refused(locked, tmp_path / "plain", words) == "These words do not open this book."
    assert not (tmp_path / "plain").exists()


def test_a_new_passphrase_takes_the_place_of_the_old(locked: Path, made: tuple[Path, str], tmp_path: Path) -> None:
    """After a change the old passphrase and the old code open nothing, the new ones do, and no piece has changed."""
    before = {piece.name: piece.read_bytes() for piece in _pieces(locked)}
    code = generate_recovery_code()
    relock(locked, PASSPHRASE, "another five words of yours", code)
    for old in (PASSPHRASE, made[1]):
        assert _refused(locked, tmp_path / "plain", old) == "These words do not open this book."
    assert unlock(locked, "another five words of yours", tmp_path / "one") > 5
    assert unlock(locked, code, tmp_path / "two") > 5
    assert {piece.name: piece.read_bytes() for piece in _pieces(locked)} == before
    assert verify_copy(locked).files == len(before) + 3


@pytest.mark.parametrize("byte", [30, 4_000_000, -6])
def test_a_bit_that_flipped_is_noticed(locked: Path, tmp_path: Path, byte: int) -> None:
    """A piece with one letter changed, near its beginning, in its middle or at its end, is refused and named."""
    piece = _pieces(locked)[0]
    content = bytearray(piece.read_bytes())
    content[byte] = ord("A") if content[byte] != ord("A") else ord("B")
    piece.write_bytes(content)
    assert _refused(locked, tmp_path / "plain") == "This piece of the book is damaged, or belongs to another book."
    with pytest.raises(ProblemsFound):
        verify_copy(locked)


def test_a_piece_of_another_book_is_noticed(robin: FinishedBook, locked: Path, tmp_path: Path) -> None:
    """A piece from another copy of the very same book, with the same passphrase, opens nowhere else."""
    other = tmp_path / "other"
    [parcel] = export_book(robin, CopyFormat.LOCKED, other, PASSPHRASE).packages
    foreign = next(piece.source for piece in parcel.files if piece.path.startswith("data/"))
    mine = _pieces(locked)[0]
    mine.write_text(foreign.read_text("ascii").replace(foreign.stem, mine.stem), "ascii")
    assert _refused(locked, tmp_path / "plain") == "This piece of the book is damaged, or belongs to another book."


def test_a_place_that_cannot_be_written_to_is_named(locked: Path, tmp_path: Path) -> None:
    """Where the plain book cannot stand, that is a sentence, and nothing of it lies there."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "could not be written here" in _refused(locked, tmp_path / "file" / "plain")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_piece_that_is_gone_is_noticed(locked: Path, tmp_path: Path) -> None:
    """The piece is named."""
    _pieces(locked)[0].unlink()
    assert _refused(locked, tmp_path / "plain") == "This piece of the book is gone."


def test_what_lsbook_makes_to_open_it_cannot_be_guessed() -> None:
    """Passphrases are five different-looking words of a long list, codes 24 letters; no two are alike."""
    phrases = {generate_passphrase() for _ in range(200)}
    assert len(phrases) == 200
    assert all(len(phrase.split()) == PASSPHRASE_WORDS for phrase in phrases)
    assert len({word for phrase in phrases for word in phrase.split()}) > 800
    assert len({generate_recovery_code() for _ in range(200)}) == 200


@pytest.mark.parametrize(("count", "padded"), [(1, 1), (2, 2), (9, 10), (17, 18), (40, 40), (41, 44), (100, 104)])
def test_the_size_of_the_whole_is_rounded(count: int, padded: int) -> None:
    """At most an eighth is added, so that the number of pieces tells little."""
    assert pad_count(count) == padded
    assert all(size <= pad_count(size) <= size * 1.125 for size in range(1, 5000))


@pytest.mark.parametrize("header", ['{"a":' + "[" * 100_000, '{"format":"lsbook-locked-1"}', "nonce"])
def test_a_damaged_door_is_a_sentence(locked: Path, tmp_path: Path, header: str) -> None:
    """Whatever stands in its header, no passphrase is asked of it in vain, and nothing is written."""
    door = locked / "Open my book.html"
    text = door.read_text("utf-8")
    before = re.search(r'id="header">(.*?)</script>', text, re.DOTALL)
    assert before
    damaged = re.sub('"nonce":"[^"]*"', '"nonce":""', before[1]) if header == "nonce" else header
    door.write_text(text.replace(before[1], damaged), "utf-8")
    assert "its door is damaged" in _refused(locked, tmp_path / "plain")
    assert not (tmp_path / "plain").exists()
