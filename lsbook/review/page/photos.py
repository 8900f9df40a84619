"""What stands of a photo beside its words: who is in it, when it was taken, and who said yes to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lsbook.checks.permissions import is_another_child
from lsbook.model.story import Medium
from lsbook.model.when import When
from lsbook.practice.english import join_with_and
from lsbook.review.page.dates import format_when
from lsbook.review.page.views import StoryViews


class PermissionState(NamedTuple):
    """Who said yes to a picture, or who is still to be asked."""

    words: str
    is_open: bool


def find_permission(medium: Medium, views: StoryViews) -> PermissionState | None:
    """Return how it stands with the permission for a picture; ``None`` where none is known or needed."""
    if medium.permission:
        yes = "; ".join(f"{yes.by}, {_format_day(yes.on)}" for yes in medium.permission)
        return PermissionState(yes, is_open=False)
    shown = _list_ids(medium, views)
    language = views.project.story.language
    children = [
        person.label
        for person in views.project.story.people
        if person.id in shown and is_another_child(person, language)
    ]
    return PermissionState(f"still to be asked, for {join_with_and(children)}", is_open=True) if children else None


def list_photo_notes(medium: Medium, views: StoryViews) -> Iterator[str]:
    """Yield who is in a picture, when it was taken and who said yes, each also where nobody has written it down."""
    if medium.decorative:
        yield "says nothing: a picture between the words"
        return
    names = list(filter(None, (views.names.get(identity, "") for identity in _list_ids(medium, views))))
    yield f"who: {join_with_and(names) or 'nobody is named'}"
    yield f"when: {format_when(medium.when) or 'not said'}"
    permission = find_permission(medium, views)
    yield f"permission: {permission.words if permission else 'none is written down, and none is known to be needed'}"
    if lack := views.small_pictures.explain_lack(medium.file):
        yield f"not shown here: {lack}"


def _list_ids(medium: Medium, views: StoryViews) -> tuple[str, ...]:
    """Return the ids of those whom a picture shows: as media.yaml says, and whose portrait it is."""
    portraits = (
        person.id for person in views.project.story.people if person.photo and person.photo.file == medium.file
    )
    return tuple(dict.fromkeys((*(ref.id for ref in medium.people), *portraits)))


def _format_day(when: When | None) -> str:
    return format_when(when) or "no day"
