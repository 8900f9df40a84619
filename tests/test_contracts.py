"""The floors and the wall, kept by import-linter: and proof that it would notice."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _LINT, cwd=folder, capture_output=True, encoding="utf-8", check=False, env={"PYTHONPATH": "."}
    )


def test_every_contract_is_kept() -> None:
    """No room imports from its own floor or above, and nothing after the wall names a Story."""
    kept = _lint(ROOT)
    assert kept.returncode == 0, kept.stdout
    assert "0 broken" in kept.stdout


PLANTED = (
    ("pages/content/cover.py", "from lsbook.model.story import Story"),
    ("pages/content/keepsakes.py", "from lsbook.model.located_text import get_spans"),
    ("media/recipes.py", "from lsbook.model.story_text import PhotoRef"),
    ("output/verify.py", "from lsbook.model.story import Medium"),
    ("drawings/road.py", "from lsbook.model.book import Home"),
    ("exports/forms.py", "from lsbook.model.story import Story"),
    ("exports/forms.py", "from lsbook.pages import make"),
    ("story_writing/entry_keys.py", "from lsbook.model.story import Story"),
    ("story_writing/story_files.py", "from lsbook.files.resources import find_resources"),
    ("story_writing/markdown.py", "from lsbook.reading.markdown.read_prose import read_markdown"),
    ("files/lock.py", "from lsbook.model.book import Book"),
    ("editing/insert.py", "from lsbook.model.story import Story"),
    ("editing/insert.py", "import lsbook.copies.log"),
    ("copies/log.py", "import yaml"),
    ("history/changes.py", "from lsbook.drawings.road import Stop"),
    ("model/book.py", "from lsbook.model.story import Person"),
    ("pages/content/cover.py", "from lsbook.reading import read_story"),
    ("reading/story/story.py", "from lsbook.editions import choose"),
    ("media/recipes.py", "import lsbook.pipeline"),
    ("files/lock.py", "import lsbook.output"),
    ("cache/work.py", "import lsbook.history"),
    ("archive/create.py", "import lsbook.copies"),
    ("preview/session.py", "import lsbook.archive"),
    ("preview/remake.py", "from lsbook.history.changes import save_inventory"),
    ("model/when.py", "import lsbook.checks"),
)
"""Imports across the wall or up the floors, each in a module that may not have it."""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of lsbook in which every one of ``PLANTED`` stands."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(ROOT / "lsbook", folder / "lsbook", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module, forbidden in PLANTED:
        with (folder / "lsbook" / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{forbidden}\n")
    noticed = _lint(folder)
    assert noticed.returncode != 0
    assert "BROKEN" in noticed.stdout
    return noticed.stdout


@pytest.mark.parametrize(("module", "forbidden"), PLANTED)
def test_a_forbidden_import_is_noticed(broken: str, module: str, forbidden: str) -> None:
    """One import across the wall or up the floors, and the contracts are broken by that import."""
    importer = "lsbook." + module.removesuffix(".py").replace("/", ".")
    assert re.search(rf"^-\s+{importer} -> {forbidden.split()[1]}[.\w]* \(l\.", broken, re.MULTILINE)
