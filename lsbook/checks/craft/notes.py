"""A rule about what was meant for the worker alone, and would be printed in the child's book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lsbook.checks.craft.sentences import find_sentence
from lsbook.checks.rule import Rule
from lsbook.checks.subject import Subject
from lsbook.model.passage import Passage, fold_text
from lsbook.model.problem import Finding, Severity

_AGE = r"(?:(?:age |aged |ages |from |from age |over |under |until |till )*[0-9]{1,2}(?: ?[-–] ?[0-9]{1,2})?\+?)"
_TODO = re.compile(
    r"(?<![\w-])(?:TODO|TO DO|FIXME|TBC|TBD|N\.?B\.?|DRAFT|XXX+(?=:|\s+\w{3,}\s+\w))(?![\w-])(?!\.? Kisses)"
    r"|(?i:\b(?:todo|fixme)\b|\b(?:photo|picture|date|name|text|words?|more|details?) (?:to follow|to come|tbc|tba"
    r"|here)\b(?=[^.!?]{0,3}$|\])|^\W*(?:add|insert|put|need|needs|find|get|check|ask|chase) (?:a |the |in |more "
    r"|some |another )?(?:photos?|pictures?|date|dates|details|source|wording|with priya|with manager|with legal"
    r"|spelling)\b|^\W*[A-Z]\w+ to (?:check|confirm|ask|find out|add|write|chase|update)\b(?=[^.!?]{0,30}$)"
    r"|\bto be (?:added|confirmed|completed)\b|\((?:check|confirm|find out|insert|not sure)\b[^)]*\)|\[(?:check|add"
    r"|insert|photo|name|date|todo|ask|picture|find|tbc|\?+|\.\.\.|…)[^\]]*\]|(?<![A-Za-z])\?\?+|^\W*(?:need"
    r"|needs) to (?:ask|check|find|add|get|write|ring|chase|speak|talk|include)\b|[(\[][^)\]]*\bplease (?:check|add"
    r"|confirm|ask|find|update|change|write|delete)\b|^\W*(?:older|younger|old|new|draft|alternative"
    r"|other) (?:version|wording|text)\s*:|^\W*x{3,} (?:add|name|check|insert|photo)\b|:\s*to (?:confirm|check|follow"
    r"|add)\W*$|[(\[](?:please )?(?:leave|take|keep|cut) (?:this|that|it|these|the \w+)(?: \w+)? out\b[^)\]]*[)\]]"
    r"|[(\[](?:skip|omit|reword|rewrite|rephrase|soften|simplify|expand|shorten|translate|delete|remove|move)(?: this"
    r"| that| it| to| for| above| below)\b[^)\]]*[)\]]|(?<![\w-])(?-i:XX+)\s+(?:need|check|ask|add|get|find|name"
    r"|insert|confirm|who|when|date|photo|surname)\w*\b"
    r"|(?<=[-–] )(?-i:add|check|ask|find|get|chase|confirm) (?:\w+ )?(?:dates?|photos?|names?|details|spelling)\b"
    r"|(?<=[.!?] )(?-i:check|ask|chase|confirm|insert"
    r"|look up)(?: (?:the|a|with|this|her|his))? \w+\b|\[(?!\[)[^\]]*\w[^\]]* [^\]]*\?+\s*\]|[(\[](?:ask|check|get"
    r"|find|ring|email|chase|add|insert|need|needs|missing|awaiting|waiting for)\b[^)\]]*\b(?:photos?|pictures?"
    r"|dates?|details|surname|spelling|permission|files?|records?|reports?|address|wording)\b[^)\]]*[)\]]"
    r"|[(\[][^)\]]*\b(?:to|please|must|should) (?:approve|check|confirm|sign off|agree|review|edit|finish|rewrite"
    r"|reword)\b[^)\]]*[)\]]|[(\[][^)\]]*\b(?:(?:is|was) (?:this|that|it) (?:right|true|correct|ok|okay)|do we know"
    r"|can we (?:say|use|find|ask)|should we|have we got|spelling|surname|date|year|who said)\b[^)\]]*\?+[)\]]"
    r"|[(\[][^)\]]*\b(?:younger|older|little ones'?|under-?[0-9]+s?) (?:version|edition|book|text)[^)\]]*[)\]]"
    r"|\b(?:lorem ipsum)\b|\b(?:note|reminder) to (?:self|me|worker|priya)\b|\b(?:worker|social worker"
    r"|manager)(?:'s)? (?:note|to check|to add)\b|\bcheck (?:this )?with (?:the )?(?:manager|legal|social worker|team"
    r"|supervisor)\b)"
)
_GATE = re.compile(
    rf"(?i)[(\[{{]\s*(?:(?:only )?(?:from|for|over|under|age[ds]?|not (?:for|before|until)|only)\s+{_AGE}[^)\]}}]*"
    rf"|{_AGE}\s*(?:\+|only|and"
    rf" (?:over|up|older)|or (?:over|older)|years?(?: only| and)?)[^)\]}}]*|(?:not|don't|do not) (?:tell|show|read"
    rf"|share|use|for|print|include)"
    rf"[^)\]}}]*|(?:only|just) (?:for )?(?:older|me|her|him|carers|adopters|staff|workers|the record)[^)\]}}]*"
    rf"|hold(?: back)?"
    rf"[^)\]}}]{{0,30}}|keep (?:back|secret|private)[^)\]}}]*)[)\]}}]"
    rf"|(?:^|[.!?:] )(?:not (?:for|to be (?:told|read|shown|shared)(?: (?:to|with))?)|only (?:for|from)"
    rf"|do not (?:tell|show"
    rf"|read to"
    rf"|share with)|don't (?:tell|show))"
    rf" (?:under|over|before|her|him|until|children|{_AGE})[^.!?]{{0,40}}(?:[.!?:]|$)"
    rf"|\bnot for under(?:[ -])?[0-9]+s?\b|^\W*not for \w+(?: yet)?\W*$"
    rf"|\bfrom {_AGE} only\b|\bonly from (?:age )?[0-9]+\b"
)
_READERS = re.compile(r"(?i)\b(?:carers?|adopters?|birth family|staff|workers?|the record)\b")


def find_worker_notes(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each note to oneself that a book would print."""
    for book in subject.books:
        for passage in book.passages if book.edition.is_for_child else ():
            text = fold_text(passage.text)
            gate, todo = _search(text)
            if gate:
                yield _make_problem(passage, text, gate, "the words of a gate, and no gate", _advise(gate[0]))
            elif todo:
                remedy = "Finish it, or keep it as a remark: in YAML behind #, in a chapter not at all."
                yield _make_problem(passage, text, todo, "a note to yourself", f"{remedy} Notes belong into work/.")


