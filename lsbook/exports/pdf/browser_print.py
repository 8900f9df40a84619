"""One page to PDF through a browser that nobody sees: no network, a profile of its own, a limit of time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from lsbook.model.problem import Location, ProblemsFound
from lsbook.model.rules.books import NO_BROWSER

MOST_SECONDS = 300
"""A book of 100 photos takes about ten seconds. What takes longer than this hangs."""

_QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--metrics-recording-only",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_PAPER = ("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf")


def print_page(browser: Path, page: Path, profile: Path, to: Path) -> None:
    """Print ``page`` to the file ``to``. The browser keeps what it keeps in ``profile``. Raises ``ProblemsFound``."""
    as_root = sys.platform == "linux" and os.geteuid() == 0
    sandbox = ("--no-sandbox",) if as_root else ()  # Chromium starts for root in no other way
    line = [browser, *_QUIET, *sandbox, *_PAPER, f"--user-data-dir={profile}", f"--print-to-pdf={to}", page.as_uri()]
    try:
        ran = subprocess.run(line, capture_output=True, timeout=MOST_SECONDS, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise _make_print_error(browser, f"The browser did not finish within {MOST_SECONDS // 60} minutes.") from error
    except OSError as error:
        raise _make_print_error(
            browser, f"This program cannot be started ({(error.strerror or '').lower()})."
        ) from error
    if not to.is_file() or to.stat().st_size == 0:
        raise _make_print_error(browser, f"The browser ended without a PDF (it said {ran.returncode}).")


def _make_print_error(browser: Path, what: str) -> ProblemsFound:
    remedy = (
        "Close other windows of this browser and try again, or name another browser with --browser. The book itself is "
        'not harmed: its page "Print this book" can be printed from any browser.'
    )
    return NO_BROWSER.make_error(Location(browser.as_posix()), what, remedy)
