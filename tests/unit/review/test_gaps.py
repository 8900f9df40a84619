"""Rules about gaps and pictures: what is missing from a story, and what is in it once too often."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from lsbook.cache.folder import locate_cache
from lsbook.media import render
from lsbook.pipeline import choose, load
from tests.building import HEAD, MADE, describe_child, write_files
from tests.unit.review.stories import find_in, find_rules

JAN = "- {id: jan, name: Jan, is: foster mum, group: home}\n"


def _stay(*stays: str) -> str:
    return "- id: oak\n  name: Oak House\n  stays:\n" + "".join(f"    - {{{stay}}}\n" for stay in stays)


@pytest.mark.parametrize(
    ("stays", "found"),
    [
        (("from: 2017-02, until: November 2019, goodbye: Bye.", "from: January 2020"), True),
        (("from: 2017-02, until: 2019-11-03, goodbye: Bye.", "from: 2019-12-20"), True),
        (("from: 2017-02, until: November 2019, goodbye: Bye.", "from: December 2019"), False),
        (("from: 2017-02, until: 2019, goodbye: Bye.", "from: 2020"), False),
        (("from: 2017-02, until: not known, goodbye: Bye.", "from: 2020"), False),
        (("from: 2017-02, until: 2019-11-03, goodbye: Bye.", "from: 2018-01, until: 2020-02", "from: 2020-02"), False),
        (("from: 2017-02, until: 2019-11-03, goodbye: Bye.", "from: 2019-11-05"), False),
    ],
)
def test_time_with_nobody_is_found(tmp_path: Path, stays: tuple[str, ...], found: bool) -> None:
    """Between two homes no time is without one, as far as the dates can tell."""
    assert ("time-with-nobody" in find_rules(tmp_path, {"homes.yaml": _stay(*stays)})) == found


def test_a_gap_of_which_the_book_speaks_is_none(tmp_path: Path) -> None:
    """Where a moment of that time says that nobody knows, nothing is missing."""
    files = {
        "homes.yaml": _stay("from: 2017-02, until: 2019-10, goodbye: Bye.", "from: 2020-03"),
        "timeline.yaml": "- {when: December 2019, what: Nobody knows where you slept at Christmas.}\n",
    }
    assert "time-with-nobody" not in find_rules(tmp_path, files)


@pytest.mark.parametrize(
    ("stay", "found"),
    [
        ("from: 2018-01, until: 2021-01", True),
        ("from: 2018-01, until: 2021-01, goodbye: Jan waved.", False),
        ("from: 2018-01, until: 2019-01", False),
        ("from: 2018-01, until: 2021-01, first-day: Nobody has a photo of that time.", False),
        ("from: 2018-01", False),
    ],
)
def test_two_years_leave_a_trace(tmp_path: Path, stay: str, found: bool) -> None:
    """A long stay that is over has a photo, a goodbye, or a word that there is none."""
    assert ("long-stay-without-trace" in find_rules(tmp_path, {"homes.yaml": _stay(stay)})) == found


@pytest.mark.parametrize(
    ("more", "question", "found"),
    [
        ("", "", True),
        (", about: Dad likes cars.", "", False),
        ("", "- {ask: Who is Dad?, status: finding-out, finding-out: jan}\n", False),
        ("", "- {ask: Who is Dad?, status: nobody-knows}\n", True),
    ],
)
def test_of_each_parent_something_is_said(tmp_path: Path, more: str, question: str, found: bool) -> None:
    """A parent of whom nothing stands in the book has somebody whom the child can ask."""
    dad = f"- {{id: dad, name: Dad, is: birth dad, group: family, parent-of: [me]{more}}}\n"
    assert ("unknown-parent" in find_rules(tmp_path, {"people.yaml": JAN + dad, "questions.yaml": question})) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("{ask: Can I meet Dad?, status: later}", True),
        ("{ask: Can I meet Dad?, status: later, finding-out: jan}", True),
        ("{ask: Can I meet Dad?, status: later, answer: Not yet.}", True),
        ("{ask: Can I meet Dad?, status: later, finding-out: jan, answer: When you are ten.}", False),
        ("{ask: Can I meet Dad?, status: later, answer: Jan will tell you when you are ten.}", False),
    ],
)
def test_later_says_who_and_when(tmp_path: Path, question: str, found: bool) -> None:
    """A question that waits names who will answer it, and when."""
    files = {"people.yaml": JAN, "questions.yaml": f"- {question}\n"}
    assert ("later-without-when" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(("when", "found"), [("2025-12", True), ("2026-09", False), ("2026", False)])
def test_all_about_me_is_not_old(tmp_path: Path, when: str, found: bool) -> None:
    """What is said of the child now is from the last six months."""
    about = f"- {{kind: like, what: You like chips., when: {when}}}\n"
    assert ("about-me-old" in find_rules(tmp_path, {"about-me.yaml": about})) == found


@pytest.mark.parametrize(
    ("person", "found"),
    [
        ("{id: priya, name: Priya, is: your old social worker, group: helpers}", True),
        ("{id: priya, name: Priya, is: social worker, group: helpers, about: Priya left the team in May.}", True),
        ("{id: priya, name: Priya, is: social worker until 2024, group: helpers}", True),
        ("{id: priya, name: Priya, is: social worker, group: helpers, about: Priya has a green car.}", False),
        ("{id: priya, name: Priya, is: grandad, group: family, died: 2020}", True),
        ("{id: priya, name: Priya, is: former foster carer, group: home, about: Dinner is at one.}", False),
    ],
)
def test_whom_to_talk_to_is_there(tmp_path: Path, person: str, found: bool) -> None:
    """Nobody who has left is named as somebody to talk to."""
    files = {"story.yaml": describe_child(more="talk-to: [priya]\n"), "people.yaml": f"- {person}\n"}
    assert ("talk-to-has-left" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(
    ("medium", "rule"),
    [
        ("shows: Robin in a blazer with the school badge", "picture-shows-where"),
        ("shows: Robin in a Greenfield Juniors football kit", "picture-shows-where"),
        ("shows: A street sign behind a boy", "picture-shows-where"),
        ("shows: Robin, caption: The house number is ours", "picture-shows-where"),
        ("shows: The front of the house with number 14 on the door, caption: Home, when: 2022", "picture-shows-where"),
        ("shows: You under the sign for Mill Lane, caption: Home, when: 2022", "picture-shows-where"),
        ("shows: The red door with a brass 14 on it, caption: Home, when: 2022", "picture-shows-where"),
        ("shows: A door with 2 locks, caption: Home, when: 2022", ""),
        ("shows: You under the sign for the beach, caption: Sea, when: 2022", ""),
        ("shows: A garden", "picture-without-story"),
        ("shows: A swimming badge, caption: Ten metres, when: 2024", ""),
        ("shows: A jumper with the badge covered, caption: First day, when: 2022", ""),
        ("shows: A dog, caption: Biscuit", ""),
    ],
)
def test_a_picture_has_a_story_and_no_address(tmp_path: Path, medium: str, rule: str) -> None:
    """What a picture's own words say of it is read: where the child can be found, and that nobody wrote a story."""
    files = {"media.yaml": f"- {{file: a.jpg, {medium}}}\n", "media/a.jpg": "a"}
    names = [name for name in find_rules(tmp_path, files) if name.startswith("picture")]
    assert rule in names if rule else not names


