"""Hard news that a book would tell before any person has."""

from __future__ import annotations

from lsbook.editions.visibility import Visibility


def find_untold_news(visibility: Visibility) -> tuple[str, ...]:
    """One line for each hard item that a child's edition shows and that nobody has told the child; by place."""
    if not visibility.edition.is_for_child:
        return ()
    untold = []
    for verdict in visibility.verdicts.values():
        heads_up = verdict.item.heads_up
        told = any(item.heads_up and item.heads_up.conversation for item in (*verdict.ancestors, verdict.item))
        if verdict.is_visible and heads_up is not None and not told:
            topic = heads_up.about.find_version(visibility.edition.age, visibility.edition.easy)
            untold.append((verdict.item.at, f"{verdict.item.at}: {topic.content if topic else ''}"))
    return tuple(line for _, line in sorted(untold))
