"""The steps in which a Site becomes a folder on disk."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from lsbook.files.disk_errors import problem_of
from lsbook.files.hidden_paths import new_beside
from lsbook.files.lock import alone
from lsbook.files.manifest import MANIFEST, digest_of, manifest_text
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.site import Site, Written
from lsbook.output.clearing import clear_new
from lsbook.output.flaws import Flaw
from lsbook.output.forms import clear_begun, clear_forms
from lsbook.output.names import check_names
from lsbook.output.ownership import owned
from lsbook.output.recover import recover
from lsbook.output.stage import contents_of, stage
from lsbook.output.swap import swap
from lsbook.output.verify import verify
from lsbook.output.whose import Owner, claim

_OURS = (
    "This is a mistake in lsbook or in one of its templates, and not in the story. Tell whoever looks after lsbook for "
    "you. The old book was left as it was."
)


def write(site: Site, place: Path, owner: Owner | None = None) -> Written:
    """Write ``site`` as the book at ``place`` (DIR/<edition>), in the place of an older one that lsbook wrote there.

    ``owner`` is whose books ``place`` lies among, where they lie anywhere but in the story's own folder.

    Raises ``NotMade`` with every reason, and the old book then stands untouched: ``place`` holds something of
    somebody else's, the book is not as a book must be, another build is at work, or the disk refuses.
    """
    _refuse(check_names(site), place)
    try:
        with alone(place):
            if owner:
                claim(place, owner)
            recover(place)
            clear_begun(place)
            return _replace(site, place)
    except OSError as error:
        raise NotMade((problem_of(error, place),)) from error


def _replace(site: Site, place: Path) -> Written:
    old = owned(place)
    before = digest_of(place / MANIFEST) if old else ""
    contents = contents_of(site, place)
    digests = {content.path: content.digest for content in contents}
    new = new_beside(place)
    try:
        stage(contents, new, place, old)
        _refuse(verify(new, digests, site.doors), place)
        swap(new, place)
    except BaseException:
        with contextlib.suppress(OSError, NotMade):
            clear_new(new, place, digests)
        raise
    kept = sum(old.get(page.path) == digests[page.path] for page in site.pages)
    listed = hashlib.sha256(manifest_text(digests).encode()).hexdigest()
    forms = clear_forms(place, listed, replaced=before not in ("", listed))
    return Written(place, len(site.pages) - kept, kept, listed, forms.gone, forms.left)


def _refuse(flaws: tuple[Flaw, ...], place: Path) -> None:
    if flaws:
        raise NotMade(
            tuple(Problem(Place((place / flaw.path).as_posix(), flaw.line), flaw.what, _OURS) for flaw in flaws)
        )
