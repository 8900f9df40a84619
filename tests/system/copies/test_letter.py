"""``lsbook letter``: one document for each child to whom a later life letter is written, and a row in the log."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from click.testing import Result

from tests.building import LATER, put
from tests.system.copies.steps import log, run

DAY = ("--date", "2026-11-21")
LETTER = """---
title: For when you are older
from: Priya
kind: later-life
when: 2026-03-02
---
Dear Robin,

**Why?** Because *nobody* knew. [[jan]] looks after you. You can ask for your whole file.

- First
- Second

::: only-me
qzown5z
:::

::: hold reason="not yet" look-again=2027-03-01
qzheld6z
:::
"""


@pytest.fixture
def letters(story: Path) -> Path:
    """The small story with a later life letter to Robin."""
    put(story / "letters" / "later.md", LETTER)
    return story


def _make(story: Path, *more: str, to: str = "letter.docx", form: str = "word") -> Result:
    return run("letter", story, "--as", form, "--to", story.parent / to, "--second-reader", "Sam", *DAY, *more)


def _words(file: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as pile:
        return "".join(pile.read(name).decode("utf-8", "replace") for name in pile.namelist())


def test_a_letter_is_a_word_file_and_stands_in_the_log(letters: Path) -> None:
    """The words are in the file, what is held or the child's own is not, and the log knows who has it."""
    result = _make(letters, "--by", "Priya")
    assert result.exit_code == 0, result.output
    text = _words(letters.parent / "letter.docx")
    assert "Dear Robin," in text and "First" in text and "Jan" in text
    assert "qzown5z" not in text and "qzheld6z" not in text and LATER not in text
    [entry] = log(letters)
    assert (entry["edition"], entry["form"], entry["given-to"]) == ("later-life-letter", "word", "Robin")
    assert (entry["by"], entry["second-reader"], entry["on"]) == ("Priya", "Sam", "2026-11-21")
    assert "later-life-letter" in run("copies", letters).output


def test_the_same_letter_is_the_same_bytes(letters: Path) -> None:
    """Nothing of the hour or the computer is in a letter."""
    _make(letters)
    _make(letters, to="again.docx")
    assert (letters.parent / "letter.docx").read_bytes() == (letters.parent / "again.docx").read_bytes()


@pytest.mark.browser
def test_a_letter_on_paper_has_its_words(letters: Path) -> None:
    """The PDF holds the letter, and says of itself what it is and in which language."""
    result = _make(letters, to="letter.pdf", form="pdf")
    assert result.exit_code == 0, result.output
    document = pypdfium2.PdfDocument(letters.parent / "letter.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Dear Robin," in text and "qzown5z" not in text and "qzheld6z" not in text
    assert document.get_metadata_dict()["Title"] == "A letter for Robin"


def test_nothing_is_written_over(letters: Path) -> None:
    """A file of that name stays as it is, until somebody says that it may go."""
    file = put(letters.parent / "letter.docx", b"mine")
    result = _make(letters)
    assert result.exit_code == 1 and "--replace" in result.output
    assert file.read_bytes() == b"mine" and log(letters) == []
    assert _make(letters, "--replace").exit_code == 0


def test_each_brother_or_sister_gets_a_letter_of_their_own(letters: Path) -> None:
    """A letter that is written to a brother is a file of its own beside Robin's, and each has a row in the log."""
    with (letters / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("- {id: leo, name: Leo, is: brother, group: home}\n")
    put(letters / "letters" / "leo.md", LETTER.replace("from: Priya", "from: Priya\nto: leo").replace("Robin", "Leo"))
    assert _make(letters).exit_code == 0
    assert "Dear Leo" in _words(letters.parent / "letter-leo.docx")
    assert "Leo" not in _words(letters.parent / "letter.docx")
    assert [entry["given-to"] for entry in log(letters)] == ["Robin", "Leo"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("You lived at 12 Oak Road, LA1 1AA.", "looks like"),
        ("[[secret]] came.", "withheld"),
        ("Qzlorcan came.", "withheld"),
    ],
)
def test_what_no_book_says_no_letter_says(letters: Path, words: str, said: str) -> None:
    """A letter with an address, or with somebody who is held back, is refused with its line, and nothing is made."""
    with (letters / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("- {id: secret, name: Qzlorcan, is: man, group: home, hold: not yet}\n")
    put(letters / "letters" / "later.md", f"{LETTER}\n{words}\n")
    result = _make(letters)
    assert result.exit_code == 1
    assert "letters/later.md:" in result.output and said in result.output
    assert not (letters.parent / "letter.docx").exists() and log(letters) == []


def test_a_letter_within_a_letter_is_looked_through_too(letters: Path) -> None:
    """An address in a letter that stands in the later life letter stops it as well."""
    put(letters / "letters" / "mum.md", "---\nfrom: Mum\nkind: family\n---\nI live at 12 Oak Road, LA1 1AA.\n")
    put(letters / "letters" / "later.md", f"{LETTER}\n::: letter mum.md\n:::\n")
    result = _make(letters)
    assert result.exit_code == 1
    assert "letters/mum.md:" in result.output


def test_without_a_letter_a_sentence_says_how_to_write_one(story: Path) -> None:
    """Where there is none, or all are held, the command says what makes one."""
    result = _make(story)
    assert result.exit_code == 1
    assert "kind: later-life" in result.output