@lru_cache(maxsize=1 << 14)  # each edition, and each save, says nearly the same
def _search(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return the words of a gate in a text, and a note to oneself, where there is any."""
    return _GATE.search(text), _TODO.search(text)


def _make_problem(passage: Passage, text: str, match: re.Match[str], kind: str, remedy: str) -> Finding:
    sentence = find_sentence(text, match.start())
    return Finding(
        passage.locate(match.start()),
        f'"{match[0].strip()}" reads like {kind}: the child would read it in the book.',
        remedy,
        severity=Severity.WARNING,
        item=passage.at,
        sentence=sentence.text,
    )


def _advise(words: str) -> str:
    """Return which gate does what the words of a note meant."""
    age = re.search(r"[0-9]{1,2}", words)
    if _READERS.search(words):
        return "Take it out. Other readers are named by also-for: [carers]; what no book may say, by hold:."
    if age:
        return (
            f"Take it out, and put the gate there: in a chapter ::: from-age {age[0]} above the words and ::: below"
            f" them, in YAML from-age: {age[0]}."
        )
    return (
        'Take it out, and hold the words back: in a chapter ::: hold reason="…" above and ::: below, in YAML hold: and'
        " the reason."
    )


WORKER_NOTE = Rule(
    id="worker-note",
    severity=Severity.WARNING,
    explain=(
        "Words that were meant for a worker stand in a text of the book: a reminder, or a note from which age on"
        " something"
        ' may be told, like "(from 9 only)". lsbook prints them as they stand, and such a note gates nothing. Take'
        " it out. Where a gate was meant, write one: ::: from-age 9 in a chapter, from-age: 9 in YAML. Notes of your"
        " own belong into the folder work, which is in no book."
    ),
    find=find_worker_notes,
    source="this project's own choice",
)
