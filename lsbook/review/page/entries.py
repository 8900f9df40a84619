"""Every part of a story with the words of each age side by side, and why it is told or not."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from lsbook.media import SmallPicture
from lsbook.model.item import Hold, Item
from lsbook.model.named_items import FamilyTime, Home, Keepsake, Person, School, Stay
from lsbook.model.problem import Location
from lsbook.model.story import AboutMe, Chapter, Letter, Medium, Moment, Question, Word
from lsbook.model.story_text import Account, Statement
from lsbook.model.when import When
from lsbook.practice.english import join_with_and
from lsbook.review.page.columns import Stretch, align_columns
from lsbook.review.page.dates import format_when
from lsbook.review.page.photos import list_photo_notes
from lsbook.review.page.views import PlacedItem, StoryViews

_SECTIONS: tuple[tuple[str, type[Item]], ...] = (
    ("Chapters", Chapter),
    ("Letters", Letter),
    ("About the child", AboutMe),
    ("The child’s names, and what is new", Statement),
    ("People", Person),
    ("Homes", Home),
    ("Schools and clubs", School),
    ("Moments", Moment),
    ("Treasured things", Keepsake),
    ("Questions", Question),
    ("Words explained", Word),
    ("Photos, films and sounds", Medium),
)


class HeldWords(Struct, frozen=True):
    """What is in no book until somebody takes the hold away, as the record has it."""

    kind: str
    reason: str
    by: str
    paragraphs: tuple[str, ...]


class Row(Struct, frozen=True):
    """One part: the entry itself, or a fact, an account or a stay of it."""

    kind: str
    stretches: tuple[Stretch, ...]
    notes: tuple[str, ...]
    held: tuple[HeldWords, ...]


class Entry(Struct, frozen=True):
    title: str
    file: str
    rows: tuple[Row, ...]
    picture: SmallPicture | None = None
    picture_words: str = ""
    """What is told of the picture to whoever cannot see it; nothing of one that says nothing."""


class ReviewSection(Struct, frozen=True):
    title: str
    entries: tuple[Entry, ...]


def list_sections(views: StoryViews) -> tuple[ReviewSection, ...]:
    """Return all that the story has, by kind, in the order of the files."""
    parts: dict[Location, list[PlacedItem]] = {}
    for placed in (items[0] for items in views.items.values()):
        parts.setdefault(placed.path[0].at, []).append(placed)
    entries = [(placed[0].item, placed) for _, placed in sorted(parts.items())]
    sections = (
        ReviewSection(
            title, tuple(_make_entry(item, placed, views) for item, placed in entries if isinstance(item, kind))
        )
        for title, kind in _SECTIONS
    )
    return tuple(section for section in sections if section.entries)


def _make_entry(item: Item, parts: list[PlacedItem], views: StoryViews) -> Entry:
    rows = tuple(_make_row(placed, views) for placed in parts)
    if isinstance(item, Medium):
        words = "" if item.decorative else item.label
        return Entry(item.file, item.at.path, rows, views.small_pictures.by_file.get(item.file), words)
    return Entry(views.label(item) or item.kind_label, item.at.path, rows)


def _make_row(placed: PlacedItem, views: StoryViews) -> Row:
    part = placed.item
    kind = _KINDS.get(type(part), part.kind_label) if placed.ancestors else ""
    stretches = _align(part, views)
    held = tuple(_list_held(placed, views))
    if not held and not any(column.paragraphs for stretch in stretches for column in stretch):
        held = _list_unseen(part, views)
    return Row(kind, () if held and _is_held(placed) else stretches, tuple(_list_notes(part, views)), held)


_KINDS: dict[type[Item], str] = {Statement: "fact", Account: "how somebody sees it", Stay: "stay"}


def _align(part: Item, views: StoryViews) -> tuple[Stretch, ...]:
    """Return the words of a part in the child's books."""
    readings, untold = [], []
    for book in views.books:
        verdict, texts = book.verdicts.get(part.at), book.texts.get(part.at, ())
        if book.is_shown(part) and texts:
            readings.append((book.edition.name, texts))
        else:
            reasons = verdict.reasons[:1] if verdict else ()
            untold.append((book.edition.name, _shorten(" ".join(reasons)) or "It has no words of its own."))
    return align_columns(readings, untold)


