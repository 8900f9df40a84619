"""What children said helped: word for word, only with their yes, and only where nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lsbook.model.case import Case
from lsbook.model.work_vocabulary import SharingAnswer
from lsbook.practice.next_session import list_sessions

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NO_NAMES = frozenset(["i", "i'm", "i’m", "i'd", "i’d", "i'll", "i’ll", "i've", "i’ve", "ok", "tv", "mum", "dad"])
_SENTENCE = re.compile(r"(^|[.!?…:]\s+)[\"“'‘(]*$")


def list_shareable(case: Case, today: date) -> Iterator[str]:
    """Yield what the child said helped, where the child said yes to sharing it and no name stands in it."""
    sessions = [each for each in list_sessions(case, today) if each.helped and each.may_share is SharingAnswer.YES]
    known = {word.casefold() for word in _list_known_words(case)} if sessions else set()
    yield from (session.helped for session in sessions if not _has_name(session.helped, known))


def _list_known_words(case: Case) -> Iterator[str]:
    """Yield every word of a name that the case knows: the child's, people's, workers'."""
    names = [case.facts.name, *dict(case.facts.names).values(), case.plan.worker, *case.plan.before]
    names += [session.by for session in case.records.sessions]
    names += [who for session in case.records.sessions for who in session.people]
    for name in names:
        yield from (word for word in re.split(r"[\s-]+", name) if word and word.casefold() not in _NO_NAMES)


def _has_name(text: str, known: set[str]) -> bool:
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        bare = re.sub(r"['’]s?$", "", word)
        if word in _NO_NAMES:
            continue
        is_within = not _SENTENCE.search(text[: match.start()])
        if bare in known or word in known or (match[0][0].isupper() and is_within):
            return True
    return False
