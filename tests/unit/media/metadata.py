"""What exiftool and ffprobe say about a finished file, beyond what every such file says."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_PICTURE = {
    "SourceFile",
    "ExifTool:ExifToolVersion",
    *(
        f"System:{name}"
        for name in (
            *("FileName", "Directory", "FileSize", "FilePermissions"),
            *("FileModifyDate", "FileAccessDate", "FileInodeChangeDate"),
        )
    ),
    *(f"File:{name}" for name in ("FileType", "FileTypeExtension", "MIMEType", "ImageWidth", "ImageHeight")),
    *(f"File:{name}" for name in ("EncodingProcess", "BitsPerSample", "ColorComponents", "YCbCrSubSampling")),
    *(f"JFIF:{name}" for name in ("JFIFVersion", "ResolutionUnit", "XResolution", "YResolution")),
    "Composite:ImageSize",
    "Composite:Megapixels",
}

_FILM_FORMAT = {"major_brand", "minor_version", "compatible_brands"}
_HANDLERS = {"video": "VideoHandler", "audio": "SoundHandler"}


def tags_beyond(pictures: Sequence[Path]) -> dict[str, set[str]]:
    """Which tags exiftool finds in finished pictures beyond those of any bare JPEG, by file."""
    found = {}
    for at in range(0, len(pictures), 200):
        command = ["exiftool", "-json", "-G1", "-a", "-u", "-ee", *map(str, pictures[at : at + 200])]
        for tags in json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout):
            if beyond := set(tags) - _PICTURE:
                found[tags["SourceFile"]] = beyond
    return found


def notes_beyond(film: Path) -> list[str]:
    """What ffprobe finds in a finished film or sound beyond its pictures and its sound; empty where it is clean."""
    command = ["ffprobe", "-v", "error", "-show_format", "-show_streams", "-show_chapters", "-of", "json", str(film)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    notes = [f"{name}: {value}" for name, value in said["format"].get("tags", {}).items() if name not in _FILM_FORMAT]
    notes += [f"a chapter: {chapter}" for chapter in said["chapters"]]
    for stream in said["streams"]:
        notes += _notes_of(stream)
    return notes


def _notes_of(stream: dict[str, Any]) -> list[str]:
    usual = {"language": "und", "handler_name": _HANDLERS.get(stream["codec_type"]), "vendor_id": "[0][0][0][0]"}
    notes = [f"{name}: {value}" for name, value in stream["tags"].items() if usual.get(name) != value]
    return notes + ([f"beside the pictures: {stream['side_data_list']}"] if "side_data_list" in stream else [])