def test_the_same_picture_twice_is_found(tmp_path: Path) -> None:
    """Two files with the same content are one picture."""
    entry = "- {{file: {0}.jpg, shows: A dog, caption: Biscuit, when: 2024}}\n"
    files = {"media.yaml": entry.format("a") + entry.format("b"), "media/a.jpg": "same", "media/b.jpg": "same"}
    assert find_rules(tmp_path, files) == ["picture-twice"]


@pytest.mark.parametrize(("every", "found"), [("every 3 months", True), ("every 12 months", False), ("once", True)])
def test_the_policy_says_when_all_about_me_is_old(tmp_path: Path, every: str, found: bool) -> None:
    """The months are those of the policy for the plan of the story, and six where it has none."""
    files = {
        "story.yaml": describe_child(more="plan: ours\n"),
        "policy.yaml": f"plans: [{{name: ours, title: Ours, all-about-me: {every}}}]\n",
        "about-me.yaml": f"- {{kind: like, what: You like chips., when: {'2026-07' if '3' in every else '2026-03'}}}\n",
    }
    assert ("about-me-old" in find_rules(tmp_path, files)) == found


OURS = "plans: [{name: ours, title: Ours, holds: [birth, keepsakes, what-children-need, later-life-letter]}]\n"
BEAR = "- {id: bear, name: Your bear}\n"
BORN = "- {when: 2017-02-14, what: You were born., kind: birth}\n"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({}, ""),
        ({"keepsakes.yaml": BEAR}, "birth."),
        ({"keepsakes.yaml": BEAR, "timeline.yaml": BORN}, ""),
        ({"keepsakes.yaml": BEAR.replace("}", ", from-age: 13}"), "timeline.yaml": BORN}, "keepsakes."),
        ({"keepsakes.yaml": BEAR, "chapters/01.md": HEAD.replace("---\n", "---\ncovers: [birth]\n", 1) + "You came.\n"},
         "what children need."),
        ({"keepsakes.yaml": BEAR, "work/plan.yaml": "worker: Priya\nlooked-after-since: 2019\n"
          "left-out: [{part: birth, reason: records lost, by: Priya}]\n"}, ""),
    ],
)  # fmt: skip
def test_what_the_plan_asks_for_and_the_book_does_not_show_is_noted(
    tmp_path: Path, files: dict[str, str], names: str
) -> None:
    """One note names what a story that is half there does not show, but for what is left out on purpose."""
    story = {"story.yaml": describe_child(more="plan: ours\n"), "policy.yaml": OURS}
    found = [finding for finding in find_in(tmp_path, story | files) if finding.rule.id == "plan-part-missing"]
    assert [finding.problem.what.split("at 9: ")[1] for finding in found] == ([names] if names else [])


