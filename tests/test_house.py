"""Rules of the house that no linter knows. Each names every place that breaks it."""

from __future__ import annotations

import ast
import builtins
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
MEDIAN_FILE, MEDIAN_FUNCTION = 110, 8
"""Lines; rules of taste, 14."""

VERBS = {
    "embed", "exceed", "feed", "flatten", "happen", "harden", "heed", "lengthen", "listen", "need", "open", "proceed",
    "shed", "shorten", "speed", "tighten", "weaken", "widen",
}  # fmt: skip
"""Words that end as participles do, and are what a function does."""
PARTICIPLES = {
    "begun", "bent", "born", "bought", "bound", "brought", "built", "caught", "done", "drawn", "dealt", "felt",
    "flat", "found", "gone", "grown", "heard", "held", "kept", "known", "laid", "left", "lost", "made", "meant",
    "met", "paid", "sat", "sent", "shown", "sewn", "sold", "sought", "spelt", "spent", "stood", "stuck", "sung",
    "taught", "thought", "told", "torn", "understood", "unknown", "unlike", "won", "worn", "wound", "said",
}  # fmt: skip
"""Those without ``ed`` or ``en`` at their end. ``cut``, ``put``, ``read``, ``set``, ``split`` are verbs, too."""
FRAGMENTS = {"and", "as", "but", "by", "in", "not", "of", "or", "than", "that", "what", "where", "who", "whose"}
"""Words with which no name of what a function does begins."""
NAMED_ELSEWHERE = {"cli": {"lost", "returned"}, "output": {"unknown_decl"}, "drawings": {"children"}}
"""In these rooms: what people type after ``lsbook``, what Python's HTMLParser calls, and a plain noun."""
PREDICATES = {"contains", "exists", "overlaps"}
"""Yes or no as Python itself asks for it, of files and of sets."""
PYTHONS = {"ProcessPoolExecutor"}
"""Classes of Python's that a docstring may name though nobody imports them."""
UNNAMED = {"one", "told", "there", "made", "found", "near", "said", "dress"}
"""Words that name nothing: not a function, a parameter or a variable."""
STORY_SIDE = {"model/story.py", "model/named_items.py", "model/story_text.py", "model/item.py"}
BOOK_SIDE = {"model/book.py", "model/book_text.py"}
"""A class may have a twin across the wall, of the same name."""


class Module(NamedTuple):
    """A module: its path from the folder that was asked for, its text, its syntax tree and every node in that."""

    path: str
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]


@cache
def _parse_folder(folder: str) -> tuple[Module, ...]:
    files = sorted((ROOT / folder).rglob("*.py"))
    texts = [(file.relative_to(ROOT / folder).as_posix(), file.read_text(encoding="utf-8")) for file in files]
    return tuple(Module(path, text, tree := ast.parse(text), tuple(ast.walk(tree))) for path, text in texts)


def _expect_none(wrong: list[str]) -> None:
    """Fail with every place that breaks a rule, one a line."""
    if wrong:
        pytest.fail(f"{len(wrong)} places:\n" + "\n".join(wrong), pytrace=False)


def _list_functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path, _, _, nodes in _parse_folder("lsbook"):
        yield from ((path, node) for node in nodes if isinstance(node, ast.FunctionDef))


def test_every_test_says_in_one_sentence_what_it_promises() -> None:
    """Every test has a docstring of one sentence."""
    wrong = []
    for path, _, _, nodes in _parse_folder("tests"):
        for node in nodes:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                promise = (ast.get_docstring(node) or "").strip()
                if not promise.endswith(".") or re.search(r"[.!?] [A-Z]", promise):
                    wrong.append(f"{path}: {node.name}")
    _expect_none(wrong)


