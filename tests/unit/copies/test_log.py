"""The log of copies, whatever is typed for it."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsbook.copies.log import add_copy
from lsbook.model.copy import Copy
from lsbook.reading.copy_log import read_copies
from lsbook.reading.decode_text import clean_input
from tests.sharing import count_examples


@given(words=st.text(), more=st.text(st.sampled_from("\x00\x07\x85\xa0\u2028\ufeff\ud800\U0001f600: #\"\\'\n-")))
@settings(max_examples=count_examples(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_log_can_always_be_read_again(tmp_path: Path, words: str, more: str) -> None:
    """Whatever is typed, what lsbook writes into its log comes back from it, letter for letter."""
    story = Path(tempfile.mkdtemp(dir=tmp_path))
    copy = Copy(
        "a-1",
        date(2026, 11, 22),
        "9-12",
        "folder",
        "",
        given_to=clean_input(words),
        reason=clean_input(f"{more}{words}"),
    )
    with patch.object(os, "fsync"):  # what the disk makes of it is not the matter here
        add_copy(story, copy)
    [back] = read_copies(story)
    assert (back.given_to, back.reason) == (copy.given_to, copy.reason)
