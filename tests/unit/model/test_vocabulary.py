"""The fixed words of the format: what they are, and that a member is the word itself wherever it is written."""

from __future__ import annotations

import json
import re
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from lsbook.history.inventory import digest_content, list_items
from lsbook.model import vocabulary
from lsbook.model.book import (
    AboutMe,
    Book,
    Chapter,
    Child,
    Letter,
    MediaBlock,
    Medium,
    Moment,
    NameLink,
    Prose,
    Question,
    Statement,
)
from lsbook.model.edition import Band, Edition
from lsbook.model.prose import Paragraph, Text
from lsbook.model.theme import Theme
from lsbook.model.vocabulary import (
    AboutMeKind,
    AgreementName,
    BookOrder,
    BookVoice,
    Certainty,
    CopyFormat,
    CopyOutcome,
    CopyProtection,
    FactKind,
    ItemKind,
    KnownGroup,
    LaterLifeLetter,
    LetterKind,
    MediaBlockKind,
    MediumKind,
    MomentKind,
    PageLook,
    PaperSize,
    Part,
    QuestionStatus,
    RuleSeverity,
    StayKind,
    ThemeColour,
    ThemeFont,
    ThemePaper,
    WhenMissing,
    WordKind,
)
from lsbook.model.when import Dated, Nearness, Point, Season

ROOT = Path(__file__).parents[3]
WORDS: dict[type[StrEnum], str] = {
    ItemKind: "chapters letters people homes schools keepsakes moments about_me questions media words",
    KnownGroup: "family home friends helpers pets school",
    Part: "who-am-i how-i-got-here my-people where-im-going",
    BookOrder: "present-first chronological",
    BookVoice: "you name",
    QuestionStatus: "finding-out answered nobody-knows later not-ours-to-tell",
    Certainty: "sure likely unsure not-known",
    AboutMeKind: "like dislike strength hope feeling faith culture language health looks name how-i-tell-you other",
    MomentKind: "birth move school first achievement decision family-time health loss other",
    FactKind: "health",
    WordKind: "law",
    LetterKind: "hello goodbye carer family later-life",
    ThemeColour: "meadow sea sunset berry stone",
    ThemePaper: "book plain dots lines squares",
    ThemeFont: "book open plain",
    PageLook: "under-5 5-8 9-12 13-17 18-plus",
    LaterLifeLetter: "in-the-book apart",
    AgreementName: "second-reader child-asked telling-age",
    WhenMissing: "refuse warn no",
    MediaBlockKind: "photos film sound document",
    MediumKind: "photo film sound document",
    CopyFormat: "folder locked zip pdf epub one-file story",
    CopyOutcome: "lost returned destroyed",
    PaperSize: "a4 a5 booklet",
    StayKind: "short-break",
    RuleSeverity: "refuse warn note off",
    CopyProtection: "plain locked",
}
"""The words of the format and of the commands (design.md): a story that is written with them is read for ever."""
REMARKS: list[tuple[type[StrEnum], str, str]] = [
    (ThemeColour, "README.md", r"theme: sea +# (.*)"),
    (ThemePaper, "README.md", r"paper: dots +# (.*)"),
    (ThemeFont, "README.md", r"font: open +# (.*)"),
    (AboutMeKind, "templates/new/about-me.yaml.j2", r"kind is one of: (.*)"),
    (MomentKind, "templates/new/timeline.yaml.j2", r"kind is one of: (.*)"),
    (LetterKind, "templates/new/work/plan.md.j2", r"kind is one of: ([^.]*)"),
    (Certainty, "templates/new/people.yaml.j2", r"certainty: sure +# (.*)"),
    (QuestionStatus, "templates/new/questions.yaml.j2", r"status is one of:\n((?:#   .*\n)+)"),
]
"""Where people read which words there are; in questions.yaml, each on a line of its own with what it means."""
BORN = Dated(Point(2017, 2, 14))
SUMMER = Dated(Point(2019, season=Season.SUMMER), Nearness.ABOUT)


def _write(text: str) -> Prose:
    return (Paragraph((Text(text),)),)


def _make_book() -> Book:
    """A small Book with a word of each family that a Book can hold."""
    band = Band("9-12", "nine to twelve", 9, 12, 20, 5.0, "9-12")
    return Book(
        Edition("9-12", "nine to twelve", "child", 9, False, "9-12", band, ()),
        date(2026, 11, 21),
        Child("Maya", BORN, "she/her", (), None),
        BookVoice.NAME,
        "en-GB",
        BookOrder.CHRONOLOGICAL,
        Theme(ThemeColour.SEA, ThemePaper.DOTS, ThemeFont.OPEN),
        None,
        (),
        (),
        about_me=(AboutMe(AboutMeKind.HOPE, _write("To be a vet."), None, None),),
        moments=(
            Moment(SUMMER, _write("You learned to swim."), MomentKind.ACHIEVEMENT, None, (), ()),
            Moment(SUMMER, _write("You found a snail."), None, None, (), ()),
        ),
        questions=(
            Question(_write("Where is Tyler?"), QuestionStatus.FINDING_OUT, None, None),
            Question(_write("Why?"), None, None, Statement(_write("Nobody could say."), certainty=Certainty.LIKELY)),
        ),
        media=(Medium("swim.mp4", "You in the pool", (), (), None, False, True),),
        chapters=(Chapter("Water", Part.HOW_I_GOT_HERE, (MediaBlock(MediaBlockKind.FILM, (0,)),)),),
        letters=(Letter("", NameLink("Mum"), None, LetterKind.LATER_LIFE, None, (), _write("Dear Maya")),),
    )


def test_the_words_are_these() -> None:
    """Every family has exactly the words that stories, policies, logs and commands are written with."""
    families = {value for value in vars(vocabulary).values() if isinstance(value, type) and issubclass(value, StrEnum)}
    assert {family: " ".join(family) for family in families - {StrEnum}} == WORDS


@pytest.mark.parametrize(("family", "file", "remark"), REMARKS)
def test_people_are_told_the_same_words(family: type[StrEnum], file: str, remark: str) -> None:
    """Where a file lists the words of a family, it lists all of them, in their order."""
    match = re.search(remark, (ROOT / file).read_text(encoding="utf-8"))
    assert match
    text = re.sub(r"\([^)]*\)", "", match[1])
    lines = re.findall(r"^#   (\S+)", text, re.M)
    assert (lines or re.split(r"[ ,|]+", text.strip())) == list(family)


@pytest.mark.parametrize("family", WORDS)
def test_a_member_is_the_word_itself(family: type[StrEnum]) -> None:
    """Shown, written as JSON or looked up in a table, a member is what a person writes."""
    for member, word in zip(family, WORDS[family].split(), strict=True):
        assert (f"{member}", str(member), json.dumps(member), {word: 1}[member]) == (word, word, f'"{word}"', 1)


def test_a_book_has_the_digest_that_it_had_when_its_words_were_strings() -> None:
    """No copy that was handed over counts as changed because lsbook names its words in another way."""
    assert digest_content(_make_book(), str) == "c9ceebeada20c449d6d5bce5c1a7d071f70085c9dba433f6b1d529a797f1706b"


def test_what_has_no_words_of_its_own_is_known_by_its_kind() -> None:
    """A letter without a title goes by the word of its kind, as in records of earlier copies."""
    [letter] = [item for item in list_items(_make_book(), (), str) if item.kind == "letters"]
    assert (letter.label, letter.marks) == ("later-life", ("1e2e4c06a85dcd04",))
    assert type(letter.label) is str
