"""Asking somebody who remembers: the page, what it may not say, and what comes back."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from lsbook.cli.parameters import LONGEST_WORDS
from lsbook.files.resources import find_resources
from lsbook.practice.asking.words import FILE, load_ask_words
from lsbook.practice.contributions import LARGEST_GIFT
from lsbook.reading.work.records import read_work
from tests.building import put, write_files
from tests.unit.practice.casework import PLAN, STORY, list_lines, run, write_case
from tests.unit.practice.made_up import HELD, OWN, write_made_up

LANGUAGES = ("en", "cy", "pl", "ro", "uk", "ar", "ur", "fa")
KELLY = "- {id: kelly, name: Kelly, is: birth mum, group: family}\n"
SUE = "- {id: sue, name: Sue, is: foster mum before, group: friends}\n"
STAYS = "[{from: May 2019, until: July 2019, people: [sue, kelly]}]"
HOMES = (
    f"- {{id: mill, name: Mill Cottage, stays: {STAYS}}}\n"
    "- {id: oak, name: Oakhurst, stays: [{from: March 2020, people: [jan]}]}\n"
)
GATES = (
    "",
    "only-me: true",
    "from-age: 13",
    "hold: {reason: no, decided-by: P, on: 2026-01-01, look-again: 2027-01-05}",
)


def _ask(story: Path, *words: str, who: str = "kelly") -> str:
    """The page with which somebody is asked."""
    list_lines(run("ask", story, who, *words, "--to", story.parent / "page"))
    [page] = (story.parent / "page").glob("*.html")
    text = page.read_text(encoding="utf-8")
    page.unlink()
    return text


def _write_asking(folder: Path, more: str = "") -> Path:
    people = f"{KELLY}{SUE}- {{id: jan, name: Jan, is: foster mum, group: home}}\n{more}"
    files: dict[str, str | bytes] = {"people.yaml": people, "homes.yaml": HOMES}
    return write_case(folder, {**files, "work/plan.yaml": PLAN.replace("Priya", "Sam")})


def _saved(**more: object) -> str:
    answers = [{"question": "Why?", "words": "I could sing it.\nOn the bus.", "show": "yes"}]
    return json.dumps(
        {"lsbook": "answers", "version": 1, "name": "Maya", "by": "Kelly", "declined": False, "answers": answers} | more
    )


def test_a_page_asks_and_says_nothing_else(tmp_path: Path) -> None:
    """Her name, the child's, that a no is a no, who reads it first, and the questions: nothing else of the story."""
    page = _ask(_write_asking(tmp_path / "s"), "--what", "Why did you choose her name?", who="sue")
    words = re.sub(r"<[^>]+>", " ", page.split("</style>")[1].split("<script>")[0])
    for said in ("For Sue, about Maya", "Only what you want to tell. You may say no.", "until Sam has read it"):
        assert said in words
    assert "Why did you choose her name?" in words and "from May 2019 until July 2019" in words
    assert not re.search("Mill|Oakhurst|Jan|Kelly|mum|2020", words)
    assert "default-src 'none'" in page and not re.search(r"(?:src|href)=", page)


def _cut_down(folder: Path, stays: str) -> Path:
    """A story that says nothing but the child's name, Kelly's name, and the stays that name her."""
    homes: dict[str, str | bytes] = {"homes.yaml": f"- {{id: h, name: House, stays: [{stays}]}}\n"} if stays else {}
    story: dict[str, str | bytes] = {"story.yaml": STORY, "people.yaml": KELLY, "work/plan.yaml": PLAN}
    return write_files(folder, {**story, **homes})


def _write_around(folder: Path, seed: int) -> tuple[Path, str]:
    """A made-up story around Kelly, and her stays in it that she may be reminded of."""
    chance = random.Random(f"ask {seed}")
    story = write_made_up(folder, seed, with_own=chance.random() < 0.7)
    kept: list[str] = []
    for number in range(chance.randint(0, 3)):
        year, gate = chance.randint(2017, 2023), chance.choice(GATES)
        until = chance.choice((f", until: {year + chance.randint(1, 2)}", ""))
        stay = f"from: {year}-0{chance.randint(1, 9)}{until}, people: [kelly]"
        with (story / "homes.yaml").open("a", encoding="utf-8") as opened:
            opened.write(
                f"- {{id: kelly-home{number}, name: Qhome {number}, stays: [{{{stay}{gate and ', '}{gate}}}]}}\n"
            )
        if until and not gate.startswith(("only-me", "hold")):
            kept.append(f"{{{stay}}}")
    with (story / "people.yaml").open("a", encoding="utf-8") as opened:
        opened.write(KELLY + "- {id: tyler, name: Qtyler, is: brother, group: family}\n")
    return story, ", ".join(kept)


