"""The pictures and sounds of the example come from its scripts, the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.example.draw_films import bells
from tests.example.draw_pictures import MEDIA, PICTURES, draw

SAMPLE = ("album/first-steps.jpg", "drawings/me-and-biscuit.jpg", "faces/ade.jpg")


@pytest.mark.parametrize("file", SAMPLE)
def test_a_picture_comes_out_the_same_each_time(tmp_path: Path, file: str) -> None:
    """Drawn twice, a picture has the same bytes, and it is the one that stands in the example."""
    first, second = draw(file, tmp_path / "1"), draw(file, tmp_path / "2")
    assert first.read_bytes() == second.read_bytes()
    with Image.open(first) as drawn, Image.open(MEDIA / file) as kept:
        assert drawn.size == kept.size
        apart = ImageStat.Stat(ImageChops.difference(drawn.convert("RGB"), kept.convert("RGB")))
    assert max(apart.mean) < 3  # of 255: another Pillow may smooth and pack a little differently


def test_a_sound_comes_out_the_same_each_time(tmp_path: Path) -> None:
    """Made twice, the music box has the same bytes."""
    for name in ("1", "2"):
        (tmp_path / name).mkdir()
        bells(tmp_path / name)
    first, second = (tmp_path / name / "music-box.mp3" for name in ("1", "2"))
    assert first.read_bytes() == second.read_bytes()


def test_every_picture_of_the_example_has_its_script() -> None:
    """No picture stands in the example that no script draws, and each that is drawn stands there."""
    kept = {file.relative_to(MEDIA).as_posix() for file in MEDIA.rglob("*.*") if file.is_file()}
    assert kept - {name for name in kept if name.endswith((".mp3", ".mp4", ".vtt"))} == set(PICTURES)
