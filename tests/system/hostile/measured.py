"""Run as a program: commands of lsbook, each in a process of its own whose memory is measured.

Each line of the input is JSON: the words of the command, and what is typed. Each line of the output is JSON: the exit
code, or the signal below zero; what was said; and the most memory that was used, in KiB. A command that hangs is ended.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import IO

PATIENCE = 240
"""Seconds, after which a command hangs: every one of these takes a moment."""


@dataclass(frozen=True)
class Ran:
    code: int
    said: str
    memory: int
    """KiB."""


class Runner:
    """Runs commands through one process that has loaded lsbook once."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *words: object, typed: str = "") -> Ran:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps([[str(word) for word in words], typed]) + "\n")
        self._process.stdin.flush()
        return Ran(*json.loads(self._process.stdout.readline()))


@contextmanager
def runner() -> Iterator[Runner]:
    command = [sys.executable, "-m", "tests.system.hostile.measured"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield Runner(process)
        finally:
            assert process.stdin
            process.stdin.close()
            process.wait(60)


def _child(words: list[str], typed: str, out: IO[bytes]) -> None:
    """In the process of its own: nothing of it comes back but what is said."""
    signal.alarm(PATIENCE)
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    os.dup2(out.fileno(), 1)
    os.dup2(out.fileno(), 2)
    from click.testing import CliRunner  # noqa: PLC0415 (its own process)

    from lsbook.cli import main  # noqa: PLC0415

    result = CliRunner().invoke(main, words, input=typed)
    out.write(result.output.encode("utf-8", "replace"))
    if result.exception and not isinstance(result.exception, SystemExit):
        out.write(f"Traceback: {result.exception!r}".encode("utf-8", "replace"))
    out.flush()
    os._exit(result.exit_code)


def _main() -> None:
    for module in ("verify", "unlock", "passphrase", "copies", "lost", "returned", "archive", "restore", "receive"):
        import_module(f"lsbook.cli.{module}")
    for line in sys.stdin:
        words, typed = json.loads(line)
        with tempfile.TemporaryFile() as out:
            if not (child := os.fork()):
                _child(words, typed, out)
            _, status, usage = os.wait4(child, 0)
            out.seek(0)
            said = out.read(1_000_000).decode("utf-8", "replace")
        print(json.dumps([os.waitstatus_to_exitcode(status), said, usage.ru_maxrss]), flush=True)


if __name__ == "__main__":
    _main()
