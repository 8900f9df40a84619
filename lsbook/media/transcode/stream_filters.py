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

from lsbook.media.sizes import Size, fit_size

TIME_BASE = Fraction(1, 90_000)
"""Seconds: the step in which a film's pictures are timed."""

SAMPLE_RATE = 48_000
"""Samples of sound a second."""

T = TypeVar("T", VideoFrame, AudioFrame)

_LONG_SIDE, _SHORT_SIDE = 1280, 720  # pixels: 720p, lying or standing
_SHORTEST_INTERVAL = TIME_BASE.denominator // 45
"""Pictures that follow each other faster are left out: 60 a second become 30, and nobody's eyes miss them."""

_HALF_UNIT = 1 << 15
_ROTATION_FILTERS = {
    (1, 0, 0, 1): "",
    (0, 1, -1, 0): "transpose=clock",
    (-1, 0, 0, -1): "hflip,vflip",
    (0, -1, 1, 0): "transpose=cclock",
    (-1, 0, 0, 1): "hflip",
    (1, 0, 0, -1): "vflip",
    (0, 1, 1, 0): "transpose=cclock_flip",
    (0, -1, -1, 0): "transpose=clock_flip",
}


class VideoFilter:
    """The pictures of a film, one after another, as the book shows them."""

    def __init__(self, start: Fraction, aspect: Fraction) -> None:
        """``start``, in seconds, is when in its file the film begins; ``aspect`` a pixel's width by its height."""
        self._start = start
        self._aspect = aspect if Fraction(1, 4) < aspect < 4 else Fraction(1)
        self._graph: Graph | None = None
        self._format: object = None
        self._last = -_SHORTEST_INTERVAL
        self._last_frame: VideoFrame | None = None
        self.size: Size | None = None
        """In pixels, once the first picture is known."""

    def filter_frame(self, frame: VideoFrame) -> Iterator[VideoFrame]:
        """Hand in a decoded picture, and get those that are ready."""
        at = self._compute_time(frame)
        if at < 0 or at - self._last < _SHORTEST_INTERVAL:
            return
        self._last = at
        frame.pts, frame.time_base = at, TIME_BASE
        kind = (frame.width, frame.height, frame.format.name)
        if self._graph is None or kind != self._format:
            yield from self.flush()
            self._graph, self._format = self._build_graph(frame), kind
        self._graph.push(frame)
        self._last_frame = frame
        yield from _pull_frames(self._graph, VideoFrame)

    def flush(self, until: float | None = None) -> Iterator[VideoFrame]:
        """What is still on its way. The last picture stands until the film ends, ``until`` seconds after it began."""
        if self._graph is None:
            return
        end = round(until / TIME_BASE) - _SHORTEST_INTERVAL if until else 0
        if self._last_frame and end > self._last:
            self._last_frame.pts = end
            self._graph.push(self._last_frame)
        self._graph.push(None)
        yield from _pull_frames(self._graph, VideoFrame)

    def _compute_time(self, frame: VideoFrame) -> int:
        if frame.pts is None or frame.time_base is None:
            return self._last + TIME_BASE.denominator // 25
        return round((frame.pts * frame.time_base - self._start) / TIME_BASE)

    def _build_graph(self, frame: VideoFrame) -> Graph:
        turn = _read_rotation(frame)
        # A camcorder's pixels are wider or narrower than high.
        shape = max(1, round(frame.width * self._aspect)), frame.height
        width, height = fit_film_size((shape[1], shape[0]) if "transpose" in turn else shape)
        self.size = self.size or (width, height)
        width, height = self.size
        graph = Graph()
        inside = f"{width}:{height}"
        steps = [
            graph.add(
                "buffer",
                f"video_size={frame.width}x{frame.height}:pix_fmt={frame.format.name}:time_base={TIME_BASE}"
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


class AudioFilter:
    """The sound of a film, or a sound alone, as the book plays it: gaps are silence, so that lips and words agree."""

    def __init__(self, start: Fraction) -> None:
        self._start = start
        self._graph: Graph | None = None
        self._format: object = None

    def filter_frame(self, frame: AudioFrame) -> Iterator[AudioFrame]:
        """Hand in decoded sound, and get what is ready."""
        if frame.pts is not None and frame.time_base is not None:
            step = Fraction(1, frame.sample_rate)
            frame.pts, frame.time_base = round((frame.pts * frame.time_base - self._start) / step), step
        kind = (frame.sample_rate, frame.format.name, frame.layout.name)
        if self._graph is None or kind != self._format:
            first = self._graph is None
            yield from self.flush()
            self._graph, self._format = _build_sound_graph(frame, first), kind
        self._graph.push(frame)
        yield from _pull_frames(self._graph, AudioFrame)

    def flush(self) -> Iterator[AudioFrame]:
        """What is still on its way."""
        if self._graph:
            self._graph.push(None)
            yield from _pull_frames(self._graph, AudioFrame)


def fit_film_size(size: Size) -> Size:
    """The size of a film: at most 720p, never enlarged, and even, as H.264 wants it."""
    box = (_LONG_SIDE, _SHORT_SIDE) if size[0] >= size[1] else (_SHORT_SIDE, _LONG_SIDE)
    width, height = fit_size(size, box)
    return max(2, width - width % 2), max(2, height - height % 2)


def _read_rotation(frame: VideoFrame) -> str:
    """How the picture is turned, from the nine numbers that a phone writes (ISO 14496-12, ``matrix``)."""
    for data in cast("Iterable[SideData]", frame.side_data):
        if data.type == Type.DISPLAYMATRIX:
            numbers = memoryview(bytes(data)).cast("i")
            signs = tuple((number > 0) - (number < 0) if abs(number) > _HALF_UNIT else 0 for number in numbers)
            return _ROTATION_FILTERS.get((signs[0], signs[1], signs[3], signs[4]), "")
    return ""


def _build_sound_graph(frame: AudioFrame, is_first: bool) -> Graph:
    graph = Graph()
    layout = "mono" if frame.layout.nb_channels == 1 else "stereo"
    steps = (
        graph.add(
            "abuffer",
            f"sample_rate={frame.sample_rate}:sample_fmt={frame.format.name}:channel_layout={frame.layout.name}"
            f":time_base={Fraction(1, frame.sample_rate)}",
        ),
        graph.add("aresample", f"{SAMPLE_RATE}:async=1" + (":first_pts=0" if is_first else "")),
        graph.add("aformat", f"sample_fmts=fltp:sample_rates={SAMPLE_RATE}:channel_layouts={layout}"),
        graph.add("asetnsamples", "n=1024:p=0"),
        graph.add("abuffersink"),
    )
    graph.link_nodes(*steps).configure()
    return graph


def _pull_frames(graph: Graph, kind: type[T]) -> Iterator[T]:
    """What comes out of ``graph`` now."""
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        assert isinstance(frame, kind)
        yield frame
