"""Hard news that a book would tell before any person has."""

from __future__ import annotations

from lsbook.editions.sight import Sight


def not_yet_told(sight: Sight) -> tuple[str, ...]:
    """One line for each hard item that a child's edition shows and that nobody has told the child; by place."""
    if not sight.edition.for_child:
        return ()
    untold = []
    for verdict in sight.verdicts.values():
        heads_up = verdict.item.heads_up
        told = any(item.heads_up and item.heads_up.told for item in (*verdict.inside, verdict.item))
        if verdict.seen and heads_up is not None and not told:
            topic = heads_up.about.at(sight.edition.age, sight.edition.easy)
            untold.append((verdict.item.at, f"{verdict.item.at}: {topic.words if topic else ''}"))
    return tuple(line for _, line in sorted(untold))
