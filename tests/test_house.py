"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST_FILE, LONGEST_FUNCTION = 350, 45
"""Lines; rules of taste, 14."""


def _trees(folder: str) -> list[tuple[Path, ast.Module]]:
    files = sorted((ROOT / folder).rglob("*.py"))
    return [(file, ast.parse(file.read_text(encoding="utf-8"))) for file in files]


def test_every_test_says_in_one_sentence_what_it_promises() -> None:
    """Every test has a docstring of one sentence."""
    for file, tree in _trees("tests"):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = (ast.get_docstring(node) or "").strip()
                assert said.endswith("."), f"{file.name}: {node.name}"
                assert not re.search(r"[.!?] [A-Z]", said), f"{file.name}: {node.name}"


def test_no_file_and_no_function_is_too_long() -> None:
    """No file of the package has more than 350 lines and no function more than 45."""
    for file, tree in _trees("lsbook"):
        assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, file.name
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{file.name}: {node.name}"


def test_every_dependency_is_explained_in_the_readme() -> None:
    """Each dependency in pyproject.toml has a row with its reason in the README's table."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked_for = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    rows = [line.split("|")[1] for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if "|" in line]
    explained = {name.strip() for row in rows for name in row.split(",")}
    assert {re.split("[><=]", package)[0] for package in asked_for} <= explained


def test_one_place_speaks_to_the_terminal() -> None:
    """Nothing but terminal.py prints, so that no name of a story reaches a terminal as it is."""
    for file, tree in _trees("lsbook"):
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        assert file.name == "terminal.py" or not called & {"click.echo", "click.secho", "print"}, file.name
