"""Archives for the tests, and what the command line says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from lsbook.archive import ArchiveRequest, ArchiveResult, create_archive
from lsbook.cli import main

MADE = date(2026, 11, 22)


def made(story: Path, to: Path, only_me: str = "", policy: Path | None = None) -> ArchiveResult:
    """The archive of ``story`` in ``to``."""
    return create_archive(ArchiveRequest(story, to, policy, only_me, MADE), lambda _done, _total: None)


def said(*arguments: object) -> Result:
    """What ``lsbook`` says: in words, never with a traceback."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


def files_in(folder: Path, *, but: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file below ``folder`` with its bytes, but for those below the folders ``but``."""
    files = (file for file in folder.rglob("*") if file.is_file())
    paths = {file.relative_to(folder).as_posix(): file for file in files}
    return {path: file.read_bytes() for path, file in paths.items() if path.split("/")[0] not in but}
