"""What a story and its work say, kept in its own ``.lsbook`` by the content of their files.

Whatever changes in a file that is read changes the key, so nothing old is ever taken for what the story says today.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from lsbook import __version__
from lsbook.cache.folder import locate_case_reading
from lsbook.cache.values import decode, encode
from lsbook.model.case import StoryFacts
from lsbook.model.edition import Policy
from lsbook.model.problem import ProblemsFound, select_errors
from lsbook.model.work import WorkRecords
from lsbook.reading.policy import PolicyFile

_TEXT_FOLDERS = frozenset(("chapters/", "letters/", "work/", "work/sessions/", "work/contributions/"))
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 16
"""Bytes."""
_TEXT_ENDINGS = (".yaml", ".yml", ".md")
_SHAPE = 4
"""Of what is kept: another lsbook that keeps something else counts one up."""


class CaseReading(Struct, frozen=True):
    """What a story says and what stands in its ``work/``. ``problems``: how many keep it from being read."""

    facts: StoryFacts | None = None
    records: WorkRecords = field(default_factory=WorkRecords)
    problems: int = 0
    rules: tuple[str, ...] = ()
    """Ids of the rules that are broken, where it cannot be read."""
    reference: str = ""
    """Of a story that cannot be read, the number in the case system, where work/plan.yaml can."""


def recall_case(story: Path, policy_key: str, own: PolicyFile | None) -> CaseReading:
    """Return what ``story`` says, as it was kept or read anew.

    ``own``: the file from which its policy comes; ``policy_key``: what changes whenever the policy does.
    """
    key = _make_key(story, policy_key)
    file = locate_case_reading(story)
    known = _read_kept(file, key)
    if known is not None:
        return known
    reading = _read_or_count(story, own)
    _keep(file, key, reading)
    return reading


def read_case(story: Path, own: PolicyFile | None) -> CaseReading:
    """Read what ``story`` says, and keep nothing. Raises ``ProblemsFound`` with every problem of story and work."""
    from lsbook.practice.story_facts import collect_facts  # noqa: PLC0415 - all of lsbook: what is kept needs it not
    from lsbook.practice.whole_story import load_whole_story  # noqa: PLC0415 - as above

    project, records = load_whole_story(story, own.file if own else None)
    return CaseReading(collect_facts(project, records), records)


def _read_or_count(story: Path, own: PolicyFile | None) -> CaseReading:
    try:
        return read_case(story, own)
    except ProblemsFound as stopped:
        errors = select_errors(stopped.problems)
        rules = tuple(sorted({problem.rule for problem in errors}))
        return CaseReading(problems=len(errors), rules=rules, reference=_find_reference(story))


def _find_reference(story: Path) -> str:
    """Return the number that work/plan.yaml gives, whatever else is wrong: the authority's list knows it."""
    from lsbook.reading.work.records import read_work  # noqa: PLC0415 - as above

    plan = read_work(story).value.plan
    return plan.reference if plan else ""


def make_policy_key(policy: Policy) -> str:
    """Return a digest of all that ``policy`` says, wherever it stands."""
    return hashlib.blake2b(repr(replace(policy, source="")).encode(), digest_size=20).hexdigest()


def _make_key(story: Path, policy_key: str) -> str:
    digest = hashlib.blake2b(f"{__version__} {_SHAPE} {policy_key}".encode(), digest_size=20)
    folders = [""]
    while folders:
        inside = folders.pop()
        for name, content in _list_contents(f"{story}/{inside}"):
            path = f"{inside}{name}"
            digest.update(f"{path} {len(content)}\n".encode("utf-8", "surrogateescape"))
            digest.update(content)
            if f"{path}/" in _TEXT_FOLDERS:
                folders.append(f"{path}/")
            elif path == "media":
                _add_media(digest, story)
    return digest.hexdigest()


def _add_media(digest: hashlib.blake2b, story: Path) -> None:
    for path, size, changed in sorted(_list_media(story / "media", "")):
        digest.update(f"{path} {size} {changed}\n".encode("utf-8", "surrogateescape"))


def _list_contents(folder: str) -> list[tuple[str, bytes]]:
    """Return the names in ``folder``, in order, with the content of those that are texts."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted([(entry.name, entry) for entry in entries if entry.name[0] != "."], key=itemgetter(0))
    except OSError:
        return []
    return [
        (
            name,
            _read_content(entry.path) if name.endswith(_TEXT_ENDINGS) and entry.is_file(follow_symlinks=False) else b"",
        )
        for name, entry in listed
    ]


def _read_content(path: str) -> bytes:
    """Return the content of a file, read without any object that Python would make around it: there are 20,000."""
    try:
        handle = os.open(path, _OPEN_FLAGS)
    except OSError:
        return b"?"
    try:
        content = part = os.read(handle, _CHUNK)
        while len(part) == _CHUNK:
            part = os.read(handle, _CHUNK)
            content += part
        return content
    except OSError:
        return b"?"
    finally:
        os.close(handle)


def _list_media(folder: Path, path: str) -> Iterator[tuple[str, int, int]]:
    """Yield each file below ``folder`` with its size and when it changed: media are too large to be read each time."""
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError:
        return
    for entry in listed:
        inside = f"{path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _list_media(Path(entry.path), inside)
        else:
            status = entry.stat(follow_symlinks=False)
            yield inside, status.st_size, status.st_mtime_ns


def _read_kept(file: Path, key: str) -> CaseReading | None:
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - 2,000 of them
            data = json.loads(opened.read())
        return decode(CaseReading, data["summary"]) if data["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _keep(file: Path, key: str, reading: CaseReading) -> None:
    """Keep ``reading`` where that can be done; where it cannot, the next command reads the story again."""
    if file.parent.is_symlink() or file.is_symlink():
        return
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        beside = file.with_suffix(f".{os.getpid()}.new")
        beside.write_text(json.dumps({"key": key, "summary": encode(reading)}, ensure_ascii=False), encoding="utf-8")
        beside.replace(file)
