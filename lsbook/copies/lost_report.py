"""The report of a lost copy: whom to tell by when, what to do, and what that copy tells (practice.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from lsbook.copies.private_content import PrivateContent
from lsbook.history.copy_contents import CopyRecord
from lsbook.model.copy import Copy
from lsbook.model.edition import Notice
from lsbook.model.vocabulary import CopyFormat, ItemKind

GROUPS = (
    (ItemKind.PEOPLE, "People"),
    (ItemKind.HOMES, "Homes"),
    (ItemKind.SCHOOLS, "Schools"),
    (ItemKind.MEDIA, "Photos, films, sounds and documents"),
    (ItemKind.CHAPTERS, "Chapters"),
    (ItemKind.LETTERS, "Letters"),
    (ItemKind.MOMENTS, "Moments"),
    (ItemKind.KEEPSAKES, "Keepsakes"),
    (ItemKind.QUESTIONS, "Questions"),
    (ItemKind.ABOUT_ME, "About the child"),
    (ItemKind.WORDS, "Words explained"),
)


_HARD = " **(hard news)**"
_FORMATS: dict[str, str] = {
    CopyFormat.FOLDER: "a plain folder",
    CopyFormat.LOCKED: "a locked folder",
    CopyFormat.ZIP: "a zip",
    CopyFormat.PDF: "a PDF",
    CopyFormat.EPUB: "an EPUB",
    CopyFormat.ONE_FILE: "one file for phones",
    CopyFormat.STORY: "a story to go on with",
}
_UNKNOWN = "It is not known what this copy held. Look at the story as it was then."
_LOCKED = (
    "**It is locked.** Without its passphrase or its recovery code nothing of what follows can be read, nor how much "
    "there is. Were they with it, on the stick, in the same bag or in the same message? Then treat it as open."
)
_NOBODY_KNOWS = "**Nobody knows whether it is locked**, for the log cannot be read. Treat it as open."
_OPEN = "**It is not locked.** Whoever finds it can read all that follows."
_OWN = "What is the child's own stands in it too. It is not named here: ask the child."
_NOT_LOOKED = (
    "**The story cannot be read today**, so nobody has looked whether any of this has become the child's own since. "
    "Before you show it to anybody: mend the story, delete this report, and say lsbook lost again."
)
_NOT_WRITTEN = "with words that name what is the child's own, so they are not written here: ask whoever told you."
_STEPS = (
    "Tell the people in the table, in its order. Write down beside each who told them and when.",
    "Look for it: ask whoever had it last, and where. If somebody has it, ask for it back, or for it to be destroyed,"
    " and for a line in writing that nothing was copied. Once you have it, say so with lsbook returned.",
    "Read the list of homes and schools. If one of them tells where the child lives or learns now, decide today, with"
    " the social worker, whether anybody has to be told or moved, or a school warned.",
    "Read the list of people. Is somebody named who must not be found, or who does not know that the child knows?",
)


def render_report(
    story: Path,
    copy: Copy,
    record: CopyRecord | None,
    noticed: datetime,
    notices: tuple[Notice, ...],
    where: str,
    private: PrivateContent,
) -> Iterator[str]:
    """The lines of the report, in Markdown. What is the child's own is in none of them, whatever the log says."""
    private = private.with_earlier_names(record.inventory) if record else private
    reader = "" if private.names.has_any_in(copy.given_to) else copy.given_to
    by = "" if private.names.has_any_in(copy.by) else copy.by
    where = _NOT_WRITTEN if private.names.has_any_in(where) else where
    yield f"# A lost copy: {copy.id}\n"
    yield (
        f"The book for {copy.edition}, as {_FORMATS.get(copy.copy_format, copy.copy_format or 'nobody knows what')}, "
        + ("handed over" if copy.on == date.min else f"handed over on {copy.on}")
        + (f" to {reader}" if reader else "")
        + (f" by {by}." if by else ".")
    )
    yield f"Somebody noticed on {_format_moment(noticed)}." + (f" Last known: {where}" if where else "") + "\n"
    yield (_LOCKED if copy.copy_format == CopyFormat.LOCKED else _OPEN if copy.copy_format else _NOBODY_KNOWS) + "\n"
    yield "## Whom to tell, and by when\n"
    yield "| who | at the latest | why | told by, when |\n|---|---|---|---|"
    for notice in sorted(notices, key=lambda notice: notice.within_hours):
        until = noticed + timedelta(hours=notice.within_hours)
        past = " **(past: tell them now)**" if until < datetime.now() else ""
        yield f"| {notice.name} | {_format_moment(until)}{past} | {notice.says} | |"
    yield "\n## What to do\n"
    yield from (f"{number}. {step}" for number, step in enumerate(_STEPS, 1))
    quoted = reader.replace('"', "'")
    to = f' --given-to "{quoted}"' if reader else " --given-to READER" if copy.given_to else ""
    folder = "STORY" if private.names.has_any_in(str(story)) else story
    again = f'lsbook handover "{folder}" --edition {copy.edition} --as locked --to STICK{to} --instead-of {copy.id}'
    yield f"{len(_STEPS) + 1}. Give the reader their book again. A locked one tells nothing if it is lost too:"
    yield f"\n       {again}\n"
    yield "   STICK is where the stick is, and --by and --second-reader say who hands it over and who read it.\n"
    yield "## What it tells\n"
    yield from _render_contents(record, private) if record else (_UNKNOWN,)


def _render_contents(record: CopyRecord, private: PrivateContent) -> Iterator[str]:
    if not record.inventory.items:
        yield "It tells the child's name, and no more."
        return
    if not private.is_known:
        yield f"{_NOT_LOOKED}\n"
    yield "In its own words, as they stand in the book. Hard news is marked, and so is what holds some.\n"
    for kind, title in GROUPS:
        items = [item for item in record.inventory.items if item.kind == kind]
        if items:
            yield f"### {title}\n"
            named = [item for item in items if private.is_nameable(item)]
            yield from (f"- {item.label}{_HARD if item.hard else ''}" for item in named)
            if len(named) < len(items):
                yield f"- {_OWN}"
            yield ""
    if facts := [fact for fact in record.inventory.facts if private.is_tellable(fact)]:
        yield "### Facts\n"
        yield from (f"- {fact.says}{_HARD if fact.hard else ''}" for fact in facts)


def _format_moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%d, %H:%M")
