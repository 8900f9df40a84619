"""Writing sessions down, by questions, by a note and by a form; and the page for the next visit."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from lsbook.practice.sessions.form import SAFETY
from lsbook.reading.work.records import read_work
from tests.building import put
from tests.unit.practice.casework import PLAN, SESSION, list_lines, run, write_case

FORM = {
    "lsbook": "session", "version": 1, "kind": "session", "name": "Maya",
    "fields": {
        "when": "12 March 2026", "by": "Priya", "did": "Drew the farm.", "words": "Goat!\nNo.", "child-says": "a-bit",
        "why": "Mum drank.", "felt": "mixed", "only-me": "true", "said-no": "no",
    },
}  # fmt: skip


def test_three_questions_are_enough(tmp_path: Path) -> None:
    """When, who and what are asked, then anything more; the last line says where a worry about safety goes."""
    story = write_case(tmp_path, {})
    given = "12 March 2026\nPriya\nDrew the farm.\nfelt: mixed\nShe laughed.\nwords: Goat!\n\n"
    lines = list_lines(run("add", "session", story, day=None, given=given))
    assert "Anything more? Enter to finish." in "\n".join(lines)
    assert lines[-1] == SAFETY == "A worry about safety? It goes on the case system now, not here."
    [session] = read_work(story).value.sessions
    assert (session.by, session.did, session.words, session.felt) == (
        "Priya", "Drew the farm. She laughed.", ("Goat!",), "mixed",
    )  # fmt: skip


def test_that_it_can_be_asked_for_later_is_said_once(tmp_path: Path) -> None:
    """With the first session of a story a worker hears that the young person may read it one day."""
    story = write_case(tmp_path, {})
    words = ("add", "session", story, "--when", "2026-03-12", "--by", "Priya", "--did", "Drew.")
    assert "can be asked for later" in run(*words, day=None).output
    assert "can be asked for later" not in run(*words, day=None).output


def test_two_sessions_of_a_day_are_two_files(tmp_path: Path) -> None:
    """Nothing is ever written over another session."""
    story = write_case(tmp_path, {})
    for did in ("One.", "Two.", "Three."):
        list_lines(run("add", "session", story, "--when", "12 March 2026", "--by", "Lin", "--did", did, day=None))
    assert sorted(file.name for file in (story / "work" / "sessions").iterdir()) == [
        "2026-03-12-2.yaml", "2026-03-12-3.yaml", "2026-03-12.yaml",
    ]  # fmt: skip
    assert {session.did for session in read_work(story).value.sessions} == {"One.", "Two.", "Three."}


def test_a_note_that_is_on_the_record_already_is_taken_as_it_is(tmp_path: Path) -> None:
    """What was pasted is what was done, and counts as on the case record."""
    story = write_case(tmp_path, {})
    words = ("add", "session", story, "--when", "12 March 2026", "--by", "Priya", "--paste", "-")
    list_lines(run(*words, given='She said: "no" # twice.\n\nThen tea.'))
    [session] = read_work(story).value.sessions
    assert session.did == 'She said: "no" # twice. Then tea.' and str(session.in_record) == "2026-11-21"
    assert run("add", "session", story, "--paste", "-", given="x").exit_code == 2


def test_what_cannot_be_read_is_not_written(tmp_path: Path) -> None:
    """A day that is none is said with a remedy, and no file is left behind."""
    story = write_case(tmp_path, {})
    result = run("add", "session", story, "--when", "soon", "--by", "Lin", "--did", "Talked.", day=None)
    assert result.exit_code == 1 and "does not know this kind of date" in result.output
    assert not (story / "work" / "sessions").exists()


@pytest.mark.parametrize("kind", ["session", "carer"])
def test_a_form_works_alone(tmp_path: Path, kind: str) -> None:
    """A form is one file that reaches for nothing, runs its own script only, and has a label for each question."""
    story = write_case(tmp_path, {"work/sessions/1.yaml": SESSION})
    list_lines(run("form", story, "--for", kind, "--to", tmp_path / "out"))
    page = (tmp_path / "out" / f"{kind}-form.html").read_text(encoding="utf-8")
    assert (
        "default-src 'none'" in page and "script-src 'sha256-" in page and "http" not in page.replace("http-equiv", "")
    )
    ids = re.findall(r'<(?:input type="text"|textarea) id="([a-z-]+)"', page)
    assert {"when", "by", "did"} <= set(ids) and all(f'<label for="{key}">' in page for key in ids)
    assert SAFETY in page and "goat" not in page.casefold()


def test_what_a_form_saved_is_taken_in(tmp_path: Path) -> None:
    """Receiving a form's file makes a session of it, with no key that a form does not have."""
    story = write_case(tmp_path / "story", {})
    file = put(tmp_path / "session.json", json.dumps(FORM))
    assert list_lines(run("receive", story, file, day=None))[-1] == SAFETY
    work = read_work(story)
    assert work.problems == ()
    [session] = work.value.sessions
    assert session.words == ("Goat!", "No.") and session.why_in_care and session.why_in_care.words == "Mum drank."
    assert not session.is_declined