def _expect_same_page(tmp_path: Path, seed: int) -> None:
    story, stays = _write_around(tmp_path / "whole" / "s", seed)
    whole = _ask(story, "--what", "What did you sing?")
    assert whole == _ask(_cut_down(tmp_path / "less" / "s", stays), "--what", "What did you sing?")
    assert not re.search(f"{OWN}|{HELD}|Qhome|Qtyler|open", whole.split("<script>")[0].split("</style>")[1], re.I)


@pytest.mark.parametrize("seed", range(6))
def test_a_page_is_the_same_where_the_story_says_nothing_else(tmp_path: Path, seed: int) -> None:
    """The page has the same bytes when the story is cut down to what the page may know."""
    _expect_same_page(tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6, 206))
def test_many_pages_are_the_same_where_stories_say_nothing_else(tmp_path: Path, seed: int) -> None:
    """The same holds in many more made-up stories."""
    _expect_same_page(tmp_path, seed)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ring me on 01234 567890", "a home, a school, a surname or an address"),
        ("What was it like at Oakhurst?", "a home, a school, a surname or an address"),
        ("What did Jan say?", "somebody with whom the child lives"),
        ("Do you know Lorcan?", "somebody who is withheld"),
    ],
)
def test_what_is_typed_says_nothing_of_where_and_with_whom(tmp_path: Path, text: str, why: str) -> None:
    """An identifier, a home, a carer or a name withheld in --what is refused, and nothing is written."""
    story = _write_asking(tmp_path / "s", f"- {{id: lorcan, name: Lorcan, is: uncle, group: family, {GATES[3]}}}\n")
    result = run("ask", story, "kelly", "--what", text)
    assert result.exit_code == 1 and why in result.output and text in result.output
    assert not (story / "work" / "asked").exists() and not (story / "work/asked.yaml").exists()


def test_whoever_lives_there_may_be_asked_of_whoever_lives_there(tmp_path: Path) -> None:
    """A carer of today is no stranger to her own house: her name keeps no question from her."""
    assert "What did you tell Jan?" in _ask(
        _write_asking(tmp_path / "s"), "--what", "What did you tell Jan?", who="jan"
    )


def test_what_a_worker_should_think_of_is_said_to_the_worker_alone(tmp_path: Path) -> None:
    """A no from before, and a question that names somebody else, are said on the screen and are on no page."""
    story = _write_asking(tmp_path / "s")
    put(story / "work/asked.yaml", "- {who: kelly, what: [photos], on: 2026-05-01, declined: 2026-05-09}\n")
    result = run("ask", story, "kelly", "--what", "What did Sue cook?")
    assert "They said no on 9 May 2026." in result.stderr
    assert '"What did Sue cook?" names somebody else of the story' in result.stderr
    [page] = (story / "work/asked").iterdir()
    assert "9 May" not in page.read_text(encoding="utf-8")
    assert "names somebody" not in run("ask", story, "kelly", "--what", "What did you cook?").stderr


def test_nobody_is_asked_who_may_not_be_named(tmp_path: Path) -> None:
    """Of whoever is held back or the child's own is said what is said of a name that nobody has."""
    people = "".join(f"- {{id: {w}, name: {w.title()}, is: aunt, group: family, {g}}}\n" for w, g in
                     (("una", GATES[1]), ("vera", GATES[3])))  # fmt: skip
    story = _write_asking(tmp_path / "s", people)
    outputs = [run("ask", story, who).output.replace(who, "?") for who in ("una", "vera", "nobody")]
    assert len(set(outputs)) == 1 and "Nobody who can be asked" in outputs[0]


def test_a_message_is_the_same_as_plain_text(tmp_path: Path) -> None:
    """For a letter or a telephone the questions stand numbered, with what is said first."""
    lines = run("ask", _write_asking(tmp_path / "s"), "Kelly", "--as", "message", "--what", "What did you sing?").stdout
    assert lines.startswith("For Kelly, about Maya\n\nOnly what you want to tell. You may say no.\n")
    assert "\n1 What did you sing?\n2 What do you remember best about Maya?\n" in lines and "<" not in lines


def test_the_policy_asks_in_its_own_words(tmp_path: Path) -> None:
    """Questions of the authority's own stand in the place of ours, with the child's name in them."""
    own = "questions-for-others: ['What made {name} brave?']\n"
    story = _write_asking(tmp_path / "s")
    put(story / "policy.yaml", own)
    page = _ask(story)
    assert "What made Maya brave?" in page and "remember best" not in page


