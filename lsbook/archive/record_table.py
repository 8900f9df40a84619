"""The record as a table, for whoever answers a request to see it: a row an item, and room for what was decided.

What is the child's alone is in no row. What is held back has one, and says so: somebody has to decide about it too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook import editions
from lsbook.files.csv_cells import protect_cell
from lsbook.model.edition import RECORD
from lsbook.model.item import Item
from lsbook.model.named_items import Person
from lsbook.model.passage import Passage
from lsbook.model.problem import ProblemsFound
from lsbook.model.prose import Mention
from lsbook.model.story import AboutMe, Letter, Story
from lsbook.model.story_text import Account, AccountBlock, MyWords, Ref, Statement, Who
from lsbook.model.vocabulary import CHILD_ID
from lsbook.model.walk import find_own
from lsbook.pipeline import Project
from lsbook.practice.public_lines import PublicLines
from lsbook.reading import quote_sources


class RecordRow(Struct, frozen=True):
    """One item. ``decision`` is empty: a person fills it in."""

    file: str
    line: str
    kind: str
    name: str
    about: str
    whose_words: str
    words: str
    held: str
    decision: str = ""


def make_record_table(project: Project, today: date) -> tuple[RecordRow, ...]:
    """Return a row for each item of the record, in the order of files and lines.

    Raises ``ProblemsFound`` where the record would be refused: then a sentence names somebody who is the child's own.
    """
    story = project.story
    edition = editions.make_unapproved_edition(story, project.policy, RECORD)
    choice = editions.make_choice(story, edition, today)
    if choice.refusals:
        raise ProblemsFound(tuple(quote_sources(choice.refusals, Path(story.folder))))
    visible = [verdict for verdict in choice.visibility.verdicts.values() if verdict.is_visible]
    names = _collect_names(story, choice.visibility)
    passages, lines = _group_passages(choice.passages), PublicLines(story)
    return tuple(
        replace(
            _make_row(story, verdict.item, verdict.ancestors, names, passages.get(id(verdict.item), ())),
            line=str(lines.find(verdict.item.at).line or ""),
        )
        for verdict in sorted(visible, key=lambda verdict: verdict.item.at)
    )


def format_table(rows: tuple[RecordRow, ...]) -> str:
    """Return the table as CSV, which every table program opens; the first line says what stands in each column."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = RecordRow.__struct_fields__
    writer.writerow([column.replace("_", " ") for column in columns])
    writer.writerows([protect_cell(getattr(row, column)) for column in columns] for row in rows)
    return out.getvalue()


def _group_passages(passages: tuple[Passage, ...]) -> Mapping[int, tuple[str, ...]]:
    """Return the words of each item by its identity, without those of the items in it."""
    words: dict[int, list[str]] = {}
    for passage in passages:
        if passage.ancestors:
            words.setdefault(id(passage.ancestors[-1]), []).append(passage.text)
    return {item: tuple(texts) for item, texts in words.items()}


def _collect_names(story: Story, visibility: editions.Visibility) -> Mapping[str, str]:
    """Return the names by which the record knows everybody and everything that may be named in it."""
    named = story.named_items
    versions = ((item, item.name.find_version(visibility.edition.age)) for item in named if visibility.is_visible(item))
    return {CHILD_ID: story.child.name} | {item.id: version.content for item, version in versions if version}


def _make_row(
    story: Story, item: Item, ancestors: tuple[Item, ...], names: Mapping[str, str], words: tuple[str, ...]
) -> RecordRow:
    hold = next((each.gate.hold for each in (item, *reversed(ancestors)) if each.gate.hold), None)
    has_name = item.handle != str(item.at)
    return RecordRow(
        file=item.at.path,
        line=str(item.at.line or ""),
        kind=item.kind_label,
        name=item.handle if has_name else "",
        about=", ".join(dict.fromkeys(_list_people(item, ancestors, names))) or story.child.name,
        whose_words=_find_speaker(item, ancestors, names),
        words=" / ".join(words),
        held=f"held: {hold.reason}" if hold else "no",
    )


def _list_people(item: Item, ancestors: tuple[Item, ...], names: Mapping[str, str]) -> Iterator[str]:
    """Yield the names of whom an item is about: on whose card it stands, whom it lists and whom it mentions."""
    for each in (*ancestors, item):
        if isinstance(each, Person) and each.id in names:
            yield names[each.id]
    if isinstance(item, AboutMe):
        yield names[CHILD_ID]
    speakers = [getattr(item, field, None) for field in ("said_by", "by", "from_")]
    marks = [ref.id for ref in find_own(Ref, item) if not any(ref is speaker for speaker in speakers)]
    marks += [mention.id for mention in find_own(Mention, item)]
    yield from (names[mark] for mark in marks if mark in names)


def _find_speaker(item: Item, ancestors: tuple[Item, ...], names: Mapping[str, str]) -> str:
    """Return whose words an item holds, or where it is known from; the nearest around it where it says nothing."""
    for each in (item, *reversed(ancestors)):
        match each:
            case MyWords():
                return names[CHILD_ID]
            case Account(by=who) | AccountBlock(by=who) | Letter(from_=who) | AboutMe(said_by=who):
                if speaker := _name_who(who, names):
                    return speaker
            case Statement(source=source) if source:
                return f"source: {source}"
    return ""


def _name_who(who: Who | None, names: Mapping[str, str]) -> str:
    if isinstance(who, Ref):
        return names.get(who.id, "")
    return who or ""