def test_no_file_and_no_function_is_too_long() -> None:
    """No file of the package has more than 300 lines, no function more than 40, and most are far shorter."""
    files = {path: len(text.splitlines()) for path, text, _, _ in _parse_folder("lsbook")}
    functions = {f"{path}:{node.lineno} {node.name}": _count_lines(node) for path, node in _list_functions()}
    _expect_none(
        [f"{path}: {lines} lines" for path, lines in files.items() if lines > LONGEST_FILE]
        + [f"{name}: {lines} lines" for name, lines in functions.items() if lines > LONGEST_FUNCTION]
    )
    assert median(files.values()) <= MEDIAN_FILE
    assert median(functions.values()) <= MEDIAN_FUNCTION


def _count_lines(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_what_acts_is_named_by_a_verb() -> None:
    """No function's name begins with a participle, or with a word from the middle of a sentence."""
    _expect_none(
        [
            f"{path}:{node.lineno} {node.name}"
            for path, node in _list_functions()
            if node.name not in NAMED_ELSEWHERE.get(path.split("/")[0], ())
            and not _is_value_of_two_words(node)
            and not _can_begin_a_name(node.name)
        ]
    )


def _is_value_of_two_words(node: ast.FunctionDef) -> bool:
    """A property is a value, and a noun may have a participle before it: ``required_texts``."""
    return "_" in node.name and any(ast.unparse(name).endswith("property") for name in node.decorator_list)


def _can_begin_a_name(name: str) -> bool:
    first = name.strip("_").split("_")[0]
    return first in VERBS or not (first in PARTICIPLES | FRAGMENTS or re.fullmatch(r"\w+(?<!e)(ed|en)", first))


@pytest.mark.parametrize("name", ["written", "_noted", "told_later", "in_words", "not_as_it_was", "made_ready"])
def test_a_participle_is_noticed(name: str) -> None:
    """What the rule of verbs looks for is found."""
    assert not _can_begin_a_name(name)


@pytest.mark.parametrize("name", ["read", "_put_back", "set_up", "split", "cut", "open_book", "is_written", "inline"])
def test_a_verb_is_no_participle(name: str) -> None:
    """Verbs that look like participles are let through."""
    assert _can_begin_a_name(name)


def test_a_yes_or_no_is_asked() -> None:
    """No function that answers yes or no has a verb in the third person for a name: ``is_shown``, not ``shows``."""
    _expect_none(
        [
            f"{path}:{node.lineno} {node.name}"
            for path, node in _list_functions()
            if ast.unparse(node.returns or node) == "bool"
            and re.match(r"_?[a-z]+(?<![sui])s(_|$)", node.name)
            and not re.match(r"_?(is|has|was)(_|$)", node.name)
            and node.name.strip("_") not in PREDICATES
        ]
    )


def test_no_name_says_nothing() -> None:
    """No function, parameter or variable has one of the names that could stand for anything."""
    wrong = defaultdict[str, list[str]](list)
    for path, _, _, nodes in _parse_folder("lsbook"):
        for name, line in _list_names(nodes):
            if name.strip("_") in UNNAMED:
                wrong[path].append(f"{name} in {line}")
    _expect_none([f"{path}: {', '.join(names)}" for path, names in wrong.items()])


def _list_names(nodes: tuple[ast.AST, ...]) -> Iterator[tuple[str, int]]:
    """The names that a module gives to what is its own, with their lines; fields of a class are its callers' too."""
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    fields = {id(part.target) for node in classes for part in node.body if isinstance(part, ast.AnnAssign)}
    for node in nodes:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in fields:
            yield node.id, node.lineno


def test_a_class_has_its_name_alone() -> None:
    """No two modules have a class of the same name, but for one on each side of the wall."""
    places = defaultdict[str, list[str]](list)
    for path, _, tree, _ in _parse_folder("lsbook"):
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path)
    _expect_none(
        [f"{name}: {', '.join(where)}" for name, where in places.items() if len(where) > 1 and not _are_twins(where)]
    )


def _are_twins(paths: list[str]) -> bool:
    return len(paths) == 2 and len(STORY_SIDE & set(paths)) == 1 and len(BOOK_SIDE & set(paths)) == 1


