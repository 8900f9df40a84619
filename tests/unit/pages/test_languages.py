"""The book in the languages of the world: its own words, dates, numbers, directions, typefaces."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from lsbook.model.book import Chapter, LanguageBlock, NoteBlock, ParallelText, Placeholder
from lsbook.model.prose import Heading, Text
from lsbook.model.site import Site
from lsbook.model.vocabulary import BookVoice, PageLook, Part
from lsbook.pages import check_catalog, make_site
from lsbook.pages.language.catalog import Catalog, load_catalog
from lsbook.pages.language.catalog_check import find_faults
from lsbook.pages.language.catalog_files import read_catalog_file
from lsbook.pages.language.dates import DateFormatter
from lsbook.pages.language.language_tags import find_direction, find_native_name, resolve_locale
from lsbook.pages.layout.fonts import select_fonts
from tests.unit.pages.made_sites import site_of
from tests.unit.pages.sample import TEMPLATES, book, renditions
from tests.unit.pages.writing import day, hard, para, prose

pytestmark = pytest.mark.unmeasured  # these take twice as long when they are measured, and reach nothing more

FILES = sorted((TEMPLATES[0] / "languages").glob("*.yaml"))
ENGLISH = read_catalog_file(TEMPLATES[0] / "languages" / "en.yaml", "en")
OTHERS = [file.stem for file in FILES if file.stem != "en"]


def in_(language: str, look: str = "9-12", *chapters: Chapter) -> Site:
    whole = replace(book(look), language=language, chapters=chapters or book(look).chapters)
    return site_of(whole)


def page_with(words: str, site: Site) -> str:
    return next(page.text for page in site.pages if page.path.endswith(".html") and f"<h1>{words}" in page.text)


def spoken(language: str, look: str = "9-12", voice: BookVoice = BookVoice.YOU) -> Catalog:
    return load_catalog(replace(book(look, voice), language=language), TEMPLATES)


# --- the files of words


def test_the_eight_languages_are_there() -> None:
    """English, Welsh, Polish, Romanian, Ukrainian, Arabic, Urdu and Farsi come with lsbook."""
    assert {file.stem for file in FILES} >= {"en", "cy", "pl", "ro", "uk", "ar", "ur", "fa"}


@pytest.mark.parametrize("tag", OTHERS)
def test_every_language_has_every_word(tag: str) -> None:
    """Every file that comes with lsbook has every key of the English one, and nothing in it is wrong."""
    file = read_catalog_file(TEMPLATES[0] / "languages" / f"{tag}.yaml", tag)
    assert set(ENGLISH.entries) - set(file.entries) == set(), "not yet said in this language"
    assert [*find_faults(file, ENGLISH)] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_every_word_can_be_said_in_its_language(tag: str) -> None:
    """In every look and voice each text is the language's own, and none is said in English."""
    for look in PageLook:
        for voice in BookVoice:
            words = spoken(tag, look, voice)
            assert set(words.texts) == set(ENGLISH.entries)
            assert words.foreign == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", {1: "w wieku 1 roku", 3: "w wieku 3 lat", 5: "w wieku 5 lat"}),
        ("uk", {1: "коли тобі був 1 рік", 3: "коли тобі було 3 роки", 5: "коли тобі було 5 років"}),
        ("ro", {1: "la vârsta de 1 an", 5: "la vârsta de 5 ani", 20: "la vârsta de 20 de ani"}),
        ("ar", {2: "عندما كان عمرك سنتين", 5: "عندما كان عمرك 5 سنوات", 11: "عندما كان عمرك 11 سنة"}),
        ("fa", {5: "وقتی ۵ ساله بودی"}),
        ("ur", {5: "جب تمہاری عمر 5 سال تھی"}),
        ("cy", {5: "pan oeddet ti’n 5 oed"}),
    ],
)
def test_an_age_is_said_in_the_form_of_its_number(language: str, said: dict[int, str]) -> None:
    """Ages take the form that the language has for that number, in the digits of its script."""
    words = spoken(language)
    assert {age: str(words.say("age", age=age)) for age in said} == said


def test_dates_have_the_digits_of_the_language() -> None:
    """A date in Farsi has Farsi digits, and one in Urdu those that Urdu writes by the Unicode tables."""
    for language, expected in {"fa": "۶ مارس ۲۰۲۰", "ur": "6 مارچ، 2020", "pl": "6 marca 2020"}.items():
        words = spoken(language)
        dates = DateFormatter(words, resolve_locale(language), day(2017), date(2026, 11, 21))
        assert dates.format_day(date(2020, 3, 6)) == expected


