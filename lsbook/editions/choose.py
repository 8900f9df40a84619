"""Story + Edition -> Book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from lsbook.editions import entries
from lsbook.editions.chooser import Chooser
from lsbook.editions.edition import OLDEST
from lsbook.editions.entries import marks
from lsbook.editions.mentions import find_mentions
from lsbook.editions.passages import prose, statement, statements, told
from lsbook.editions.saying import everything_said
from lsbook.editions.sight import look
from lsbook.editions.strangers import find_strangers
from lsbook.editions.withheld_names import WithheldNames
from lsbook.model import book
from lsbook.model.edition import RECORD, Edition
from lsbook.model.item import Item
from lsbook.model.passage import Said
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.story import AboutMe, Chapter, Letter, Medium, Moment, Question, Story, Word

I = TypeVar("I", bound=Item)  # noqa: E741
B = TypeVar("B")


class Choice:
    """What was chosen for one edition: a Book, unless something speaks against it.

    ``said``: everything that the Book says, with its places, for the checks; ``own``: the values in it that are the
    child's alone, or stand on what is; ``warnings``: what somebody should look at, and stops nothing. Only the Book
    goes on from here.
    """

    def __init__(
        self, chosen: book.Book, said: tuple[Said, ...], problems: tuple[Problem, ...], own: tuple[object, ...]
    ) -> None:
        self._book = chosen
        self.said = said
        self.refusals = tuple(problem for problem in problems if not problem.warning)
        self.warnings = tuple(problem for problem in problems if problem.warning)
        self.own = own

    @property
    def draft(self) -> book.Book:
        """What was chosen, whatever speaks against it: to know what is in it, never to be made, told or handed over."""
        return self._book

    @property
    def book(self) -> book.Book:
        """Raises ``NotMade`` where a text that may be seen names something withheld, or would tell a lie."""
        if self.refusals:
            raise NotMade(self.refusals)
        return self._book


def choose(story: Story, edition: Edition, made: date) -> book.Book:
    """What the reader of ``edition`` may see of ``story``, and nothing else.

    Raises ``NotMade`` where a text that may be seen names something withheld, or would tell a lie. ``made`` is the
    date printed in the book.
    """
    return choice(story, edition, made).book


def choice(story: Story, edition: Edition, made: date) -> Choice:
    """The same, with all that the Book says and all that speaks against it."""
    chooser = Chooser(story, look(story, edition))
    chosen = _chosen(chooser, made)
    said = everything_said(chooser, chosen)
    withheld = WithheldNames(story, chooser.sight)
    names = (*find_mentions(story, withheld, said), *find_strangers(story, withheld, said))
    problems = tuple(dict.fromkeys((*chooser.refusals, *names)))
    record = look(story, replace(edition, reader=RECORD, age=OLDEST))
    return Choice(chosen, said, problems, chooser.unlike(record))


def _chosen(chooser: Chooser, made: date) -> book.Book:
    story, child = chooser.story, chooser.story.child
    parts: dict[str, tuple[object, ...]] = {
        "about_me": tuple(_each(chooser, story.about_me, _about_me)),
        "moments": tuple(_each(chooser, story.moments, _moment)),
        "questions": tuple(_each(chooser, story.questions, _question)),
        "words": tuple(_each(chooser, story.words, _word)),
        "people": tuple(_seen(chooser, story.people, entries.person)),
        "homes": tuple(_seen(chooser, story.homes, entries.home)),
        "schools": tuple(_seen(chooser, story.schools, entries.school)),
        "keepsakes": tuple(_seen(chooser, story.keepsakes, entries.keepsake)),
        "letters": tuple(_seen(chooser, story.letters, _letter)),
        "chapters": tuple(made for made in _seen(chooser, story.chapters, _chapter) if made.inside),
    }
    named = book.Child(
        child.name, child.born, child.pronouns, statements(chooser, child.names), chooser.photo(child.photo)
    )
    cover = chooser.photo(story.look.cover)
    insteads = _insteads(chooser)
    groups = {person.group for person in story.people if chooser.sight.sees(person)}
    media = tuple(chooser.noted(_medium(chooser, one), one) for one in chooser.shown_media)  # last: showing adds to it
    return book.Book(
        replace(chooser.edition, letters_apart=()),  # a book knows nothing of what it does not hold
        made,
        named,
        story.voice,
        story.language,
        story.order,
        story.look.theme,
        cover,
        tuple(group for group in story.groups if group in groups),
        chooser.refs(story.talk_to),
        media=media,
        insteads=insteads,
        what_is_new=statements(chooser, story.what_is_new),
        **parts,  # type: ignore[arg-type]
    )


def _seen(chooser: Chooser, items: tuple[I, ...], make: Callable[[Chooser, I], B]) -> Iterator[B]:
    return (chooser.noted(make(chooser, item), item) for item in items if chooser.sight.sees(item))


def _each(chooser: Chooser, items: tuple[I, ...], make: Callable[[Chooser, I], B]) -> Iterator[B | book.Instead]:
    """Those that are seen, and among them the sentences for those that are not told yet."""
    for item in items:
        if chooser.sight.sees(item):
            yield chooser.noted(make(chooser, item), item)
        elif instead := chooser.instead(item):
            yield instead


def _insteads(chooser: Chooser) -> dict[str, tuple[book.Instead, ...]]:
    """Sentences for the pages whose items other items point at by position."""
    found: dict[str, list[book.Instead]] = {}
    for kind in ("people", "homes", "schools", "keepsakes", "media", "letters", "chapters"):
        for item in getattr(chooser.story, kind):
            instead = chooser.instead(item)
            page = f"chapters:{item.part}" if isinstance(item, Chapter) else kind
            if instead:
                found.setdefault(page, []).append(instead)
    return {page: tuple(sentences) for page, sentences in found.items()}


def _about_me(chooser: Chooser, one: AboutMe) -> book.AboutMe:
    return book.AboutMe(one.of, told(chooser, one.what), chooser.who(one.said_by), one.when, **marks(chooser, one))


def _moment(chooser: Chooser, one: Moment) -> book.Moment:
    return book.Moment(
        one.when,
        told(chooser, one.what),
        one.of,
        statement(chooser, one.about),
        chooser.refs(one.people),
        chooser.photos(one.photos),
        **marks(chooser, one),
    )


def _question(chooser: Chooser, one: Question) -> book.Question:
    answer = statement(chooser, one.answer)
    if one.status == "nobody-knows" and one.answer is not None and not isinstance(answer, book.Statement):
        chooser.refusals.append(_lie(one.answer.at, chooser.edition.name))
    status = "" if one.status == "answered" and answer is None else one.status
    return book.Question(told(chooser, one.ask), status, chooser.who(one.finding_out), answer, **marks(chooser, one))


def _lie(at: Place, edition: str) -> Problem:
    return Problem(
        at,
        f"The edition {edition} would say that nobody knows, and the answer is known and kept back. That is a lie.",
        "Set status: later (and say in instead: who will tell, and when), or let the answer be seen.",
    )


def _word(chooser: Chooser, one: Word) -> book.Word:
    return book.Word(chooser.title(one.word), told(chooser, one.means), **marks(chooser, one))


def _chapter(chooser: Chooser, one: Chapter) -> book.Chapter:
    heard = chooser.photos(one.read_aloud)
    tongue = chooser.tongue(one.language)
    inside = prose(chooser, one.inside, tongue)
    return book.Chapter(
        chooser.title(one.title), one.part, inside, tongue, heard[-1] if heard else None, **marks(chooser, one)
    )


def _letter(chooser: Chooser, one: Letter) -> book.Letter:
    to, tongue = chooser.who(one.to), chooser.tongue(one.language)
    return book.Letter(
        chooser.title(one.title),
        chooser.who(one.from_) or book.Named(""),
        None if to is None or to.me else to,
        one.of,
        one.when,
        chooser.photos(one.scan),
        prose(chooser, one.inside, tongue),
        tongue,
        **marks(chooser, one),
    )


def _medium(chooser: Chooser, one: Medium) -> book.Medium:
    return book.Medium(
        one.file,
        "" if one.decorative else chooser.title(one.shows),
        told(chooser, one.caption),
        chooser.refs(one.people),
        one.when,
        one.decorative,
        one.listed,
        tuple(book.Cue(each.begins, each.ends, each.words) for each in one.captions),
        told(chooser, one.transcript),
        **marks(chooser, one),
    )
