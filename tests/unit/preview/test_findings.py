"""What a second reader would say, beside the page of a preview that is open."""

from __future__ import annotations

import json
import subprocess
import sys
from threading import Event, Thread

import pytest

from lsbook.preview.findings import FindingsProcess, PageFinding, parse_findings
from lsbook.preview.state import PreviewState

WORDS, WHY, REMEDY = "You will never move again.", "Nobody can be sure to keep this promise.", "Say what is so now."
ENTRY = {
    "rule": "promise",
    "severity": "warn",
    "file": "chapters/01.md",
    "line": 5,
    "words": WORDS,
    "why": WHY,
    "remedy": REMEDY,
    "source": "practice.md",
}
FINDING = PageFinding("chapters/01.md:5", "promise", WORDS, WHY, REMEDY)


def _print(listed: object) -> list[str]:
    """A command that says what check would."""
    return [sys.executable, "-c", f"print({json.dumps(json.dumps(listed))})"]


def test_what_check_says_is_read() -> None:
    """A finding has its place, its sentence, why and what to do; what refuses a book is said elsewhere."""
    refused = {**ENTRY, "severity": "refuse"}
    assert parse_findings(json.dumps([ENTRY, refused, {**ENTRY, "line": 0}]).encode()) == (
        FINDING,
        FINDING._replace(at="chapters/01.md"),
    )


@pytest.mark.parametrize("output", [b"", b"{}", b"[1]", b"no json", b'[{"rule": "promise"}]'])
def test_what_cannot_be_read_is_no_finding(output: bytes) -> None:
    """Whatever the other process says, the preview goes on."""
    assert parse_findings(output) == ()


def test_what_is_found_comes_after_the_book() -> None:
    """The process runs beside the preview, and what it finds is handed on when it is over."""
    known, kept = Event(), list[tuple[PageFinding, ...]]()

    def keep(findings: tuple[PageFinding, ...]) -> None:
        kept.append(findings)
        known.set()

    with FindingsProcess(lambda edition: _print([ENTRY] if edition == "9-12" else []), keep) as process:
        process.restart("9-12")
        assert known.wait(60)
    assert kept == [(FINDING,)]


def test_what_an_earlier_save_began_is_stopped() -> None:
    """A process that is still at work when the next save comes hands on nothing, and is over at the end."""
    kept: list[tuple[PageFinding, ...]] = []
    never = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    with FindingsProcess(lambda _: never, kept.append) as process:
        process.restart("9-12")
        process.restart("9-12")
    assert kept == []


def test_without_a_command_nothing_is_looked_for() -> None:
    """A preview that was given no command, or one that does not exist, shows the book alone."""
    kept: list[tuple[PageFinding, ...]] = []
    for command in (None, lambda _: ["/no/such/program"]):
        with FindingsProcess(command, kept.append) as process:
            process.restart("9-12")
    assert kept == []


def test_an_open_page_is_told_what_was_found() -> None:
    """The findings stand in what pages read, with a new number and no page that has changed."""
    state = PreviewState(number=3).add_findings((FINDING,))
    values = json.loads(state.format().removeprefix("lsbookPreview(").removesuffix(")\n"))
    assert (values["number"], values["changed"], values["findings"]) == (4, [], [FINDING._asdict()])


def test_ctrl_c_while_it_is_started_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever interrupts a preview in the moment in which check begins ends both."""
    made: list[subprocess.Popen[bytes]] = []

    class Started(subprocess.Popen[bytes]):
        def __init__(self, line: list[str], **options: int) -> None:
            super().__init__(line, stdin=options["stdin"], stdout=options["stdout"], stderr=options["stderr"])
            made.append(self)

    def interrupt(_: Thread) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", Started)
    monkeypatch.setattr(Thread, "start", interrupt)
    never = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    with pytest.raises(KeyboardInterrupt), FindingsProcess(lambda _: never, lambda _: None) as process:
        process.restart("9-12")
    assert [each.poll() is not None for each in made] == [True]
