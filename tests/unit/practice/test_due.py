"""What is due: the contract's lines, their order, and what silences them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import put
from tests.unit.practice.casework import CALM, COPY, PEOPLE, PLAN, SESSION, STORY, list_lines, run, write_case

EXPLAINED = "why-in-care: {child-says: a-bit}\n"
CONTRIBUTION = (
    "by: Maya\nwritten-in: the book for 9-12\nreceived: 2026-11-04\n"
    "entries:\n- {kind: wrong, about: The farm, words: It did not rain., on: 2026-11-03}\n"
)
HOMES = "- {id: oak, name: Oak House, stays: [{from: 6 March 2020}]}\n"
EXAMPLE = {
    **CALM,
    "homes.yaml": HOMES,
    "timeline.yaml": "- when: 2020\n  what: You moved\n  hold: {reason: not yet, decided-by: Priya, on: 2026-02-01, "
    "look-again: 2027-02-20}\n",
    "keepsakes.yaml": "- {id: blue-blanket, name: Your blue blanket, when: 2017-02-14, where-now: on your bed}\n",
    "work/contributions/a.yaml": CONTRIBUTION,
    "work/sessions/2026-03-12.yaml": f"{SESSION}felt: hard\nwhy-in-care: {{child-says: a-bit}}\n",
}


def test_what_is_due_is_printed_as_the_contract_has_it(tmp_path: Path) -> None:
    """Each line of the contract's example stands word for word, in its order."""
    assert list_lines(run("due", write_case(tmp_path, EXAMPLE))) == [
        "Maya (long-term fostering, Priya)                21 November 2026",
        "LATE   follow-up after 12 March (felt: hard): none written",
        'ANSWER Maya said on 3 November that something on "The farm" is wrong; by 17 November',
        "SOON   look again at something held back (timeline.yaml:1) by 20 February 2027",
        "LATE   direct work: last 12 March; every 3 months, so by 12 June",
        "ASK    is the blue blanket still with her? where-now is older than her move",
        "RECORD 1 session is not on the case record yet",
    ]


def test_a_pause_silences_rhythms_and_nothing_else(tmp_path: Path) -> None:
    """While a pause holds, follow-ups, answers and holds are still said, and sessions and books are not."""
    plan = PLAN + "pause: {from: 2026-10-01, look-again: 2026-12-01, reason: Maya said not now, by: Priya}\n"
    story = write_case(tmp_path, {**EXAMPLE, "work/plan.yaml": plan, "work/copies.yaml": "# none\n"})
    printed = run("due", story).output
    assert "direct work" not in printed and "new book" not in printed
    assert "follow-up" in printed and "ANSWER" in printed and "held back" in printed
    assert "look again at the pause since 1 October by 1 December" in printed
    assert "direct work: last 12 March" in run("due", story, "--date", "2026-12-02", day=None).output


@pytest.mark.parametrize(("working_days", "by"), [("england", "6 January 2027"), ("scotland", "7 January 2027")])
def test_book_and_letter_are_due_after_the_ceremony(tmp_path: Path, working_days: str, by: str) -> None:
    """Both deadlines of adoption count working days of the policy's nation, and a copy meets the book's."""
    files = {
        **CALM,
        "story.yaml": STORY.replace("long-term-fostering", "adoption"),
        "work/plan.yaml": PLAN + "dates: {adoption-ceremony: 18 December 2026}\n",
        "policy.yaml": f"working-days: {working_days}\n",
    }
    printed = run("due", write_case(tmp_path, files)).output
    for what in ("book", "later life letter"):
        assert f"{what}: 10 working days after the adoption ceremony of 18 December, so by {by}" in printed
    write_case(tmp_path, {**files, "work/copies.yaml": COPY.replace("2026-10-01", "2026-12-20")})
    later = run("due", tmp_path, "--date", "2026-12-21", day=None).output
    assert "book: 10 working days" not in later and "later life letter: 10 working days" in later


def test_a_question_and_an_answer(tmp_path: Path) -> None:
    """A question waits until it is answered, and its words are never printed."""
    asked = CONTRIBUTION.replace("kind: wrong", "kind: know").replace("It did not rain.", "Why did qzq go?")
    story = write_case(tmp_path, {"work/contributions/a.yaml": asked})
    printed = run("due", story).output
    assert "ANSWER Maya asked something on 3 November; by 17 November" in printed
    assert "qzq" not in printed
    answered = asked.replace("}\n", ", answered: {on: 2026-11-10, how: changed, told-by: Priya}}\n")
    assert "ANSWER" not in run("due", write_case(tmp_path, {"work/contributions/a.yaml": answered})).output


