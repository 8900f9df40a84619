"""The browser on this computer that turns a page into paper: where Edge, Chrome and Chromium live on each system."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from lsbook.model.problem import Location
from lsbook.model.rules.books import NO_BROWSER

BROWSER_PATHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "win32": (
            r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
            r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe",
            r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
            r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
            r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
            r"%LocalAppData%\Chromium\Application\chrome.exe",
        ),
        "darwin": (
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "~/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ),
        "linux": (
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
            "microsoft-edge-stable",
            "microsoft-edge",
        ),
    }
)
"""Names are looked for where programs are; anything with a slash is a place. The first that is there is taken."""


def find_browser(program: Path | None, system: str = sys.platform) -> Path:
    """The browser ``program``, or else the first known one of this system. Raises ``ProblemsFound`` without one."""
    if program is not None:
        located = shutil.which(str(program))
        if located:
            return Path(located)
        what = "There is no program here that can be started."
        raise NO_BROWSER.make_error(
            Location(program.as_posix()), what, "Name the browser's own program after --browser."
        )
    places = BROWSER_PATHS.get(system, BROWSER_PATHS["linux"])
    for place in places:
        located = shutil.which(os.path.expandvars(place) if system == "win32" else str(Path(place).expanduser()))
        if located:
            return Path(located)
    what = "There is no Edge, Chrome or Chromium on this computer, and one of them is needed to make a PDF."
    remedy = (
        "Install one of them, or name its program with --browser. Or open the book in any other browser, go to "
        '"Print this book" on its page "About this book", and print that page to a PDF.'
    )
    raise NO_BROWSER.make_error(Location("browser"), what, remedy)
