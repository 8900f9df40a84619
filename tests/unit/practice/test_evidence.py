"""Evidence for the four places: the contract's words, what parents may not read, and what went on the record."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from lsbook.practice.evidence.sentences import say_what_was_done
from tests.building import write_files
from tests.unit.practice.casework import CALM, PEOPLE, PLAN, SESSION, list_lines, run, write_case

WHY = (
    "why-in-care:\n  words: Mum drank and the judge said I need safe grown-ups.\n  child-says: a-bit\n"
    "  worker-sees: part\n"
)
BEFORE = (
    "when: 4 September 2025\nby: Lin\ndid: Talked about the judge.\nwhy-in-care: {child-says: no}\n"
    "in-record: 2025-09-05\n"
)
CHAPTER = (
    "---\ntitle: The judge\npart: how-i-got-here\nheads-up: about the judge\n"
    "told: {by: Priya, on: 2026-03-02}\n---\nHe.\n"
)
STEP = "felt: mixed\nnext: Ask Kelly for the goat photo.\nnext-by: 26 March 2026\n"
EXAMPLE = {
    "chapters/1.md": CHAPTER,
    "work/sessions/1.yaml": BEFORE,
    "work/sessions/2.yaml": f"{SESSION}{WHY}{STEP}",
}
NOTE = """VISITS, one case note each
Title: Life story work with Maya (visit)      Contact date: 12/03/2026
Priya looked at the farm photos with Maya and drew who was there.
Maya said: "I want to know if she is OK." She said it felt mixed.
Next: ask Kelly for the goat photo, by 26 March.
"""
SUMMARY = """CASE SUMMARY
Asked "Has somebody explained why you live here?" Maya answered: a bit (12 March 2026; before: no, 4 September 2025). \
In her words: "Mum drank and the judge said I need safe grown-ups." The worker's view: part. \
Told in person by Priya on 2 March 2026.
"""


def test_evidence_is_printed_as_the_contract_has_it(tmp_path: Path) -> None:
    """Case note, summary and a place with nothing new stand word for word."""
    printed = run("evidence", write_case(tmp_path, EXAMPLE), "--since", "2026-03-01").output
    assert printed.startswith(NOTE) and SUMMARY in printed
    assert "\nIDENTITY: nothing new since 1 March 2026.\n" in printed


def test_a_place_alone_is_printed_alone(tmp_path: Path) -> None:
    """With --place nothing else is printed, and a place is never left blank."""
    story = write_case(tmp_path, EXAMPLE)
    assert run("evidence", story, "--place", "case-summary", "--since", "2026-03-01").output == SUMMARY
    assert run("evidence", story, "--place", "visits", "--since", "2026-06-01").output == (
        "VISITS: nothing new since 1 June 2026.\n"
    )


@pytest.mark.parametrize(
    ("did", "sentence"),
    [
        ("Drew the farm.", "Priya drew the farm with Maya."),
        ("Walked to the pond, then fed the ducks", "Priya walked to the pond with Maya, then fed the ducks."),
        ("Talked with Jan about tea.", "Priya talked with Jan about tea."),
        ("She did not want to draw.", "Priya: She did not want to draw."),
        ("Maya drew a goat.", "Priya: Maya drew a goat."),
    ],
)
def test_nothing_is_added_to_what_a_worker_wrote(did: str, sentence: str) -> None:
    """A note that begins with a verb becomes a sentence, and any other stands as it is."""
    assert say_what_was_done(did, "Priya", "Maya") == sentence


def test_what_parents_may_read_says_nothing_of_where_and_why(tmp_path: Path) -> None:
    """Identity and care plan name no home, school, surname or address, and quote nothing that may not be shared."""
    files = {
        **CALM,
        "people.yaml": PEOPLE + "- {id: dave, name: Dave Oakhurst, is: foster dad, group: home}\n",
        "homes.yaml": "- {id: oak, name: Moonfield House, stays: [{from: 2020, people: [jan, dave], "
        "why-came: Qzwhy was the reason}]}\n",
        "schools.yaml": "- {id: elm, name: Elmsworth School, from: 2022}\n",
        "about-me.yaml": "- {kind: strength, what: You never give up on a puzzle., said-by: jan, when: 2026-10}\n"
        "- {kind: like, what: You like tea at Moonfield House., when: 2026-10}\n"
        "- {kind: hope, what: To swim for Elmsworth., when: 2026-10}\n"
        "- {kind: like, what: You like Mr Oakhurst's jokes., when: 2026-10}\n"
        "- {kind: like, what: You like qzown., when: 2026-10, said-by: me}\n"
        "- {kind: other, what: You wait at LA1 1AA., when: 2026-10}\n"
        "- {kind: like, what: Qzprivate., when: 2026-10, only-me: true}\n",
        "work/plan.yaml": PLAN + "how: Priya and Jan, qzthursdays\nchild-wants: To start with the farm.\n",
        "work/sessions/1.yaml": SESSION.replace("I want", "Qzsaid I want") + "theme: who-am-i\nwhere: qzkitchen\n",
    }
    story = write_case(tmp_path, files)
    result = run("evidence", story, "--place", "identity", "--place", "care-plan")
    text = result.stdout
    assert "Strength: You never give up on a puzzle." in text and "What Maya wants: To start with the farm." in text
    assert not re.search("(?i)moonfield|elmsworth|oakhurst|LA1|qz", text)
    assert "IDENTITY: what stands at about-me.yaml:2 is left out" in result.stderr
    assert "the words at work/sessions/1.yaml:6 are left out: may-share is not yes" in result.stderr
    write_files(story, {"work/sessions/1.yaml": SESSION + "theme: who-am-i\nmay-share: yes\n"})
    assert 'Maya said: "I want to know if she is OK." (12 March 2026)' in run("evidence", story).stdout


def test_a_session_that_names_somebody_withheld_refuses_its_block(tmp_path: Path) -> None:
    """Its place is said without the name, the other notes are printed, and the command has not done all."""
    hold = "hold: {reason: no, decided-by: P, on: 2026-01-01, look-again: 2027-01-01}"
    files = {
        "people.yaml": PEOPLE + f"- {{id: lorcan, name: Lorcan Byrne, is: uncle, group: family, {hold}}}\n",
        "work/sessions/1.yaml": SESSION,
        "work/sessions/2.yaml": SESSION.replace("Looked at the farm photos", "Talked about Lorcan"),
        "work/sessions/3.yaml": SESSION.replace("with: [jan]", "with: [jan, lorcan]"),
    }
    result = run("evidence", write_case(tmp_path, files), "--place", "visits")
    assert result.exit_code == 1 and "work/sessions/2.yaml:3:" in result.output
    assert "work/sessions/3.yaml:5:" in result.output and "lorcan" not in result.output
    assert "Lorcan" not in result.output and result.output.count("Title:") == 1


def test_who_is_the_childs_own_is_not_even_looked_for(tmp_path: Path) -> None:
    """A name that only an only-me item has refuses nothing, as if that item were not there."""
    files = {"work/sessions/1.yaml": SESSION.replace("farm", "Zedfarm")}
    own = PEOPLE + "- {id: zed, name: Zedfarm, is: friend, group: friends, only-me: true}\n"
    with_own = run("evidence", write_case(tmp_path / "a", {**files, "people.yaml": own}))
    assert with_own.exit_code == 0
    assert with_own.output == run("evidence", write_case(tmp_path / "b", files)).output


def test_what_went_on_the_record_is_not_printed_again(tmp_path: Path) -> None:
    """--recorded marks the sessions and changes nothing else, and --since last begins behind them."""
    story = write_case(tmp_path, {"work/sessions/2.yaml": f"# mine\n{SESSION}"})
    assert "Title:" in run("evidence", story, "--since", "last", "--place", "visits", "--recorded").output
    assert (story / "work/sessions/2.yaml").read_text("utf-8") == f'# mine\n{SESSION}in-record: "2026-11-21"\n'
    again = run("evidence", story, "--since", "last", "--place", "visits")
    assert again.output == "VISITS: nothing new since 21 November 2026.\n"


def test_the_number_in_the_case_system_is_printed_only_when_asked_for(tmp_path: Path) -> None:
    """Without --with-reference no evidence says it."""
    story = write_case(tmp_path, {**EXAMPLE, "work/plan.yaml": PLAN + 'reference: "4471"\n'})
    assert "4471" not in run("evidence", story).output
    assert run("evidence", story, "--with-reference").output.startswith("Reference: 4471\n")


def test_word_files_hold_the_same_words(tmp_path: Path) -> None:
    """Each case note is a file of its own with the words of the screen, and made again it has the same bytes."""
    story = write_case(tmp_path / "story", EXAMPLE)
    for folder in ("a", "b"):
        list_lines(run("evidence", story, "--since", "2026-03-01", "--word", tmp_path / folder))
    names = sorted(file.name for file in (tmp_path / "a").iterdir())
    assert names == ["care-plan-2026-11-21.docx", "case-summary-2026-11-21.docx", "visits-2026-03-12.docx"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    document = Document(str(tmp_path / "a" / "visits-2026-03-12.docx"))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[0] == "Life story work with Maya (visit)" and words[2:5] == NOTE.splitlines()[2:5]
    assert run("evidence", story, "--word", tmp_path / "a").exit_code == 1
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a" / names[0]).read_bytes())) as packed:
        assert {info.date_time[0] for info in packed.infolist()} == {1980}


def test_titles_are_as_short_as_case_systems_need_them(tmp_path: Path) -> None:
    """However long a name, a title has at most 80 letters."""
    name = "Maya " * 30
    story = write_case(tmp_path, {**EXAMPLE})
    file = story / "story.yaml"
    file.write_text(file.read_text("utf-8").replace("Maya", name.strip()), encoding="utf-8")
    title = re.search(r"Title: (.*?)      Contact", run("evidence", story, "--place", "visits").output)
    assert title and len(title[1]) == 80


def test_evidence_interprets_nothing(tmp_path: Path) -> None:
    """Nothing says what a child understands, or that there are no concerns, and what was read is not quoted."""
    showed = SESSION + "showed: {what: She pointed at the goat., read-by: Jan, sure: partly}\n"
    printed = run("evidence", write_case(tmp_path, {"work/sessions/1.yaml": showed})).output
    assert "What Maya showed, as Jan read it, partly sure: She pointed at the goat." in printed
    assert '"She pointed' not in printed
    assert not re.search("(?i)understands|no concerns|failed|complian|%", printed)


def test_an_unsure_day_may_lie_within(tmp_path: Path) -> None:
    """A session in March is taken in where something since the twentieth is asked for."""
    story = write_case(tmp_path, {"work/sessions/1.yaml": SESSION.replace("12 March", "March")})
    printed = run("evidence", story, "--since", date(2026, 3, 20).isoformat()).output
    assert "Contact date: March 2026" in printed


def test_photos_of_a_session_are_said_and_none_is_named(tmp_path: Path) -> None:
    """The case note says that there are photos, by the name of no file, which tells what is in it."""
    story = write_case(tmp_path, {"work/sessions/1.yaml": f"{SESSION}photos: [farm-drawing.jpg, map.jpg]\n"})
    printed = run("evidence", story).output
    assert "There are photos of it, kept with the story." in printed.split("CASE SUMMARY")[0]
    assert printed.count("photos of it") == 1 and "farm-drawing" not in printed
