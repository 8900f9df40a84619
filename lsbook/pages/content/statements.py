"""Statements: what is told, and from 9 on a note of where it comes from. Under 9 the words stand alone."""

from __future__ import annotations

import re

from lsbook.model.book import BookItem, Placeholder, Statement
from lsbook.model.vocabulary import Certainty
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.layout.blocks import guard_item, make_components
from lsbook.pages.layout.components import Components, RunningText, Section, SourcedStatement
from lsbook.pages.layout.context import PICTURE_FIRST_LOOKS, PageContext
from lsbook.pages.layout.render_prose import extract_text, format_title

CERTAINTY_KEYS = {
    Certainty.LIKELY: "note-likely",
    Certainty.UNSURE: "note-unsure",
    Certainty.NOT_KNOWN: "note-not-known",
}
"""What is said of how sure something is. Of what is sure nothing is said."""


def make_statement(context: PageContext, item: Statement, head: str = "", level: int = 2) -> Components:
    """A statement in the run of the page, under a ``head`` if it has one; what it comes from is in a note.

    Of what a chapter of the book tells, the way there stands and no more.
    """
    chapter = context.find_chapter(item.told_in)
    if chapter is not None:
        way = _make_chapter_link(context, chapter)
        return (Section("why", head, way, level),) if head else way
    inside = make_components(context, item.says, min(level + 1, 6))
    note = format_note(context, item)
    if not inside:
        return ()
    if note:
        return (SourcedStatement(head, inside, note, level),)
    return (Section("why", head, inside, level),) if head else inside


def make_guarded_statement(
    context: PageContext, item: Statement | Placeholder | None, head: str = "", level: int = 2
) -> Components:
    """The same where it may be hard news, not told yet, or nothing."""
    return guard_item(context, item, lambda it: make_statement(context, it, head, level))


def make_source_mark(context: PageContext, item: BookItem) -> Components:
    """Where something comes from that the page tells in other words: the number of its note stands below them."""
    note = format_note(context, item) if isinstance(item, Statement) else ""
    return (SourcedStatement("", (), note, 2),) if note else ()


def _make_chapter_link(context: PageContext, index: int) -> Components:
    """The way to a chapter: its title, or its heads-up."""
    chapter = context.book.chapters[index]
    if chapter.heads_up:
        return context.make_heads_up(chapter)
    link = context.link(context.addresses[f"chapter {index}"], format_title(context, chapter.title, chapter.language))
    return (RunningText(context.catalog.say_rich("told-in-chapter", chapter=link).put_on_line().put_into("<p>{}</p>")),)


def format_note(context: PageContext, item: Statement) -> str:
    """Where a statement comes from, who decided it, and whether anybody is unsure of it; nothing for the youngest.

    Of blame and of love nobody is told that it is likely.
    """
    if context.look in PICTURE_FIRST_LOOKS and context.book.edition.is_for_child:
        return ""
    sentences = [context.say("held-by", who=item.decided_by)] if item.decided_by else []
    if item.source:
        sentences.append(context.say("note-source", source=capitalize_first(item.source).rstrip(".")))
    if item.certainty in CERTAINTY_KEYS and not _is_about_blame_or_love(context, item):
        sentences.append(context.say(CERTAINTY_KEYS[item.certainty]))
    return context.catalog.join_sentences(sentences) if sentences else ""


def _is_about_blame_or_love(context: PageContext, item: Statement) -> bool:
    words = (re.escape(word.strip()) for word in context.say("blame-and-love").split(","))
    return bool(re.search(rf"(?<!\w)(?:{'|'.join(words)})", extract_text(item.says), re.IGNORECASE))
