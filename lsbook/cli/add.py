"""``lsbook add``: write down a session in two minutes, or take in what somebody gave."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lsbook.cli.add_contribution import contribution
from lsbook.cli.parameters import FOLDER, ON_DAY, POLICY, TEXT, read_words
from lsbook.cli.terminal import echo, exit_with_problems
from lsbook.files.folders import check_story_folder
from lsbook.model.problem import ProblemsFound
from lsbook.model.work_vocabulary import ChildFelt, ChildSays, SessionSetting, SharingAnswer, WorkerSees
from lsbook.practice.sessions.form import SAFETY
from lsbook.practice.sessions.write import SessionValue, add_words, has_sessions, parse_more, write_session
from lsbook.reading.fields.work import SESSION

_QUESTIONS = {"when": "When was it? (12 March 2026)", "by": "Who was with the child?", "did": "What did you do?"}
_TEXTS = ("when", "by", "did", "where", "theme", "helped", "after", "next", "next-by")
_LISTS = ("with", "tools", "words")
_CHOICES = {"part-of": SessionSetting, "felt": ChildFelt, "may-share": SharingAnswer}
_WHY = {"child-says": ChildSays, "worker-sees": WorkerSees}
_FLAGS = ("said-no", "not-written")
_MORE = "Anything more? Enter to finish."
_LATER = "What stands here can be asked for later by the young person it is about. Write it so that they could read it."


def _add_options(command: click.Command) -> click.Command:
    """Return ``command`` with an option for each key of a session that fits on a line."""
    params: list[click.Parameter] = []
    for key in (*_TEXTS, *_LISTS):
        params.append(
            click.Option([f"--{key}"], type=TEXT, multiple=key in _LISTS, help=SESSION.by_key[key].explanation)
        )
    for key, vocabulary in {**_CHOICES, **_WHY}.items():
        words = click.Choice([str(word) for word in vocabulary])
        explanation = "See why-in-care." if key in _WHY else SESSION.by_key[key].explanation
        params.append(click.Option([f"--{key}"], type=words, help=explanation))
    params.append(click.Option(["--why", "why_words"], type=TEXT, help="How the child says why they are in care."))
    params += [click.Option([f"--{key}"], is_flag=True, help=SESSION.by_key[key].explanation) for key in _FLAGS]
    command.params.extend(params)
    return command


@click.group(short_help="Write down a session, or what somebody gave.")
def add() -> None:
    """Write down what was done with the child, or take in what somebody gave by hand."""


add.add_command(contribution)


@add.command(short_help="Write down a session with the child.")
@click.argument("story", type=FOLDER)
@click.option(
    "--paste", metavar="FILE", help="A case note that is written already becomes what was done; - reads it from here."
)
@ON_DAY
@POLICY
def session(story: Path, paste: str | None, on_day: date | None, policy: Path | None, **given: object) -> None:
    """Write down a session with the child of STORY: three questions, and whatever else you want to say.

    Behind "Anything more?", write a key and words (felt: mixed) or only words; Enter alone finishes.
    """
    try:
        check_story_folder(story)
        is_first = not has_sessions(story)
        fields = _collect(given)
        if paste:
            fields["did"] = _read_note(paste)
            fields["in-record"] = (on_day or date.today()).isoformat()
        _ask_missing(fields, can_ask=paste != "-")
        file = write_session(story, fields)
    except ProblemsFound as stopped:
        exit_with_problems(stopped, "Nothing is written")
    echo(f"It is in {file}.")
    if is_first:
        echo(_LATER)
    echo(SAFETY)


_add_options(session)


def _collect(given: dict[str, object]) -> dict[str, SessionValue]:
    """Return what the options said, as it is written into the file."""
    values = {name.replace("_", "-"): value for name, value in given.items() if value}
    fields = {key: _read_value(values[key]) for key in (*_TEXTS, *_LISTS, *_CHOICES) if key in values}
    fields |= {key: "yes" for key in _FLAGS if key in values}
    why = {key: str(values[key]) for key in _WHY if key in values}
    if "why-words" in values:
        why = {"words": str(values["why-words"]), **why}
    return {**fields, "why-in-care": why} if why else fields


def _read_value(value: object) -> SessionValue:
    """Return what click read for an option: a text, or several."""
    return tuple(map(str, value)) if isinstance(value, tuple) else str(value)


def _ask_missing(fields: dict[str, SessionValue], *, can_ask: bool) -> None:
    missing = [key for key in _QUESTIONS if not fields.get(key)]
    if not missing:
        return
    if not can_ask:
        raise click.UsageError(
            f"The note comes from here, so say the rest: {' '.join(f'--{key} …' for key in missing)}"
        )
    for key in missing:
        fields[key] = click.prompt(_QUESTIONS[key], type=TEXT)
    while more := click.prompt(_MORE, default="", show_default=False, prompt_suffix=" ", type=TEXT):
        add_words(fields, *parse_more(more))


def _read_note(paste: str) -> str:
    """Return the words of a case note. Leaves with wrong use where there are none."""
    try:
        return read_words(paste)
    except ValueError as error:
        raise click.BadParameter(f"This note {error}.", param_hint="--paste") from error
