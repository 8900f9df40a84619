"""Sites of sample books, each made once: most tests ask for a site of which nearly all pages were made before."""

from __future__ import annotations

import pickle

from lsbook.cache.page_store import PageStore
from lsbook.model.book import Book
from lsbook.model.media import Renditions
from lsbook.model.site import Site
from lsbook.pages import make_site
from tests.unit.pages.sample import TEMPLATES, renditions

MOST_KEPT = 40
_PAGES = PageStore(None, stays=True, writes=False)
"""The golden pages and what hostile words become are made without it, so that nothing here hides a fault."""
_SITES: dict[bytes, Site] = {}


def site_of(whole: Book, shown: Renditions | None = None) -> Site:
    """The site of ``whole`` by the shipped templates."""
    shown = shown or renditions(whole)
    key = pickle.dumps((whole, shown))
    site = _SITES.pop(key, None) or make_site(whole, shown, TEMPLATES, _PAGES)
    _SITES[key] = site
    if len(_SITES) > MOST_KEPT:
        del _SITES[next(iter(_SITES))]
    return site
