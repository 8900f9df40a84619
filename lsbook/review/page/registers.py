"""What is still open in a story: hard news to tell, gaps, permissions, approvals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from lsbook.model.story import Medium, Question
from lsbook.model.story_text import NotKnownBlock, Statement
from lsbook.model.vocabulary import Certainty, QuestionStatus
from lsbook.model.when import When, find_bounds
from lsbook.review.page.dates import format_when
from lsbook.review.page.entries import format_hold
from lsbook.review.page.photos import find_permission
from lsbook.review.page.views import PlacedItem, StoryViews


class HardNews(Struct, frozen=True):
    """One piece of hard news: its label for each age, and who told the child, or will; ``teller`` empty: nobody yet."""

    what: str
    labels: str
    teller: str
    is_over: bool


class RegisterLine(Struct, frozen=True):
    """One line of a register: what it is about, and how it stands."""

    what: str
    state: str
    is_open: bool = False


def list_hard_news(views: StoryViews, today: date) -> tuple[HardNews, ...]:
    """Return all hard news in the order of the files."""
    return tuple(_describe_news(placed, views, today) for placed in _walk(views) if placed.item.heads_up is not None)


def _walk(views: StoryViews) -> list[PlacedItem]:
    return sorted((placed for items in views.items.values() for placed in items), key=lambda placed: placed.item.at)


def _name(placed: PlacedItem, views: StoryViews) -> str:
    """Return what something is called on this page: its own words, behind those of the entry in which it stands."""
    labels = [label for item in (placed.path[0], placed.item) if (label := views.label(item))]
    return " · ".join(dict.fromkeys(labels)) or placed.item.kind_label


def _describe_news(placed: PlacedItem, views: StoryViews, today: date) -> HardNews:
    versions = placed.item.heads_up.about.versions if placed.item.heads_up else ()
    labels = " / ".join(f"{each.content} (from {each.age})" if each.age else each.content for each in versions)
    conversation = next(
        (item.heads_up.conversation for item in reversed(placed.path) if item.heads_up and item.heads_up.conversation),
        None,
    )
    if conversation is None:
        return HardNews(_name(placed, views), labels, "", is_over=False)
    day = f", {format_when(conversation.on)}" if conversation.on else ""
    return HardNews(
        _name(placed, views), labels, f"{conversation.by}{day}", is_over=not _is_to_come(conversation.on, today)
    )


def _is_to_come(when: When | None, today: date) -> bool:
    earliest = find_bounds(when)[0] if when else None
    return earliest is not None and earliest > today


def list_holds(views: StoryViews) -> tuple[RegisterLine, ...]:
    """Return what is on hold, with the reason, who decided it and when somebody looks again."""
    held = (placed for placed in _walk(views) if placed.item.gate.hold)
    return tuple(
        RegisterLine(_name(placed, views), f"{placed.item.gate.hold.reason} ({format_hold(placed.item.gate.hold)})")
        for placed in held
        if placed.item.gate.hold
    )


def list_gaps(views: StoryViews) -> tuple[RegisterLine, ...]:
    """Return what the child asks, and what nobody knows or nobody is sure of."""
    return tuple(_list_gaps(views))


def _list_gaps(views: StoryViews) -> Iterator[RegisterLine]:
    for placed in _walk(views):
        match placed.item:
            case Question() as question:
                yield RegisterLine(
                    views.label(question), _describe_question(question, views), is_open=_is_waiting(question)
                )
            case NotKnownBlock():
                yield RegisterLine(_name(placed, views), "the book says that nobody knows")
            case Statement(certainty=Certainty.UNSURE | Certainty.NOT_KNOWN as certainty):
                yield RegisterLine(_name(placed, views), f"certainty: {certainty}")


def _is_waiting(question: Question) -> bool:
    """Return whether somebody still has to be named who answers."""
    is_waiting = question.status in (QuestionStatus.FINDING_OUT, QuestionStatus.LATER)
    return is_waiting and not question.finding_out and not question.held_by


def _describe_question(question: Question, views: StoryViews) -> str:
    who, holder = views.name(question.finding_out), views.name(question.held_by)
    words = (
        str(question.status).replace("-", " "),
        f"{who} finds out" if who else "",
        f"asked {format_when(question.asked)}" if question.asked else "",
        f"held by {holder}" if holder else "",
        f"to be looked at again: {format_when(question.look_again)}" if question.look_again else "",
        "nobody is named who answers" if _is_waiting(question) else "",
    )
    return "; ".join(filter(None, words))


def list_permissions(views: StoryViews) -> tuple[RegisterLine, ...]:
    """Return who said yes to each picture of which that is known or needed; what is still to be asked first."""
    lines = list(_list_permissions(views))
    return tuple(sorted(lines, key=lambda line: not line.is_open))


def _list_permissions(views: StoryViews) -> Iterator[RegisterLine]:
    for medium in (item for item, _ in _walk(views) if isinstance(item, Medium)):
        if permission := find_permission(medium, views):
            yield RegisterLine(medium.file, permission.words, permission.is_open)


def _format_day(when: When | None) -> str:
    return format_when(when) or "no day"


def list_approvals(views: StoryViews) -> tuple[RegisterLine, ...]:
    """Return who decided how old the telling is, and who approved which book for another reader."""
    return tuple(_list_approvals(views))


def _list_approvals(views: StoryViews) -> Iterator[RegisterLine]:
    story, policy = views.project.story, views.project.policy
    telling = story.telling_age
    by = f"decided by {telling.decided_by}" if telling.decided_by else "nobody is named who decided it"
    on = f" on {format_when(telling.on)}" if telling.on else ""
    yield RegisterLine(f"Told as for {telling.age}", f"{by}{on}", is_open=not (telling.decided_by and telling.on))
    for reader in policy.readers:
        approvals = [approval for approval in story.approvals if approval.edition == reader.name]
        for approval in approvals:
            asked = f"; the child was asked on {format_when(approval.child_asked)}" if approval.child_asked else ""
            yield RegisterLine(
                reader.name,
                f"{approval.by or 'no name'}, {_format_day(approval.on)}{asked}",
                is_open=not approval.is_complete,
            )
        if reader.needs_approval and not approvals:
            yield RegisterLine(reader.name, "nobody has approved a book for them: none is made")
