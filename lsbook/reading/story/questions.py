"""The entries of questions.yaml."""

from __future__ import annotations

from lsbook.model.item import Telling
from lsbook.model.story import Question
from lsbook.model.vocabulary import QuestionStatus
from lsbook.reading.story.gates import read_gate, read_heads_up
from lsbook.reading.story.statements import read_statement
from lsbook.reading.yaml.entry import YamlEntry


def read_question(entry: YamlEntry) -> Question:
    """Read one entry of questions.yaml."""
    return Question(
        at=entry.at,
        gate=read_gate(entry),
        heads_up=read_heads_up(entry),
        ask=entry.get_prose_by_age("ask") or Telling(()),
        status=entry.get_choice("status", QuestionStatus) or QuestionStatus.FINDING_OUT,
        finding_out=entry.get_person("finding-out"),
        answer=read_statement(entry, "answer"),
        asked=entry.get_date("asked"),
        held_by=entry.get_person("held-by"),
        look_again=entry.get_date("look-again"),
    )
