"""A folder is read into a Story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lsbook.model.edition import Policy
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.story import Medium, Story
from lsbook.reading.complaints import Complaints
from lsbook.reading.dates import month_names
from lsbook.reading.desk import Desk
from lsbook.reading.languages import read_language
from lsbook.reading.story.contents import with_contents
from lsbook.reading.story.folder import Folder, MediaNames, look_into
from lsbook.reading.story.items import read_about_me, read_medium, read_moment, read_question, read_word, unlisted
from lsbook.reading.story.markdown_files import read_chapter, read_letter
from lsbook.reading.story.people import check_groups, read_person
from lsbook.reading.story.places import read_home, read_keepsake, read_school
from lsbook.reading.story.references import check_references
from lsbook.reading.story.story_file import StoryFile, read_story_file
from lsbook.reading.text import read_text
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map, Node, Scalar, Seq
from lsbook.reading.yaml.parse import read_tree

T = TypeVar("T")


def read(folder: Path, policy: Policy) -> tuple[Story, tuple[Problem, ...]]:
    """The Story in ``folder``, and warnings about what can be lived with.

    Raises ``NotMade`` with every problem found. Nothing outside ``folder`` is read and no link is followed.
    """
    complaints = Complaints()
    if not folder.is_dir():
        raise NotMade((_no_story(folder),))
    listed = look_into(folder, complaints)
    if "story.yaml" not in listed.texts:
        if not complaints.any_at("story.yaml") and not complaints.any_at(str(folder)):
            raise NotMade((_no_story(folder),))
        complaints.settle()
    trees = {path: _tree(listed, path, complaints) for path in listed.texts if path != "policy.yaml"}
    top = trees["story.yaml"]
    if not isinstance(top, Map):
        if not complaints.any_at("story.yaml"):
            complaints.add(
                Place("story.yaml", 1),
                "There is nothing about the child here.",
                "Write child: and below it name: and born:, then telling-age:. lsbook new makes such a file.",
            )
        complaints.settle()
        raise NotMade(())
    language = _language(top, complaints)
    desk = Desk(
        complaints,
        MediaNames(listed.media, listed.links),
        listed.letters,
        month_names(language),
        tuple(reader.name for reader in policy.readers),
        tuple(band.name for band in policy.bands),
        lambda file: read_text(listed.file(f"media/{file}"), f"media/{file}", complaints),
    )
    head = read_story_file(Entry(top, desk), language, tuple(plan.name for plan in policy.plans))
    story = _Rest(listed, trees, desk).story(folder, head)
    check_references(story, complaints)
    complaints.settle()
    return story, complaints.warnings


def _no_story(folder: Path) -> Problem:
    if not folder.is_dir():
        return Problem(
            Place(str(folder)), "There is no such folder.", "Check the name, or begin a story: lsbook new PATH"
        )
    return Problem(
        Place("story.yaml"),
        f"There is no story.yaml in {folder}, so this is not the folder of a story.",
        "Name the folder that holds story.yaml, or begin a story: lsbook new PATH",
    )


def _tree(folder: Folder, path: str, complaints: Complaints) -> Node | None:
    text = read_text(folder.file(path), path, complaints)
    return None if text is None else read_tree(text, path, complaints)


def _language(top: Map, complaints: Complaints) -> str:
    for key, node in top.pairs:
        if key.value == "language" and isinstance(node, Scalar) and node.value.strip():
            return read_language(node.value, node.at, complaints, dates=True) or "en-GB"
    return "en-GB"


@dataclass(frozen=True)
class _Rest:
    """Everything but story.yaml."""

    folder: Folder
    trees: dict[str, Node | None]
    desk: Desk

    def story(self, root: Path, head: StoryFile) -> Story:
        people_entries = self._entries("people.yaml")
        people = self._read(people_entries, read_person)
        check_groups(people, head.groups, tuple(people_entries))
        story = {
            "about_me": self._read(self._entries("about-me.yaml"), read_about_me),
            "people": people,
            "homes": self._read(self._entries("homes.yaml"), read_home),
            "schools": self._read(self._entries("schools.yaml"), read_school),
            "moments": self._read(self._entries("timeline.yaml"), read_moment),
            "keepsakes": self._read(self._entries("keepsakes.yaml"), read_keepsake),
            "questions": self._read(self._entries("questions.yaml"), read_question),
            "words": self._read(self._entries("words.yaml"), read_word),
            "chapters": self._texts(self.folder.chapters, read_chapter),
            "letters": self._texts(self.folder.letters, read_letter),
        }
        listed = tuple(medium for medium in self._read(self._entries("media.yaml"), read_medium) if medium)
        media = with_contents(self._with_unlisted(listed), self.folder.file("media"))
        return Story(str(root), **vars(head), **story, media=media)  # type: ignore[arg-type]

    def _read(self, entries: list[Entry], read_one: Callable[[Entry], T]) -> tuple[T, ...]:
        found = []
        for entry in entries:
            found.append(read_one(entry))
            entry.close()
        return tuple(found)

    def _entries(self, path: str) -> list[Entry]:
        node = self.trees.get(path)
        if node is None:
            return []
        if not isinstance(node, Seq):
            self.desk.complaints.add(
                Place(path, node.at.line),
                "This file should be a list.",
                'Begin each entry with "- " and its first key, and put the other keys exactly below the first.',
            )
            return []
        entries = []
        for item in node.items:
            if isinstance(item, Map):
                entries.append(Entry(item, self.desk))
            elif not (isinstance(item, Scalar) and not item.value):
                self.desk.complaints.add(
                    item.at, "This entry has no keys.", "Write a key, a colon, a space and the words."
                )
        return entries

    def _texts(self, paths: tuple[str, ...], read_one: Callable[[str, str, Desk], T | None]) -> tuple[T, ...]:
        found = []
        for path in paths:
            text = read_text(self.folder.file(path), path, self.desk.complaints)
            made = None if text is None else read_one(path, text, self.desk)
            if made is not None:
                found.append(made)
        return tuple(found)

    def _with_unlisted(self, listed: tuple[Medium, ...]) -> tuple[Medium, ...]:
        """Every medium once: those of media.yaml, then those that only stand somewhere in the story."""
        first: dict[str, Medium] = {}
        for medium in listed:
            if medium.file in first:
                self.desk.complaints.add(
                    medium.at,
                    f'"{medium.file}" stands here and at {first[medium.file].at}.',
                    "Keep one entry for each file: its gates must not contradict each other.",
                )
            first.setdefault(medium.file, medium)
        for photo in self.desk.named_files:
            first.setdefault(photo.file, unlisted(photo))
        return tuple(first.values())
