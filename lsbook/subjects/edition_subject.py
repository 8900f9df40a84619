"""One edition as the rules know it."""

from __future__ import annotations

from lsbook import checks, editions
from lsbook.model.passage import Passage


def describe_edition(visibility: editions.Visibility, passages: tuple[Passage, ...] = ()) -> checks.EditionSubject:
    """Return one edition as the rules are asked about it. ``passages``: what its book says, once it is chosen."""
    visible = (verdict for verdict in visibility.verdicts.values() if verdict.is_visible)
    items = tuple(checks.VisibleItem(verdict.item, verdict.ancestors) for verdict in visible)
    return checks.EditionSubject(edition=visibility.edition, passages=passages, visible_items=items)
