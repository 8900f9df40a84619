"""How long it takes from a save to the words in an open page of a preview, in a real Chromium."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from tests.benchmarks.measuring import Run
from tests.system.preview.running import RunningPreview, run_preview, wait_until

_TEXT = "return document.body ? document.body.innerText : ''"


def measure(story: Path, chapter: Path, runs: int) -> Run:
    """Preview ``story`` and save ``chapter`` ``runs`` times: the median of the seconds, and the megabytes of lsbook."""
    from tests.system.browser import windows  # noqa: PLC0415 (only where a browser is wanted)

    profile = Path(tempfile.mkdtemp(prefix="preview-"))
    try:
        with (
            run_preview(story, profile / "log") as running,
            windows.outside() as outside,
            windows.chromium(profile / "chromium", outside) as window,
        ):
            text = chapter.read_text("utf-8")
            chapter.write_text(f"{text}\nQzfirst.\n", "utf-8")
            running.wait_until(lambda: _list_pages(running, "Qzfirst"))
            window.open(_list_pages(running, "Qzfirst")[0])
            took = [_time_save(window.driver, chapter, text, f"Qzsave{number}") for number in range(runs)]
            return Run(median(took), _read_peak(running.process.pid))
    finally:
        shutil.rmtree(profile, ignore_errors=True)


def _list_pages(running: RunningPreview, word: str) -> list[Path]:
    """The pages that show ``word``; none in the moment in which the new book takes the place of the old one."""
    with suppress(FileNotFoundError):
        pages = [page for page in sorted(running.folder.glob("[!.]*/pages/*.html")) if page.name != "print.html"]
        return [page for page in pages if f"<p>{word}.</p>" in page.read_text("utf-8")]
    return []


def _time_save(driver: object, chapter: Path, text: str, word: str) -> float:
    started = time.perf_counter()
    chapter.write_text(f"{text}\n{word}.\n", "utf-8")
    wait_until(lambda: _shows(driver, word))
    return time.perf_counter() - started


def _shows(driver: object, word: str) -> bool:
    from selenium.common.exceptions import WebDriverException  # noqa: PLC0415 (only where a browser is wanted)

    with suppress(WebDriverException):  # while one page takes the place of another
        return word in str(driver.execute_script(_TEXT))  # type: ignore[attr-defined]
    return False


def _read_peak(process: int) -> float:
    """Return the most megabytes that ``process`` has had; nothing where this system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
