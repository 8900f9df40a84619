"""What is withheld is in no form that is handed over, and leaves no trace in any; a locked form shows nothing."""

from __future__ import annotations

import base64
import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from pypdf import PdfReader
from pypdf.generic import StreamObject

from lsbook.exports.finished_book import open_finished_book
from lsbook.exports.formats import export_book
from lsbook.exports.locked.unlock import unlock
from lsbook.model.vocabulary import CopyFormat
from tests.sharing import in_every_run
from tests.system.wall.data import Tale, Wanted
from tests.system.wall.pool import COMMENT
from tests.system.wall.searching import canaries_of_book, canaries_of_story
from tests.system.wall.tales import tales
from tests.system.wall.workshop import Workshop, built, contents

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

STORIES = 3
WORDS = "tulip river moon sweater candle"
FORMS = ("zip", "epub", "one-file")
_CARRIED = re.compile(rb"base64,([A-Za-z0-9+/=]+)")
_RANDOM = re.compile(rb'"[0-9a-f]{16,32}"|"[A-Za-z0-9+/]{16,}={0,2}"')


def _single(folder: Path, form: str, bench: Path) -> bytes:
    bench.mkdir(parents=True)
    return export_book(open_finished_book(folder), CopyFormat(form), bench).packages[0].files[0].source.read_bytes()


def _locked(folder: Path, bench: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The locked form as it lies there, and what comes out of it."""
    bench.mkdir(parents=True)
    export_book(open_finished_book(folder), CopyFormat.LOCKED, bench, WORDS)
    unlock(bench / "locked", WORDS, bench / "open")
    return contents(bench / "locked"), contents(bench / "open")


def _readable(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Everything in a file that anybody could read: as it is, inflated, and decoded."""
    yield "as it is", _CARRIED.sub(b"", content)
    for number, carried in enumerate(_CARRIED.findall(content)):
        yield f"carried {number}", base64.b64decode(carried)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as pile:
            yield from ((name, pile.read(name)) for name in pile.namelist())
    if content.startswith(b"%PDF"):
        yield from _on_paper(content)


def _on_paper(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    reader = PdfReader(io.BytesIO(pdf))
    yield "about", repr(reader.metadata).encode()
    for number in range(1, int(str(reader.trailer["/Size"]))):
        thing = reader.get_object(number)
        yield f"object {number}", repr(thing).encode()
        if isinstance(thing, StreamObject):
            yield f"stream {number}", thing.get_data()
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        yield f"page {number}", page.get_textpage().get_text_bounded().encode()


def _looks(outside: Mapping[str, bytes]) -> list[tuple[str, int, bytes]]:
    """A locked form as it looks to whoever has no words: names, sizes and the door, with what is random masked."""
    return sorted(
        (
            re.sub(r"[0-9a-f]{16}", "*", path),
            len(content),
            b"" if path.endswith((".dat", ".sha256")) else _RANDOM.sub(b"*", content),
        )
        for path, content in outside.items()
    )


def _words_in(outside: Mapping[str, bytes], words: set[str]) -> set[str]:
    """The canaries that a locked form shows; in what is random only those too long to come up by chance."""
    random = b"".join(content for path, content in outside.items() if path.endswith(".dat"))
    rest = {path: _RANDOM.sub(b"*", content) for path, content in outside.items() if not path.endswith(".dat")}
    return canaries_of_book(rest) | {word for word in words if len(word) > 8 and word.encode() in random}


@pytest.mark.parametrize("edition", in_every_run(("9-12", "carers"), ("9-12",)))
def test_no_form_says_or_shows_what_is_withheld(edition: str, workshop: Workshop, tmp_path: Path) -> None:
    """Each form of the whole story is byte for byte that of the reduced one, and every byte of it is searched."""
    withheld, shown = set[str](), dict[str, int]()

    @seed(7)
    @settings(
        max_examples=STORIES,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(tales(edition))
    def same(case: tuple[Tale, Wanted]) -> None:
        bench = tmp_path / "bench"
        shutil.rmtree(bench, ignore_errors=True)
        pair = workshop.pair(*case)
        for story in (pair.whole, pair.reduced):
            built(story, edition)
        book, other = (story / "books" / edition for story in (pair.whole, pair.reduced))
        told = canaries_of_story(pair.whole) & canaries_of_story(pair.reduced)
        withheld.update(canaries_of_story(pair.whole) - told)
        made = {form: _single(book, form, bench / form) for form in FORMS}
        for form in FORMS:
            assert made[form] == _single(other, form, bench / f"{form}-other"), form
        outside, inside = _locked(book, bench / "locked")
        other_outside, other_inside = _locked(other, bench / "locked-other")
        assert inside == other_inside == contents(book)
        assert _looks(outside) == _looks(other_outside)
        assert _words_in(outside, canaries_of_story(pair.whole)) == set()
        for form, content in made.items():
            found = canaries_of_book(dict(_readable(content)))
            assert found - told == set() and COMMENT not in found, form
            shown[form] = shown.get(form, 0) + len(found)
        assert canaries_of_book(inside) - told == set()

    same()
    assert len(withheld) > 50 and all(shown[form] > 20 for form in FORMS)


@pytest.mark.browser
@pytest.mark.slow
def test_paper_says_nothing_that_is_withheld(workshop: Workshop, tmp_path: Path) -> None:
    """The PDF of the whole story is byte for byte that of the reduced one, and every stream of it is searched."""
    looked: list[tuple[int, int]] = []

    @seed(3)
    @settings(
        max_examples=2,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(tales("9-12"))
    def same(case: tuple[Tale, Wanted]) -> None:
        if looked:  # each takes some seconds, and the first is nearly empty
            pair = workshop.pair(*case)
            built(pair.whole, "9-12")
            built(pair.reduced, "9-12")
            pdf = _single(pair.whole / "books" / "9-12", "pdf", tmp_path / "whole")
            assert pdf == _single(pair.reduced / "books" / "9-12", "pdf", tmp_path / "reduced")
            told = canaries_of_story(pair.whole) & canaries_of_story(pair.reduced)
            found = canaries_of_book(dict(_readable(pdf)))
            assert found - told == set()
            looked.append((len(found), len(canaries_of_story(pair.whole) - told)))
        else:
            looked.append((0, 0))

    same()
    assert all(count > 5 for count in looked[-1])
