"""What two books say of the same people, places and days: what contradicts, and what would be news."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from lsbook.checks.craft.softened import find_veiled_words
from lsbook.model.named_items import Death, Home, NamedItem, Person, School
from lsbook.model.news_topic import NewsTopic
from lsbook.model.story import Moment, Question
from lsbook.model.vocabulary import CHILD_ID, KnownGroup, QuestionStatus, StayKind
from lsbook.model.when import Dated, Nearness, When, find_bounds
from lsbook.review.beside.matching import Pair, list_unmatched, match_items
from lsbook.review.beside.side import BookSentence, StorySide
from lsbook.review.page.dates import format_when


class Contradiction(Struct, frozen=True):
    """Two sentences that cannot both be believed, each in the book of one child."""

    about: str
    first: str
    second: str


class Disclosure(Struct, frozen=True):
    """What the book of ``teller`` says and that of ``hearer`` does not: one child could tell it the other first."""

    teller: str
    hearer: str
    about: str
    words: str
    file: str
    why: str = ""


class SideBySide(Struct, frozen=True):
    """The same person, place or day, and what each book says of it."""

    about: str
    first: tuple[BookSentence, ...]
    second: tuple[BookSentence, ...]


class Comparison(Struct, frozen=True):
    first: StorySide
    second: StorySide
    contradictions: tuple[Contradiction, ...]
    disclosures: tuple[Disclosure, ...]
    open_homes: tuple[tuple[str, str], ...]
    """A child's name, and homes without an end that run beside each other."""
    same: tuple[SideBySide, ...]


def compare_stories(first: StorySide, second: StorySide) -> Comparison:
    """Return what each child's book says of the same, and where they differ in what matters."""
    pairs = [pair for kind in (Person, Home, School) for pair in match_items(first, second, kind)]
    days = list(_match_days(first, second))
    return Comparison(
        first,
        second,
        tuple(dict.fromkeys(_list_contradictions(first, second, pairs))),
        tuple(dict.fromkeys((*_list_disclosures(first, second, pairs), *_turn(first, second, pairs)))),
        tuple((side.child, homes) for side in (first, second) if (homes := _list_open_homes(side))),
        (*(_lay_beside(first, second, pair) for pair in pairs if _is_told_in_both(first, second, pair)), *days),
    )


def _turn(first: StorySide, second: StorySide, pairs: list[Pair]) -> Iterator[Disclosure]:
    return _list_disclosures(second, first, [Pair(pair.second, pair.first) for pair in pairs])


def _get_sentences(side: StorySide, item: NamedItem | None) -> tuple[BookSentence, ...]:
    return side.sentences.get(item.id if item else CHILD_ID, ())


def _is_told_in_both(first: StorySide, second: StorySide, pair: Pair) -> bool:
    return bool(
        pair.first and pair.second and _get_sentences(first, pair.first) and _get_sentences(second, pair.second)
    )


def _lay_beside(first: StorySide, second: StorySide, pair: Pair) -> SideBySide:
    return SideBySide(pair.label, _get_sentences(first, pair.first), _get_sentences(second, pair.second))


# --- contradictions ---------------------------------------------------------------------------------------------


def _list_contradictions(first: StorySide, second: StorySide, pairs: list[Pair]) -> Iterator[Contradiction]:
    for pair in pairs:
        ours, theirs = (_join(_get_sentences(first, pair.first)), _join(_get_sentences(second, pair.second)))
        if pair.first and pair.second:
            if veiled := find_veiled_words(ours, theirs):
                yield Contradiction(pair.label, veiled.sentence, veiled.fact)
            if veiled := find_veiled_words(theirs, ours):
                yield Contradiction(pair.label, veiled.fact, veiled.sentence)
            yield from _compare_deaths(first, second, pair)
    yield from _compare_moments(first, second)
    yield from _compare_questions(first, second)


def _join(sentences: tuple[BookSentence, ...]) -> str:
    return "\n".join(sentence.text for sentence in sentences)


def _compare_deaths(first: StorySide, second: StorySide, pair: Pair) -> Iterator[Contradiction]:
    ours, theirs = pair.first, pair.second
    if not (
        isinstance(ours, Person) and isinstance(theirs, Person) and first.is_shown(ours) and second.is_shown(theirs)
    ):
        return
    our_date, their_date = _find_told_death(first, ours), _find_told_death(second, theirs)
    if our_date and their_date and _is_another_day(our_date, their_date):
        yield Contradiction(pair.label, f"Died {format_when(our_date)}.", f"Died {format_when(their_date)}.")


def _find_told_death(side: StorySide, person: Person) -> When | None:
    return None if isinstance(person.died, Death) and not side.is_shown(person.died) else person.death_date


def _is_another_day(first: When, second: When) -> bool:
    (start, end), (other_start, other_end) = find_bounds(first), find_bounds(second)
    return bool((end and other_start and end < other_start) or (start and other_end and other_end < start))


def _compare_moments(first: StorySide, second: StorySide) -> Iterator[Contradiction]:
    """Yield what both books tell in the same words, on days that cannot be the same."""
    others = {_fold(second.read(moment)): moment for moment in second.list_moments()}
    for moment in first.list_moments():
        other = others.get(_fold(first.read(moment)))
        if other is not None and _is_another_day(moment.when, other.when):
            days = (format_when(moment.when), format_when(other.when))
            yield Contradiction(moment.label, *(f"{moment.label} ({day})" for day in days))


