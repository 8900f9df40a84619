"""Each rule of "Who may see what", on the smallest story that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.book import Book, Placeholder, Question, Statement
from lsbook.model.problem import ProblemsFound
from tests.building import HEAD, STORY, book_of, sight_of, story_in

PERSON = "- {{id: {id}, name: {name}, is: aunt, group: family{more}}}\n"
CHILDS = ("under-5", "5-8", "9-12", "13-17", "18-plus")
ALL = (*CHILDS, "carers", "record")


def _person(identity: str, more: str = "") -> str:
    return PERSON.format(id=identity, name=identity.title(), more=f", {more}" if more else "")


def _told_in(folder: Path, people: str) -> list[str]:
    story = story_in(folder, {"people.yaml": people})
    return [edition for edition in ALL if book_of(story, edition).people]


@pytest.mark.parametrize(
    ("gate", "told"),
    [
        ("", [*CHILDS, "record"]),
        ("from-age: 3", [*CHILDS, "record"]),
        ("from-age: 10", ["9-12", "13-17", "18-plus", "record"]),
        ("from-age: 11", ["13-17", "18-plus", "record"]),
        ("from-age: 120", ["record"]),
        ("also-for: [carers]", [*ALL]),
        ("also-for: [adopters]", [*CHILDS, "record"]),
        ("from-age: 18, also-for: [carers]", ["18-plus", "carers", "record"]),
        ("only-me: true", [*CHILDS]),
        ("only-me: true, also-for: [carers]", [*CHILDS]),
        ("hold: {reason: r, decided-by: S, look-again: 2020}", ["record"]),
        ("hold: {reason: r, decided-by: S, look-again: 2020}, also-for: [carers]", ["record"]),
    ],
)
def test_a_gate_lets_through_whom_it_names(tmp_path: Path, gate: str, told: list[str]) -> None:
    """Each gate alone and with another shows an item to exactly the editions that design.md gives it."""
    assert _told_in(tmp_path, _person("jo", gate)) == told


def test_the_edition_of_the_telling_age_is_told_at_exactly_that_age(tmp_path: Path) -> None:
    """With a telling age of 10 the edition 9-12 is told at 10, not at 9 and not at 12."""
    assert _told_in(tmp_path, _person("jo", "from-age: 10"))[0] == "9-12"
    assert _told_in(tmp_path, _person("jo", "from-age: 11"))[0] == "13-17"


def _words_of(book: Book) -> str:
    return repr(book)


@pytest.mark.parametrize(
    ("edition", "reads_at", "words"),
    [
        ("under-5", "", None),
        ("5-8", "", "One"),
        ("9-12", "", "One"),
        ("13-17", "", "Three"),
        ("13-17", "reads-at: 5-8\n", "Two"),
        ("18-plus", "", "Three"),
        ("18-plus", "reads-at: 18-plus\n", "Three"),
        ("carers", "", "Three"),
    ],
)
def test_the_oldest_words_that_fit_are_told(tmp_path: Path, edition: str, reads_at: str, words: str | None) -> None:
    """Of the words by age the oldest that fits is told, easy ones to an easy reader, none below the first."""
    moment = "- when: 2019\n  also-for: [carers]\n  what: {4: One, 13: Three, 13-easy: Two}\n"
    book = book_of(story_in(tmp_path, {"story.yaml": STORY + reads_at, "timeline.yaml": moment}), edition)
    assert [word for word in ("One", "Two", "Three") if word in _words_of(book)] == ([words] if words else [])
    assert len(book.moments) == (1 if words else 0)


def test_a_reader_of_easy_words_is_told_nothing_more_and_nothing_less(tmp_path: Path) -> None:
    """reads-at changes the words and the limits of an edition, never its age or its look."""
    story = story_in(tmp_path, {"story.yaml": STORY + "reads-at: 5-8\n", "people.yaml": _person("jo", "from-age: 6")})
    edition = book_of(story, "9-12").edition
    assert (edition.age, edition.look, edition.band.name, edition.easy) == (10, "9-12", "5-8", True)


def test_what_stands_in_something_withheld_is_withheld(tmp_path: Path) -> None:
    """A fact in a withheld person and a passage in a withheld chapter exist as little as what they stand in."""
    story = story_in(
        tmp_path,
        {
            "people.yaml": "- id: jo\n  name: Jo\n  is: aunt\n  group: family\n  from-age: 13\n"
            "  facts: [{says: Quokka, from-age: 3}]\n",
            "chapters/01.md": HEAD.replace("---\n", "---\nfrom-age: 13\n", 1) + "::: from-age 3\nWombat\n:::\n",
        },
    )
    words = _words_of(book_of(story, "9-12"))
    assert "Quokka" not in words and "Wombat" not in words


@pytest.mark.parametrize(
    "files",
    [
        {"media.yaml": "- {file: a.png, shows: Zebra, people: [jo]}\n", "media/a.png": ""},
        {"people.yaml": "photo", "media.yaml": "- {file: a.png, shows: Zebra}\n", "media/a.png": ""},
        {"letters/a.md": "---\nfrom: jo\nkind: hello\n---\nZebra\n"},
        {"letters/a.md": "---\nfrom: me\nto: jo\nkind: hello\n---\nZebra\n"},
        {"chapters/01.md": HEAD + "You laugh.\n\n::: account by=jo\nZebra\n:::\n"},
        {"about-me.yaml": "- {kind: strength, what: Zebra, said-by: jo}\n"},
        {
            "letters/a.md": "---\nfrom: jo\nkind: hello\nscan: a.png\n---\nHello.\n",
            "media.yaml": "- {file: a.png, shows: Zebra}\n",
            "media/a.png": "",
        },
    ],
)
def test_what_stands_on_somebody_withheld_is_withheld(tmp_path: Path, files: dict[str, str]) -> None:
    """Photos, letters, scans, accounts and sayings of a withheld person are withheld, wherever they stand."""
    person = _person("jo", "from-age: 13, photo: a.png" if "people.yaml" in files else "from-age: 13")
    story = story_in(tmp_path, {**files, "people.yaml": person})
    assert "Zebra" not in _words_of(book_of(story, "9-12"))
    assert "Zebra" in _words_of(book_of(story, "13-17"))


def test_lists_and_single_references_drop_out_without_a_trace(tmp_path: Path) -> None:
    """In lists and single references what is withheld leaves no hole, and the item itself stays."""
    story = story_in(
        tmp_path,
        {
            "story.yaml": STORY + "talk-to: [jo, al]\n",
            "people.yaml": _person("jo", "from-age: 13") + _person("al", "parent-of: [jo, me]"),
            "timeline.yaml": "- {when: 2019, what: You sang, people: [jo, al], photos: [a.png]}\n",
            "media.yaml": "- {file: a.png, shows: Zebra, hold: {reason: r}}\n",
            "media/a.png": "",
            "keepsakes.yaml": "- {id: cup, name: Cup, given-by: jo, photo: a.png}\n",
            "questions.yaml": "- {ask: Why?, status: finding-out, finding-out: jo}\n"
            "- {ask: When?, status: later, held-by: jo}\n- {ask: Who?, status: later, held-by: al}\n",
            "chapters/01.md": HEAD + "You sang.\n\n![Zebra](a.png)\n\n::: photos a.png\n:::\n",
        },
    )
    book = book_of(story, "9-12")
    assert "Jo" not in _words_of(book) and "Zebra" not in _words_of(book) and "a.png" not in _words_of(book)
    assert (len(book.talk_to), len(book.people[0].parent_of), len(book.moments)) == (1, 1, 1)
    assert (book.keepsakes[0].given_by, len(book.chapters[0].inside)) == (None, 1)
    holders = [question.held_by for question in book.questions if isinstance(question, Question)]
    assert [holder and holder.label for holder in holders] == [None, None, "Al"]


def test_an_id_where_words_say_who_becomes_a_name(tmp_path: Path) -> None:
    """Who decided something or told it may be written as an id: the book says the name, or nobody who is withheld."""
    fact = "{says: You moved., heads-up: about it, decided-by: WHO, told: {by: WHO, on: 2026-01-01}}"
    facts = ", ".join(fact.replace("WHO", who) for who in ("al", "jo", "The court"))
    story = story_in(tmp_path, {"people.yaml": _person("jo", "from-age: 13") + _person("al", f"facts: [{facts}]")})
    shown = [fact for fact in book_of(story, "9-12").people[0].facts if isinstance(fact, Statement)]
    assert [fact.decided_by for fact in shown] == ["Al", "", "The court"]
    told = [fact.heads_up.conversation for fact in shown if fact.heads_up]
    assert [conversation.by for conversation in told if conversation] == ["Al", "", "The court"]


def test_a_sentence_that_names_somebody_withheld_refuses_the_edition(tmp_path: Path) -> None:
    """The edition is refused with the line of the sentence and three ways out, for each sentence at once."""
    story = story_in(
        tmp_path,
        {
            "people.yaml": _person("jo", "from-age: 13"),
            "chapters/01.md": HEAD + "You sang.\n\n[[jo]] sang.\n",
            "timeline.yaml": "- when: 2019\n  what: You saw [[jo]].\n",
        },
    )
    with pytest.raises(ProblemsFound) as refused:
        book_of(story, "9-12")
    assert [str(problem.at) for problem in refused.value.problems] == ["chapters/01.md:7", "timeline.yaml:2"]
    assert all("behind the same gate" in problem.remedy for problem in refused.value.problems)
    assert book_of(story, "13-17").people


def test_a_text_for_others_carries_names_but_no_cards(tmp_path: Path) -> None:
    """A chapter for carers names people who are not marked for them, without their cards; never one who is held."""
    chapter = HEAD.replace("---\n", "---\nalso-for: [carers]\n", 1) + "[[jo]] sang.\n"
    book = book_of(
        story_in(tmp_path, {"people.yaml": _person("jo", "from-age: 18"), "chapters/01.md": chapter}), "carers"
    )
    assert "Jo" in _words_of(book) and book.people == ()
    for gate in ("hold: {reason: r}", "only-me: true"):
        story = story_in(tmp_path, {"people.yaml": _person("jo", gate), "chapters/01.md": chapter})
        with pytest.raises(ProblemsFound):
            book_of(story, "carers")


def test_for_others_each_fact_needs_its_own_mark(tmp_path: Path) -> None:
    """A fact that is not marked stays out of a book for carers even in a person who is marked."""
    story = story_in(
        tmp_path,
        {
            "people.yaml": "- id: jo\n  name: Jo\n  is: aunt\n  group: family\n  also-for: [carers]\n  about: Wombat\n"
            "  facts: [{says: Quokka}, {says: Zebra, also-for: [carers]}]\n"
        },
    )
    words = _words_of(book_of(story, "carers"))
    assert ("Quokka" in words, "Zebra" in words, "Wombat" in words) == (False, True, True)


@pytest.mark.parametrize(("edition", "told"), [("13-17", False), ("18-plus", True), ("record", True)])
def test_a_letter_waits_for_the_age_it_is_to_be_opened(tmp_path: Path, edition: str, told: bool) -> None:
    """A letter with open-when is in no book for a younger child."""
    letter = "---\nfrom: Your judge\nkind: later-life\nopen-when: 16\n---\nZebra\n"
    assert bool(book_of(story_in(tmp_path, {"letters/a.md": letter}), edition).letters) is told


def test_a_kind_sentence_may_stand_for_what_is_not_told(tmp_path: Path) -> None:
    """Where a gate has an instead, a child who is not shown the rest reads it, and no other reader does."""
    moment = "- {when: 2019, what: Zebra, from-age: 13, instead: There is more.}\n"
    story = story_in(tmp_path, {"timeline.yaml": moment})
    assert [type(moment) for moment in book_of(story, "9-12").moments] == [Placeholder]
    assert "There is more." not in _words_of(book_of(story, "13-17"))
    assert book_of(story, "carers").moments == ()


def test_a_kind_sentence_does_not_stand_for_somebody_else_who_is_withheld(tmp_path: Path) -> None:
    """An instead speaks for its own gate only: where a withheld person keeps the item back, nothing stands there."""
    letter = "---\nfrom: jo\nkind: hello\ninstead: Not yet.\n---\nHello.\n"
    story = story_in(tmp_path, {"people.yaml": _person("jo", "from-age: 13"), "letters/a.md": letter})
    assert "Not yet." not in _words_of(book_of(story, "9-12"))


def test_a_photo_that_media_yaml_does_not_name_is_only_where_it_is_shown(tmp_path: Path) -> None:
    """A file that only a withheld passage shows is in no book for that child, not even by its name."""
    chapter = HEAD + "You sang.\n\n::: from-age 13\n![Zebra](a.png)\n:::\n"
    story = story_in(tmp_path, {"chapters/01.md": chapter, "media/a.png": ""})
    assert (book_of(story, "9-12").media, len(book_of(story, "13-17").media)) == ((), 1)


def test_nobody_knows_is_refused_where_somebody_does(tmp_path: Path) -> None:
    """A question told as unknown while its answer is kept back refuses the edition, and only that one."""
    story = story_in(tmp_path, {"questions.yaml": "- {ask: Why?, status: nobody-knows, answer: {13: Zebra}}\n"})
    with pytest.raises(ProblemsFound, match="1 problems"):
        book_of(story, "9-12")
    assert isinstance(book_of(story, "13-17").questions[0], object)


def test_the_record_shows_what_is_held_and_says_so(tmp_path: Path) -> None:
    """In the record a held item stands with its reason, and in no other book is there a word of either."""
    story = story_in(
        tmp_path, {"timeline.yaml": "- {when: 2019, what: Zebra, hold: {reason: Wombat, decided-by: S}}\n"}
    )
    held = book_of(story, "record").moments[0]
    assert not isinstance(held, Placeholder) and held.hold is not None and held.hold.reason == "Wombat"
    for edition in (*CHILDS, "carers"):
        assert not any(word in _words_of(book_of(story, edition)) for word in ("Zebra", "Wombat"))


def test_ids_and_other_names_never_reach_a_book(tmp_path: Path) -> None:
    """A Book holds no id and no also-called: it points by position."""
    people = "- {id: xylophone, name: Jo, is: aunt, group: family, also-called: [Zebra]}\n"
    story = story_in(tmp_path, {"people.yaml": people, "chapters/01.md": HEAD + "[[xylophone]] sang.\n"})
    words = _words_of(book_of(story, "9-12"))
    assert "xylophone" not in words and "Zebra" not in words and "Jo" in words


def test_an_item_without_a_verdict_is_withheld(tmp_path: Path) -> None:
    """Verdicts of one story let nothing of another through, even from the same place: the wall fails closed."""
    one = story_in(tmp_path, {"people.yaml": _person("jo")})
    other = story_in(tmp_path, {"people.yaml": _person("jo", "from-age: 18")})
    assert sight_of(one, "9-12").is_visible(one.people[0])
    assert not sight_of(one, "9-12").is_visible(other.people[0])


def test_a_statement_without_words_for_the_age_is_not_there(tmp_path: Path) -> None:
    """A statement whose first words come later leaves its field empty, and its source goes with it."""
    homes = (
        "- id: oak\n  name: Oak\n  stays:\n    - from: 2019\n      why-left: {says: {13: Zebra}, source: Wombat}\n"
        "      goodbye: {says: You waved., source: Sue}\n"
    )
    stay = book_of(story_in(tmp_path, {"homes.yaml": homes}), "9-12").homes[0].stays[0]
    assert not isinstance(stay, Placeholder) and stay.why_left is None
    assert isinstance(stay.goodbye, Statement) and stay.goodbye.source == "Sue"
