"""What exports find on the page of the whole book is what its templates mark."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from lsbook.exports.pdf.document import select_story
from lsbook.exports.print_contents import (
    extend_text_links,
    parse_contents,
    remove_contents,
    remove_dead_card_links,
    replace_card_words,
)
from lsbook.exports.print_page import PrintPage, parse_print_page, remove_dead_links
from lsbook.model.print_page import CARD_SUFFIX, PRINT_MARKS, ArticleRole
from lsbook.model.site import PRINT_PAGE
from lsbook.model.walk import list_field_names
from lsbook.pages import SitePlan, html, make_site, plan_site
from lsbook.pages.content.cover import CoverContent
from lsbook.pages.picture_book.grown_up import GrownUpContent
from tests.unit.pages.sample import ROOT, TEMPLATES, book, renditions


@pytest.fixture(scope="module", params=("under-5", "9-12", "18-plus"))
def printed(request: pytest.FixtureRequest) -> tuple[SitePlan, PrintPage]:
    """A book as it was planned, and its print page as exports take it apart."""
    whole = book(request.param)
    plan, site = (make(whole, renditions(whole), TEMPLATES) for make in (plan_site, make_site))
    assert isinstance(plan, SitePlan)
    text = next(page.text for page in getattr(site, "pages") if page.path == PRINT_PAGE)  # noqa: B009
    return plan, parse_print_page(text)


@pytest.mark.parametrize("mark", list_field_names(type(PRINT_MARKS)))
def test_every_mark_is_set_by_a_template(mark: str) -> None:
    """Each mark of the contract stands in a template by its name, and not as a word that could be changed alone."""
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "templates" / "pages").iterdir()]
    assert any(f"{{{{ marks.{mark} }}}}" in text for text in texts)


def test_a_mark_that_is_renamed_is_renamed_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates take the marks from the contract alone: another name for one stands in the page at once."""
    whole = book("9-12")
    html.open_environments.cache_clear()
    monkeypatch.setattr(html, "PRINT_MARKS", replace(PRINT_MARKS, article="xyz", contents_entry="zyx"))
    try:
        made = {page.path: page.text for page in make_site(whole, renditions(whole), TEMPLATES).pages}
    finally:
        html.open_environments.cache_clear()
    assert '<article class="xyz' in made[PRINT_PAGE]
    assert '<article class="bound' not in made[PRINT_PAGE]
    assert '<span class="zyx">' in made[PRINT_PAGE]


def test_a_booklet_of_the_story_has_its_cover_and_its_chapters(printed: tuple[SitePlan, PrintPage]) -> None:
    """With the story alone every chapter is there, hard chapters behind their heads-up, and nothing else."""
    plan, whole = printed
    story = select_story(whole)
    if any(inputs.model.template == "spread.html" for inputs in plan.paper.row):
        assert [article.is_spread for article in story.articles] == [False, *[True] * (len(story.articles) - 1)]
        assert len(story.articles) == 1 + sum(inputs.model.template == "spread.html" for inputs in plan.paper.row)
        return
    cards = [article for article in story.articles if article.role is ArticleRole.CARD]
    sensitive = [article for article in story.articles if article.is_sensitive]
    chapters = [article for article in story.articles[1:] if article.role is ArticleRole.PAGE]
    planned = [inputs for inputs in plan.paper.row if inputs.model.template in ("chapter.html", "heads-up.html")]
    assert len(chapters) + len(cards) == len(planned) > 0
    assert len(sensitive) == 2 * len(cards)
    assert [article.is_threshold for article in sensitive] == [True, False] * len(cards)
    assert not any(article.is_to_fill for article in story.articles)


def test_a_booklet_of_the_story_ends_with_a_chapter_that_is_not_hard(printed: tuple[SitePlan, PrintPage]) -> None:
    """Hard chapters stand before the last of the others, and no card of theirs ends the booklet either."""
    _, whole = printed
    *_, last = select_story(whole).articles
    assert last.is_chapter or last.is_spread
    assert last.role is ArticleRole.PAGE


def test_the_contents_of_a_booklet_name_what_is_in_it(printed: tuple[SitePlan, PrintPage]) -> None:
    """The contents of the story alone lead to its chapters, each once, and no part of them stands empty."""
    _, whole = printed
    story = select_story(whole)
    if any(article.is_spread for article in story.articles):  # a picture book is turned from spread to spread
        assert parse_contents(whole) and not parse_contents(story)
        return
    entries = [entry.name for part in parse_contents(story) for entry in part.entries]
    names = {article.name.removesuffix(CARD_SUFFIX) for article in story.articles[1:]}
    assert entries and set(entries) <= names
    assert all(part.entries for part in parse_contents(story))
    assert len(entries) < sum(len(part.entries) for part in parse_contents(whole))


