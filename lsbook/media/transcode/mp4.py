"""The finished film or sound: H.264 and AAC in an MP4, with not one word beside them.

Both coders are told to be exact to the bit, so that they sign nothing and the same film gives the same bytes; what
they would say in the stream itself (SEI) is taken out of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.bitstream import BitStreamFilterContext
from av.codec.context import Flags
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from lsbook.media.faults import Fault, MediaError
from lsbook.media.transcode.stream_filters import SAMPLE_RATE, TIME_BASE

_H264_OPTIONS: Mapping[str, str] = MappingProxyType(
    # Always the same number of threads: with another, H.264 comes out otherwise, and a book must not depend on that.
    {"preset": "fast", "crf": "23", "profile": "high", "threads": "4", "a53cc": "0"}
)
_KEYFRAME_INTERVAL = 60
"""Pictures at most from one that stands alone to the next, so that a film can be searched."""
_SOUND_BIT_RATE = 128_000
"""Bits a second."""
_REMOVE_SEI = "filter_units=remove_types=6"
_BT709, _TV_RANGE = 1, 1  # the colours of a television picture (ISO 23091-2)
_MOST_EARLY_SOUNDS = 60 * SAMPLE_RATE // 1024
"""Pieces of sound, a minute of them, that may come before the first picture of a film."""


class Mp4Writer:
    """A film, or a sound alone, while it is written."""

    def __init__(self, target: BinaryIO, has_pictures: bool, has_sounds: bool) -> None:
        self._file = av.open(
            target, "w", format="mp4" if has_pictures else "ipod", container_options={"fflags": "+bitexact"}
        )
        self._sounds = has_sounds
        self._video: VideoStream | None = None
        self._audio = None if has_pictures or not has_sounds else self._add_sound_track()
        self._sei_filter = BitStreamFilterContext(_REMOVE_SEI, "h264")
        self._early_sounds: list[AudioFrame] = []
        self._is_empty = True
        self.seconds = 0.0
        """How long it is so far."""

    def write_picture(self, frame: VideoFrame) -> None:
        """Take the next picture; the first says how large the film is."""
        if self._video is None:
            self._video = self._add_picture_track(frame)
            self._audio = self._add_sound_track() if self._sounds else None
            early, self._early_sounds = self._early_sounds, []
            for sound in early:
                self.write_sound(sound)
        self._update_length(frame)
        self._encode_picture(self._video, frame)

    def write_sound(self, frame: AudioFrame) -> None:
        """Take the next piece of sound. What comes before the first picture waits for it."""
        if self._audio is None:
            if len(self._early_sounds) > _MOST_EARLY_SOUNDS:
                raise MediaError(Fault.BROKEN)
            self._early_sounds.append(frame)
            return
        self._update_length(frame)
        self._file.mux(self._audio.encode(frame))

    def close(self) -> None:
        """Write what is still on its way. Raises ``MediaError`` where nothing came."""
        if self._is_empty:
            raise MediaError(Fault.BROKEN)
        if self._video:
            self._encode_picture(self._video, None)
        if self._audio:
            self._file.mux(self._audio.encode(None))
        self._file.close()

    def _encode_picture(self, video: VideoStream, frame: VideoFrame | None) -> None:
        for packet in video.encode(frame):
            for clean in self._sei_filter.filter(packet):
                clean.stream = video
                self._file.mux(clean)

    def _add_picture_track(self, first: VideoFrame) -> VideoStream:
        video = self._file.add_stream("libx264", rate=30, options=dict(_H264_OPTIONS))
        video.width, video.height, video.pix_fmt = first.width, first.height, "yuv420p"
        coder = video.codec_context
        coder.time_base, coder.gop_size = TIME_BASE, _KEYFRAME_INTERVAL
        coder.flags |= Flags.bitexact
        coder.color_primaries = coder.color_trc = coder.colorspace = _BT709
        coder.color_range = _TV_RANGE
        return video

    def _add_sound_track(self) -> AudioStream:
        audio = self._file.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        audio.codec_context.bit_rate = _SOUND_BIT_RATE
        audio.codec_context.flags |= Flags.bitexact
        return audio

    def _update_length(self, frame: VideoFrame | AudioFrame) -> None:
        self._is_empty = False
        self.seconds = max(self.seconds, frame.time or 0.0)
