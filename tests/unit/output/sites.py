"""Small Sites for the tests, and what lies in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lsbook.model.site import Asset, Site, make_page

DOOR, README = "Open my book.html", "READ ME FIRST.txt"


POLICY = "default-src 'none'; script-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='; img-src 'self' data:"


def page(body: str, title: str = "Maya") -> str:
    """A whole page around ``body``."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head>{policy}<title>{title}</title></head>\n<body>{body}</body></html>\n'
    )


def site(workshop: Path, words: str = "first", **more: str) -> Site:
    """A little book that is as a book must be: a door, two pages, a style sheet, a drawing and a photo.

    ``more`` replaces or adds pages: two underscores in a name stand for the slash, and one for the dot.
    """
    workshop.mkdir(exist_ok=True)
    photo = workshop / f"photo-{words}.jpg"
    photo.write_bytes(b"\xff\xd8" + words.encode() * 10)
    body = '<a href="pages/jan.html#top">Jan</a> <a href="pages/still.html">Still</a><img src="media/abc.jpg" alt="">'
    pages = {
        DOOR: page(f'<link rel="stylesheet" href="look/look.css">{body} {words}'),
        "pages/jan.html": page('<h1 id="top">Jan</h1><a href="../Open%20my%20book.html">Home</a><a href="#">Up</a>'),
        "pages/still.html": page("<p>This page never changes.</p>"),
        "look/look.css": "body { background: url(road.svg) }\n",
        "look/road.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="r" fill="url(#r)" d="M0 0"/></svg>\n',
        README: f"Open the book. {words}\n",
    }
    pages |= {name.replace("__", "/").replace("_", "."): text for name, text in more.items()}
    return Site(
        tuple(make_page(path, text) for path, text in pages.items()), (Asset("media/abc.jpg", photo),), (DOOR, README)
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file under ``folder``, hidden ones too."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def finished(made: Site) -> Mapping[str, bytes]:
    """What ``made`` looks like on disk, but for its list."""
    pages = {page.path: page.text.encode() for page in made.pages}
    return pages | {asset.path: asset.file.read_bytes() for asset in made.assets}


def without_list(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """``files`` but for the list of them."""
    return {path: content for path, content in files.items() if path != "book.sha256"}
