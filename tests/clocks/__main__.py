"""The tests under other clocks, each after the other: ``python -m tests.clocks``, with what pytest takes.

Only Python goes by these clocks. So what opens a browser or runs Java is left out, and what installs lsbook anew.
Of the system's tests those run that go by the day, under the two clocks that are furthest from here: of copies,
archives, other forms and what is new. Films, disks, hostile folders and made-up stories are built for a day that the
test says. With ``--every``, or a path, all of them run under each clock.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.clocks.moved.sitecustomize import AHEAD

MOVED = Path(__file__).with_name("moved")
COMMAND = (sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", "not browser and not installs")

EVERY = "--every"
TIMELESS = ("browser", "disks", "example", "hostile", "media", "packaging", "wall")
"""Themes of ``tests/system`` that no clock has anything to say to."""


@dataclass(frozen=True)
class Clock:
    """``day`` and ``hour`` say what a clock on the wall in ``zone`` shows when the tests begin."""

    zone: str
    day: str
    hour: str
    is_for_system: bool = False
    """Whether the system's tests run under it without ``--every``, too."""

    def ahead(self, now: datetime) -> int:
        """How many seconds this clock is ahead of ``now``, which has its zone."""
        day = {"today": now, "in 400 days": now + timedelta(400), "new year's eve": now.replace(month=12, day=31)}
        begins = (day.get(self.day) or datetime.fromisoformat(self.day)).strftime("%Y-%m-%d")
        moment = datetime.fromisoformat(f"{begins} {self.hour}").replace(tzinfo=ZoneInfo(self.zone))
        return round(moment.timestamp() - now.timestamp())


CLOCKS = (
    Clock("Europe/London", "2028-02-29", "12:00", is_for_system=True),
    Clock("Europe/London", "new year's eve", "23:59"),
    Clock("Europe/London", "in 400 days", "12:00"),
    Clock("Pacific/Kiritimati", "today", "01:00"),  # in London it is still yesterday
    Clock("America/Anchorage", "today", "22:00", is_for_system=True),  # in London it is tomorrow already
)


def main(options: list[str]) -> int:
    """Run the tests under each clock, and say under which they failed."""
    failed = []
    every = EVERY in options
    options = [option for option in options if option != EVERY]
    chosen = every or any(Path(option.split("::")[0]).exists() for option in options)
    timeless = [f"--ignore=tests/system/{theme}" for theme in TIMELESS]
    for clock in CLOCKS:
        left_out = [] if chosen else timeless if clock.is_for_system else ["--ignore=tests/system"]
        print(f"\nThe clock in {clock.zone} says {clock.hour}, {clock.day}.", flush=True)
        ahead = str(clock.ahead(datetime.now(ZoneInfo(clock.zone))))
        path = os.pathsep.join([str(MOVED), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = os.environ | {AHEAD: ahead, "PYTHONPATH": path, "TZ": clock.zone}
        if subprocess.run([*COMMAND, *left_out, *options], env=environment, check=False).returncode:
            failed.append(clock)
    for clock in failed:
        print(f"Failed under the clock of {clock.zone}, {clock.hour}, {clock.day}.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