def test_that_somebody_was_asked_is_written_down_once(tmp_path: Path) -> None:
    """A row is added behind what stands there, byte for byte; the same question of the same day adds none."""
    story = _write_asking(tmp_path / "s")
    before = "# whom we asked\n- {who: sue, what: [photos], on: 2026-05-01}   # by letter\n"
    put(story / "work/asked.yaml", before)
    for _ in range(2):
        list_lines(run("ask", story, "kelly", "--what", "What did you sing?"))
    text = (story / "work/asked.yaml").read_text(encoding="utf-8")
    assert text.startswith(before) and text.count("kelly") == 1
    row = read_work(story).value.asked[1]
    assert (row.who, row.what, str(row.on)) == ("kelly", ("What did you sing?",), "2026-11-21")


def test_a_row_that_cannot_be_added_is_said(tmp_path: Path) -> None:
    """Where the file is no list in lines of its own, it stays as it is and the worker hears what to add."""
    story = _write_asking(tmp_path / "s")
    put(story / "work/asked.yaml", "[{who: sue, what: [photos], on: 2026-05-01}]\n")
    result = run("ask", story, "kelly", "--what", "What did you sing?")
    assert result.exit_code == 0 and '- who: "kelly"' in result.output
    assert (story / "work/asked.yaml").read_text(encoding="utf-8").count("kelly") == 0


def _list_places(text: str) -> list[str]:
    return sorted(re.findall(r"{\w+}", text))


def test_the_page_speaks_eight_languages() -> None:
    """Each language has every sentence, with the same places for names, and as many questions."""
    data = yaml.safe_load((find_resources("templates") / FILE).read_text(encoding="utf-8"))
    assert tuple(data) == LANGUAGES
    for tag, entry in data.items():
        assert entry.keys() == data["en"].keys(), tag
        assert len(entry["questions"]) == len(data["en"]["questions"]), tag
        assert all("{name}" in question for question in entry["questions"]), tag
        for key in entry.keys() - {"questions"}:
            assert _list_places(entry[key]) == _list_places(data["en"][key]), (tag, key)
            assert tag == "en" or entry[key] != data["en"][key] or key == "yes", (tag, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_written_the_way_its_language_is(tmp_path: Path, language: str) -> None:
    """The page names its language and its direction, and every sentence on it is of that language."""
    page = _ask(_write_asking(tmp_path / "s"), "--language", language, who="sue")
    words = load_ask_words(language, (find_resources("templates"),))
    direction = "rtl" if language in ("ar", "ur", "fa") else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    for key in ("only", "how", "show", "photos", "decline", "save"):
        assert words.texts[key].replace("'", "&#39;") in page


def test_a_language_that_nobody_wrote_is_asked_in_english(tmp_path: Path) -> None:
    """Then the page says that it is English."""
    assert '<html lang="en-GB" dir="ltr">' in _ask(_write_asking(tmp_path / "s"), "--language", "so")


def test_what_comes_back_is_a_draft_with_a_name(tmp_path: Path) -> None:
    """Answers go word for word into work/contributions, by whom, and wait there for somebody's yes."""
    story = _write_asking(tmp_path / "s")
    list_lines(run("ask", story, "kelly", "--what", "Why?"))
    lines = list_lines(run("receive", story, put(tmp_path / "a.json", _saved())))
    assert lines[0] == "Read it today. A worry about safety goes on the case system now."
    assert "used-in" in lines[-1]
    work = read_work(story)
    assert work.problems == ()
    [contribution] = work.value.contributions
    [entry] = contribution.entries
    assert (contribution.by, contribution.written_in) == ("Kelly", "")
    assert (entry.kind, entry.about, entry.may_show, entry.is_draft) == ("answer", "Why?", True, True)
    [file] = (story / "work/contributions").iterdir()
    assert "I could sing it.\nOn the bus." in yaml.safe_load(file.read_text(encoding="utf-8"))["entries"][0]["words"]
    assert work.value.asked[0].answered and "no answer yet" not in run("due", story).output
    waiting = run("due", story).output
    assert "waits for a yes: used-in, or not-used" in waiting and "Kelly" not in waiting and "sing" not in waiting


def test_a_no_is_written_down_as_a_no(tmp_path: Path) -> None:
    """Whoever would rather not answer is asked for nothing more, and no draft is made."""
    story = _write_asking(tmp_path / "s")
    list_lines(run("ask", story, "kelly", "--what", "Why?"))
    lines = list_lines(run("receive", story, put(tmp_path / "a.json", _saved(answers=[], declined=True))))
    assert "would rather not" in lines[0] and not (story / "work/contributions").exists()
    assert read_work(story).value.asked[0].declined


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (_saved(name="Leo"), "this story is about Maya"),
        (_saved(version=2), "newer lsbook"),
        (_saved(by=" "), "who answered"),
        (_saved(answers=[]), "Nothing is written"),
        (_saved(answers="x"), "not a file of answers"),
        (_saved(answers=[{"question": 1, "words": 2}, 7]), "Nothing is written"),
    ],
)
def test_what_no_page_saved_is_refused(tmp_path: Path, saved: str, said: str) -> None:
    """Answers about another child, by nobody, empty or broken, are refused in plain words, and nothing is kept."""
    story = _write_asking(tmp_path / "s")
    result = run("receive", story, put(tmp_path / "a.json", saved))
    assert result.exit_code == 1 and said in result.output and not (story / "work/contributions").exists()