def test_a_name_that_runs_the_other_way_is_kept_together() -> None:
    """In an Arabic sentence a name in Latin letters is isolated, so that nothing beside it changes places."""
    assert str(spoken("ar").say("letter-by", who="Jan (2)")) == "من \u2068Jan (2)\u2069"
    assert str(spoken("ar").say("letter-by", who="سلمى")) == "من سلمى"


# --- an authority's own file


def own(folder: Path, tag: str, text: str) -> tuple[Path, ...]:
    (folder / "languages").mkdir()
    head = f"about:\n  language: {tag}\n  name: X\n  checked-by-native-reader: Hodan, 2026-10-01\n"
    (folder / "languages" / f"{tag}.yaml").write_text(head + text, encoding="utf-8")
    return (folder, *TEMPLATES)


def test_what_a_file_lacks_is_said_in_english_and_marked(tmp_path: Path) -> None:
    """A language with a few keys is spoken as far as it goes; the rest is English, and says so."""
    templates = own(tmp_path, "so", "contents: Tusmo\n")
    somali = replace(book(), language="so")
    html = next(page.text for page in make_site(somali, renditions(somali), templates).pages if "<html" in page.text)
    assert "<span>Tusmo</span>" in html
    assert '<span lang="en" dir="ltr">Stop and talk</span>' in html
    (warning,) = check_catalog("so", templates)
    assert warning.is_warning
    assert "not in Somali yet" in warning.what


def test_a_language_without_a_file_is_told_of(tmp_path: Path) -> None:
    """Where nobody has written the words of a language, the worker is told so in one sentence."""
    (warning,) = check_catalog("ps", TEMPLATES)
    assert warning.is_warning
    assert "stand in English" in warning.what


@pytest.mark.parametrize("tag", OTHERS)
def test_a_language_that_no_native_reader_has_checked_is_told_of(tag: str) -> None:
    """The worker is told in one sentence that nobody who grew up with the language has read the words."""
    (warning,) = check_catalog(tag, TEMPLATES)
    assert warning.is_warning
    assert "No native reader has checked" in warning.what


def test_english_needs_no_warning() -> None:
    """A book in English is made without a word about its language."""
    assert check_catalog("en-GB", TEMPLATES) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("contens: Tusmo\n", 'no words called "contens". Did you mean "contents"?'),
        ("contents: [Tusmo]\n", "A list is no words."),
        ("contents: Tusmo\ncontents: Tusmo\n", '"contents" stands here twice.'),
        ("contents: {yu: Tusmo}\n", '"yu" is no voice, look or number.'),
        ("contents: {5-8: Tusmo}\n", "nothing for the voice"),
        ('checked: "{wen}"\n', "{wen} means nothing here."),
        ("checked: Waa la hubiyay\n", "{when} is missing."),
        ('checked: "{when"\n', "A curly bracket is open or empty."),
        ('checked: "{when.year}"\n', "means nothing here."),
        ("age: {one: x}\n", 'The form "other" is missing.'),
        ('contents: "Tusmo\n', "cannot be read"),
    ],
)
def test_a_slip_in_a_file_of_words_has_its_line(text: str, what: str, tmp_path: Path) -> None:
    """Whatever is wrong in a file of words is a problem with its line and what to do, and never a traceback."""
    stops = [problem for problem in check_catalog("so", own(tmp_path, "so", text)) if not problem.is_warning]
    assert any(what in problem.what for problem in stops)
    assert all(problem.at.line >= 5 and problem.remedy for problem in stops)


# --- words of a story in another language

BABCIA = Chapter(
    "Babcia", Part.MY_PEOPLE, (LanguageBlock("pl", prose("Babcia gotuje.")), NoteBlock(prose("Hello."))), "pl"
)


def test_a_chapter_in_another_language_says_so() -> None:
    """Title and words carry the language; the book's own words around them do not."""
    text = page_with('<span lang="pl" dir="ltr">Babcia</span>', in_("en-GB", "9-12", BABCIA))
    assert '<p lang="pl" dir="ltr">Babcia gotuje.</p>' in text
    assert "<p>Hello.</p>" in text
    assert 'lang="pl"' not in text.partition("<title>")[2].partition("</title>")[0]


@pytest.mark.parametrize("language", ["ar", "en-GB", "en"])
def test_a_helpline_is_described_in_its_own_language(language: str) -> None:
    """In a book in another language the words of the policy carry theirs; in one in the same they carry none."""
    whole = replace(book(), language=language)
    [line] = whole.edition.helplines
    whole = replace(whole, edition=replace(whole.edition, helplines=(replace(line, language="en-GB"),)))
    site = site_of(whole)
    pages = [page.text for page in site.pages if f"{line.says}<" in page.text]
    assert len(pages) > 1
    for text in pages:
        assert (f'<span lang="en-GB" dir="ltr">{line.says}</span>' in text) == (language == "ar")
        numbers = text.count('class="number"')
        assert text.count(f'class="number" dir="ltr">{line.number}<') == (numbers if language == "ar" else 0)


