"""Films, sounds and documents made for the tests, good and bad."""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from lsbook.media.transcode.poster import convert_to_image
from tests.unit.media.photos import scene
from tests.unit.media.stories import pixel

CANARY = "qzcanary"
ORIGIN = MappingProxyType(
    {
        "title": f"{CANARY} title",
        "comment": f"{CANARY} comment",
        "artist": f"{CANARY} artist",
        "location": "+53.8008-001.5491/",
        "com.apple.quicktime.location.ISO6709": "+53.8008-001.5491/",
        "com.apple.quicktime.make": f"{CANARY} phone",
        "creation_time": "2019-07-03T12:00:00Z",
    }
)


@dataclass(frozen=True)
class Film:
    """What to make. Every second of it has another colour in its middle, so that it can be told which are shown."""

    form: str = "mp4"
    video: str = "libx264"
    audio: str = "aac"
    size: tuple[int, int] = (320, 180)
    seconds: int = 2
    turn: int = 0
    """Degrees by which it is to be shown turned against the clock."""
    flip: bool = False
    more_tracks: bool = False
    """A second picture and a second sound, with words in their titles."""
    rate: int = 44_100
    options: Mapping[str, str] = field(default_factory=dict)
    image: Image.Image | None = None
    rate_of_pictures: int = 10
    comment: str = ""
    """What the file says of itself, beside everything in ``ORIGIN``."""


def made(film: Film) -> bytes:
    """The bytes of such a film, with all that a phone says about where it comes from."""
    out = io.BytesIO()
    options = {"movflags": "use_metadata_tags", "fflags": "+bitexact"}  # else some kinds hold random numbers
    with av.open(out, "w", format=film.form, container_options=options) as file:
        file.metadata.update(ORIGIN | ({"comment": film.comment} if film.comment else {}))
        count = 2 if film.more_tracks else 1
        videos = [_picture_track(file, film, at) for at in range(count)] if film.video else []
        audios = [_sound_track(file, film, at) for at in range(count)] if film.audio else []
        for video in videos:
            _write_pictures(file, video, film)
        for audio in audios:
            _write_sound(file, audio, film)
    return out.getvalue()


def _picture_track(file: OutputContainer, film: Film, at: int) -> VideoStream:
    video = file.add_stream(film.video, rate=film.rate_of_pictures, options=dict(film.options))
    assert isinstance(video, VideoStream)
    video.width, video.height = film.size
    video.pix_fmt = "yuv420p"
    video.metadata.update({"title": f"{CANARY} picture {at}", "handler_name": f"{CANARY} handler"})
    if film.turn or film.flip:
        video.set_display_rotation(film.turn, hflip=film.flip)
    return video


def _sound_track(file: OutputContainer, film: Film, at: int) -> AudioStream:
    audio = file.add_stream(film.audio, rate=film.rate)
    assert isinstance(audio, AudioStream)
    audio.metadata.update({"title": f"{CANARY} sound {at}"})
    return audio


def _write_pictures(file: OutputContainer, video: VideoStream, film: Film) -> None:
    picture = film.image or scene(*film.size)
    for number in range(film.seconds * film.rate_of_pictures):
        shown = picture.copy()
        shown.paste(colour_of(number // film.rate_of_pictures), _middle(film.size))
        frame = frame_of(shown)
        frame.pts, frame.time_base = number, Fraction(1, film.rate_of_pictures)
        file.mux(video.encode(frame))
    file.mux(video.encode(None))


def frame_of(image: Image.Image) -> VideoFrame:
    """A picture of a film."""
    return VideoFrame.from_bytes(image.convert("RGBA").tobytes(), *image.size)


def _write_sound(file: OutputContainer, audio: AudioStream, film: Film) -> None:
    samples = b"".join(
        struct.pack("<h", round(8000 * math.sin(2 * math.pi * 440 * at / film.rate)))
        for at in range(film.seconds * film.rate)
    )
    frame = AudioFrame(format="s16", layout="mono", samples=film.seconds * film.rate)
    frame.planes[0].update(samples)
    frame.sample_rate, frame.pts, frame.time_base = film.rate, 0, Fraction(1, film.rate)
    resampler = av.AudioResampler(audio.format.name, audio.layout.name, film.rate)
    for ready in (*resampler.resample(frame), *resampler.resample(None)):
        file.mux(audio.encode(ready))
    file.mux(audio.encode(None))


def colour_of(second: int) -> tuple[int, int, int]:
    """The colour that stands in the middle of a film in this second of it."""
    return ((0, 0, 0), (255, 255, 255), (255, 0, 255), (0, 255, 255), (128, 128, 128))[second % 5]


def _middle(size: tuple[int, int]) -> tuple[int, int, int, int]:
    return (size[0] * 3 // 8, size[1] * 3 // 8, size[0] * 5 // 8, size[1] * 5 // 8)


FILMS: Mapping[str, Film] = MappingProxyType(
    {
        "a.mp4": Film(),
        "a.mov": Film("mov"),
        "a.m4v": Film("mp4", more_tracks=True),
        "a.3gp": Film("3gp", "h263", "aac", (352, 288)),
        "a.webm": Film("webm", "libvpx", "libopus", rate=48_000),
        "a.avi": Film("avi", "mpeg4", "libmp3lame"),
        "a.mkv": Film("matroska", "libx264", "flac", more_tracks=True),
        "hevc.mov": Film("mov", "libx265"),
        "silent.mp4": Film(audio=""),
    }
)
SOUNDS: Mapping[str, Film] = MappingProxyType(
    {
        "a.mp3": Film("mp3", "", "libmp3lame"),
        "a.m4a": Film("ipod", "", "aac"),
        "a.wav": Film("wav", "", "pcm_s16le"),
        "a.ogg": Film("ogg", "", "libopus", rate=48_000),
        "a.opus": Film("opus", "", "libopus", rate=48_000),
        "a.flac": Film("flac", "", "flac"),
        "a.aac": Film("adts", "", "aac"),
    }
)


def paper(*pages: Image.Image, **said: object) -> bytes:
    """A PDF of these pages."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], **said)
    return out.getvalue()


def trimmed(whole: bytes, seconds: int) -> bytes:
    """An MP4 as a phone trims it: the first seconds are still in the file, and a list says to begin behind them."""
    out = io.BytesIO()
    options = {"avoid_negative_ts": "disabled"}
    with av.open(io.BytesIO(whole), "r") as source, av.open(out, "w", format="mp4", options=options) as target:
        streams = {stream.index: target.add_stream_from_template(stream) for stream in source.streams}
        for packet in source.demux():
            if packet.dts is not None and packet.pts is not None:
                shift = round(seconds / packet.time_base)
                packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
                packet.stream = streams[packet.stream_index]
                target.mux(packet)
    return out.getvalue()


def middles(film: str | io.BytesIO) -> list[tuple[int, int, int]]:
    """The colours that stand in the middle of a film, from its beginning to its end, each once."""
    seen: list[tuple[int, int, int]] = []
    with av.open(film, "r") as opened:
        for frame in opened.decode(video=0):
            image = convert_to_image(frame)
            colour = pixel(image, (image.width // 2, image.height // 2))
            if not seen or max(abs(one - other) for one, other in zip(colour, seen[-1], strict=True)) > 60:
                seen.append(colour)
    return seen