def test_articles_have_the_roles_that_were_planned(printed: tuple[SitePlan, PrintPage]) -> None:
    """Cards, hard news and sheets to fill are told apart as the plan has them, in its order."""
    plan, whole = printed
    sensitive = {inputs.address for inputs in plan.paper.sensitive}
    planned = [
        *(ArticleRole.CARD if inputs.address in sensitive else ArticleRole.PAGE for inputs in plan.paper.row),
        *(ArticleRole.SENSITIVE for _ in plan.paper.sensitive),
        *(ArticleRole.PAGE for _ in plan.paper.closing),
    ]
    assert [article.role for article in whole.articles] == planned
    assert all(article.name.endswith(CARD_SUFFIX) == (article.role is ArticleRole.CARD) for article in whole.articles)
    models = [inputs.model for inputs in plan.paper.all_inputs]
    for article, model in zip(whole.articles, models, strict=True):
        if article.role is not ArticleRole.CARD:
            assert article.is_threshold == (model.template == "heads-up.html")
            assert article.is_to_fill == (model.template == "my-page.html")


def test_the_contents_are_those_of_the_cover(printed: tuple[SitePlan, PrintPage]) -> None:
    """The contents that are read back have the parts and titles of the book's, and lead to articles."""
    plan, whole = printed
    contents = (inputs.model.content for inputs in plan.paper.row)
    cover = next(each for each in contents if isinstance(each, CoverContent | GrownUpContent) and each.parts)
    parts = parse_contents(whole)
    assert [part.title for part in parts] == [part.name for part in cover.parts]
    assert [[entry.title for entry in part.entries] for part in parts] == [
        [entry.text for entry in part.entries] for part in cover.parts
    ]
    names = {article.name for article in whole.articles}
    assert all(entry.name in names for part in parts for entry in part.entries)
    assert "contents-part" not in remove_contents(whole.articles[0]).html


def test_the_page_says_its_day_and_how_it_counts(printed: tuple[SitePlan, PrintPage]) -> None:
    """The day of the book and the words for a page number are found, and the way back to the screen can be left out."""
    plan, whole = printed
    assert whole.get_meta(PRINT_MARKS.made_on) == plan.context.book.made_on.isoformat()
    assert "{}" in whole.get_meta(PRINT_MARKS.page_number)
    assert PRINT_MARKS.instructions in whole.before
    assert PRINT_MARKS.instructions not in whole.remove_instructions().before


def test_every_card_of_hard_news_can_say_its_page(printed: tuple[SitePlan, PrintPage]) -> None:
    """The link on each heads-up card is found, and other words can stand in place of those that say to press."""
    _, whole = printed
    cards = sum(article.html.count('class="headsup-card"') for article in whole.articles)
    numbered = sum(replace_card_words(article, lambda name: "<!>").html.count("<!></a>") for article in whole.articles)
    assert 0 < cards <= numbered
    assert all(replace_card_words(article, lambda name: "") == article for article in whole.articles)


def test_a_card_sends_nobody_to_hard_news_that_is_not_printed(printed: tuple[SitePlan, PrintPage]) -> None:
    """Without the pages of hard news, as when they are printed apart, their cards stay and no link of them does."""
    _, whole = printed
    apart = whole.filter_articles(lambda article: not article.is_sensitive)
    cut = remove_dead_card_links(remove_dead_links(apart))
    assert cut.text.count('class="headsup-card"') == apart.text.count('class="headsup-card"') > 0
    assert f'<a class="{PRINT_MARKS.button}">' in apart.text
    assert not re.search(rf'<a class="{PRINT_MARKS.button}"( href="#[^"]*")?>', cut.text)
    assert remove_dead_card_links(whole) == whole


def test_the_name_of_a_page_can_be_followed_by_its_number(printed: tuple[SitePlan, PrintPage]) -> None:
    """Words that lead to another page can say where it is; the contents, numbered by themselves, are not touched."""
    _, whole = printed
    extended = [extend_text_links(article, lambda name: f"<!{name}>") for article in whole.articles]
    ids = {name for article in extended for name in re.findall(r"<!([^>]+)></a>", article.html)}
    assert ids and all(f'id="{name}"' in whole.text for name in ids)
    assert parse_contents(replace(whole, articles=tuple(extended))) == parse_contents(whole)
    assert not any(re.search(r'class="entry">(?:(?!</li>).)*<!', article.html, re.DOTALL) for article in extended)