def _shorten(reason: str) -> str:
    """Return a reason without the age of one edition, so that those with the same gate stand together."""
    gate, is_of_an_age, _ = reason.partition("; this edition")
    return f"{gate}." if is_of_an_age else reason


def _list_notes(part: Item, views: StoryViews) -> Iterator[str]:
    """Yield what is to be known of a part beside its words: day, origin, gates, who else may read it."""
    yield from _list_origins(part, views)
    for item, _ in views.items[part.at]:
        of = "" if item is part else f"{item.kind_label} “{views.label(item)}”: ".replace(" “”", "")
        yield from (f"{of}{note}" for note in _list_gates(item))
        if isinstance(item, Statement) and item is not part:
            yield from (f"{of}{note}" for note in _list_statement_origins(item))


def _list_gates(item: Item) -> Iterator[str]:
    gate = item.gate
    if gate.from_age:
        yield f"told from {gate.from_age}"
    if isinstance(item, Letter) and item.open_when:
        yield f"to be opened at {item.open_when}"
    if gate.also_for:
        yield f"also for {join_with_and(gate.also_for)}"
    if gate.keeps:
        yield f"keeps the name {join_with_and(gate.keeps)}"
    yield from (f"“{allowed.text}” is let through: {allowed.reason}" for allowed in gate.allow)
    yield from (f"“{other.text}” is somebody else: {other.reason}" for other in gate.not_them)
    yield from (f"{accepted.rule} is accepted by {accepted.by}: {accepted.reason}" for accepted in gate.accepted)
    if item.heads_up is not None:
        yield f"hard news: {' / '.join(f'{each.age}: {each.content}' for each in item.heads_up.about.versions)}"


def _list_origins(part: Item, views: StoryViews) -> Iterator[str]:
    match part:
        case Statement():
            yield from _list_statement_origins(part)
        case Account(by=who):
            yield f"as {views.name(who)} sees it"
        case Stay(from_=start, until=end) | FamilyTime(from_=start, until=end):
            yield f"{_format_day(start)} to {_format_day(end) if end else 'now'}"
        case Letter(from_=who):
            yield f"from {views.name(who)}"
        case Medium():
            yield from list_photo_notes(part, views)
    if isinstance(part, Moment | AboutMe | Keepsake) and part.when is not None:
        yield _format_day(part.when)


def _format_day(when: When | None) -> str:
    return format_when(when) or "not known"


def _list_statement_origins(statement: Statement) -> Iterator[str]:
    if statement.source:
        yield f"source: {statement.source}"
    if statement.decided_by:
        yield f"decided by {statement.decided_by}"
    if statement.certainty is not None:
        yield f"certainty: {statement.certainty}"


def _is_held(placed: PlacedItem) -> bool:
    return any(item.gate.hold for item in placed.path)


def _list_held(placed: PlacedItem, views: StoryViews) -> Iterator[HeldWords]:
    """Yield what of a part is on hold, marked with its reason; what is held within that is in its words."""
    holds = [item.gate.hold for item in placed.path if item.gate.hold]
    if holds:
        yield HeldWords("", holds[0].reason, format_hold(holds[0]), views.record.texts.get(placed.item.at, ()))
        return
    for item, ancestors in views.items[placed.item.at]:
        if (hold := item.gate.hold) and not any(around.gate.hold for around in ancestors):
            yield HeldWords(item.kind_label, hold.reason, format_hold(hold), views.record.texts.get(item.at, ()))


def _list_unseen(part: Item, views: StoryViews) -> tuple[HeldWords, ...]:
    """Return what stands in none of the child's books though it is not on hold: a letter apart, a withheld person's."""
    texts = views.record.texts.get(part.at, ())
    return (HeldWords("", "", "", texts),) if texts else ()


def format_hold(hold: Hold) -> str:
    """Return who holds something back, since when, and when somebody looks again, in a few words."""
    by = f"decided by {hold.decided_by}" if hold.decided_by else "nobody is named who decided it"
    on = f" on {format_when(hold.on)}" if hold.on else ""
    again = format_when(hold.look_again)
    return f"{by}{on}; " + (f"to be looked at again: {again}" if again else "no day to look again")
