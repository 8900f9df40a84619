"""What a newcomer does first, exactly as the README says, and what a wheel can do without the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.installs, pytest.mark.timeout(3000)]  # the network takes the time it takes

ROOT = Path(__file__).parents[3]
LARGEST_WHEEL = 12_000_000
"""Bytes: the example child and the fonts of five looks, and room for nothing that does not belong."""


def _run(*command: str, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment["PIP_NO_COMPILE"] = "1"  # what is used is compiled when it is
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def fresh_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git has, as a clone would have them, and what is new and not ignored."""
    place = tmp_path_factory.mktemp("fresh") / "lsbook"
    listed = _run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


def _pip(python: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "pip", "--python", python, "install", "--quiet")


def _install(python: str, checkout: Path) -> None:
    """Install the releases that are written down for books, and nothing else."""
    hashed = (*_pip(python), "--no-deps", "--require-hashes")
    _run(*hashed, "-r", str(checkout / ".ci" / "requirements" / "build.txt"), cwd=checkout)
    listed = ("--no-build-isolation", "-r", str(checkout / ".ci" / "requirements" / "book.txt"))
    _run(*hashed, *listed, cwd=checkout)


def test_the_first_readme_command_makes_a_book(fresh_copy: Path) -> None:
    """On a machine with Python and pip, the first command of the README, as written, ends with a whole book."""
    readme = (fresh_copy / "README.md").read_text(encoding="utf-8")
    command = re.search(r"```sh\n(.+?)\n```", readme, re.DOTALL)
    assert command is not None
    said = _run("bash", "-c", command[1], cwd=fresh_copy)
    door = re.search(r"The book is here:\s+(.+)", said)
    assert door is not None
    book = Path(door[1]).parent
    assert book.is_relative_to(fresh_copy)
    _run("sha256sum", "-c", "--quiet", "--strict", "book.sha256", cwd=book)


def test_a_wheel_holds_what_the_checkout_holds(fresh_copy: Path, tmp_path: Path) -> None:
    """Every file of the package, of its templates and of the example stands in the wheel, and nothing else."""
    with zipfile.ZipFile(_wheel(fresh_copy, tmp_path)) as wheel:
        held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    listed = _run("git", "ls-files", "lsbook", cwd=ROOT).split()
    beside = _run("git", "ls-files", "templates", "example-child", cwd=ROOT).splitlines()
    assert {f"lsbook/{name}" for name in beside} | set(listed) == held


def _wheel(checkout: Path, place: Path) -> Path:
    """The wheel, made by the releases that are installed."""
    made = ("--wheel", "--no-isolation", "--outdir", str(place / "dist"), str(checkout))
    _run(sys.executable, "-m", "build", *made, cwd=place)
    [wheel] = (place / "dist").glob("*.whl")
    assert wheel.stat().st_size < LARGEST_WHEEL
    return wheel


@pytest.mark.slow
def test_a_wheel_does_everything_without_the_checkout(fresh_copy: Path, tmp_path: Path) -> None:
    """A wheel in a clean environment begins stories, copies the example, builds all five editions and explains."""
    wheel = _wheel(fresh_copy, tmp_path)
    _run(sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv"), cwd=tmp_path)
    python = str(tmp_path / "venv" / "bin" / "python")
    _install(python, fresh_copy)
    _run(*_pip(python), "--no-index", str(wheel), cwd=tmp_path)  # all that it asks for is there already, or it fails
    lsbook = str(tmp_path / "venv" / "bin" / "lsbook")
    _run(lsbook, "new", "maya", "--example", cwd=tmp_path)
    _run(lsbook, "build", "maya", "--edition", "all", cwd=tmp_path)
    for edition in ("under-5", "5-8", "9-12", "13-17", "18-plus"):
        book = tmp_path / "maya" / "books" / edition
        _run("sha256sum", "-c", "--quiet", "--strict", "book.sha256", cwd=book)
    assert "told from 13" in _run(lsbook, "explain", "maya", cwd=tmp_path)
    _run(lsbook, "new", "robin", "--name", "Robin", "--born", "3 July 2019", cwd=tmp_path)
    assert "Open my book.html" in _run(lsbook, "build", "robin", cwd=tmp_path)
