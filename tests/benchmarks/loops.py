"""The least that a program can do of the same work, in as few lines: what lsbook does beyond it has its price here.

Each is run as a program of its own: ``python -m tests.benchmarks.loops NAME SOURCE TO``.
"""

from __future__ import annotations

import os
import secrets
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path

WIDTHS, QUALITY, THREADS = (1600, 640), 80, 2


def resize_with_pillow(source: Path, to: Path) -> None:
    """Both widths of every photo, on two threads, from the smallest that the decoder gives."""
    from PIL import Image  # noqa: PLC0415 (only in the loop that uses it)

    def resize(photo: Path) -> None:
        with Image.open(photo) as image:
            image.draft("RGB", (WIDTHS[0], WIDTHS[0]))
            picture = image.convert("RGB")
        for width in WIDTHS:
            picture = picture.resize((width, round(width * picture.height / picture.width)), Image.Resampling.LANCZOS)
            picture.save(to / f"{photo.stem}-{width}.jpg", quality=QUALITY, progressive=True, optimize=True)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(resize, sorted(source.iterdir())))


def resize_with_vips(source: Path, to: Path) -> None:
    """Both widths of every photo, with libvips's own thumbnail and its own threads."""
    pyvips = import_module("pyvips")  # a peer's, installed beside
    for photo in sorted(source.iterdir()):
        picture = pyvips.Image.thumbnail(str(photo), WIDTHS[0]).copy_memory()
        for width in WIDTHS:
            image = picture if width == WIDTHS[0] else picture.thumbnail_image(width)
            image.jpegsave(str(to / f"{photo.stem}-{width}.jpg"), Q=QUALITY, strip=True, interlace=True)


def copy_zipped(source: Path, to: Path) -> None:
    """One zip of every file, written down to the disk and read back."""
    with (to / "book.zip").open("wb") as out:
        with zipfile.ZipFile(out, "w") as pile:
            for file in sorted(each for each in source.rglob("*") if each.is_file()):
                packing = zipfile.ZIP_STORED if file.suffix == ".jpg" else zipfile.ZIP_DEFLATED
                pile.write(file, file.relative_to(source).as_posix(), packing)
        _flush(out.fileno())
    _read_back(to / "book.zip")


def copy_locked(source: Path, to: Path) -> None:
    """Every file encrypted, after the key is stretched as often as lsbook does, written to the disk and read back."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 (only in the loop that uses it)
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC  # noqa: PLC0415

    for _ in range(2):  # the passphrase, and the recovery code
        PBKDF2HMAC(SHA256(), 32, b"salt" * 4, 1_000_000).derive(b"words")
    cipher = AESGCM(AESGCM.generate_key(256))
    for number, file in enumerate(sorted(each for each in source.rglob("*") if each.is_file())):
        nonce = secrets.token_bytes(12)
        with (to / f"{number}.dat").open("wb") as out:
            out.write(nonce + cipher.encrypt(nonce, file.read_bytes(), None))
            _flush(out.fileno())
        _read_back(to / f"{number}.dat")


def _flush(descriptor: int) -> None:
    os.fsync(descriptor)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def _read_back(file: Path) -> None:
    with file.open("rb") as content:
        for _ in iter(partial(content.read, 1 << 20), b""):
            pass


LOOPS = {
    "pillow": resize_with_pillow,
    "vips": resize_with_vips,
    "zip": copy_zipped,
    "locked": copy_locked,
}


def main() -> None:
    """Run the loop that the command line names."""
    _, name, source, to = sys.argv
    Path(to).mkdir(parents=True, exist_ok=True)
    LOOPS[name](Path(source), Path(to))


if __name__ == "__main__":
    main()
