"""The report of a lost copy, and what is kept of a copy, name nobody who is only-me."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import make_book
from tests.system.copies.steps import change, handover, log, run

LORCAN = (
    "- {id: lorcan, name: {4: Uncle Lorcan, 9: Lorcan Byrne}, is: friend, group: friends, also-called: [Lol], "
    "only-me: true}\n"
)
MOMENTS = """- {when: 2024, what: You fished with Lorcan}
- {when: 2023, what: The byrnes had a party}
- {when: 2022, what: Lol's boat sank}
- {when: 2021, what: You swam}
"""


def write_names(story: Path) -> None:
    """The story with somebody only-me whom other items name in plain words."""
    with (story / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(LORCAN)
        people.write(
            "- {id: pat, name: Pat, is: aunt, group: family, facts: [{says: LORCAN broke it}, {says: Pat bakes}]}\n"
        )
    (story / "timeline.yaml").write_text(MOMENTS, "utf-8")
    chapter = "---\ntitle: Lorcan's visit\npart: who-am-i\n---\nA day.\n"
    (story / "chapters" / "04-visit.md").write_text(chapter, "utf-8")


def written_in_work(story: Path) -> str:
    return "".join(file.read_text("utf-8") for file in (story / "work").rglob("*") if file.is_file()).casefold()


def names_nobody(text: str) -> bool:
    return not any(name in text for name in ("lorcan", "byrne", "lol"))


def test_what_names_somebody_only_me_in_plain_words_is_not_in_the_report(story: Path) -> None:
    """Titles, moments and facts that name them are kept and told without their words; all others are told."""
    write_names(story)
    make_book(story)
    assert handover(story).exit_code == 0
    assert names_nobody(written_in_work(story))
    run("lost", story, log(story)[0]["id"], "--where", "on the boat of Uncle Lorcan")
    report = written_in_work(story)
    assert names_nobody(report)
    assert "- you swam" in report and "- pat: pat bakes" in report and "stands in it too" in report


def test_what_became_only_me_since_is_not_in_the_report(story: Path) -> None:
    """A copy told of somebody by an earlier name: today's story says that they are the child's own."""
    write_names(story)
    change(story, "people.yaml", ", only-me: true}", ", facts: [{says: He is the one who knows about the boat}]}")
    make_book(story)
    assert handover(story).exit_code == 0
    assert "lorcan" in written_in_work(story)
    change(
        story,
        "people.yaml",
        "name: {4: Uncle Lorcan, 9: Lorcan Byrne}",
        "name: {4: Uncle Lorcan, 9: Lorcan Byrne, 13: L}",
    )
    change(story, "people.yaml", "also-called: [Lol], facts:", "also-called: [Lol], only-me: true, facts:")
    name = log(story)[0]["id"]
    assert run("lost", story, name).exit_code == 0
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8").casefold()
    assert names_nobody(report) and "knows about the boat" not in report and "- you swam" in report


@pytest.mark.parametrize("slip", ["- id: [\n", "- {id: x, colour: red}\n"])
def test_a_story_that_cannot_be_read_names_nobody_either(story: Path, slip: str) -> None:
    """Where a slip stands somewhere, names of who is only-me are looked for in the files, and that is said."""
    write_names(story)
    change(story, "people.yaml", ", only-me: true}", "}")
    make_book(story)
    assert handover(story).exit_code == 0
    change(story, "people.yaml", "[Lol]}", "[Lol], only-me: true}")
    with (story / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(slip)
    name = log(story)[0]["id"]
    assert run("lost", story, name).exit_code == 0
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8").casefold()
    assert names_nobody(report) and "cannot be read today" in report and "- pat" in report


def test_an_edition_that_is_refused_hides_what_is_the_childs_all_the_same(story: Path) -> None:
    """What became the child's own is not in the report where no book may be made today."""
    write_names(story)
    change(story, "people.yaml", ", only-me: true}", "}")
    make_book(story)
    assert handover(story).exit_code == 0
    change(story, "timeline.yaml", "what: You swam}", "what: You swam, only-me: true}")
    secret = "- {id: ada, name: Ada Quill, is: aunt, group: family, hold: {reason: later}}\n"
    with (story / "people.yaml").open("a", encoding="utf-8") as people:
        people.write(secret)
    with (story / "timeline.yaml").open("a", encoding="utf-8") as moments:
        moments.write("- {when: 2020, what: Ada Quill came}\n")
    name = log(story)[0]["id"]
    assert run("lost", story, name).exit_code == 0
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    assert "You swam" not in report and "fished with Lorcan" in report


def test_a_name_that_is_a_word_hides_no_other_words(story: Path) -> None:
    """Somebody called May takes neither months nor questions out of a report."""
    people = "- {id: may, name: May, is: friend, group: friends, only-me: true}\n"
    with (story / "people.yaml").open("a", encoding="utf-8") as file:
        file.write(people)
    moments = "- {when: 2024, what: It rained in May}\n- {when: 2023, what: You asked May}\n"
    (story / "timeline.yaml").write_text(moments, "utf-8")
    make_book(story)
    assert handover(story).exit_code == 0
    name = log(story)[0]["id"]
    run("lost", story, name)
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    assert "- It rained in May" in report and "You asked May" not in report


def test_the_list_of_copies_names_nobody_either(story: Path) -> None:
    """What a copy tells and the book does not any more is listed without what names somebody only-me."""
    write_names(story)
    change(story, "people.yaml", ", only-me: true}", "}")
    make_book(story)
    assert handover(story).exit_code == 0
    change(story, "people.yaml", "[Lol]}", "[Lol], only-me: true}")
    change(story, "timeline.yaml", "fished with Lorcan", "went to the sea")
    listed = run("copies", story).output
    assert "does not tell today" in listed and names_nobody(listed.casefold())
