"""A folder is read into a Story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from msgspec.structs import asdict

from lsbook.files.folders import STORY_FILE
from lsbook.model.edition import Policy
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.prose import PictureRef
from lsbook.model.rules.places import NO_STORY
from lsbook.model.story import Medium, Story
from lsbook.model.story_text import PhotoRef
from lsbook.model.walk import find_all
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import load_month_names
from lsbook.reading.decode_text import read_text
from lsbook.reading.fields.files import FILE_KINDS
from lsbook.reading.languages import read_language
from lsbook.reading.memory import ReadMemory
from lsbook.reading.parsed import Findings, Parsed, is_error, quote_lines
from lsbook.reading.rules.files import FILE_TWICE
from lsbook.reading.story.about_me import read_about_me
from lsbook.reading.story.contents import add_content_digests
from lsbook.reading.story.folder import StoryFolder, scan_folder
from lsbook.reading.story.homes import read_home
from lsbook.reading.story.keepsakes import read_keepsake
from lsbook.reading.story.markdown_files import read_chapter, read_letter
from lsbook.reading.story.media import make_unlisted_medium, read_medium
from lsbook.reading.story.media_index import MediaIndex
from lsbook.reading.story.people import read_person
from lsbook.reading.story.questions import read_question
from lsbook.reading.story.schools import read_school
from lsbook.reading.story.story_file import StoryFile, read_story_file
from lsbook.reading.story.story_format import check_format
from lsbook.reading.story.timeline import read_moment
from lsbook.reading.story.words import read_word
from lsbook.reading.yaml.entry import ReadEntry, YamlEntry, read_entry
from lsbook.reading.yaml.files import read_list, read_yaml_file
from lsbook.reading.yaml.nodes import Map, Scalar, YamlTree

T = TypeVar("T")
ReadTextFile = Callable[[str, str, ReadContext], Parsed[T | None]]
"""Takes the path, the text and the context."""


def read_story(folder: Path, policy: Policy, memory: ReadMemory | None = None) -> Parsed[Story]:
    """Read the Story in ``folder`` with every problem in its files, in their order.

    Where a problem is an error, the Story may lack something. Raises ``ProblemsFound`` where there is no story at all.
    Nothing outside ``folder`` is read and no link is followed. ``memory`` is what was read of this story before.
    """
    if not folder.is_dir():
        raise ProblemsFound((_describe_missing_story(folder),))
    findings = Findings()
    listed = findings.take(scan_folder(folder))
    if STORY_FILE not in listed.yaml_files:
        problems = findings.wrap(None).problems
        is_explained = any(
            is_error(problem) and (problem.at.path in (STORY_FILE, str(folder)) or f'"{STORY_FILE}"' in problem.remedy)
            for problem in problems
        )
        raise ProblemsFound(problems if is_explained else (_describe_missing_story(folder),))
    names = (path for path in listed.yaml_files if path != "policy.yaml")
    trees = {path: findings.take(read_yaml_file(listed.get_path(path), path)) for path in names}
    findings.extend(check_format(trees[STORY_FILE]))
    top = trees[STORY_FILE].root
    if not isinstance(top, Map):
        raise ProblemsFound(_explain_empty_story(findings.wrap(None).problems))
    reader = _StoryReader(listed, trees, policy, findings.take(_find_language(top)), memory or ReadMemory())
    story = findings.take(reader.read(top))
    problems = quote_lines(findings.wrap(story).problems, {STORY_FILE: trees[STORY_FILE].lines})
    return Parsed(story, tuple(sorted(problems, key=lambda problem: problem.sort_key)))


def _describe_missing_story(folder: Path) -> Problem:
    if not folder.is_dir():
        return Problem(
            Location(str(folder)),
            "There is no such folder.",
            "Check the name, or begin a story: lsbook new PATH",
            rule=NO_STORY.id,
        )
    inside = next((inner for inner in sorted(_list_folders(folder)) if (inner / STORY_FILE).is_file()), None)
    if inside is not None:
        what = f"There is no story.yaml in {folder} itself; it stands one folder further in, as after unzipping."
        return Problem(Location(STORY_FILE), what, f"Name that folder: {inside}", rule=NO_STORY.id)
    return Problem(
        Location(STORY_FILE),
        f"There is no story.yaml in {folder}, so this is not the folder of a story.",
        "Name the folder that holds story.yaml, or begin a story: lsbook new PATH",
        rule=NO_STORY.id,
    )


def _list_folders(folder: Path) -> list[Path]:
    try:
        return [inner for inner in folder.iterdir() if inner.is_dir() and not inner.is_symlink()]
    except OSError:
        return []


def _explain_empty_story(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return ``problems``, and one more where none of them says why story.yaml holds nothing."""
    if any(is_error(problem) and problem.at.path == STORY_FILE for problem in problems):
        return problems
    what = "There is nothing about the child here."
    remedy = "Write child: and below it name: and born:, then telling-age:. lsbook new makes such a file."
    return (*problems, Problem(Location(STORY_FILE, 1), what, remedy, rule=NO_STORY.id))


def _find_language(top: Map) -> Parsed[str]:
    """Return the language of the book, before anything else is read: dates depend on it."""
    for key, node in top.pairs:
        if key.value == "language" and isinstance(node, Scalar) and node.value.strip():
            language = read_language(node.value, node.at, needs_dates=True)
            return Parsed(language.value or "en-GB", language.problems)
    return Parsed("en-GB")


