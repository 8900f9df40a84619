"""A comparison in words for the screen."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.review.beside.compare import Comparison, Disclosure, SideBySide

_MOST = 12
"""Sentences of one book about one person: the book itself has them all."""


def format_comparison(compared: Comparison) -> str:
    """Return the whole comparison: what contradicts, what one could tell the other, questions, and the rest."""
    first, second = compared.first, compared.second
    lines = [
        f"{first.child}'s book ({first.edition}) beside {second.child}'s ({second.edition}), as they are today.",
        "",
    ]
    lines += _list_contradictions(compared)
    lines += _list_disclosures(compared.disclosures)
    lines += _list_unknown_languages(compared)
    for child, homes in compared.open_homes:
        lines += [
            f"ASK: {homes} have no end in {child}'s story and run beside each other. Does {child} live in both?",
            "    Where a stay has ended: until: with the day, or until: not known. A weekend: kind: short-break.",
            "",
        ]
    lines += ["WHAT BOTH SAY", ""] if compared.same else ["The two books tell of nobody, no place and no day together."]
    for beside in compared.same:
        lines += _list_beside(beside, first.child, second.child)
    return "\n".join(lines).rstrip()


def _list_contradictions(compared: Comparison) -> Iterator[str]:
    yield "WHAT CONTRADICTS" if compared.contradictions else "Nothing contradicts, as far as these rules can tell."
    for contradiction in compared.contradictions:
        yield f"  {contradiction.about}"
        yield f"    {compared.first.child}'s book: {contradiction.first}"
        yield f"    {compared.second.child}'s book: {contradiction.second}"
    if compared.contradictions:
        yield "  Agree on words that are true for both, before they compare."
    yield ""


def _list_disclosures(disclosures: tuple[Disclosure, ...]) -> Iterator[str]:
    if not disclosures:
        return
    yield "WHAT ONE COULD TELL THE OTHER FIRST"
    for disclosure in disclosures:
        names = f"{disclosure.teller} could tell {disclosure.hearer}"
        yield f"  {names} ({disclosure.about}): {disclosure.words} ({disclosure.file})"
        yield f"    {disclosure.hearer}'s book does not say it. {disclosure.why}".rstrip()
    yield "  A person tells it first, to both, and near the same day."
    yield ""


def _list_unknown_languages(compared: Comparison) -> Iterator[str]:
    sides = [side for side in (compared.first, compared.second) if not side.topics]
    for side in sides:
        yield f"lsbook knows no subjects in the language of {side.child}'s book ({side.story.language})."
        yield "    What one could tell the other by it is for you to find. templates/topics/ can hold its words."
        yield ""


def _list_beside(beside: SideBySide, first: str, second: str) -> Iterator[str]:
    yield f"  {beside.about}"
    for child, sentences in ((first, beside.first), (second, beside.second)):
        yield f"    {child}'s book:"
        yield from (f"      {sentence.text} ({sentence.file})" for sentence in sentences[:_MOST])
        if len(sentences) > _MOST:
            yield "      … and more, in the book."
    yield ""