def test_half_a_letter_is_taken_in_all_the_same(tmp_path: Path) -> None:
    """A picture of a face that was cut in two becomes a mark, and the file can be written and read."""
    story = _write_asking(tmp_path / "s")
    saved = _saved().replace("On the bus.", "\\ud83d")
    list_lines(run("receive", story, put(tmp_path / "a.json", saved)))
    assert read_work(story).problems == ()


def test_what_came_by_hand_is_kept_as_it_is(tmp_path: Path) -> None:
    """Words, a photo of paper and a voice note become drafts of one file; the media lie beside it, byte for byte."""
    story = _write_asking(tmp_path / "s")
    photo, sound = put(tmp_path / "IMG_1.JPG", b"\xff\xd8 photo"), put(tmp_path / "v.ogg", b"Ogg voice")
    words = ("add", "contribution", story, "--from", "Kelly", "--text", "-", "--photo", photo, "--sound", sound)
    for _ in range(2):
        lines = list_lines(run(*words, "--about", "Why?", "--show-who", "no", given='It was: "mine" # ok.\n'))
        assert lines[0].startswith("Read it today.")
    work = read_work(story)
    assert work.problems == () and len(work.value.contributions) == 2
    first, again = work.value.contributions
    assert first.by == again.by == "Kelly"
    entries = first.entries
    assert [entry.words for entry in entries] == ['It was: "mine" # ok.', "", ""]
    assert [entry.may_show for entry in entries] == [False] * 3 and all(entry.about == "Why?" for entry in entries)
    folder = story / "work/contributions"
    for contribution in (first, again):
        assert (folder / contribution.entries[1].photo).read_bytes() == photo.read_bytes()
        assert (folder / contribution.entries[2].sound).read_bytes() == sound.read_bytes()
    assert first.entries[1].photo != again.entries[1].photo


def make_pipe(file: Path) -> Path:
    """A pipe into which nobody writes: whoever opens it waits for ever."""
    os.mkfifo(file)
    return file


def make_hole(file: Path) -> Path:
    """A file of holes, larger than any gift."""
    with file.open("wb") as opened:
        opened.truncate(LARGEST_GIFT + 1)
    return file


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (lambda folder: ("--photo", put(folder / "x.exe", b"MZ")), "no photo that lsbook knows"),
        (lambda folder: ("--photo", folder / "none.jpg"), "cannot be read"),
        (lambda folder: ("--text", put(folder / "empty.txt", b" ")), "This text is empty"),
        (lambda folder: ("--text", put(folder / "long.txt", b"x" * (LONGEST_WORDS + 1))), "far too long"),
        (lambda folder: ("--text", make_pipe(folder / "t.txt")), "cannot be read as text"),
        (lambda folder: ("--photo", make_pipe(folder / "p.jpg")), "cannot be read"),
        (lambda folder: ("--photo", make_hole(folder / "p.jpg")), "far too long"),
        (lambda folder: (), "nothing to keep"),
    ],
)
def test_what_cannot_be_kept_is_said(
    tmp_path: Path, words: Callable[[Path], tuple[str | Path, ...]], said: str
) -> None:
    """A program, a pipe, a file without end, or nothing at all is refused, and nothing is left in the story."""
    story = _write_asking(tmp_path / "s")
    result = run("add", "contribution", story, "--from", "Kelly", *words(tmp_path))
    assert result.exit_code != 0 and said in result.output
    assert not list((story / "work").rglob("*kelly*"))


def test_somebody_who_is_not_in_the_story_may_give_something(tmp_path: Path) -> None:
    """The vicar is named as he is; an id that nobody has is a slip."""
    story = _write_asking(tmp_path / "s")
    words = ("--text", put(tmp_path / "t.txt", "She sang."))
    list_lines(run("add", "contribution", story, "--from", "The vicar", *words))
    assert read_work(story).value.contributions[0].by == "The vicar"
    assert run("add", "contribution", story, "--from", "kely", *words).exit_code == 1
