"""Whatever happens to a file on its way, it is shown or it is one sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.system.media.films import FILMS, SOUNDS, made
from tests.system.media.harm import harmed, whole
from tests.unit.media.stories import finished, render_media

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

SAY_HOW_LONG = {"a.mp4", "a.mov", "a.mkv", "a.avi", "a.wav", "a.flac"}


@pytest.mark.parametrize(
    "kept",
    [
        ("a.jpg", "a.heic", "a.pdf", "a.wav"),
        pytest.param(
            ("a.png", "a.webp", "a.tif", "a.mp4", "a.webm", "a.avi", "a.mp3", "a.jpg"), marks=pytest.mark.slow
        ),
    ],
)
def test_a_harmed_file_is_shown_or_is_one_sentence(tmp_path: Path, kept: tuple[str, ...]) -> None:
    """Cut, flipped, blanked and misnamed files of every kind stop nothing: each is shown, or said to be unusable."""
    files = {name: content for name, content in whole().items() if name in kept}
    media = dict(harmed(files, 2, seed=7))
    renditions = render_media(tmp_path, {**media, "good.jpg": files["a.jpg"]})
    assert set(renditions.by_file) | {one.file for one in renditions.unusable} == {*media, "good.jpg"}
    assert "good.jpg" in renditions.by_file
    assert all(one.reason and one.remedy for one in renditions.unusable)
    assert all(file.stat().st_size for file in finished(renditions).values())
    for name in files:
        assert not {f"cut-1-{name}", f"empty-{name}", f"zero-{name}"} & set(renditions.by_file)
        assert any(found.startswith(f"called-{name}") for found in renditions.by_file)


def test_half_a_film_is_not_shown_as_if_it_were_whole(tmp_path: Path) -> None:
    """A film or a sound that says how long it is and ends too early is refused."""
    every = {**FILMS, **SOUNDS}
    kinds = {name: replace(every[name], seconds=4, more_tracks=False) for name in SAY_HOW_LONG}
    kinds |= {name: replace(film, audio="") for name, film in kinds.items() if film.video}
    media = {f"{part}-{name}": _part(made(film), part) for name, film in kinds.items() for part in (50, 80)}
    renditions = render_media(tmp_path, media)
    assert set(renditions.by_file) == set()
    assert len(renditions.unusable) == 2 * len(SAY_HOW_LONG)


def _part(content: bytes, part: int) -> bytes:
    return content[: len(content) * part // 100]
