"""The book in one HTML file."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from lsbook.exports import FinishedBook, make_one_file
from lsbook.exports import single_file as one_file
from lsbook.exports.finished_book import open_finished_book
from lsbook.model.problem import ProblemsFound
from tests.building import HARD, LATER, TOLD


def test_everything_is_inside(maya: FinishedBook) -> None:
    """No address in the file leads anywhere but to a place in it or to what it carries."""
    html = make_one_file(maya).decode()
    for address in re.findall(r'\s(?:src|href|poster)="([^"]*)"', html):
        assert address.startswith(("#", "data:")), address[:80]
    assert all(address.startswith("data:") for address in re.findall(r'url\("?([^")#]+)', html))
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids
    assert not re.search(r"srcset=|<script|\sstyle=|<link", html)


def test_its_policy_lets_in_its_own_style_alone(robin: FinishedBook) -> None:
    """The policy names the hash of the file's style sheet and no 'unsafe-inline'."""
    html = make_one_file(robin).decode()
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;" in html
    assert "unsafe" not in html


def test_it_holds_what_its_book_holds_and_hard_news_last(robin: FinishedBook) -> None:
    """What is told is in it, hard news after everything else, and what is withheld is not."""
    html = make_one_file(robin).decode()
    assert TOLD in html and LATER not in html
    assert html.index(HARD) > html.rindex(TOLD)


def test_the_same_book_gives_the_same_file(robin: FinishedBook) -> None:
    """Two runs give the same bytes."""
    assert make_one_file(robin) == make_one_file(robin)


def test_small_pictures_are_taken_before_a_book_is_refused(maya: FinishedBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the large pictures are too much for a telephone, the small ones are taken."""
    large = len(make_one_file(maya))
    monkeypatch.setattr(one_file, "LARGEST", large - 1)
    assert len(make_one_file(maya)) < large


def test_a_book_that_telephones_cannot_open_is_refused(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how large it would be, names the largest media, and the ways out."""
    monkeypatch.setattr(one_file, "LARGEST", 1000)
    with pytest.raises(ProblemsFound) as stopped:
        make_one_file(open_finished_book(copied))
    [problem] = stopped.value.problems
    assert re.search(r"media/\w+\.jpg \(\d+\.\d MB\)", problem.what)
    assert "EPUB" in problem.remedy
