"""What the pages of a preview have more than those of the real book: a script that lets an open one follow each save.

The policy in the head of a page lets in that script and what says that there is something new, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lsbook.files.resources import find_resources
from lsbook.model.site import PREVIEW_FILE, Page, Site, make_page

WAITING_PAGE, STATE_FILE = "waiting.html", "state.txt"
"""What is open as long as there is no book to show, and what an open page looks into. Both lie beside the book."""
_MARK = "This is a preview for whoever writes the story. It goes when the preview ends, and no copy is made of it.\n"
_POLICY = re.compile(
    r"""<meta\b[^>]*http-equiv=["']?content-security-policy\b[^>]*?\bcontent="(?P<rules>[^"]*)""", re.IGNORECASE
)
_SCRIPT_RULE = re.compile(r"script-src [^;]*")


class ReloadPages(Struct, frozen=True, dict=True):
    """Makes the pages of a preview. ``templates``: the folder of lsbook's own."""

    templates: Path

    @cached_property
    def script(self) -> str:
        """What runs in every page of a preview."""
        return (self.templates / "follow.js").read_text(encoding="utf-8").strip()

    @cached_property
    def rule(self) -> str:
        """What the policy of a page lets in for it: this script by its hash, and files beside the page."""
        digest = base64.b64encode(hashlib.sha256(self.script.encode()).digest()).decode()
        return f" 'sha256-{digest}' 'self'"

    def add_to_site(self, site: Site, edition: str) -> Site:
        """Return ``site`` as it is shown in the folder ``edition`` of a preview, with the mark that it is one."""
        pages = (self._add_to_page(page, edition) if page.path.endswith(".html") else page for page in site.pages)
        return replace(
            site, pages=(*pages, make_page(PREVIEW_FILE, _MARK)), start_files=(*site.start_files, PREVIEW_FILE)
        )

    def make_waiting_page(self) -> str:
        """Return the page that waits for the first book, and shows what is in its way."""
        page = (self.templates / "waiting.html").read_text(encoding="utf-8")
        return self._add(page, preview="", page="")

    def _add_to_page(self, page: Page, edition: str) -> Page:
        preview = "../" * (page.path.count("/") + 1)
        return make_page(page.path, self._add(page.text, preview=preview, page=f"{edition}/{page.path}"))

    def _add(self, text: str, *, preview: str, page: str) -> str:
        """Return ``text`` with the script: ``preview`` leads to the preview's folder, and ``page`` from there to it."""
        element = f'<script data-preview="{preview}" data-page="{html.escape(page)}">{self.script}</script>\n'
        body, end, rest = self._open_policy(text).rpartition("</body>")
        return f"{body}{element}{end}{rest}" if end else f"{rest}{element}"

    def _open_policy(self, text: str) -> str:
        """Return ``text`` with a policy that lets the script run. Without one it stays as it is, and is no page."""
        found_policy = _POLICY.search(text)
        if not found_policy:
            return text
        rules = found_policy["rules"]
        if scripts := _SCRIPT_RULE.search(rules):
            opened = rules.replace(scripts[0], scripts[0].replace(" 'none'", "") + self.rule, 1)
        else:
            opened = f"{rules.rstrip('; ')}; script-src{self.rule}"
        return f"{text[: found_policy.start('rules')]}{opened}{text[found_policy.end('rules') :]}"


def find_reload_pages() -> ReloadPages:
    """Return what makes the pages of a preview, from the templates that come with lsbook."""
    return ReloadPages(find_resources("templates") / "preview")
