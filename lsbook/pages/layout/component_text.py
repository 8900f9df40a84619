"""The text of each kind of component: one function a kind, in the order in which ``pieces.html`` writes it.

Left out is what says nothing of its own: tags (they say what kind of thing follows), pictures, heads-up cards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from lsbook.pages.language.rich_text import Words, join_rich, make_rich
from lsbook.pages.layout import components as kinds
from lsbook.pages.layout.album_components import PhotoRow
from lsbook.pages.layout.page_text import Say, TextTokens, make_section
from lsbook.pages.layout.type_table import bind


def iter_text(components: Iterable[kinds.Component], say: Say) -> TextTokens:
    """The text of ``components``; ``say`` gives the book's own words."""
    for component in components:
        yield from TEXT_READERS[type(component)](component, say)


def iter_face_text(label: kinds.PersonLabel) -> TextTokens:
    """What stands for somebody without a face: the first letter of a name."""
    if not label.face:
        yield label.initial


def iter_row_text(rows: Iterable[kinds.FactRow]) -> TextTokens:
    """Each term and what is told under it."""
    for row in rows:
        yield from (row.term, row.value)


def join_words(*parts: Words) -> Words:
    """``parts`` on one line, with a space between."""
    return join_rich(" ", map(make_rich, parts))


def _read_nothing(component: kinds.Component, say: Say) -> TextTokens:
    yield from ()


def _read_running(component: kinds.RunningText, say: Say) -> TextTokens:
    yield component.html


def _read_passage(component: kinds.IllustratedText, say: Say) -> TextTokens:
    yield component.html
    if component.figure:
        yield from _read_known(component.figure, say)


def _read_known(component: kinds.MediaComponent, say: Say) -> TextTokens:
    yield component.caption
    if component.people:
        yield join_words(say("in-picture"), component.people)
    yield component.when
    yield from iter_text(component.transcript, say)


def _read_player(component: kinds.Player, say: Say) -> TextTokens:
    yield say("play-in-book")
    yield from _read_known(component, say)
    if component.caption_lines:
        yield say("said-in-it")
        yield from component.caption_lines


def _read_strip(component: kinds.PhotoStrip, say: Say) -> TextTokens:
    yield from iter_text(component.figures, say)


def _read_photo_row(component: PhotoRow, say: Say) -> TextTokens:
    yield from iter_text(component.figures, say)


def _read_mine(component: kinds.ChildQuote, say: Say) -> TextTokens:
    yield component.when
    yield from iter_text(component.inside, say)


def _read_sides(component: kinds.AccountSides, say: Say) -> TextTokens:
    yield component.head
    yield say("accounts-intro")
    for side in component.sides:
        if side.who:
            yield from (*iter_face_text(side.who), side.who.name, side.who.role)
        yield from iter_text(side.says, say)


def _read_letter(component: kinds.LetterCard, say: Say) -> TextTokens:
    inside = iter_text((*component.scans, *component.inside), say)
    yield from make_section(component.anchor, component.title, (component.by, component.when, *inside))


def _read_tongues(component: kinds.LanguageVersions, say: Say) -> TextTokens:
    for version in component.versions:
        yield from (version.name, *iter_text(version.inside, say))


def _read_sourced(component: kinds.SourcedStatement, say: Say) -> TextTokens:
    yield component.head
    yield from iter_text(component.says, say)
    if not component.says:
        yield say("how-we-know")
    yield str(component.number)


def _read_facts(component: kinds.FactList, say: Say) -> TextTokens:
    yield component.head
    yield from iter_row_text(component.rows)


def _read_section(component: kinds.Section, say: Say) -> TextTokens:
    yield from make_section(component.anchor, component.head, (component.when, *iter_text(component.inside, say)))


def _read_aside(component: kinds.Aside, say: Say) -> TextTokens:
    yield from iter_text(component.inside, say)


def _read_held(component: kinds.HeldMark, say: Say) -> TextTokens:
    yield component.text


def _read_moment(component: kinds.TimelineMoment, say: Say) -> TextTokens:
    yield from (component.when, component.age, component.what)
    yield from iter_text(component.about, say)
    if component.people:
        yield join_words(say("moment-with"), component.people)
    yield from iter_text(component.photos, say)


def _read_question(component: kinds.QuestionCard, say: Say) -> TextTokens:
    yield component.text
    yield from iter_text(component.answer, say)
    yield component.status


def _read_people(component: kinds.PeopleLine, say: Say) -> TextTokens:
    yield join_words(component.head, component.people)


TEXT_READERS: Mapping[type[object], Callable[[object, Say], TextTokens]] = MappingProxyType(
    dict(
        (
            bind(kinds.RunningText, _read_running),
            bind(kinds.ThematicBreak, _read_nothing),
            bind(kinds.IllustratedText, _read_passage),
            bind(kinds.MediaFigure, _read_known),
            bind(kinds.Player, _read_player),
            bind(kinds.PhotoStrip, _read_strip),
            bind(PhotoRow, _read_photo_row),
            bind(kinds.ChildQuote, _read_mine),
            bind(kinds.AccountSides, _read_sides),
            bind(kinds.LetterCard, _read_letter),
            bind(kinds.LanguageVersions, _read_tongues),
            bind(kinds.SourcedStatement, _read_sourced),
            bind(kinds.FactList, _read_facts),
            bind(kinds.Section, _read_section),
            bind(kinds.Aside, _read_aside),
            bind(kinds.HeadsUpCard, _read_nothing),
            bind(kinds.HeldMark, _read_held),
            bind(kinds.TimelineMoment, _read_moment),
            bind(kinds.QuestionCard, _read_question),
            bind(kinds.PeopleLine, _read_people),
            bind(kinds.DrawingImage, _read_nothing),
        )
    )
)
