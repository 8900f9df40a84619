"""Lines of pages that stand in the contents."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from lsbook.pages.content.pull_quotes import find_pull_quote
from lsbook.pages.language.rich_text import LINE_BREAK, RichText
from lsbook.pages.layout.components import ChildQuote, Component, RunningText
from lsbook.pages.layout.page_model import ComponentsContent, PageModel
from tests.building import HEAD, book_of, story_in
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.site_reading import pages


def say(*paragraphs: str, attributes: str = "") -> RunningText:
    html = "".join(f"<p{attributes}>{paragraph}</p>" for paragraph in paragraphs)
    return RunningText(RichText(Markup(html), LINE_BREAK.join(paragraphs)))


def quote(*paragraphs: str, attributes: str = "") -> ChildQuote:
    return ChildQuote(None, "", (say(*paragraphs, attributes=attributes),))


def page(*components: Component) -> PageModel:
    return PageModel("pages/x.html", "chapter.html", "X", ComponentsContent(components))


def test_the_childs_own_words_come_first() -> None:
    """What the child said is the line, wherever on the page it stands."""
    assert find_pull_quote(page(say("It rained."), quote("I jumped. Twice."))) == "I jumped. Twice."


def test_the_books_own_words_are_no_line() -> None:
    """A page on which the child says nothing has its title in the contents, and no more."""
    assert find_pull_quote(page(say("It rained."))) == ""


def test_what_the_child_alone_may_read_is_no_line() -> None:
    """What the child said for nobody else stands on its page, and the next words of hers in the contents."""
    private = replace(quote("I cried."), only_me=True)
    assert find_pull_quote(page(private)) == ""
    assert find_pull_quote(page(private, quote("I jumped."))) == "I jumped."


def test_a_line_ends_with_a_sentence() -> None:
    """A line is whole sentences; one that is longer than a line is left out, and the next words of hers are taken."""
    long = f"{'Rain and ' * 20}rain."
    assert find_pull_quote(page(quote(f"I jumped. {long}"))) == "I jumped."
    assert find_pull_quote(page(quote(long), quote("I jumped."))) == "I jumped."
    assert find_pull_quote(page(quote(long))) == ""


def test_hard_news_has_no_line() -> None:
    """Of a page behind a heads-up the contents say what it is about, and nothing else."""
    assert find_pull_quote(replace(page(quote("I jumped.")), gated=True)) == ""


def test_words_in_another_language_stay_where_their_language_is_said() -> None:
    """A line is in the book's language, and runs its way."""
    assert find_pull_quote(page(quote("Skakałam.", attributes=' lang="pl" dir="ltr"'))) == ""


@pytest.mark.parametrize(
    "words",
    ["::: only-me\n::: my-words\nI cried.\n:::\n:::\n", "::: my-words only-me=yes\nI cried.\n:::\n"],
)
def test_a_story_keeps_what_is_only_hers_out_of_its_contents(tmp_path: Path, words: str) -> None:
    """From the files of a story to the page: her private words stand in their chapter, and not on the cover."""
    story = story_in(tmp_path, {"chapters/01-home.md": f"{HEAD}It rained.\n\n{words}"})
    read = pages(site_of(book_of(story, "13-17")))
    assert "I cried." in read["pages/home.html"].words
    assert "I cried." not in read["Open my book.html"].words
