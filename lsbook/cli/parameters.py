"""Types of parameters, and options that several commands have."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lsbook.model.build import TO_READ_FOLDER

if TYPE_CHECKING:  # what is typed is read before anything of a story, and often instead of it
    from lsbook.model.edition import Policy
    from lsbook.model.rhythm import Duration

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
PLACE = click.Path(path_type=Path)
POLICY = click.option("--policy", type=PLACE, metavar="FILE", help="Your authority's policy file.")


class DayType(click.ParamType[date]):
    """A day as ``2026-11-21``; a day that there is not is wrong use, in plain words."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value.strip())
        except ValueError:
            self.fail(f'"{value}" is no day. Write it with its year first: 2026-11-21.', param, ctx)


class TextType(click.ParamType[str]):
    """A name or a sentence, as a file would give it back."""

    name = "words"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value:
            return ""
        from lsbook.reading.decode_text import clean_input  # noqa: PLC0415 (it loads all that reads a story)

        return clean_input(value)


class MomentType(click.ParamType[datetime]):
    """A day, or a day and an hour; anything else is wrong use, in plain words."""

    name = "moment"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return value if isinstance(value, datetime) else datetime.fromisoformat(value.strip()).replace(tzinfo=None)
        except ValueError:
            self.fail(f'"{value}" is no moment. Write it with its year first: 2026-11-22 14:30.', param, ctx)


class DurationType(click.ParamType["Duration"]):
    """A length of time as ``3 months``; anything else is wrong use, in plain words."""

    name = "time"

    def convert(self, value: str | Duration, param: click.Parameter | None, ctx: click.Context | None) -> Duration:
        from lsbook.reading.rhythms import InvalidTimeError, parse_duration  # noqa: PLC0415 (as above)

        try:
            return parse_duration(value) if isinstance(value, str) else value
        except InvalidTimeError:
            self.fail(f'"{value}" is no length of time. Write 10 days, 6 weeks or 3 months.', param, ctx)


LONGEST_WORDS = 500_000
"""Bytes: a file of work/ that holds them can still be read (1 MB)."""


def read_words(file: str) -> str:
    """Return the words in ``file``, or what is pasted for ``-``. Raises ``ValueError`` where there are none."""
    from lsbook.files.bounded import open_plain_file  # noqa: PLC0415 (as above)
    from lsbook.reading.decode_text import clean  # noqa: PLC0415 (as above)

    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else open_plain_file(Path(file), follow=True) as opened:
            raw = opened.read(LONGEST_WORDS + 1)
        if len(raw) > LONGEST_WORDS:
            raise ValueError("is far too long")
        text = clean(raw.decode("utf-8-sig")).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError("cannot be read as text") from error
    if not text:
        raise ValueError("is empty")
    return text


DAY, MOMENT, TEXT, DURATION = DayType(), MomentType(), TextType(), DurationType()
ON_DAY = click.option("--date", "on_day", type=DAY, metavar="DAY", help="As it is on this day. [today]")


def check_edition(name: str, policy: Policy) -> None:
    """See that a book for somebody is called ``name``. Raises ``click.BadParameter``: wrong use."""
    if TO_READ_FOLDER in Path(name).parts:
        raise click.BadParameter(
            "What build --to-read makes is for the second reader alone: it is not the child's book, and is handed to"
            " nobody. Name the child's edition itself."
        )
    if name not in policy.edition_names:
        raise click.BadParameter(f'There is no edition "{name}". There are: {", ".join(policy.edition_names)}.')