@pytest.mark.parametrize("look", PageLook)
def test_two_languages_stand_side_by_side(look: str) -> None:
    """Each side has the name of its language, and its words have its direction, in every look."""
    sides = (
        LanguageBlock("ar", prose("مرحبا")),
        LanguageBlock("en-GB", prose("Hello")),
        Placeholder(prose("More later.")),
    )
    text = page_with("Hi", in_("en-GB", look, Chapter("Hi", Part.MY_PEOPLE, (ParallelText(sides),))))
    assert '<p class="tongue-name" lang="ar" dir="rtl">العربية</p>' in text
    assert '<p class="tongue-name" lang="en-GB" dir="ltr">English</p>' in text
    assert '<p lang="ar" dir="rtl">مرحبا</p>' in text
    assert "<p>Hello</p>" in text
    assert "More later." in text


def test_a_heading_in_another_language_has_a_level_of_the_page() -> None:
    """Headings inside another language take their place among those of the page."""
    inside = (LanguageBlock("pl", (Heading(4, (Text("Dom"),)), para("Tu."))),)
    assert '<h2 lang="pl" dir="ltr">Dom</h2>' in page_with(
        "Hi", in_("en-GB", "9-12", Chapter("Hi", Part.MY_PEOPLE, inside))
    )


def test_hard_news_in_another_language_keeps_its_language_behind_the_door() -> None:
    """A passage that is hard news stands on its own page in its language, and nothing of it before."""
    inside = (LanguageBlock("pl", (LanguageBlock("pl", prose("Babcia choruje.")),), heads_up=hard("about Gran")),)
    site = in_("en-GB", "9-12", Chapter("Hi", Part.MY_PEOPLE, inside))
    assert "Babcia choruje." not in page_with("Hi", site)
    assert '<p lang="pl" dir="ltr">Babcia choruje.</p>' in page_with("Gran", site)


def test_words_that_run_against_the_book_have_their_direction() -> None:
    """An English paragraph in an Arabic book that nobody has marked is read from the left all the same."""
    inside = prose("Jan said: well done!", "قالت Jan: أحسنت!")
    text = page_with("<bdi>Hi", in_("ar", "9-12", Chapter("Hi", Part.MY_PEOPLE, inside)))
    assert '<p dir="ltr">Jan said: well done!</p>' in text
    assert "<p>قالت Jan: أحسنت!</p>" in text


def test_directions_and_names_of_languages() -> None:
    """Languages of which the Unicode tables know little have a direction and a name too."""
    ways = {"ar": "rtl", "fa-AF": "rtl", "ckb": "rtl", "rom": "ltr", "ti": "ltr", "dv": "rtl", "en-GB": "ltr"}
    assert {language: find_direction(language) for language in ways} == ways
    assert (find_native_name("cy"), find_native_name("rom"), find_native_name("qaa")) == ("Cymraeg", "Romany", "qaa")


# --- typefaces


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ("Hello", []),
        ("Ania, łódź, tŷ", ["andika-ext-400.woff2", "andika-ext-700.woff2", "atkinson-ext.woff2"]),
        ("Привіт, ґанок", ["andika-cyrillic-400.woff2", "andika-cyrillic-700.woff2"]),
        ("سلام", ["vazirmatn.woff2"]),
        ("ሰላም", ["ethiopic-400.woff2", "ethiopic-700.woff2"]),
    ],
)
def test_a_book_carries_the_typefaces_of_its_letters(words: str, files: list[str]) -> None:
    """Beside the two families to choose from, a typeface goes with a book where one of its letters stands in it."""
    sheet, fonts = select_fonts(TEMPLATES, f"lsbook {words}")
    expected = sorted(f"look/{name}" for name in (*files, "andika-400.woff2", "andika-700.woff2", "atkinson.woff2"))
    assert [font.path for font in fonts] == expected
    assert all(font.rpartition("/")[2] in sheet.text for font in expected)


SAID_TO_A_CHILD = ("stop-and-talk", "close-book", "how-title", "how-talk", "how-close", "help-deck", "open-again",
                   "words-title", "wrong", "mine-save-line", "read-me")  # fmt: skip
"""Words around every page that speak to somebody younger."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_adult_is_told_nothing_in_a_childs_words(file: Path) -> None:
    """In each language the frame of an adult's book, and the page on top of a copy, have words of their own."""
    teen, adult = (spoken(file.stem, look).texts for look in ("13-17", "18-plus"))
    assert [key for key in SAID_TO_A_CHILD if teen[key] == adult[key]] == []
    assert adult["close-book"].casefold() in adult["how-close"].casefold()
    assert adult["stop-and-talk"] in adult["how-talk"]
