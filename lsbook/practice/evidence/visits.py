"""Case notes: one for each session, for the case record."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.model.case import StoryFacts
from lsbook.model.work import Session
from lsbook.model.work_vocabulary import ChildFelt, HowSure
from lsbook.practice.english import format_day, join_with_and
from lsbook.practice.evidence.block import EvidenceBlock, EvidenceLine, EvidencePlace, shorten_title
from lsbook.practice.evidence.sentences import (
    begin_with_child,
    end_sentence,
    format_contact_day,
    list_known_names,
    lower_step,
    quote,
    say_what_was_done,
    strip_stop,
)

_SURE = {HowSure.SURE: "sure", HowSure.PARTLY: "partly sure", HowSure.UNSURE: "unsure"}


def make_case_note(session: Session, facts: StoryFacts) -> EvidenceBlock:
    """Return the case note of ``session``."""
    part = "offered" if session.is_declined else str(session.part_of or "session").replace("-", " ")
    return EvidenceBlock(
        EvidencePlace.VISITS,
        tuple(_list_lines(session, facts)),
        shorten_title(f"Life story work with {facts.name} ({part})"),
        format_contact_day(session.when),
        session.day,
        session.at,
    )


def _list_lines(session: Session, facts: StoryFacts) -> Iterator[EvidenceLine]:
    yield EvidenceLine(_say_did(session, facts), session.locate("did"))
    if felt := _say_words(session, facts):
        yield EvidenceLine(felt, session.locate("words" if session.words else "felt"))
    if session.next:
        names = list_known_names(facts, session.by)
        by = f", by {format_day(session.next_by, session.day)}" if session.next_by else ""
        yield EvidenceLine(f"Next: {strip_stop(lower_step(session.next, names))}{by}.", session.locate("next"))
    if people := [name for who in session.people if (name := facts.find_name(who))]:
        yield EvidenceLine(f"Also there: {join_with_and(people)}.", session.locate("with"))
    if session.where:
        yield EvidenceLine(f"Where: {end_sentence(session.where)}", session.locate("where"))
    if session.showed:
        yield EvidenceLine(_say_showed(session, facts), session.locate("showed"))
    if session.helped:
        yield EvidenceLine(f"What helped, as {facts.name} said: {quote(session.helped)}", session.locate("helped"))
    if session.after:
        yield EvidenceLine(f"Afterwards: {end_sentence(session.after)}", session.locate("after"))
    if follow_up := _say_follow_up(session):
        yield EvidenceLine(follow_up, session.locate("follow-up"))
    if session.photos:
        # Not which: the name of a file tells what is in it, and one may be held back or the child's own.
        yield EvidenceLine("There are photos of it, kept with the story.", session.locate("photos"))
    if session.has_more:
        yield EvidenceLine(f"{facts.name} asked that some of it not be written.", session.locate("not-written"))


def _say_did(session: Session, facts: StoryFacts) -> str:
    if session.is_declined:
        return f"{session.by} offered life story work, and {facts.name} said no. {end_sentence(session.did)}"
    return say_what_was_done(session.did, session.by, facts.name)


def _say_words(session: Session, facts: StoryFacts) -> str:
    """Return what the child said, word for word, and how the child said it felt."""
    said_words = f"{facts.name} said: {' '.join(map(quote, session.words))}" if session.words else ""
    felt = ""
    if session.felt and session.felt is not ChildFelt.NOT_SAID:
        felt = f"{begin_with_child(facts) if said_words else facts.name} said it felt {session.felt}."
    return " ".join(filter(None, (said_words, felt)))


def _say_showed(session: Session, facts: StoryFacts) -> str:
    """Return what an adult read in what the child showed, as that, and never in quotation marks."""
    showed = session.showed
    if showed is None:
        return ""
    sure = f", {_SURE[showed.sure]}" if showed.sure else ""
    return f"What {facts.name} showed, as {showed.read_by} read it{sure}: {end_sentence(showed.what)}"


def _say_follow_up(session: Session) -> str:
    follow_up = session.follow_up
    if follow_up is None:
        return ""
    on = f", {format_day(follow_up.on, session.day)}" if follow_up.on else ""
    done = f"; done {format_day(follow_up.done, session.day)}" if follow_up.done else ""
    return f"Follow-up: {follow_up.by or 'somebody'}{on}{done}."