def test_a_page_of_hard_news_is_not_named(tmp_path: Path) -> None:
    """Where the child says that hard news is wrong, the page is not printed."""
    chapter = "---\ntitle: The farm\npart: who-am-i\nheads-up: about the night\n---\nIt was dark.\n"
    story = write_case(tmp_path, {"chapters/1.md": chapter, "work/contributions/a.yaml": CONTRIBUTION})
    printed = run("due", story).output
    assert "that something in the book is wrong" in printed and "The farm" not in printed


def test_a_no_counts_until_it_is_offered_again(tmp_path: Path) -> None:
    """For three months after a no nothing is late, and then it is again."""
    sessions = {
        "work/sessions/1.yaml": SESSION,
        "work/sessions/2.yaml": "{when: 1 November 2026, by: Priya, did: Offered., said-no: yes}\n",
    }
    story = write_case(tmp_path, {**CALM, **sessions})
    assert "SOON   direct work: last 12 March; offered 1 November, a no; offer again, so by 1 February 2027" in (
        run("due", story).output
    )
    assert "LATE   direct work: last 12 March 2026" in run("due", story, "--date", "2027-02-02", day=None).output


def test_a_rarer_rhythm_needs_a_reason_and_a_name(tmp_path: Path) -> None:
    """Sessions that are rarer than the policy says count only once somebody says why and who agreed."""
    files = {"work/sessions/1.yaml": SESSION.replace("12 March", "1 October")}
    rare = PLAN + "every: 12 weeks\n"
    story = write_case(tmp_path, {**CALM, **files, "work/plan.yaml": rare})
    printed = run("due", story).output
    assert "every 6 weeks, so by 12 November" in printed and "who agreed to every 12 weeks" in printed
    agreed = f"{rare}reason: She asked for it.\nagreed-by: Amina\n"
    printed = run("due", write_case(tmp_path, {"work/plan.yaml": agreed})).output
    assert "every 12 weeks, so by 24 December" in printed and "who agreed" not in printed


def test_a_session_after_the_day_does_not_count(tmp_path: Path) -> None:
    """What is dated after --date is not there yet."""
    story = write_case(tmp_path, {**CALM, "work/sessions/1.yaml": SESSION.replace("March 2026", "December 2026")})
    assert "first session: none yet; within 20 working days" in run("due", story).output


def test_a_no_to_the_first_session_makes_nobody_late(tmp_path: Path) -> None:
    """A child who said no to a first session is offered one again, and until that day nothing is late."""
    no = SESSION.replace("12 March", "10 September") + "said-no: yes\n"
    story = write_case(tmp_path, {**CALM, "work/sessions/1.yaml": no})
    printed = run("due", story).output
    assert "SOON   first session: offered 10 September, a no; offer again, so by 10 December" in printed
    assert "first session: none yet" in run("due", story, "--date", "2026-12-11", day=None).output


def test_an_unsure_day_counts_from_its_earliest(tmp_path: Path) -> None:
    """A session in March counts from the first of March."""
    story = write_case(tmp_path, {**CALM, "work/sessions/1.yaml": SESSION.replace("12 March", "March")})
    assert "direct work: last 1 March; every 6 weeks, so by 12 April" in run("due", story).output


def test_a_plan_that_has_ended_takes_its_deadlines_with_it(tmp_path: Path) -> None:
    """After a disruption the deadlines of adoption are no more."""
    plan = PLAN + (
        "dates: {adoption-ceremony: 18 December 2024}\nplans:\n- {name: adoption, from: 2023-05, until: 2024-11}\n"
        "- {name: long-term-fostering, from: 2024-11}\n"
    )
    story = write_case(tmp_path, {**CALM, "work/plan.yaml": plan})
    assert "adoption" not in run("due", story).output
    assert "the adoption ceremony" in run("due", story, "--date", "2024-10-15", day=None).output


def test_nothing_that_is_never_said_is_said(tmp_path: Path) -> None:
    """No percentage, no verdict and no word of the child stands in the list."""
    printed = run("due", write_case(tmp_path, EXAMPLE)).output.casefold()
    for never in ("%", "failed", "non-compliant", "compliant", "she is ok", "did not rain", "complete"):
        assert never not in printed


