"""Word files are opened by the programs that people have, with the words that the screen says."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from docx import Document

from tests.building import put
from tests.unit.practice.casework import list_lines, run, write_case
from tests.unit.practice.test_evidence import EXAMPLE

_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_DRAWN = ("• ", "- ")
"""How LibreOffice writes the sign of a list into plain text."""


LETTER = """---
title: For when you are older
from: jan
kind: later-life
when: 2026-03-02
---
Dear Maya,

**Why?** Because *nobody* knew. You can ask for your whole file.

- First
- Second
"""


@pytest.fixture(scope="module")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story's Word files: its evidence, with what the screen said of it beside them, and a later life letter."""
    folder = tmp_path_factory.mktemp("word")
    story, out = write_case(folder / "maya", {**EXAMPLE, "letters/later.md": LETTER}), folder / "out"
    result = run("evidence", story, "--word", out)
    assert result.exit_code == 0, result.output
    put(out / "printed.txt", result.stdout)
    list_lines(run("letter", story, "--as", "word", "--to", out / "letter.docx"))
    return out


def _read_words(file: Path) -> list[str]:
    """The words of a Word file, paragraph by paragraph, as python-docx reads them."""
    return [words for paragraph in Document(str(file)).paragraphs if (words := " ".join(paragraph.text.split()))]


def test_every_part_of_a_word_file_is_well_formed(word_files: Path) -> None:
    """Each is a whole zip of XML that can be read, with a paragraph for each of its words."""
    files = sorted(word_files.glob("*.docx"))
    assert len(files) >= 4
    for file in files:
        with zipfile.ZipFile(file) as packed:
            assert packed.testzip() is None
            trees = {name: ElementTree.fromstring(packed.read(name)) for name in packed.namelist()
                     if name.endswith((".xml", ".rels"))}  # fmt: skip
        drawn = ["".join(node.itertext()) for node in trees["word/document.xml"].iter(_PARAGRAPH)]
        assert [" ".join(text.split()) for text in drawn if text.strip()] == _read_words(file)


def test_the_words_of_a_screen_are_those_of_its_word_files(word_files: Path) -> None:
    """Whatever evidence prints for a place stands in a file of that place."""
    written = {words for file in word_files.glob("*.docx") for words in _read_words(file)}
    lines = [line for line in (word_files / "printed.txt").read_text(encoding="utf-8").splitlines() if line]
    notes = [
        line
        for line in lines
        if not line.startswith("Title: ") and not line.endswith((", one case note each", ": nothing yet."))
    ]
    assert len(notes) > 8
    assert [line for line in notes if not line.isupper() and " ".join(line.split()) not in written] == []


@pytest.mark.slow
def test_libreoffice_opens_them_with_the_same_words(word_files: Path, tmp_path: Path) -> None:
    """LibreOffice makes the same text of each, paragraph by paragraph."""
    files = sorted(word_files.glob("*.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    program = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*program, *map(str, files)], check=True, capture_output=True, timeout=500)
    for file in files:
        text = (tmp_path / file.with_suffix(".txt").name).read_text(encoding="utf-8-sig")
        assert [_drop_sign(" ".join(line.split())) for line in text.splitlines() if line.strip()] == _read_words(file)


def _drop_sign(line: str) -> str:
    for sign in _DRAWN:
        line = line.removeprefix(sign)
    return line
