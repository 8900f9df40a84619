"""What looks for canaries finds them, and nothing else."""

from __future__ import annotations

from tests.system.wall.searching import canaries_of_book


def test_a_canary_is_found_in_words_and_names_and_not_in_letters_of_a_typeface() -> None:
    """Words, escaped signs and file names are searched; base64 and digests, in which anything stands, are not."""
    page = b"<p>qzfact1z q&#122;name2z</p><style>src:url(data:font/woff2;base64,AAqzf3z=)</style><!-- sha256-qzg4z= -->"
    assert canaries_of_book({"pages/qztitle5z.html": page}) == {"qzfact1z", "qzname2z", "qztitle5z"}