def test_what_a_carer_saw_is_an_everyday_moment(tmp_path: Path) -> None:
    """A carer's form becomes a session of its own kind."""
    story = write_case(tmp_path / "story", {})
    list_lines(run("receive", story, put(tmp_path / "m.json", json.dumps({**FORM, "kind": "carer"})), day=None))
    assert read_work(story).value.sessions[0].part_of == "everyday"


def test_the_form_of_another_child_is_refused(tmp_path: Path) -> None:
    """One child's session never gets into another child's story."""
    story = write_case(tmp_path / "story", {})
    result = run("receive", story, put(tmp_path / "s.json", json.dumps({**FORM, "name": "Leo"})), day=None)
    assert result.exit_code == 1 and not (story / "work" / "sessions").exists()


def test_the_page_for_a_visit_says_what_is_open_and_what_is_not(tmp_path: Path) -> None:
    """What comes next, open questions, what has been told and not, and what to do if stand on one page."""
    chapter = "---\ntitle: The night\npart: how-i-got-here\nheads-up: about the night\n{}---\nIt was dark.\n"
    files = {
        "work/plan.yaml": PLAN + "child-wants: To start with the farm.\n",
        "work/sessions/1.yaml": SESSION + "next: Ask Kelly for the goat photo.\nnext-by: 26 March 2026\n",
        "questions.yaml": "- {ask: Where is Tyler?, status: finding-out}\n"
        "- {ask: What is qzone?, status: finding-out, only-me: true}\n"
        "- {ask: Why qzheld?, status: finding-out, hold: {reason: no, decided-by: P, on: 2026, look-again: 2027}}\n"
        "- {ask: Why qzlater?, status: finding-out, from-age: 13}\n",
        "chapters/1.md": chapter.format("told: {by: Priya, on: 2026-03-02}\n"),
        "chapters/2.md": chapter.format("").replace("about the night", "about the move"),
    }
    list_lines(run("visit", write_case(tmp_path / "s", files), "--to", tmp_path / "out"))
    page = (tmp_path / "out" / "visit-2026-11-21.html").read_text(encoding="utf-8")
    for text in ("Ask Kelly for the goat photo. (by 26 March)", "Where is Tyler?", "about the night (Priya, 2 March)"):
        assert text in page
    told, untold = page.split("Not told in person yet")
    assert "about the move" in untold and "about the move" not in told and "To start with the farm." in page
    assert not re.search("qz(one|held|later)", page)


def test_the_page_is_never_written_over(tmp_path: Path) -> None:
    """The same page again is the same file, and another page gets a name of its own."""
    story = write_case(tmp_path, {})
    for _ in range(2):
        list_lines(run("visit", story))
    write_case(tmp_path, {"work/plan.yaml": PLAN + "child-wants: Goats.\n"})
    list_lines(run("visit", story))
    names = sorted(file.name for file in (story / "work" / "visits").iterdir())
    assert names == ["visit-2026-11-21-2.html", "visit-2026-11-21.html"]
