"""The parts of an archive: the payload, and the lists and words that make it a BagIt bag (RFC 8493)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lsbook import __version__
from lsbook.files.package import Package, PackageFile, make_package_file

STORY, RECORD, POLICY = "data/story/", "data/record/", "data/"
CHOICES: Mapping[str, str] = {"": "none", "keep": "kept", "leave-out": "left out"}
"""What is written in the archive of what is only-me; without a choice there was none."""
READ_ME = "READ ME FIRST.txt"
_WORDS = "archive/read-me-first.txt.j2"


def collect_payload(story: tuple[PackageFile, ...], record: Path, policy: Path | None) -> tuple[PackageFile, ...]:
    """The files of the archive with their paths in it. ``policy``: the one that applied, where the story has none."""
    return (
        *(PackageFile(f"{STORY}{piece.path}", piece.source, piece.size, piece.digest) for piece in story),
        *(make_package_file(f"{RECORD}{file.relative_to(record).as_posix()}", file) for file in _list_files(record)),
        *collect_policy_pieces(policy),
    )


def collect_policy_pieces(policy: Path | None) -> Iterator[PackageFile]:
    """The authority's file, and the templates of its own beside it; nothing where there is none."""
    if policy is None:
        return
    yield make_package_file(f"{POLICY}policy.yaml", policy.resolve())
    templates = policy.parent / "templates"
    for file in _list_files(templates):
        yield make_package_file(f"{POLICY}templates/{file.relative_to(templates).as_posix()}", file)


def _list_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def write_read_me(scratch: Path, templates: tuple[Path, ...], made_on: date, only_me: str, policy: bool) -> PackageFile:
    """The words for whoever opens the archive in many years."""
    environment = Environment(  # plain text, never HTML
        loader=FileSystemLoader(templates), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False
    )
    values = {"version": __version__, "made": made_on.isoformat(), "only_me": CHOICES[only_me], "policy": policy}
    file = scratch / READ_ME
    file.write_text(environment.get_template(_WORDS).render(values), encoding="utf-8", newline="\n")
    return make_package_file(file.name, file)


def make_bag(
    name: str, payload: tuple[PackageFile, ...], read_me: PackageFile, scratch: Path, made_on: date, only_me: str
) -> Package:
    """The whole archive as a package called ``name`` with ``read_me``; its lists are written in ``scratch``."""
    about = {
        "Bagging-Date": made_on.isoformat(),
        "Bag-Software-Agent": f"lsbook {__version__}",
        "External-Description": "A life story book: its sources, its record edition and its log of copies.",
        "Payload-Oxum": f"{sum(piece.size for piece in payload)}.{len(payload)}",
        "Only-Me": CHOICES[only_me],
    }
    texts = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{key}: {value}\n" for key, value in about.items()),
        "manifest-sha256.txt": _format_manifest(payload),
    }
    tags = (read_me, *(_write_piece(scratch / path, text) for path, text in texts.items()))
    last = _write_piece(scratch / "tagmanifest-sha256.txt", _format_manifest(tags))
    return Package(name, (*payload, *tags, last))


def _format_manifest(pieces: tuple[PackageFile, ...]) -> str:
    return "".join(f"{piece.digest}  {piece.path}\n" for piece in sorted(pieces, key=lambda piece: piece.path))


def _write_piece(file: Path, text: str) -> PackageFile:
    file.write_text(text, encoding="utf-8", newline="\n")
    return make_package_file(file.name, file)