def _fold(text: str) -> str:
    return text.casefold().rstrip(".!? ")


def _compare_questions(first: StorySide, second: StorySide) -> Iterator[Contradiction]:
    """Yield questions that one book answers, and of which the other says that nobody knows."""
    theirs = {_fold(question.label): question for question in second.story.questions if second.is_shown(question)}
    for question in first.story.questions:
        other = theirs.get(_fold(question.label)) if first.is_shown(question) else None
        if other and {question.status, other.status} == {QuestionStatus.ANSWERED, QuestionStatus.NOBODY_KNOWS}:
            yield Contradiction(question.label, _describe(question, first), _describe(other, second))


def _describe(question: Question, side: StorySide) -> str:
    answer = side.read(question.answer) if question.answer and side.is_shown(question.answer) else ""
    return answer or f"({str(question.status).replace('-', ' ')})"


# --- what one could tell the other ------------------------------------------------------------------------------


def _list_disclosures(teller: StorySide, hearer: StorySide, pairs: list[Pair]) -> Iterator[Disclosure]:
    """Yield what the first book says and the second does not, by its subject; and whom only the first knows."""
    for pair in pairs:
        spoken, known = _get_sentences(teller, pair.first), _join(_get_sentences(hearer, pair.second))
        for name, topic in teller.topics.items():
            sentence = next((each for each in spoken if topic.is_in(each.text)), None)
            heard = hearer.topics.get(name, NewsTopic(name, ()))
            if sentence and pair.first and not heard.is_in(known):
                why = _explain_silence(hearer, pair.second, heard)
                about = f"{pair.label}: {name}"
                yield Disclosure(teller.child, hearer.child, about, sentence.text, sentence.file, why)
        yield from _list_withheld(teller, hearer, pair)
    for person in list_unmatched(teller, hearer):
        if isinstance(person, Person) and teller.is_shown(person) and _is_family(person):
            says = f"{person.label} is in the family."
            yield Disclosure(teller.child, hearer.child, person.label, says, person.at.path)
    yield from _list_answers(teller, hearer)


def _explain_silence(hearer: StorySide, item: NamedItem | None, topic: NewsTopic) -> str:
    """Return why a book is silent where its story has words for it that are told later."""
    facts = item.facts if isinstance(item, Person) else ()
    for fact in facts:
        if any(topic.is_in(_flatten(version.content)) for version in fact.says.versions):
            return hearer.explain(fact) if not hearer.is_shown(fact) else "Its words for this age do not say it."
    return ""


def _flatten(value: object) -> str:
    """Return the words in a value of prose."""
    if isinstance(value, tuple):
        return " ".join(map(_flatten, value))
    text = getattr(value, "text", "")
    return str(text) if text else _flatten(getattr(value, "inside", ()))


def _list_withheld(teller: StorySide, hearer: StorySide, pair: Pair) -> Iterator[Disclosure]:
    if pair.first and pair.second and teller.is_shown(pair.first) and not hearer.is_shown(pair.second):
        words = f"{pair.label} is in this book."
        why = hearer.explain(pair.second)
        yield Disclosure(teller.child, hearer.child, pair.label, words, pair.first.at.path, why)


def _is_family(person: Person) -> bool:
    return person.group == KnownGroup.FAMILY or bool(person.parent_of)


def _list_answers(teller: StorySide, hearer: StorySide) -> Iterator[Disclosure]:
    open_questions = {
        _fold(question.label)
        for question in hearer.story.questions
        if hearer.is_shown(question) and question.status in (QuestionStatus.FINDING_OUT, QuestionStatus.LATER)
    }
    for question in teller.story.questions:
        is_answered = question.status is QuestionStatus.ANSWERED and teller.is_shown(question)
        if is_answered and _fold(question.label) in open_questions:
            yield Disclosure(teller.child, hearer.child, question.label, _describe(question, teller), question.at.path)


# --- days and homes ---------------------------------------------------------------------------------------------


def _match_days(first: StorySide, second: StorySide) -> Iterator[SideBySide]:
    """Yield the days of which both books tell, with what each says of them."""
    for moment in first.list_moments():
        others = [other for other in second.list_moments() if _is_same_day(moment, other)]
        if others:
            theirs = tuple(BookSentence(second.read(other), other.at.path) for other in others)
            ours = (BookSentence(first.read(moment), moment.at.path),)
            yield SideBySide(format_when(moment.when), ours, theirs)


def _is_same_day(moment: Moment, other: Moment) -> bool:
    when = moment.when
    is_exact = isinstance(when, Dated) and when.nearness is Nearness.EXACT and when.point.day is not None
    return is_exact and when == other.when


def _list_open_homes(side: StorySide) -> str:
    """Return the homes of a story that have no end and run beside each other; else nothing."""
    homes = [
        home.label
        for home in side.story.homes
        if side.is_shown(home)
        and any(stay.until is None and stay.category is not StayKind.SHORT_BREAK for stay in home.stays)
    ]
    return " and ".join(homes) if len(homes) > 1 else ""
