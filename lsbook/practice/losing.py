"""A lost copy: what it tells whoever finds it, what to do, and whom to tell by when (practice.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from lsbook.handed import COPIES, Handed, handed, marked_lost
from lsbook.handover import log
from lsbook.model.copy import Copy
from lsbook.model.edition import Notice
from lsbook.model.place import NotMade, Place, Problem

GROUPS = (
    ("people", "People"),
    ("homes", "Homes"),
    ("schools", "Schools"),
    ("media", "Photos, films, sounds and documents"),
    ("chapters", "Chapters"),
    ("letters", "Letters"),
    ("moments", "Moments"),
    ("keepsakes", "Keepsakes"),
    ("questions", "Questions"),
    ("about_me", "About the child"),
    ("words", "Words explained"),
)
_HARD = " **(hard news)**"
_FORMS = {
    "folder": "a plain folder",
    "locked": "a locked folder",
    "zip": "a zip",
    "pdf": "a PDF",
    "epub": "an EPUB",
    "one-file": "one file for phones",
}
_LOCKED = (
    "**It is locked.** Without its passphrase or its recovery code nothing of what follows can be read, nor how much "
    "there is. Were they with it, on the stick, in the same bag or in the same message? Then treat it as open."
)
_OPEN = "**It is not locked.** Whoever finds it can read all that follows."
_STEPS = (
    "Tell the people in the table, in its order. Write down beside each who told them and when.",
    "Look for it: ask whoever had it last, and where. If somebody has it, ask for it back, or for it to be destroyed,"
    " and for a line in writing that nothing was copied.",
    "Read the list of homes and schools. If one of them tells where the child lives or learns now, decide today, with"
    " the social worker, whether anybody has to be told or moved, or a school warned.",
    "Read the list of people. Is somebody named who must not be found, or who does not know that the child knows?",
)


def lose(
    story: Path, copies: tuple[Copy, ...], name: str, noticed: datetime, notices: tuple[Notice, ...], where: str
) -> Path:
    """Mark the copy called ``name`` as lost and write what there is to say of it; the file that it stands in.

    Raises ``NotMade`` where there is no such copy, where it is marked already, or where it cannot be written.
    """
    copy = _copy(story, copies, name)
    report = _report_of(story, copy)
    if noticed > datetime.now():
        what = "Nobody can have noticed it at a moment that is still to come."
        raise NotMade((Problem(Place("--noticed"), what, "Correct the day and the hour."),))
    if noticed.date() < copy.on:
        what = f"This copy was handed over on {copy.on}, and cannot have been lost before."
        raise NotMade((Problem(Place("--noticed"), what, "Correct the day, or name another copy."),))
    held = next((one for one in handed(story) if one.copy == copy.id), None)
    text = "\n".join(_report(story, copy, held, noticed, notices, where)) + "\n"
    if not copy.lost:
        log.marked_lost(story, copy, noticed.date())
    try:
        if report.parent.is_symlink():
            raise OSError(0, "this is a link to another place")
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(text, encoding="utf-8")
        marked_lost(story, copy.id)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        what = f"The copy is marked as lost, but what it tells could not be written down ({reason})."
        at, remedy = Place(f"{COPIES}/{report.name}"), "Make room, or look who may write here."
        raise NotMade((Problem(at, what, remedy),)) from error
    return report


def _report_of(story: Path, copy: Copy) -> Path:
    return story / COPIES / f"{copy.id}-lost.md"


def _copy(story: Path, copies: tuple[Copy, ...], name: str) -> Copy:
    found = next((one for one in copies if one.id == name), None)
    if found is None:
        there = ", ".join(one.id for one in copies) or "none yet"
        raise NotMade((Problem(Place(log.LOG), f'There is no copy called "{name}".', f"There are: {there}."),))
    if found.lost and _report_of(story, found).is_file():
        what = f"This copy is marked as lost already, on {found.lost}: see {COPIES}/{found.id}-lost.md."
        remedy = "Add there by hand what is to be added. To begin anew, delete that file and say it again."
        raise NotMade((Problem(found.at, what, remedy),))
    return found


def _report(
    story: Path, copy: Copy, held: Handed | None, noticed: datetime, notices: tuple[Notice, ...], where: str
) -> Iterator[str]:
    yield f"# A lost copy: {copy.id}\n"
    yield (
        f"The book for {copy.edition}, as {_FORMS.get(copy.form, copy.form)}, handed over on {copy.on}"
        + (f" to {copy.given_to}" if copy.given_to else "")
        + (f" by {copy.by}." if copy.by else ".")
    )
    yield f"Somebody noticed on {_moment(noticed)}." + (f" Last known: {where}" if where else "") + "\n"
    yield (_LOCKED if copy.form == "locked" else _OPEN) + "\n"
    yield "## Whom to tell, and by when\n"
    yield "| who | at the latest | why | told by, when |\n|---|---|---|---|"
    for one in sorted(notices, key=lambda notice: notice.within_hours):
        until = noticed + timedelta(hours=one.within_hours)
        past = " **(past: tell them now)**" if until < datetime.now() else ""
        yield f"| {one.name} | {_moment(until)}{past} | {one.says} | |"
    yield "\n## What to do\n"
    yield from (f"{number}. {step}" for number, step in enumerate(_STEPS, 1))
    reader = copy.given_to.replace('"', "'")
    to = f' --given-to "{reader}"' if reader else ""
    again = f'lsbook handover "{story}" --edition {copy.edition} --as locked --to STICK{to} --instead-of {copy.id}'
    yield f"{len(_STEPS) + 1}. Give the reader their book again. A locked one tells nothing if it is lost too:"
    yield f"\n       {again}\n"
    yield "   STICK is where the stick is, and --by and --second-reader say who hands it over and who read it.\n"
    yield "## What it tells\n"
    yield from _told(held) if held else ("It is not known what this copy held. Look at the story as it was then.",)


def _told(held: Handed) -> Iterator[str]:
    if not held.holdings.items:
        yield "It tells the child's name, and no more."
        return
    yield "In its own words, as they stand in the book. Hard news is marked, and so is what holds some.\n"
    for kind, title in GROUPS:
        items = [item for item in held.holdings.items if item.kind == kind]
        if items:
            yield f"### {title}\n"
            named = [item for item in items if item.label]
            yield from (f"- {item.label}{_HARD if item.hard else ''}" for item in named)
            if len(named) < len(items):
                yield "- What is the child's own stands in it too. It is not named here: ask the child."
            yield ""
    if held.holdings.facts:
        yield "### Facts\n"
        yield from (f"- {fact.says}{_HARD if fact.hard else ''}" for fact in held.holdings.facts)


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%d, %H:%M")
