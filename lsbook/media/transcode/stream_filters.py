"""What a film or a sound goes through before it is written: upright, at most 720p, square pixels, steady stereo.

Two streams are looked at, the first picture and the first sound; everything else in the file (other sounds, subtitles,
chapters, covers, a place) is never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeVar, cast

import av
from av.audio.frame import AudioFrame
from av.filter import Graph
from av.sidedata.sidedata import SideData, Type
from av.video.frame import VideoFrame

from lsbook.media.sizes import Size, fit

CLOCK = Fraction(1, 90_000)
"""Seconds: the step in which a film's pictures are timed."""

RATE = 48_000
"""Samples of sound a second."""

T = TypeVar("T", VideoFrame, AudioFrame)

_LONG, _SHORT = 1280, 720  # pixels: 720p, lying or standing
_CLOSEST = CLOCK.denominator // 45
"""Pictures that follow each other faster are left out: 60 a second become 30, and nobody's eyes miss them."""

_HALF = 1 << 15
_TURNS = {
    (1, 0, 0, 1): "",
    (0, 1, -1, 0): "transpose=clock",
    (-1, 0, 0, -1): "hflip,vflip",
    (0, -1, 1, 0): "transpose=cclock",
    (-1, 0, 0, 1): "hflip",
    (1, 0, 0, -1): "vflip",
    (0, 1, 1, 0): "transpose=cclock_flip",
    (0, -1, -1, 0): "transpose=clock_flip",
}


class Pictures:
    """The pictures of a film, one after another, as the book shows them."""

    def __init__(self, begins: Fraction, aspect: Fraction) -> None:
        """``begins``, in seconds, is when in its file the film begins; ``aspect`` a pixel's width by its height."""
        self._begins = begins
        self._aspect = aspect if Fraction(1, 4) < aspect < 4 else Fraction(1)
        self._graph: Graph | None = None
        self._made_for: object = None
        self._last = -_CLOSEST
        self._shown: VideoFrame | None = None
        self.size: Size | None = None
        """In pixels, once the first picture is known."""

    def take(self, frame: VideoFrame) -> Iterator[VideoFrame]:
        """Hand in a decoded picture, and get those that are ready."""
        at = self._time(frame)
        if at < 0 or at - self._last < _CLOSEST:
            return
        self._last = at
        frame.pts, frame.time_base = at, CLOCK
        kind = (frame.width, frame.height, frame.format.name)
        if self._graph is None or kind != self._made_for:
            yield from self.rest()
            self._graph, self._made_for = self._laid_out(frame), kind
        self._graph.push(frame)
        self._shown = frame
        yield from _ready(self._graph, VideoFrame)

    def rest(self, until: float | None = None) -> Iterator[VideoFrame]:
        """What is still on its way. The last picture stands until the film ends, ``until`` seconds after it began."""
        if self._graph is None:
            return
        end = round(until / CLOCK) - _CLOSEST if until else 0
        if self._shown and end > self._last:
            self._shown.pts = end
            self._graph.push(self._shown)
        self._graph.push(None)
        yield from _ready(self._graph, VideoFrame)

    def _time(self, frame: VideoFrame) -> int:
        if frame.pts is None or frame.time_base is None:
            return self._last + CLOCK.denominator // 25
        return round((frame.pts * frame.time_base - self._begins) / CLOCK)

    def _laid_out(self, frame: VideoFrame) -> Graph:
        turn = _turn_of(frame)
        # A camcorder's pixels are wider or narrower than high.
        shape = max(1, round(frame.width * self._aspect)), frame.height
        width, height = fit_film((shape[1], shape[0]) if "transpose" in turn else shape)
        self.size = self.size or (width, height)
        width, height = self.size
        graph = Graph()
        inside = f"{width}:{height}"
        steps = [
            graph.add(
                "buffer",
                f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}:time_base={CLOCK}"
                f":colorspace={int(frame.colorspace)}:range={int(frame.color_range)}",
            ),
            graph.add("yadif", "deint=interlaced"),
            graph.add("scale", f"{shape[0]}:{shape[1]}") if shape != (frame.width, frame.height) else None,
            *(graph.add(*step.split("=")) for step in turn.split(",") if step),
            graph.add("scale", f"{inside}:force_original_aspect_ratio=decrease:out_color_matrix=bt709:out_range=tv"),
            graph.add("pad", f"{inside}:-1:-1"),
            graph.add("setsar", "1"),
            graph.add("format", "yuv420p"),
            graph.add("sidedata", "delete"),
            graph.add("buffersink"),
        ]
        graph.link_nodes(*(step for step in steps if step is not None)).configure()
        return graph


class Sounds:
    """The sound of a film, or a sound alone, as the book plays it: gaps are silence, so that lips and words agree."""

    def __init__(self, begins: Fraction) -> None:
        self._begins = begins
        self._graph: Graph | None = None
        self._made_for: object = None

    def take(self, frame: AudioFrame) -> Iterator[AudioFrame]:
        """Hand in decoded sound, and get what is ready."""
        if frame.pts is not None and frame.time_base is not None:
            step = Fraction(1, frame.sample_rate)
            frame.pts, frame.time_base = round((frame.pts * frame.time_base - self._begins) / step), step
        kind = (frame.sample_rate, frame.format.name, frame.layout.name)
        if self._graph is None or kind != self._made_for:
            first = self._graph is None
            yield from self.rest()
            self._graph, self._made_for = _sound_graph(frame, first), kind
        self._graph.push(frame)
        yield from _ready(self._graph, AudioFrame)

    def rest(self) -> Iterator[AudioFrame]:
        """What is still on its way."""
        if self._graph:
            self._graph.push(None)
            yield from _ready(self._graph, AudioFrame)


def fit_film(size: Size) -> Size:
    """The size of a film: at most 720p, never enlarged, and even, as H.264 wants it."""
    box = (_LONG, _SHORT) if size[0] >= size[1] else (_SHORT, _LONG)
    width, height = fit(size, box)
    return max(2, width - width % 2), max(2, height - height % 2)


def _turn_of(frame: VideoFrame) -> str:
    """How the picture is turned, from the nine numbers that a phone writes (ISO 14496-12, ``matrix``)."""
    for data in cast("Iterable[SideData]", frame.side_data):
        if data.type == Type.DISPLAYMATRIX:
            numbers = memoryview(bytes(data)).cast("i")
            signs = tuple((number > 0) - (number < 0) if abs(number) > _HALF else 0 for number in numbers)
            return _TURNS.get((signs[0], signs[1], signs[3], signs[4]), "")
    return ""


def _sound_graph(frame: AudioFrame, first: bool) -> Graph:
    graph = Graph()
    layout = "mono" if frame.layout.nb_channels == 1 else "stereo"
    steps = (
        graph.add(
            "abuffer",
            f"sample_rate={frame.sample_rate}:sample_fmt={frame.format.name}:channel_layout={frame.layout.name}"
            f":time_base={Fraction(1, frame.sample_rate)}",
        ),
        graph.add("aresample", f"{RATE}:async=1" + (":first_pts=0" if first else "")),
        graph.add("aformat", f"sample_fmts=fltp:sample_rates={RATE}:channel_layouts={layout}"),
        graph.add("asetnsamples", "n=1024:p=0"),
        graph.add("abuffersink"),
    )
    graph.link_nodes(*steps).configure()
    return graph


def _ready(graph: Graph, kind: type[T]) -> Iterator[T]:
    """What comes out of ``graph`` now."""
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        assert isinstance(frame, kind)
        yield frame
