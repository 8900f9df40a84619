"""Lines of pages that stand in the contents."""

from __future__ import annotations

from markupsafe import Markup
from msgspec.structs import replace

from lsbook.pages.content.pull_quotes import PullQuote, find_pull_quote
from lsbook.pages.language.rich_text import LINE_BREAK, RichText
from lsbook.pages.layout.components import ChildQuote, Component, RunningText
from lsbook.pages.layout.page_model import ComponentsContent, PageModel


def say(*paragraphs: str, attributes: str = "") -> RunningText:
    html = "".join(f"<p{attributes}>{paragraph}</p>" for paragraph in paragraphs)
    return RunningText(RichText(Markup(html), LINE_BREAK.join(paragraphs)))


def quote(*paragraphs: str, attributes: str = "") -> ChildQuote:
    return ChildQuote(None, "", (say(*paragraphs, attributes=attributes),))


def page(*components: Component) -> PageModel:
    return PageModel("pages/x.html", "chapter.html", "X", ComponentsContent(components))


def test_the_childs_own_words_come_first() -> None:
    """What the child said is the line, wherever on the page it stands."""
    assert find_pull_quote(page(say("It rained."), quote("I jumped. Twice."))) == PullQuote("I jumped. Twice.", True)


def test_a_page_without_them_has_its_first_sentences() -> None:
    """The book's own words draw somebody in as well; a heading says no more than the title."""
    headed = RunningText(RichText(Markup("<h2>Rain</h2><p>It rained.</p>"), "Rain\nIt rained."), has_heading=True)
    assert find_pull_quote(page(headed)) == PullQuote("It rained.", False)


def test_a_line_ends_with_a_sentence() -> None:
    """A line is whole sentences; one that is longer than a line is left out, and the next words of hers are taken."""
    long = f"{'Rain and ' * 20}rain."
    assert find_pull_quote(page(quote(f"I jumped. {long}"))) == PullQuote("I jumped.", True)
    assert find_pull_quote(page(quote(long), quote("I jumped."))) == PullQuote("I jumped.", True)
    assert find_pull_quote(page(say(long))) is None


def test_hard_news_has_no_line() -> None:
    """Of a page behind a heads-up the contents say what it is about, and nothing else."""
    assert find_pull_quote(replace(page(quote("I jumped.")), gated=True)) is None


def test_words_in_another_language_stay_where_their_language_is_said() -> None:
    """A line is in the book's language, and runs its way."""
    assert find_pull_quote(page(quote("Skakałam.", attributes=' lang="pl" dir="ltr"'))) is None
