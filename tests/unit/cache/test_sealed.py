"""Small records: read as they were written, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.cache.sealed import read_sealed, write_sealed
from tests.building import put

VALUE = {"words": ["Zoë", "\udc80", ""], "number": 7, "nothing": None}


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    """What JSON can hold comes back, and nothing lies beside it."""
    write_sealed(tmp_path / "deep" / "a.json", VALUE)
    assert read_sealed(tmp_path / "deep" / "a.json") == VALUE
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["a.json"]


def test_a_flipped_bit_makes_a_record_none(tmp_path: Path) -> None:
    """A record of which any bit is another is not believed."""
    file = tmp_path / "a.json"
    write_sealed(file, VALUE)
    content = file.read_bytes()
    for at in range(len(content)):
        if at != 64:  # the end of a line, which no seal covers
            put(file, content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
            assert read_sealed(file) is None, at


def test_a_record_under_another_name_is_none(tmp_path: Path) -> None:
    """Two records that were swapped are not believed."""
    write_sealed(tmp_path / "a.json", VALUE)
    (tmp_path / "a.json").rename(tmp_path / "b.json")
    assert read_sealed(tmp_path / "b.json") is None


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 80, b"[" * 100_000])
def test_anything_else_is_no_record(content: bytes, tmp_path: Path) -> None:
    """Whatever stands in its place is passed over."""
    assert read_sealed(put(tmp_path / "a.json", content)) is None
    assert read_sealed(tmp_path / "missing.json") is None
    assert read_sealed(tmp_path) is None
