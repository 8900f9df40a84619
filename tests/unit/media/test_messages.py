"""What a process says that a file may have taken over is believed only as far as it can be true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lsbook.media.faults import Fault
from lsbook.media.transcode.photo import encode_pictures
from lsbook.media.transcoded import JpegPicture, TranscodedMedium
from lsbook.media.verify.verify_jpeg import read_size
from lsbook.media.verify.verify_mp4 import is_clean
from lsbook.media.workers.limits import Limits
from lsbook.media.workers.messages import decode_answer, decode_ready, encode_answer
from lsbook.media.workers.sandbox import Protection
from lsbook.media.workers.worker_process import FilmWorker, PhotoWorker
from lsbook.model.vocabulary import MediumKind
from tests.unit.media.photos import scene

WIDTHS = encode_pictures(scene(1600, 1200))
GOOD = TranscodedMedium(MediumKind.PHOTO, (WIDTHS,))


def test_an_honest_answer_is_believed() -> None:
    """A photo in its widths comes through as it was sent."""
    assert decode_answer(encode_answer(GOOD)) == GOOD
    assert [read_size(picture.jpeg) for picture in WIDTHS] == [(640, 480), (1600, 1200)]


@pytest.mark.parametrize(
    "answer",
    [
        TranscodedMedium(MediumKind.PHOTO, ((JpegPicture(WIDTHS[0].jpeg, 641, 480),),)),
        TranscodedMedium(MediumKind.PHOTO, ((JpegPicture(WIDTHS[0].jpeg, -640, -480),),)),
        TranscodedMedium(MediumKind.PHOTO, ((JpegPicture(WIDTHS[0].jpeg + b"more", 640, 480),),)),
        TranscodedMedium(MediumKind.PHOTO, ((*WIDTHS, *WIDTHS),)),
        TranscodedMedium(MediumKind.PHOTO, ((),)),
        TranscodedMedium(MediumKind.PHOTO, ()),
        TranscodedMedium(MediumKind.DOCUMENT, ((WIDTHS[0],),) * 301),
        TranscodedMedium(MediumKind.FILM, (WIDTHS,), float("inf")),
        TranscodedMedium(MediumKind.FILM, (WIDTHS,), 1e9),
        TranscodedMedium(MediumKind.FILM, (WIDTHS,), -1.0),
    ],
)
def test_an_answer_that_cannot_be_true_is_none(answer: TranscodedMedium) -> None:
    """A picture that is not as large as it says, too many of them, or a length that no film has: it failed."""
    assert decode_answer(encode_answer(answer)) is Fault.STOPPED


def test_a_picture_larger_than_is_shown_is_none() -> None:
    """A picture that would fill a reader's memory is not believed, even where it is as large as it says."""
    jpeg = WIDTHS[0].jpeg.replace(bytes((1, 480 - 256, 2, 640 - 512)), b"\xff\xff\xff\xff", 1)
    assert read_size(jpeg) == (65535, 65535)
    assert (
        decode_answer(encode_answer(TranscodedMedium(MediumKind.PHOTO, ((JpegPicture(jpeg, 65535, 65535),),))))
        is Fault.STOPPED
    )


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 90_000,
        b"[" + b"1," * 60_000 + b"1]",
        b'{"fault": "no such fault"}',
        b'{"part": "much"}',
        pytest.param(encode_answer(GOOD).replace(b'"photo"', b'"secret"', 1), id="no such kind"),
        b'{"kind": "photo", "seconds": 0, "pictures": [[[1, 1, -5]]]}\n',
        b'{"kind": "photo", "seconds": 0, "pictures": [[["1", 1]]]}\n',
    ],
)
def test_nonsense_is_no_answer(message: bytes) -> None:
    """What is no answer at all, or endless, means that it failed."""
    assert decode_answer(message) is Fault.STOPPED


@pytest.mark.parametrize(
    "message", [None, b"", b"ready", b"{}", b'{"ready": {"landlock": 1}}', b'{"ready": 1}', b"[" * 5000]
)
def test_only_ready_is_ready(message: bytes | None) -> None:
    """A process that begins with anything else did not start."""
    assert decode_ready(message) is None


def test_what_holds_a_process_in_is_understood() -> None:
    """A protection is missing only where Linux has neither lock."""
    kinds = [Protection(6, True), Protection(0, True), Protection(2, False), Protection(0, False)]
    assert [kind.is_missing for kind in kinds] == [False, False, False, True]


@pytest.mark.parametrize("answer", [{"fault": "no room"}, {"kind": "film", "seconds": 1, "pictures": []}])
def test_a_photo_cannot_stop_the_book(answer: object) -> None:
    """A photo that says that the disk is full, or that it is a film, is a photo that failed."""
    bench = PhotoWorker(Limits(), "tests.unit.media.probing.photo")
    bench.wait_until_ready()
    source = b"%PDF-\n" + json.dumps({"answer": answer}).encode()
    assert bench.transcode(source, Limits(), lambda _part: None) is Fault.STOPPED
    bench.close()
    bench.release()


def test_a_film_is_no_document(tmp_path: Path) -> None:
    """A film that says that it is something else, for which nothing was written, is a film that failed."""
    (tmp_path / "source").write_bytes(b"\n" + json.dumps({"answer": {"kind": "photo", "seconds": 0}}).encode())
    with (tmp_path / "source").open("rb") as source, (tmp_path / "target").open("w+b") as target:
        cutter = FilmWorker(Limits(), source, target, "tests.unit.media.probing.film")
        cutter.wait_until_ready()
        assert cutter.wait_for_answer(Limits(), lambda _part: None) is Fault.STOPPED
        cutter.close()
        cutter.release()


def test_a_film_of_endless_boxes_is_not_clean(tmp_path: Path) -> None:
    """A file of millions of empty boxes, or with a word of a gigabyte, is found out without reading all of it."""
    (tmp_path / "boxes").write_bytes(b"\0\0\0\x08free" * 100_000)
    (tmp_path / "words").write_bytes(b"\x40\0\0\0moov\x3f\xff\xff\xf8trak\x3f\xff\xff\xf0mdia\x3f\xff\xff\xe8hdlr")
    with (tmp_path / "words").open("r+b") as words:
        words.truncate(0x40000000)
    assert not is_clean(tmp_path / "boxes")
    assert not is_clean(tmp_path / "words")
