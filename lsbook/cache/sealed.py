"""Small records in ``.lsbook``: JSON under its own SHA-256, so that one that is damaged or was swapped counts as none.

Nothing that is read from one could run as code, and nothing in one is taken for the story itself.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from lsbook.files.atomic import write_atomically
from lsbook.files.tree import is_plain_file

_SEAL_LENGTH = 64
"""Hexadecimal digits."""
_LARGEST = 64_000_000
"""Bytes: some hundred thousand files."""


def write_sealed(file: Path, value: object) -> None:
    """Write ``value``, which JSON can hold, bound to the name of ``file``. Raises ``OSError``."""
    body = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode("ascii")
    write_atomically(file, _compute_seal(file, body).encode("ascii") + b"\n" + body)


def read_sealed(file: Path) -> object:
    """Return the value in ``file``; ``None`` where there is none, or it is not as it was written."""
    try:
        if not is_plain_file(file) or file.stat().st_size > _LARGEST:
            return None
        content = file.read_bytes()
        seal, body = content[:_SEAL_LENGTH], content[_SEAL_LENGTH + 1 :]
        return json.loads(body) if seal == _compute_seal(file, body).encode("ascii") else None
    except (OSError, ValueError, RecursionError):
        return None


def _compute_seal(file: Path, body: bytes) -> str:
    return hashlib.sha256(file.name.encode("utf-8", "surrogatepass") + b"\0" + body).hexdigest()
