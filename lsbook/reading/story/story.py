"""A folder is read into a Story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lsbook.model.edition import Policy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.story import Medium, Story
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import load_month_names
from lsbook.reading.languages import read_language
from lsbook.reading.problems import ProblemCollector
from lsbook.reading.story.contents import add_content_digests
from lsbook.reading.story.folder import MediaIndex, StoryFolder, scan_folder
from lsbook.reading.story.items import (
    make_unlisted_medium,
    read_about_me,
    read_medium,
    read_moment,
    read_question,
    read_word,
)
from lsbook.reading.story.markdown_files import read_chapter, read_letter
from lsbook.reading.story.people import read_person
from lsbook.reading.story.places import read_home, read_keepsake, read_school
from lsbook.reading.story.story_file import StoryFile, read_story_file
from lsbook.reading.text import read_text
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar, Seq, YamlNode
from lsbook.reading.yaml.parse import read_tree

T = TypeVar("T")


def read_story(folder: Path, policy: Policy) -> tuple[Story, tuple[Problem, ...]]:
    """The Story in ``folder`` as far as it could be read, and every problem found: a book may need it without any.

    Raises ``ProblemsFound`` where there is nothing to read. Nothing outside ``folder`` is read and no link is followed.
    """
    problems = ProblemCollector()
    if not folder.is_dir():
        raise ProblemsFound((_describe_missing_story(folder),))
    listed = scan_folder(folder, problems)
    if "story.yaml" not in listed.yaml_files:
        if not problems.has_errors("story.yaml") and not problems.has_errors(str(folder)):
            raise ProblemsFound((_describe_missing_story(folder),))
        problems.raise_for_errors()
    trees = {path: _load_tree(listed, path, problems) for path in listed.yaml_files if path != "policy.yaml"}
    top = trees["story.yaml"]
    if not isinstance(top, Map):
        if not problems.has_errors("story.yaml"):
            problems.add(
                Location("story.yaml", 1),
                "There is nothing about the child here.",
                "Write child: and below it name: and born:, then telling-age:. lsbook new makes such a file.",
            )
        problems.raise_for_errors()
        raise ProblemsFound(())
    language = _find_language(top, problems)
    context = ReadContext(
        problems,
        MediaIndex(listed.media, listed.links),
        listed.letters,
        load_month_names(language),
        tuple(reader.name for reader in policy.readers),
        tuple(band.name for band in policy.bands),
        lambda file: read_text(listed.get_path(f"media/{file}"), f"media/{file}", problems),
    )
    head = read_story_file(YamlEntry(top, context), language, tuple(plan.name for plan in policy.plans))
    story = _StoryReader(listed, trees, context).read(folder, head)
    return story, problems.problems


def _describe_missing_story(folder: Path) -> Problem:
    if not folder.is_dir():
        return Problem(
            Location(str(folder)), "There is no such folder.", "Check the name, or begin a story: lsbook new PATH"
        )
    return Problem(
        Location("story.yaml"),
        f"There is no story.yaml in {folder}, so this is not the folder of a story.",
        "Name the folder that holds story.yaml, or begin a story: lsbook new PATH",
    )


def _load_tree(folder: StoryFolder, path: str, problems: ProblemCollector) -> YamlNode | None:
    text = read_text(folder.get_path(path), path, problems)
    return None if text is None else read_tree(text, path, problems)


def _find_language(top: Map, problems: ProblemCollector) -> str:
    for key, node in top.pairs:
        if key.value == "language" and isinstance(node, Scalar) and node.value.strip():
            return read_language(node.value, node.at, problems, needs_dates=True) or "en-GB"
    return "en-GB"


@dataclass(frozen=True)
class _StoryReader:
    """Everything but story.yaml."""

    folder: StoryFolder
    trees: dict[str, YamlNode | None]
    context: ReadContext

    def read(self, root: Path, head: StoryFile) -> Story:
        story = {
            "about_me": self._read_entries(self._make_entries("about-me.yaml"), read_about_me),
            "people": self._read_entries(self._make_entries("people.yaml"), read_person),
            "homes": self._read_entries(self._make_entries("homes.yaml"), read_home),
            "schools": self._read_entries(self._make_entries("schools.yaml"), read_school),
            "moments": self._read_entries(self._make_entries("timeline.yaml"), read_moment),
            "keepsakes": self._read_entries(self._make_entries("keepsakes.yaml"), read_keepsake),
            "questions": self._read_entries(self._make_entries("questions.yaml"), read_question),
            "words": self._read_entries(self._make_entries("words.yaml"), read_word),
            "chapters": self._read_markdown_files(self.folder.chapters, read_chapter),
            "letters": self._read_markdown_files(self.folder.letters, read_letter),
        }
        listed = tuple(medium for medium in self._read_entries(self._make_entries("media.yaml"), read_medium) if medium)
        media = add_content_digests(self._add_unlisted(listed), self.folder.get_path("media"))
        return Story(str(root), **vars(head), **story, media=media)  # type: ignore[arg-type]

    def _read_entries(self, entries: list[YamlEntry], read_entry: Callable[[YamlEntry], T]) -> tuple[T, ...]:
        found = []
        for entry in entries:
            found.append(read_entry(entry))
            entry.report_unknown_keys()
        return tuple(found)

    def _make_entries(self, path: str) -> list[YamlEntry]:
        node = self.trees.get(path)
        if node is None:
            return []
        if not isinstance(node, Seq):
            self.context.problems.add(
                Location(path, node.at.line),
                "This file should be a list.",
                'Begin each entry with "- " and its first key, and put the other keys exactly below the first.',
            )
            return []
        entries = []
        for item in node.items:
            if isinstance(item, Map):
                entries.append(YamlEntry(item, self.context))
            elif not (isinstance(item, Scalar) and not item.value):
                self.context.problems.add(
                    item.at, "This entry has no keys.", "Write a key, a colon, a space and the words."
                )
        return entries

    def _read_markdown_files(
        self, paths: tuple[str, ...], read_file: Callable[[str, str, ReadContext], T | None]
    ) -> tuple[T, ...]:
        found = []
        for path in paths:
            text = read_text(self.folder.get_path(path), path, self.context.problems)
            made = None if text is None else read_file(path, text, self.context)
            if made is not None:
                found.append(made)
        return tuple(found)

    def _add_unlisted(self, listed: tuple[Medium, ...]) -> tuple[Medium, ...]:
        """Every medium once: those of media.yaml, then those that only stand somewhere in the story."""
        first: dict[str, Medium] = {}
        for medium in listed:
            if medium.file in first:
                self.context.problems.add(
                    medium.at,
                    f'"{medium.file}" stands here and at {first[medium.file].at}.',
                    "Keep one entry for each file: its gates must not contradict each other.",
                )
            first.setdefault(medium.file, medium)
        for photo in self.context.media_refs:
            first.setdefault(photo.file, make_unlisted_medium(photo))
        return tuple(first.values())
