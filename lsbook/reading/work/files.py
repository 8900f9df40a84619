"""Which files there are in ``work/``, and what keeps them from being read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsbook.model.problem import Location, Problem
from lsbook.model.rules.places import UNREADABLE_FILE
from lsbook.reading.decode_text import format_os_error
from lsbook.reading.parsed import Findings, Parsed, quote_lines
from lsbook.reading.rules.entries import UNKNOWN_KEY
from lsbook.reading.rules.files import LINK, UNKNOWN_FILE
from lsbook.reading.rules.work import PRIVATE_AT_WORK
from lsbook.reading.story.file_names import is_ignored, natural_sort_key
from lsbook.reading.synced_files import (
    find_stood_in_file,
    find_version_of,
    make_empty_file_problem,
    make_online_only_problem,
    make_version_problem,
)
from lsbook.reading.yaml.files import read_yaml_file
from lsbook.reading.yaml.nodes import Map, Seq, YamlNode, YamlTree


def list_work_files(story: Path, folder: str) -> Parsed[tuple[str, ...]]:
    """List the YAML files in ``folder`` of ``story`` (``work/sessions``), in the order of their names.

    Two versions of one file, links, and names that nobody would read are problems.
    """
    findings = Findings()
    names = findings.take(_list_names(story, folder))
    files = []
    for name in sorted(names, key=natural_sort_key):
        at = Location(f"{folder}/{name}")
        if (stood_in := find_stood_in_file(name)).endswith(".yaml"):
            findings.extend([make_online_only_problem(Location(f"{folder}/{stood_in}"))])
        elif is_ignored(name) or not name.casefold().endswith((".yaml", ".yml")):
            continue
        elif (story / folder / name).is_symlink():
            findings.add(at, "This is a link to somewhere else.", "Put the real file in its place.", rule=LINK)
        elif not name.endswith(".yaml"):
            new = f"{name.rpartition('.')[0]}.yaml"
            findings.add(at, "lsbook reads only files that end in .yaml.", f"Rename it to {new}.", rule=UNKNOWN_FILE)
        elif first := find_version_of(name, names):
            findings.extend([make_version_problem(at, first)])
        else:
            files.append(f"{folder}/{name}")
    return findings.wrap(tuple(files))


def _list_names(story: Path, folder: str) -> Parsed[tuple[str, ...]]:
    place = story.joinpath(*folder.split("/"))
    if place.is_symlink() or place.parent.is_symlink():
        findings = Findings()
        findings.add(
            Location(folder), "This folder is a link to somewhere else.", "Put the real folder here.", rule=LINK
        )
        return findings.wrap(())
    try:
        return Parsed(tuple(entry.name for entry in place.iterdir()))
    except (FileNotFoundError, NotADirectoryError):
        return Parsed(())
    except OSError as error:
        findings = Findings()
        what = f"The computer cannot look into this folder ({format_os_error(error)})."
        findings.add(Location(folder), what, "Check who may open it.", rule=UNREADABLE_FILE)
        return findings.wrap(())


def read_work_tree(story: Path, path: str) -> Parsed[YamlTree]:
    """Read the YAML file ``path`` of ``story``; its root is ``None`` where it cannot be read.

    An empty file is a stand-in, and what is the child's own cannot stand in it.
    """
    file = story.joinpath(*path.split("/"))
    try:
        is_empty = file.stat().st_size == 0
    except OSError:
        is_empty = False
    if is_empty:
        return Parsed(YamlTree(path, (), None), (make_empty_file_problem(Location(path)),))
    tree = read_yaml_file(file, path)
    return Parsed(tree.value, (*tree.problems, *_refuse_private(tree.value)))


def _refuse_private(tree: YamlTree) -> tuple[Problem, ...]:
    problems = [
        Problem(
            at,
            "What is the child's own (only-me) does not stand in the worker's pages.",
            "Take it out. In a session, not-written: yes says that there was more.",
            rule=PRIVATE_AT_WORK.id,
        )
        for at in _find_private_keys(tree.root)
    ]
    return quote_lines(problems, {tree.path: tree.lines})


def _find_private_keys(node: YamlNode | None) -> Iterator[Location]:
    if isinstance(node, Map):
        for key, value in node.pairs:
            if key.value.strip() == "only-me":
                yield key.at
            yield from _find_private_keys(value)
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _find_private_keys(item)


def drop_explained_keys(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` without those of an unknown key that another problem explains at the same place."""
    problems = tuple(problems)
    explained = {problem.at for problem in problems if problem.rule == PRIVATE_AT_WORK.id}
    return tuple(problem for problem in problems if problem.rule != UNKNOWN_KEY.id or problem.at not in explained)
