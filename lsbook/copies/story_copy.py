"""A finished book as a story that somebody goes on with: made from the Book, read again, and compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook import media, reading
from lsbook.cache.folder import CACHE_FOLDER, locate_cache
from lsbook.editions import Choice
from lsbook.files.digest_lists import STORY_LIST_NAME, format_list
from lsbook.files.digests import compute_digest
from lsbook.files.package import Package, make_package_file
from lsbook.files.resources import find_resources
from lsbook.model.book import Book
from lsbook.model.edition import RECORD
from lsbook.model.media import Renditions
from lsbook.model.passage import fold_text
from lsbook.model.problem import Location, Problem, ProblemsFound, Severity
from lsbook.model.rules.copies import STORY_DIFFERS, STORY_OF_RECORD, STORY_WITH_OWN, STORY_WITHOUT_LOOK
from lsbook.model.site import Site
from lsbook.pipeline import Project, choose, load, make_site
from lsbook.story_writing import BookSource, StoryFiles, make_story_files, spell_out_carried_names

_NOT_THE_SAME = "The story that was made from this book does not give the same book again, so it is not handed over"


def check_can_become_story(edition: str) -> None:
    """Raise ``ProblemsFound`` for the record: what is held back in it would be told by the story made from it."""
    if edition == RECORD:
        what = "The record tells what is held back, and a story made from it would tell it in every book."
        remedy = "Take the book of the reader, such as 18-plus; or keep the whole story:  lsbook archive"
        raise STORY_OF_RECORD.make_error(Location("--as"), what, remedy)


class StoryRequest(Struct, frozen=True):
    """Of which book a story is made, on which day and by whom, and what it will be called."""

    edition: str
    made_on: date
    made_by: str
    name: str


def make_story_package(project: Project, request: StoryRequest, scratch: Path) -> Package:
    """Make the story of a book in ``scratch``, as a package.

    It leaves only if it gives the same pages and pictures again. Raises ``ProblemsFound``, and ``OSError``.
    """
    story, name = Path(project.story.folder), request.name
    choice = choose(project, request.edition, request.made_on)
    renditions = media.render([choice.book], story, locate_cache(story), lambda _done, _total: None)
    folder = scratch / name
    files = make_story_files(_make_source(project, choice, renditions, request))
    _write_files(choice.book, files, renditions, folder)
    _check_same_book(project, choice.book, renditions, folder)
    return _pack(folder, name)


def find_cleared_words(choice: Choice) -> tuple[str, ...]:
    """Return the words that somebody has allowed to be said, of those that the book says."""
    words = (
        exemption.text
        for passage in choice.passages
        for item in passage.ancestors
        for exemption in item.gate.allow
        if fold_text(exemption.text) in fold_text(passage.text)
    )
    return tuple(dict.fromkeys(words))


def warn_of_story(project: Project, edition: str) -> Iterator[Problem]:
    """Yield a warning where what is the child's alone goes along, and where the authority's own templates do not."""
    if choose(project, edition, date.today()).private_values:
        child = project.story.child.name
        what = f"What is {child}'s alone (only-me) is in this story, and says so: whoever has it can read it."
        remedy = f"Give it to {child}, or ask {child} first. For others take the book of another reader."
        yield Problem(Location("--as"), what, remedy, severity=Severity.WARNING, rule=STORY_WITH_OWN.id)
    if len(project.templates) > 1:
        what = "Your authority's own templates are no part of the story: the book made from it looks as lsbook has it."
        remedy = f"If its reader is to have them too, give them {project.templates[0].name}/ to put beside policy.yaml."
        yield Problem(Location("--as"), what, remedy, severity=Severity.WARNING, rule=STORY_WITHOUT_LOOK.id)


def _make_source(project: Project, choice: Choice, renditions: Renditions, request: StoryRequest) -> BookSource:
    known = ((at, renditions.by_file.get(medium.file)) for at, medium in enumerate(choice.book.media))
    return BookSource(
        book=choice.book,
        policy=project.policy,
        shipped=reading.read_policy(find_resources("templates") / "policy.yaml", None),
        made_on=request.made_on,
        private_values=choice.private_values,
        cleared=find_cleared_words(choice),
        made_by=request.made_by,
        suffixes={at: media.get_source_suffix(medium) for at, medium in known if medium},
    )


def _write_files(book: Book, files: StoryFiles, renditions: Renditions, folder: Path) -> None:
    for path, text in files.texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    rendered = {name: renditions.by_file[book.media[at].file] for at, name in files.media.items()}
    for name, medium in rendered.items():
        (folder / "media").mkdir(exist_ok=True)
        media.write_source_file(medium, folder / "media" / name)
    if rendered:
        media.remember_renditions(rendered, folder, folder / CACHE_FOLDER)


def _check_same_book(project: Project, book: Book, renditions: Renditions, folder: Path) -> None:
    """Raise ``ProblemsFound`` where the story in ``folder`` is not read as ``book``, to the last byte of every page."""
    try:
        copy = load(folder, None)
        again = choose(copy, book.edition.name, book.made_on).book
    except ProblemsFound as stopped:
        problems = tuple(replace(problem, at=Location(project.story.folder)) for problem in stopped.problems)
        raise ProblemsFound(tuple(_explain_difference(problem.what) for problem in problems)) from stopped
    remembered = media.render([again], folder, folder / CACHE_FOLDER, lambda _done, _total: None)
    shipped = project.templates[-1:]
    first = make_site(spell_out_carried_names(book), renditions, shipped)
    second = make_site(again, remembered, shipped)
    if different := _list_differences(first, second):
        raise ProblemsFound((_explain_difference(f"{len(different)} files differ, such as {different[0]}"),))


def _list_differences(first: Site, second: Site) -> list[str]:
    """Return the paths of what is not the same in two sites: pages by their text, the rest by their bytes."""
    one_side, other_side = _describe_site(first), _describe_site(second)
    return sorted(path for path in one_side | other_side if one_side.get(path) != other_side.get(path))


def _describe_site(site: Site) -> dict[str, str]:
    pages = {page.path: page.text for page in site.pages}
    return pages | {asset.path: compute_digest(asset.file) for asset in site.assets}


def _explain_difference(reason: str) -> Problem:
    remedy = "Hand it over in another form, and tell whoever looks after lsbook of these words."
    return Problem(Location("--as"), f"{_NOT_THE_SAME} ({reason}).", remedy, rule=STORY_DIFFERS.id)


def _pack(folder: Path, name: str) -> Package:
    """Return every file in ``folder``, with a list of them that ``sha256sum -c`` reads."""
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    listed = {path: compute_digest(folder / path) for path in paths}
    (folder / STORY_LIST_NAME).write_text(format_list(listed), encoding="utf-8", newline="\n")
    return Package(name, tuple(make_package_file(path, folder / path) for path in (*listed, STORY_LIST_NAME)))