class _StoryReader:
    """Reads every file of one story."""

    def __init__(
        self, folder: StoryFolder, trees: dict[str, YamlTree], policy: Policy, language: str, memory: ReadMemory
    ) -> None:
        self._memory = memory
        self._folder = folder
        self._trees = trees
        self._policy = policy
        self._language = language
        self._findings = Findings()
        self._context = ReadContext(
            media=MediaIndex(folder.media, folder.links, folder.online_only),
            letters=folder.letters,
            chapters=folder.chapters,
            months=load_month_names(language),
            readers=tuple(reader.name for reader in policy.readers),
            bands=tuple(band.name for band in policy.bands),
            read_media_text=memory.watch(self._read_media_text),
        )
        memory.begin(
            (
                folder.media,
                folder.links,
                folder.online_only,
                folder.letters,
                folder.chapters,
                language,
                policy.readers,
                policy.bands,
                policy.plans,
            )
        )

    def _read_media_text(self, file: str) -> Parsed[str | None]:
        return read_text(self._folder.get_path(f"media/{file}"), f"media/{file}")

    def read(self, top: Map) -> Parsed[Story]:
        head = self._read_story_file(top)
        items: dict[str, tuple[object, ...]] = {
            "people": self._read_list("people.yaml", read_person),
            "about_me": self._read_list("about-me.yaml", read_about_me),
            "homes": self._read_list("homes.yaml", read_home),
            "schools": self._read_list("schools.yaml", read_school),
            "moments": self._read_list("timeline.yaml", read_moment),
            "keepsakes": self._read_list("keepsakes.yaml", read_keepsake),
            "questions": self._read_list("questions.yaml", read_question),
            "words": self._read_list("words.yaml", read_word),
            "chapters": self._read_texts(self._folder.chapters, read_chapter),
            "letters": self._read_texts(self._folder.letters, read_letter),
        }
        listed = tuple(medium for medium in self._read_list("media.yaml", read_medium) if medium)
        mentions = _list_mentioned_files((head, tuple(items.values()), listed))
        media = add_content_digests(self._merge_media(listed, mentions), self._folder.get_path("media"))
        unnamed = self._list_unnamed_files(media)
        story = Story(str(self._folder.root), **asdict(head), **items, media=media, unnamed_files=unnamed)  # type: ignore[arg-type]
        return self._findings.wrap(story)

    def _list_unnamed_files(self, media: tuple[Medium, ...]) -> tuple[str, ...]:
        """Return the files under ``media/`` that nothing names, without the words of films and sounds."""
        named = {medium.file for medium in media}
        files = (file for file in self._folder.media if file not in named)
        return tuple(file for file in files if not file.casefold().endswith((".vtt", ".srt", ".txt")))

    def _read_story_file(self, top: Map) -> StoryFile:
        plans = tuple(plan.name for plan in self._policy.plans)

        def read(entry: YamlEntry) -> StoryFile:
            return read_story_file(entry, self._language, plans)

        tree = self._trees[STORY_FILE]
        return self._findings.take(
            self._recall(
                STORY_FILE, tree.lines, lambda: read_entry(top, FILE_KINDS[STORY_FILE], tree, self._context, read)
            )
        )

    def _recall(self, path: str, content: object, read: Callable[[], Parsed[T]]) -> Parsed[T]:
        return self._memory.recall(path, content, read, self._read_media_text)

    def _read_list(self, path: str, read: ReadEntry[T]) -> tuple[T, ...]:
        tree = self._trees.get(path)
        if tree is None:
            return ()
        kind = FILE_KINDS[path]
        return self._findings.take(self._recall(path, tree.lines, lambda: read_list(tree, kind, self._context, read)))

    def _read_texts(self, paths: tuple[str, ...], read: ReadTextFile[T]) -> tuple[T, ...]:
        files = (self._findings.take(self._read_text(path, read)) for path in paths)
        return tuple(file for file in files if file is not None)

    def _read_text(self, path: str, read: ReadTextFile[T]) -> Parsed[T | None]:
        text = read_text(self._folder.get_path(path), path)
        if text.value is None:
            return Parsed(None, text.problems)
        words = text.value
        file = self._recall(path, words, lambda: read(path, words, self._context))
        problems = (*text.problems, *file.problems)
        return Parsed(file.value, quote_lines(problems, {path: words.split("\n")}))

    def _merge_media(self, listed: tuple[Medium, ...], mentions: Iterator[str]) -> tuple[Medium, ...]:
        """Return every medium once: those of media.yaml, then those that are only mentioned in the story."""
        media: dict[str, Medium] = {}
        for medium in listed:
            if medium.file in media:
                self._report_double_medium(medium, media[medium.file])
            media.setdefault(medium.file, medium)
        for file in mentions:
            if file not in media:
                media[file] = make_unlisted_medium(file)
        return tuple(media.values())

    def _report_double_medium(self, medium: Medium, first: Medium) -> None:
        what = f'"{medium.file}" stands here and at {first.at}.'
        problem = Problem(
            medium.at,
            what,
            "Keep one entry for each file: its gates must not contradict each other.",
            rule=FILE_TWICE.id,
        )
        tree = self._trees["media.yaml"]
        self._findings.extend(quote_lines([problem], {tree.path: tree.lines}))


def _list_mentioned_files(value: object) -> Iterator[str]:
    """Yield the path below ``media/`` of each medium that ``value`` mentions, in the order of the story."""
    return (part.file for part in find_all(object, value) if isinstance(part, PhotoRef | PictureRef))