def test_every_docstring_begins_with_a_sentence() -> None:
    """The first line of a docstring is a sentence by itself: a capital, more than two words, a full stop."""
    wrong = []
    for path, line, text in _list_docstrings():
        first = text.split("\n")[0]
        begun = re.match(r"[A-Z0-9`\"“<{]|lsbook |[a-z-]+(/\*)?\.(yaml|md)\b", first)
        if not begun or not re.search(r"[.:;?!)`]$", first) or len(first.split()) < 3:
            wrong.append(f"{path}:{line} {first}")
    _expect_none(wrong)


def test_docstrings_name_what_there_is() -> None:
    """A class, or a name of two words, that a docstring has in backquotes is lsbook's, a library's or Python's."""
    known = {*dir(builtins), *PYTHONS, *(Path(module.path).stem for module in _parse_folder("lsbook"))}
    for module in _parse_folder("lsbook"):
        for node in module.nodes:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.alias):
                known.add(node.name)
            elif isinstance(node, ast.Name):
                known.add(node.id)
            elif isinstance(node, ast.Attribute):
                known.add(node.attr)
            elif isinstance(node, ast.arg):
                known.add(node.arg)
    _expect_none(
        [
            f"{path}:{line} {name}"
            for path, line, text in _list_docstrings()
            for name in re.findall(r"``([A-Z][a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:_[a-z]+)+)``", text)
            if name not in known
        ]
    )


def _list_docstrings() -> Iterator[tuple[str, int, str]]:
    for path, _, _, nodes in _parse_folder("lsbook"):
        for node in nodes:
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (text := ast.get_docstring(node)):
                yield path, getattr(node, "lineno", 1), text


def test_no_module_imports_itself_by_way_of_others() -> None:
    """The imports of lsbook's modules have no circle, inside rooms as between them."""
    modules = {_name_module(module.path): module for module in _parse_folder("lsbook")}
    graph = {name: set(_list_imports(module, modules)) - {name} for name, module in modules.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" imports ".join(reversed(circle.args[1])))


def _name_module(path: str) -> str:
    return ".".join(("lsbook", *path.removesuffix(".py").removesuffix("__init__").rstrip("/").split("/"))).rstrip(".")


def _list_imports(module: Module, modules: dict[str, Module]) -> Iterator[str]:
    for node in module.nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module in modules:
            inside = {f"{node.module}.{name.name}" for name in node.names} & modules.keys()
            yield from inside
            if len(inside) < len(node.names):
                yield node.module


def test_every_dependency_is_explained_in_the_readme() -> None:
    """Each dependency in pyproject.toml has a row with its reason in the README's table, the tests' own in theirs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tables = {"README.md": project["dependencies"], "tests/README.md": project["optional-dependencies"]["test"]}
    for file, asked_for in tables.items():
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        explained = {name.strip() for line in lines if "|" in line for name in line.split("|")[1].split(",")}
        assert {re.split("[><=]", package)[0] for package in asked_for} <= explained


def test_one_place_speaks_to_the_terminal() -> None:
    """Nothing but terminal.py prints, so that no name of a story reaches a terminal as it is."""
    speaking = {
        path
        for path, _, _, nodes in _parse_folder("lsbook")
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"click.echo", "click.secho", "print"}
    }
    assert speaking <= {"cli/terminal.py"}


def test_the_readme_shows_every_room() -> None:
    """The picture of the house names each folder and module at the top of lsbook, and the walk only what is there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    picture = readme.split("### The house")[1].split("One fact on its way")[0]
    drawn = set(re.findall(r"^    ([a-z_]+(?:/|\.py)) ", picture, re.MULTILINE))
    rooms = {f"{folder.name}/" for folder in (ROOT / "lsbook").iterdir() if (folder / "__init__.py").is_file()}
    modules = {file.name for file in (ROOT / "lsbook").glob("[a-z]*.py")}
    assert drawn == rooms | modules
    walk = re.findall(r"^\| `([a-z_/.-]+)` \|", readme.split("One fact on its way")[1].split("###")[0], re.MULTILINE)
    assert len(walk) >= 10
    assert [step for step in walk if not any((ROOT / top / step).is_file() for top in ("lsbook", "."))] == []
