"""From a film or a sound as it came to one that every browser plays, with nothing left of where it came from.

Everything here runs in a worker process. Copying the streams would keep an encoder's text in them and, of a film that
was trimmed, all of the part that was cut away (security.md): so every picture and every sound is made again.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from importlib import import_module
from typing import Any, BinaryIO

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard, Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from lsbook.media.faults import Fault, MediaError
from lsbook.media.recipes import DEMUXERS
from lsbook.media.transcode import photo
from lsbook.media.transcode.mp4 import Mp4Writer
from lsbook.media.transcode.poster import Poster
from lsbook.media.transcode.stream_filters import AudioFilter, VideoFilter
from lsbook.media.transcoded import TranscodedMedium
from lsbook.media.workers.messages import ReportProgress
from lsbook.model.vocabulary import MediumKind

MOST_SECONDS = 4 * 3600
"""Longer than anybody films a child in one piece, and short enough for a stick's file system (security.md)."""

_MOST_BROKEN_PART = 0.1
"""Part of the packets that may be damaged: with more, what would be shown is no film."""
_RELIABLE_FORMATS = frozenset({"mov", "matroska", "flac"})
"""Formats that say how long they are. Of others that is guessed from their size."""
_LENGTH_TOLERANCE = (0.7, 0.03)
"""Seconds, or part of the length, by which a whole film may end before it says."""


def load_readers() -> None:
    """Load what would be loaded while a film is opened: a locked worker opens no file of a program either."""
    photo.load_readers()  # for the still picture
    import_module("av.subtitles.stream")


def transcode_film(source: BinaryIO, target: BinaryIO, report_progress: ReportProgress) -> TranscodedMedium:
    """Make the film or the sound in ``source`` again, into ``target``: files that can be searched.

    Raises ``MediaError``, and whatever a damaged file provokes.
    """
    options = {"format_whitelist": DEMUXERS, "protocol_whitelist": "none"}
    with av.open(source, "r", container_options=options, metadata_errors="replace") as film:
        video, audio = _select_streams(film)
        length = film.duration / av.time_base if film.duration else 0.0
        if length > MOST_SECONDS:
            raise MediaError(Fault.TOO_LONG)
        through = _FilmTranscoder(film, video, audio, target)
        for packet in film.demux([stream for stream in (video, audio) if stream]):
            through.add_packet(packet)
            report_progress(min(through.mp4.seconds, length), length)
        through.finish()
        if _RELIABLE_FORMATS.intersection(film.format.name.split(",")):
            _check_complete(through.end, length, through.longest_picture)
        kind = MediumKind.FILM if video else MediumKind.SOUND
        return TranscodedMedium(kind, through.poster.make_pictures(), through.mp4.seconds)


class _FilmTranscoder:
    """One film on its way from packets to packets."""

    def __init__(
        self, film: InputContainer, video: VideoStream | None, audio: AudioStream | None, target: BinaryIO
    ) -> None:
        self._start = begins = Fraction(film.start_time or 0, av.time_base)
        aspect = video.sample_aspect_ratio if video else None
        self._pictures = VideoFilter(begins, aspect or Fraction(1))
        self._sounds = AudioFilter(begins)
        self._packet_count = self._broken_count = 0
        self._picture_at = 0.0
        self.end = 0.0
        """Seconds after the beginning at which the last of what came through ends."""
        self.longest_picture = 0.0
        """Seconds from one picture to the next, at most: of a slow film the last may say no length of its own."""
        self.mp4 = Mp4Writer(target, video is not None, audio is not None)
        self.poster = Poster()

    def add_packet(self, packet: Packet[Any]) -> None:
        """A damaged packet is left out, as every player does."""
        self._packet_count += 1
        try:
            frames = packet.decode()
        except (av.InvalidDataError, av.PermissionError):
            self._broken_count += 1
            return
        self._track_times(packet)
        for frame in frames:
            if isinstance(frame, VideoFrame):
                self._write_pictures(self._pictures.filter_frame(frame))
            elif isinstance(frame, AudioFrame):
                self._write_sounds(self._sounds.filter_frame(frame))

    def finish(self) -> None:
        """Raises ``MediaError`` where too little came through."""
        self._write_pictures(self._pictures.flush(self.end))
        self._write_sounds(self._sounds.flush())
        if self._broken_count > self._packet_count * _MOST_BROKEN_PART:
            raise MediaError(Fault.BROKEN)
        self.mp4.close()

    def _track_times(self, packet: Packet[Any]) -> None:
        if packet.pts is None or packet.time_base is None:
            return
        at = float(packet.pts * packet.time_base - self._start)
        self.end = max(self.end, at + float((packet.duration or 0) * packet.time_base))
        if isinstance(packet.stream, VideoStream):
            self.longest_picture = max(self.longest_picture, at - self._picture_at)
            self._picture_at = max(self._picture_at, at)

    def _write_pictures(self, frames: Iterable[VideoFrame]) -> None:
        for frame in frames:
            self.poster.sample(frame)
            self.mp4.write_picture(frame)
            self._check_length()

    def _write_sounds(self, frames: Iterable[AudioFrame]) -> None:
        for frame in frames:
            self.mp4.write_sound(frame)
            self._check_length()

    def _check_length(self) -> None:
        """A file may say that it is short, and go on for ever."""
        if self.mp4.seconds > MOST_SECONDS:
            raise MediaError(Fault.TOO_LONG)


def _select_streams(film: InputContainer) -> tuple[VideoStream | None, AudioStream | None]:
    """The first picture and the first sound. The cover of a record is no picture."""
    cover = Disposition.attached_pic | Disposition.timed_thumbnails
    video = next((stream for stream in film.streams.video if not stream.disposition & cover), None)
    audio = next(iter(film.streams.audio), None)
    if video is None and audio is None:
        raise MediaError(Fault.NOTHING_TO_PLAY)
    for stream in film.streams:
        if stream not in (video, audio):
            stream.discard = Discard.all
        elif stream.codec_context is None:
            raise MediaError(Fault.OTHER_FILM)
    if video:
        video.thread_type = "AUTO"
    return video, audio


def _check_complete(seconds: float, length: float, longest_picture: float) -> None:
    """Half a film must not stand in a book as if it were the whole one."""
    if seconds < length - max(_LENGTH_TOLERANCE[0], length * _LENGTH_TOLERANCE[1], longest_picture):
        raise MediaError(Fault.TRUNCATED)
