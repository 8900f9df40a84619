"""The command by which a preview finds what stands beside its pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from lsbook.cli.preview import _make_check
from tests.building import put


def test_nothing_in_a_storys_folder_is_run(tmp_path: Path) -> None:
    """A file called as a module that lsbook needs is run by nobody who looks at the story from its own folder."""
    trace = tmp_path / "trace"
    for name in ("json", "lsbook", "click"):
        put(tmp_path / "story" / f"{name}.py", f"open({str(trace)!r}, 'w', encoding='utf-8').close()\n")
    command = _make_check(Path(), None, "9-12")
    ended = subprocess.run(command, cwd=tmp_path / "story", capture_output=True, check=False)
    assert b"story" in ended.stdout, ended.stderr
    assert not trace.exists()