def test_a_file_names_no_worker_and_no_feeling(tmp_path: Path) -> None:
    """The list in a file says nothing of who did what and of how a session felt, and a worker's list is never one."""
    story = write_case(tmp_path / "caseload" / "4471", EXAMPLE)
    file = tmp_path / "due.csv"
    list_lines(run("due", story.parent, "--csv", file))
    text = file.read_text(encoding="utf-8-sig")
    assert "Priya" not in text and "hard" not in text and "follow-up after 12 March: none written" in text
    assert run("due", story.parent, "--worker", "Priya", "--csv", tmp_path / "other.csv").exit_code == 2
    assert run("due", story.parent, "--csv", file).exit_code == 1
    assert file.read_text(encoding="utf-8-sig") == text


def test_a_story_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    """In a caseload, such a story is a row that says so, and the others are listed; worker and team choose."""
    write_case(tmp_path / "North" / "1", CALM)
    write_case(
        tmp_path / "South" / "2", {**CALM, "work/plan.yaml": PLAN.replace("North", "South").replace("Priya", "Lin")}
    )
    write_case(tmp_path / "South" / "deep" / "3", {"people.yaml": "nonsense: [\n"})
    write_case(tmp_path / "moved-on" / "4", CALM)
    printed = run("due", tmp_path).output
    assert "North/1: Maya" in printed and "South/2: Maya" in printed and "moved-on" not in printed
    assert "South/deep/3: cannot be read (2 problems)." in printed
    theirs = run("due", tmp_path, "--worker", "lin").output
    assert "South/2" in theirs and "North/1" not in theirs
    assert "North/1" not in run("due", tmp_path, "--team", "south").output


def test_the_list_of_children_fills_what_the_plan_leaves_out(tmp_path: Path) -> None:
    """A worker who is only in children.csv counts, and what differs is shown from both."""
    story = write_case(
        tmp_path / "4471", {**CALM, "work/plan.yaml": "looked-after-since: 20 December 2019\nteam: North\n"}
    )
    (tmp_path / "children.csv").write_text("reference,worker,team\n4471,Priya,South\n", encoding="utf-8")
    printed = run("due", story).output
    assert printed.startswith("Maya (long-term fostering, Priya)")
    assert "which is right? team: North here, South in children.csv" in printed


def test_a_missing_plan_is_asked_for(tmp_path: Path) -> None:
    """Without a plan, the list says what it cannot count."""
    story = write_case(tmp_path, {})
    (story / "work" / "plan.yaml").unlink()
    assert "ASK    who is the worker, and since when?" in run("due", story).output


@pytest.mark.parametrize(
    ("kind", "since", "expected"),
    [("", "2019", True), ("kind: short-break, ", "2019", False), ("", "3 May 2021", False)],
)
def test_a_new_book_is_due_after_a_move(tmp_path: Path, kind: str, since: str, expected: bool) -> None:
    """A stay calls for a new book, unless it was a short break or began before anybody worked with the child."""
    homes = f"- {{id: oak, name: Oak House, stays: [{{{kind}from: 2 May 2021}}]}}\n"
    story = write_case(
        tmp_path, {"homes.yaml": homes, "work/plan.yaml": f"worker: Priya\nlooked-after-since: {since}\n"}
    )
    assert ("new book after the move" in run("due", story).output) == expected


def test_why_the_policy_asks_for_it_stands_beside_it(tmp_path: Path) -> None:
    """The authority's own words for why stand once for each plan by whose rules something is due, and else nowhere."""
    own = "plans: [{name: long-term-fostering, because: Children tell us that nobody explained.}]\n"
    for number, session in enumerate(("12 March 2026", "20 November 2026", "1 March 2026")):
        files: dict[str, str | bytes] = {"work/sessions/1.yaml": SESSION.replace("12 March 2026", session) + EXPLAINED}
        write_case(tmp_path / "c" / str(number), {**CALM, **files})
    put(tmp_path / "c" / "policy.yaml", own)
    reason = "Why (long-term fostering): Children tell us that nobody explained."
    assert list_lines(run("due", tmp_path / "c")).count(reason) == 1
    assert list_lines(run("due", tmp_path / "c" / "0"))[-1] == reason
    assert reason not in run("due", tmp_path / "c" / "1", "--within", "1 days").output


