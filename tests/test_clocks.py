"""The clocks under which the tests run are what they say they are."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.clocks.__main__ import CLOCKS, MOVED, Clock
from tests.clocks.moved.sitecustomize import AHEAD

ASK = """
import datetime, time
asked = datetime.datetime
days = {datetime.date.today(), asked.today().date(), asked.now().date(), asked.fromtimestamp(time.time()).date()}
days |= {asked.fromtimestamp(time.time_ns() / 10**9).date(), asked(*time.localtime()[:3]).date()}
days |= {asked.fromisoformat(time.strftime("%Y-%m-%d")).date(), asked.strptime(time.ctime(), "%c").date()}
utc = {asked.now(datetime.UTC).date(), asked.utcnow().date(), asked(*time.gmtime()[:3]).date()}
print(*sorted(days), *sorted(utc))
print(time.gmtime(0)[0], time.strftime("%Y", time.gmtime(0)), isinstance(asked.now(), asked))
"""


@pytest.mark.parametrize("days", [-3000, 0, 4000])
def test_every_way_of_asking_hears_the_same_clock(days: int) -> None:
    """Whatever a program asks Python for the time, it hears the day that is set, and moments of its own stay theirs."""
    noon = datetime.now().replace(hour=12) + timedelta(days)
    environment = os.environ | {"PYTHONPATH": str(MOVED), "TZ": "UTC"}
    environment[AHEAD] = str(round(noon.timestamp() - _real_now()))
    said = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    assert said.stdout.split() == [str(_utc_day(noon)), str(_utc_day(noon)), "1970", "1970", "True"]


def _real_now() -> float:
    """Seconds by the computer's own clock, also where this process hears another."""
    return datetime.now().timestamp() - int(os.environ.get(AHEAD, "0"))


def _utc_day(moment: datetime) -> object:
    return moment.astimezone(ZoneInfo("UTC")).date()


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_clock_begins_where_it_says(clock: Clock) -> None:
    """A clock that is as far ahead as it says shows its hour in its zone, on its day."""
    now = datetime(2026, 3, 28, 23, 30, tzinfo=ZoneInfo(clock.zone))
    shown = (now.astimezone(ZoneInfo("UTC")) + timedelta(seconds=clock.ahead(now))).astimezone(ZoneInfo(clock.zone))
    assert shown.strftime("%H:%M") == clock.hour
    assert clock.day not in ("2028-02-29",) or str(shown.date()) == clock.day
