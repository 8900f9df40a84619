"""What lsbook is made of on this computer, and what an authority adds to it: for the keys of what is kept."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from lsbook import __version__
from lsbook.files.digests import compute_digest
from lsbook.files.resources import find_resources

_PACKAGE_SUFFIX = ".dist-info"


def describe_installation() -> list[object]:
    """Return lsbook itself, its templates, Python, and every package beside it: by names, sizes and times."""
    package = Path(__file__).resolve().parents[1]
    places = sorted(path for path in {*sys.path} if path.endswith(("site-packages", "dist-packages")))
    packages = [_list_packages(place) for place in places]
    marks = [list(_describe_marks(str(folder))) for folder in (package, find_resources("templates"))]
    return [__version__, sys.version, sys.platform, marks, packages]


def describe_tree(folder: Path) -> Iterator[list[str]]:
    """Every file in ``folder`` and below with its digest, also behind a link: a template may be.

    Raises ``OSError`` where a folder is a link: what is behind it may have no end.
    """
    for here, folders, files in os.walk(folder, onerror=_refuse):
        folders.sort()
        if any(Path(here, name).is_symlink() for name in folders):
            raise OSError(errno.ELOOP, "a folder here is a link", here)
        for name in sorted(files):
            path = Path(here, name)
            yield [path.relative_to(folder).as_posix(), compute_digest(path) if path.is_file() else ""]


def _refuse(error: OSError) -> None:
    """Raise ``error`` of a folder that cannot be looked into; a folder that is missing holds nothing."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def find_version(package: str) -> str:
    """Return the version of ``package`` beside lsbook, as the name of its folder has it: nothing is read."""
    known = _list_versions().get(package)
    return known or str(import_module("importlib.metadata").version(package))


@cache
def _list_versions() -> Mapping[str, str]:
    """Return the versions of packages by their names; of two of a name, that which Python finds first."""
    versions: dict[str, str] = {}
    for name in (name for place in sys.path for name in _list_packages(place)):
        package, _, version = name.removesuffix(_PACKAGE_SUFFIX).rpartition("-")
        versions.setdefault(package.replace("_", "-").lower(), version)
    return versions


def _list_packages(place: str) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(place or ".") if entry.name.endswith(_PACKAGE_SUFFIX))
    except OSError:  # a place that is named and missing
        return []


def _describe_marks(folder: str) -> Iterator[list[object]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name not in ("__pycache__", "example-child"):
                    yield from _describe_marks(entry.path)
            else:
                status = entry.stat()
                yield [entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