def test_a_time_ahead_may_be_in_working_days(tmp_path: Path) -> None:
    """--within counts working days of the policy's nation: St Andrew's Day is none in Scotland."""
    done = f"{SESSION.replace('12 March', '20 November')}{EXPLAINED}in-record: 2026-11-20\n"
    story = write_case(tmp_path / "c" / "1", {**CALM, "work/sessions/1.yaml": done})
    put(tmp_path / "c" / "policy.yaml", "working-days: scotland\n")
    for place in (story, story.parent):
        assert "Nothing is due until 1 December 2026" in run("due", place, "--within", "6 working days").output


def test_a_move_to_come_is_no_move_yet(tmp_path: Path) -> None:
    """On a day before a planned move, the home is the one before it, and the rhythm of a year there holds."""
    homes = "- {id: oak, name: Oak House, stays: [{from: 2020-01, until: 2027-01}]}\n"
    homes += "- {id: elm, name: Elm House, stays: [{from: 2027-01}]}\n"
    files = {**CALM, "homes.yaml": homes, "work/sessions/1.yaml": SESSION}
    assert "LATE   direct work: last 12 March; every 3 months" in run("due", write_case(tmp_path, files)).output


def test_a_like_to_come_hides_no_older_one(tmp_path: Path) -> None:
    """All About Me counts from the newest day that has been, whatever is dated after --date."""
    about = "- {kind: like, what: Goats., when: 2026-01-05}\n- {kind: like, what: Hens., when: 2027-01-05}\n"
    story = write_case(tmp_path, {**CALM, "about-me.yaml": about})
    assert "LATE   all about me: last 5 January; every 6 months, so by 5 July" in list_lines(run("due", story))


def test_whoever_is_withheld_is_somebody(tmp_path: Path) -> None:
    """A person who is held back is not named, by id or by name; a name that is nobody's in the story is."""
    held = "{id: barry, name: Barry Bold, is: uncle, group: family, hold: {reason: x, decided-by: P, on: 2026-01-01}}"
    asked = "".join(
        f"- {{who: {who}, what: [photos], on: 2026-05-01}}\n" for who in ("barry", "Barry Bold", "The vicar")
    )
    printed = run("due", write_case(tmp_path, {"people.yaml": f"{PEOPLE}- {held}\n", "work/asked.yaml": asked})).output
    assert printed.count("ASK    somebody was asked for 1 thing on 1 May") == 2 and "Barry" not in printed
    assert "ASK    The vicar was asked" in printed


def test_only_the_plan_that_holds_is_compared_with_the_list(tmp_path: Path) -> None:
    """Where the plan changed, the list of children is right to say the newer one; and a file names no worker."""
    plan = f"{PLAN}plans: [{{name: adoption, until: 2024-11}}, {{name: long-term-fostering, from: 2024-11}}]\n"
    story = write_case(tmp_path / "4471", {**CALM, "story.yaml": STORY.replace("long-term-fostering", "adoption")})
    put(story / "work" / "plan.yaml", plan)
    put(tmp_path / "children.csv", "reference,worker,plan\n4471,Lin,long-term fostering\n")
    assert "which is right? plan" not in run("due", story).output
    printed = run("due", tmp_path, "--csv", tmp_path / "d.csv").output
    assert "which is right? worker: Priya here, Lin in children.csv" in printed
    assert not {"Priya", "Lin"} & set((tmp_path / "d.csv").read_text(encoding="utf-8-sig").split())


def test_a_plan_is_due_where_only_the_list_knows_the_child(tmp_path: Path) -> None:
    """The plan itself has to be there as soon as the first session."""
    story = write_case(tmp_path / "4471", CALM)
    (story / "work" / "plan.yaml").unlink()
    put(tmp_path / "children.csv", "reference,worker,looked-after-since\n4471,Lin,1 July 2026\n")
    expected = "LATE   plan: none yet (work/plan.yaml); within 20 working days of 1 July, so by 29 July"
    assert expected in list_lines(run("due", story))


def test_a_policy_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    """No caseload is counted as if every story in it were broken."""
    for number in ("1", "2"):
        write_case(tmp_path / "c" / number, CALM)
    put(tmp_path / "c" / "policy.yaml", "working-days: narnia\n")
    for words in (("due",), ("report",), ("caseload",), ("audit", "--findings")):
        result = run(words[0], tmp_path / "c", *words[1:])
        assert result.exit_code == 1 and "policy.yaml:1" in result.output and "cannot be read (" not in result.output
