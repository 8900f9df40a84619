"""A lost copy: what it tells, whom to tell by when, and what follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.copies import lost as losing
from lsbook.history.copy_contents import read_copy_records
from tests.building import make_book
from tests.system.copies.steps import change, handover, log, run


def test_a_lost_copy_says_what_it_tells_and_whom_to_tell_when(story: Path) -> None:
    """What that copy held, not what the story tells today; the hours of the policy; whether it was locked."""
    handover(story, "--given-to", "Robin")
    change(story, "people.yaml", "name: Jan", "name: Janet")
    name, day = log(story)[0]["id"], log(story)[0]["on"]
    change(story, "work/copies.yaml", f'on: "{day}"', 'on: "2020-03-01"')
    result = run("lost", story, name, "--noticed", "2020-11-22 14:30", "--where", "the 38 bus")
    assert result.exit_code == 0
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    for words in ("- Jan\n", "Robin in a garden", "The night you left **(hard news)**", "the 38 bus", "is not locked"):
        assert words in report, words
    assert "Janet" not in report and "Ade" not in report
    assert "| the Information Commissioner's Office | 2020-11-25, 14:30 **(past: tell them now)** |" in report
    assert f"--instead-of {name}" in report
    assert log(story)[0]["lost"] == "2020-11-22"
    assert "lost on 2020-11-22" in run("copies", story).output


def test_a_lost_locked_copy_says_that_it_was_locked(story: Path) -> None:
    """What it tells is listed all the same, for the passphrase may be lost with it."""
    handover(story, "--as", "locked")
    name = log(story)[0]["id"]
    run("lost", story, name)
    assert "**It is locked.**" in (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")


def test_what_is_the_childs_own_is_in_no_report(story: Path) -> None:
    """Of what is only for the child, the log and the report of a lost copy say that it is there, and no word of it."""
    own = "---\ntitle: My secret den qzown4z\npart: who-am-i\nonly-me: true\n---\nBehind the qzown5z shed.\n"
    (story / "chapters" / "03-den.md").write_text(own, "utf-8")
    make_book(story)
    handover(story)
    assert "qzown4z" in "".join(file.read_text("utf-8") for file in (story.parent / "stick").rglob("*.html"))
    name = log(story)[0]["id"]
    run("lost", story, name)
    written = "".join(file.read_text("utf-8") for file in (story / "work").rglob("*") if file.is_file())
    assert "qzown" not in written
    assert "What is the child's own stands in it too" in written


def test_words_of_the_child_alone_are_in_no_report_wherever_they_stand(story: Path) -> None:
    """What stands on somebody who is only the child's is the child's too: photos, sayings, homes, letters."""
    people = (story / "people.yaml").read_text("utf-8")
    own = "- {id: moth, name: qzowna1z, is: friend, group: friends, only-me: true, photo: moth.jpg}\n"
    (story / "people.yaml").write_text(people + own, "utf-8")
    (story / "media" / "moth.jpg").write_bytes((story / "media" / "garden.jpg").read_bytes())
    media = (story / "media.yaml").read_text("utf-8")
    (story / "media.yaml").write_text(media + "- {file: moth.jpg, shows: qzowna2z, people: [moth]}\n", "utf-8")
    (story / "about-me.yaml").write_text("- {kind: strength, what: qzowna3z runs fast, said-by: moth}\n", "utf-8")
    den = "- {id: den, name: qzowna4z, only-me: true, stays: [{from: 2024, why-came: qzowna5z went}]}\n"
    (story / "homes.yaml").write_text(den, "utf-8")
    (story / "letters").mkdir()
    letter = "---\nfrom: jan\nkind: hello\n---\n::: only-me\nqzowna6z said.\n:::\n\nAnd more.\n"
    (story / "letters" / "a.md").write_text(letter, "utf-8")
    make_book(story)
    assert handover(story).exit_code == 0
    book = "".join(file.read_text("utf-8") for file in (story.parent / "stick").rglob("*.html"))
    assert all(f"qzowna{number}z" in book for number in (1, 3, 4, 6))
    run("lost", story, log(story)[0]["id"])
    written = "".join(file.read_text("utf-8") for file in (story / "work").rglob("*") if file.is_file())
    assert "qzowna" not in written


def test_how_people_see_it_and_when_they_met_is_told(story: Path) -> None:
    """Accounts and family time are in the report of a lost copy; one that is the child's alone is not."""
    about = "\n  about: A gardener qzabout1z."
    about += "\n  accounts: [{by: jan, says: qzseen1z is how}, {by: jan, says: qzown8z, only-me: true}]"
    time = "\n  family-time: [{from: 2020, how: qzmet1z every week}, {from: 2021, how: qzown9z, only-me: true}]"
    more = f"- id: ash\n  name: Ash\n  is: uncle\n  group: family{about}{time}\n"
    (story / "people.yaml").write_text((story / "people.yaml").read_text("utf-8") + more, "utf-8")
    make_book(story)
    handover(story)
    name = log(story)[0]["id"]
    run("lost", story, name)
    output = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    for words in ("Ash: A gardener qzabout1z", "Ash: as Jan sees it: qzseen1z", "Ash: qzmet1z every week"):
        assert f"- {words}" in output
    assert "qzown" not in output


def test_a_copy_is_lost_once(story: Path) -> None:
    """Marked twice, or by a name that is none, it is said; the first report stays."""
    handover(story)
    name = log(story)[0]["id"]
    assert f"There are: {name}." in run("lost", story, "the-blue-one").output
    day = log(story)[0]["on"]
    run("lost", story, name, "--noticed", day)
    again = run("lost", story, name)
    assert again.exit_code == 1 and "lost already" in again.output
    assert log(story)[0]["lost"] == day


