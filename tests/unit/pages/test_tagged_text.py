"""The book's own words, which carry their language."""

from __future__ import annotations

import pickle

from lsbook.pages.language.rich_text import TaggedText


def test_a_text_that_was_shown_is_the_text_that_was_not() -> None:
    """Its HTML is worked out once, and nothing that tells pages apart can see whether it was."""
    text = TaggedText("Cynnwys <1>", "cy")
    before = pickle.dumps(text)
    assert str(text.__html__()) == '<span lang="cy" dir="ltr">Cynnwys &lt;1&gt;</span>' == str(text.__html__())
    assert pickle.dumps(text) == before
