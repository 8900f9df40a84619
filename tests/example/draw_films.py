"""Makes the film and the sounds of the example child: ``python -m tests.example.draw_films [FOLDER]``.

The pictures are drawn first. Nobody was filmed and nobody sings: the film is a walk over a picture that
draw_pictures.py drew, with a sea made of noise; the song, the whistle and the bells are a few tones each. The telephone
that "took" the film says where (a made-up spot in the sea), as they do.
"""

from __future__ import annotations

import math
import random
import struct
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from PIL import Image

from tests.example.draw_pictures import MEDIA
from tests.system.media.films import frame_of

SIZE = (640, 360)
PICTURES, SAMPLES = 12, 22_050  # a second
FILM, SONG, WHISTLE, BELLS = 5, 8, 5, 9  # seconds

_TUNE = (0, 4, 7, 4, 9, 7, 4, 2, 0, -5, 0)  # half-tones from the first
_BEAT = 0.68  # seconds
_BLACKBIRD = (
    (0.2, 0.32, 1900, 2300), (0.55, 0.22, 2300, 1750), (0.8, 0.4, 1700, 2100), (1.9, 0.25, 2100, 1850),
    (2.2, 0.5, 1850, 2450), (2.85, 0.12, 3100, 2900), (3.0, 0.12, 2900, 3200), (3.8, 0.6, 2000, 1650),
)  # fmt: skip
"""What Dave whistles: when it begins and how long it lasts (seconds), from which tone to which (hertz)."""
_RINGS = 1.6  # seconds that a bell is heard


def kite(folder: Path) -> None:
    """Across the beach to the kite, with the sea."""
    with Image.open(folder / "2024" / "beach.jpg") as opened:
        beach = opened.convert("RGB")
    with av.open(str(folder / "2024" / "kite.mp4"), "w", container_options={"movflags": "use_metadata_tags"}) as film:
        film.metadata.update({"location": "+56.1250+003.2375/", "title": "Dave's phone", "make": "Made-up Telephones"})
        video, audio = _video(film), _audio(film, "aac")
        for number, picture in enumerate(_walk(beach)):
            frame = frame_of(picture)
            frame.pts, frame.time_base = number, Fraction(1, PICTURES)
            film.mux(video.encode(frame))
        film.mux(video.encode(None))
        _play(film, audio, _sea(), FILM)


def song(folder: Path) -> None:
    """Somebody hums."""
    with av.open(str(folder / "nana-pat-hums.mp3"), "w") as file:
        file.metadata.update({"artist": "Dave's phone"})
        _play(file, _audio(file, "libmp3lame"), _hum, SONG)


def whistle(folder: Path) -> None:
    """Dave is a blackbird."""
    with av.open(str(folder / "dave-whistles.mp3"), "w") as file:
        file.metadata.update({"artist": "Jan's phone"})
        _play(file, _audio(file, "libmp3lame"), _blackbird, WHISTLE)


def bells(folder: Path) -> None:
    """Nana Pat's tune on a music box: it keeps the place of a voice until somebody has read aloud."""
    with av.open(str(folder / "music-box.mp3"), "w") as file:
        _play(file, _audio(file, "libmp3lame"), _box, BELLS)


def _video(film: OutputContainer) -> VideoStream:
    video = film.add_stream("libx264", rate=PICTURES, options={"crf": "27", "preset": "slow", "threads": "1"})
    assert isinstance(video, VideoStream)
    video.width, video.height = SIZE
    video.pix_fmt = "yuv420p"
    return video


def _audio(file: OutputContainer, coder: str) -> AudioStream:
    audio = file.add_stream(coder, rate=SAMPLES, layout="mono")
    assert isinstance(audio, AudioStream)
    audio.codec_context.bit_rate = 48_000
    return audio


def _walk(beach: Image.Image) -> Iterator[Image.Image]:
    """A window that goes over the picture from one side to the other, gently at both ends."""
    wide = beach.width * 2 // 3
    high = wide * SIZE[1] // SIZE[0]
    for number in range(FILM * PICTURES):
        way = (1 - math.cos(math.pi * number / (FILM * PICTURES - 1))) / 2
        left = round((beach.width - wide) * way)
        top = round((beach.height - high) * (0.75 - 0.6 * way))
        yield beach.crop((left, top, left + wide, top + high)).resize(SIZE, Image.Resampling.LANCZOS)


def _play(file: OutputContainer, audio: AudioStream, loud: Callable[[float], float], seconds: int) -> None:
    values = (round(32_000 * loud(at / SAMPLES)) for at in range(seconds * SAMPLES))
    frame = AudioFrame(format="s16", layout="mono", samples=seconds * SAMPLES)
    frame.planes[0].update(struct.pack(f"<{seconds * SAMPLES}h", *values))
    frame.sample_rate, frame.pts, frame.time_base = SAMPLES, 0, Fraction(1, SAMPLES)
    resampler = av.AudioResampler(audio.format.name, "mono", SAMPLES)
    for ready in (*resampler.resample(frame), *resampler.resample(None)):
        file.mux(audio.encode(ready))
    file.mux(audio.encode(None))


def _sea() -> Callable[[float], float]:
    """Waves: noise without its high tones, coming and going."""
    dice, low = random.Random(17), 0.0

    def loud(at: float) -> float:
        nonlocal low
        low += (dice.uniform(-1, 1) - low) * 0.08
        return low * (0.35 + 0.3 * math.sin(2 * math.pi * at / 2.6)) * min(1, at * 4, (FILM - at) * 4)

    return loud


def _hum(at: float) -> float:
    """The tune, each tone soft at both ends, with the small tremble of a voice."""
    beat, within = divmod(at, _BEAT)
    if beat >= len(_TUNE):
        return 0.0
    tone = 220 * 2 ** (_TUNE[int(beat)] / 12)
    swell = math.sin(math.pi * within / _BEAT) ** 0.6
    tremble = 0.004 * math.sin(2 * math.pi * 5.2 * at)
    return float(0.22 * swell * sum(math.sin(2 * math.pi * tone * n * (at + tremble / tone)) / n**2 for n in (1, 2, 3)))


def _blackbird(at: float) -> float:
    """Glides, each soft at both ends, with breath in them."""
    loud = 0.0
    for begins, lasts, low, high in _BLACKBIRD:
        part = (at - begins) / lasts
        if 0 < part < 1:
            turns = lasts * (low * part + (high - low) * part**2 / 2)
            loud += 0.3 * math.sin(math.pi * part) ** 0.7 * math.sin(2 * math.pi * turns)
    return loud


def _box(at: float) -> float:
    """The tune two octaves up, each tone struck and left to ring."""
    loud = 0.0
    for number, half_tones in enumerate(_TUNE):
        since = at - number * _BEAT
        if 0 < since < _RINGS:
            tone = 880 * 2 ** (half_tones / 12)
            fades = math.exp(-3.2 * since) * min(1, since * 400)
            loud += 0.16 * fades * (math.sin(2 * math.pi * tone * since) + 0.3 * math.sin(5.4 * math.pi * tone * since))
    return loud


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else MEDIA
    kite(where)
    song(where)
    whistle(where)
    bells(where)