@pytest.mark.parametrize(("born", "found"), [("2017-02-14", ["schools, the child's own words."]), ("2023-02-14", [])])
def test_a_small_child_is_not_asked_for_school_and_words(tmp_path: Path, born: str, found: list[str]) -> None:
    """A child of three has no school to tell of, and dictates nothing."""
    story = {
        "story.yaml": describe_child(more="plan: ours\n").replace("2017-02-14", born),
        "policy.yaml": "plans: [{name: ours, title: Ours, holds: [birth, keepsakes, schools, my-words]}]\n",
        "keepsakes.yaml": BEAR,
        "timeline.yaml": BORN.replace("2017-02-14", born),
    }
    noted = [finding.problem for finding in find_in(tmp_path, story) if finding.rule.id == "plan-part-missing"]
    assert [problem.what.split("at 9: ")[1] for problem in noted] == found


@pytest.mark.parametrize(
    ("gate", "names", "found"),
    [
        ("people: [ade]", (), True),
        ("people: [ade], hold: not yet", (), False),
        ("people: [ade]", ("9-12",), False),
        ("people: [jan]", (), False),
    ],
)
def test_a_picture_that_no_book_shows_is_noted(tmp_path: Path, gate: str, names: tuple[str, ...], found: bool) -> None:
    """An entry whose picture none of the five books shows is named, unless somebody holds it back."""
    files = {
        "people.yaml": JAN + "- {id: ade, name: Ade, is: uncle, group: family, from-age: 30}\n",
        "media.yaml": f"- {{file: a.jpg, shows: A dog, caption: Biscuit, {gate}}}\n",
        "media/a.jpg": "a",
    }
    rules = [finding.rule.id for finding in find_in(tmp_path, files, names=names)]
    assert ("picture-for-nobody" in rules) == found


@pytest.mark.parametrize(("words", "times", "found"), [(13, 6, True), (12, 6, False), (13, 5, False), (13, 12, True)])
def test_a_chapter_of_long_sentences_is_noted(tmp_path: Path, words: int, times: int, found: bool) -> None:
    """The average of a chapter is held against the band's, once there are enough sentences for one."""
    sentence = " ".join(["You", *["ran"] * (words - 1)]) + "."
    chapter = HEAD + " ".join([sentence] * times) + "\n"
    assert find_rules(tmp_path, {"chapters/01.md": chapter}).count("long-sentences-on-average") == found


def test_a_photo_too_small_for_its_place_is_noted(tmp_path: Path) -> None:
    """Once a book was made, a photo with few pixels is named; a portrait on a card needs fewer."""
    sizes = {"small.jpg": (300, 200), "large.jpg": (640, 480), "jan.jpg": (310, 200), "dave.jpg": (120, 90)}
    files = {
        "story.yaml": describe_child(),
        "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home, photo: jan.jpg}\n"
        "- {id: dave, name: Dave, is: foster dad, group: home, photo: dave.jpg}\n",
        "media.yaml": "".join(f"- {{file: {name}, shows: A dog, caption: Biscuit, when: 2024}}\n" for name in sizes),
    }
    write_files(tmp_path, files)
    (tmp_path / "media").mkdir()
    for name, size in sizes.items():
        Image.new("RGB", size, (120, 90, 60)).save(tmp_path / "media" / name)
    assert "picture-small" not in find_rules(tmp_path, files)
    project = load(tmp_path, None)
    render([choose(project, "9-12", MADE).book], tmp_path, locate_cache(tmp_path), lambda _done, _total: None)
    found = [finding.problem.at.line for finding in find_in(tmp_path, files) if finding.rule.id == "picture-small"]
    assert [list(sizes)[line - 1] for line in sorted(found)] == ["small.jpg", "dave.jpg"]