def test_a_report_that_is_missing_is_written(story: Path) -> None:
    """Where a person marked the copy in the log, or the report could not be written, lsbook lost writes it."""
    handover(story)
    name = log(story)[0]["id"]
    change(story, "work/copies.yaml", f'- id: "{name}"\n', f'- id: "{name}"\n  lost: 2020-11-01\n')
    assert run("lost", story, name).exit_code == 0
    assert (story / "work" / "copies" / f"{name}-lost.md").is_file()
    assert read_copy_records(story)[0].lost
    assert [copy["lost"] for copy in log(story)] == ["2020-11-01"]


def test_nobody_noticed_tomorrow(story: Path) -> None:
    """A moment that is still to come is refused, however far."""
    handover(story)
    result = run("lost", story, log(story)[0]["id"], "--noticed", "9999-12-31")
    assert result.exit_code == 1 and "still to come" in result.output


def test_a_reissue_follows_from_a_lost_copy(story: Path) -> None:
    """A new copy names the lost one whose place it takes; it cannot take the place of one that is not lost."""
    handover(story)
    name = log(story)[0]["id"]
    assert "No lost copy" in handover(story, "--instead-of", name).output
    run("lost", story, name)
    assert handover(story, "--instead-of", name).exit_code == 0
    assert log(story)[1]["instead-of"] == name


def test_losing_needs_no_sound_story(story: Path) -> None:
    """A lost copy is urgent: a slip somewhere in the story does not keep its report back."""
    handover(story)
    (story / "people.yaml").write_text("- id: [\n", "utf-8")
    assert run("lost", story, log(story)[0]["id"]).exit_code == 0
    listed = run("copies", story)
    assert listed.exit_code == 0 and "nothing can be compared" in listed.output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  on:", "  remark: paper\n  on:"),
        ("- id:", "- id: [\n- id:"),
        ("- id:", "- {id: x}\n- id:"),
        ("  on:", "  lost:\n  on:"),
    ],
)
def test_a_slip_in_the_log_does_not_keep_the_report_back(story: Path, old: str, new: str) -> None:
    """The report comes from what is kept of the copy; what could not be marked is said with what to write."""
    handover(story, "--given-to", "Nan")
    name = log(story)[0]["id"]
    change(story, "work/copies.yaml", old, new)
    result = run("lost", story, name)
    assert f"{name}-lost.md" in result.output
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    assert "- Jan" in report and "the Information Commissioner" in report
    assert read_copy_records(story)[0].lost
    assert result.exit_code == 0 or "by hand" in result.output
    (story / "work" / "copies" / f"{name}-lost.md").write_text("told at ten", "utf-8")
    run("lost", story, name)
    assert (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8") == "told at ten"


def test_a_report_that_a_full_disk_cut_off_is_made_again(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing counts as done until all of it is: the copy is not taken for one that the reader still has."""
    handover(story)
    name = log(story)[0]["id"]

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(losing, "mark_record_lost", full)
        result = run("lost", story, name)
        assert result.exit_code == 1 and "no space left" in result.output and "Nothing is changed" in result.output
    assert run("lost", story, name).exit_code == 0
    assert read_copy_records(story)[0].lost and log(story)[0]["lost"]


def test_the_clock_goes_on_from_the_day_in_the_log(story: Path) -> None:
    """Where a person marked the copy, the hours run from that day, and what is past is said to be."""
    handover(story)
    name = log(story)[0]["id"]
    change(story, "work/copies.yaml", f'- id: "{name}"\n', f'- id: "{name}"\n  lost: 2020-11-01\n')
    run("lost", story, name)
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    assert "2020-11-04, 00:00 **(past: tell them now)**" in report


def test_what_names_the_childs_own_is_the_childs_own(story: Path) -> None:
    """What has somebody only-me in its words is not in the report; nor is what became only-me since."""
    more = "- {id: zed, name: qzown7z, is: friend, group: friends, only-me: true}\n"
    more += "- {id: pat, name: Pat, is: aunt, group: family, facts: [{says: Pat knows [[zed]]}, {says: Pat bakes}]}\n"
    more = more.replace("Pat knows [[zed]]", '"Pat knows [[zed]]"')
    (story / "people.yaml").write_text((story / "people.yaml").read_text("utf-8") + more, "utf-8")
    moments = '- {when: 2025, what: "A picnic with [[zed]]"}\n- {when: 2024, what: You found qzlater7z}\n'
    (story / "timeline.yaml").write_text(moments, "utf-8")
    make_book(story)
    assert handover(story).exit_code == 0
    name = log(story)[0]["id"]
    kept = (story / "work" / "copies" / f"{name}.json").read_text("utf-8")
    assert "qzlater7z" in kept and "qzown" not in kept
    change(story, "timeline.yaml", "You found qzlater7z}", "You found qzlater7z, only-me: true}")
    run("lost", story, name)
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    assert "Pat: Pat bakes" in report and "qzown" not in report and "qzlater" not in report


def test_hard_facts_and_the_workers_own_news_are_in_the_report(story: Path) -> None:
    """A fact with a heads-up is marked as hard news, and what the workers say is new is told too."""
    fact = "{says: She was too ill, heads-up: about illness}"
    more = f"- {{id: pat, name: Pat, is: aunt, group: family, facts: [{fact}]}}\n"
    (story / "people.yaml").write_text((story / "people.yaml").read_text("utf-8") + more, "utf-8")
    change(story, "story.yaml", "talk-to:", "what-is-new: [{says: The house with the red door}]\ntalk-to:")
    make_book(story)
    handover(story)
    name = log(story)[0]["id"]
    run("lost", story, name)
    report = (story / "work" / "copies" / f"{name}-lost.md").read_text("utf-8")
    assert "- Pat: She was too ill **(hard news)**" in report
    assert "The house with the red door" in report
