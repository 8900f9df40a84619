"""Children of a caseload as the contract alone describes them, and what a report has to say of each.

Days are worked out by hand, with a calendar beside: none of lsbook's own sums stand here. It is 21 November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

_YEAR_AGO, _LESS = "2025-11-21", "2025-11-22"


@dataclass(frozen=True)
class Child:
    """One story: its folder, the files beside story.yaml, and state, last and next session as they have to be."""

    path: str
    state: str
    last: str = ""
    next: str = ""
    plan: str = "long-term-fostering"
    work: str = ""
    """What stands in work/plan.yaml behind worker and looked-after-since."""
    since: str = "2020-01-01"
    sessions: tuple[str, ...] = ()
    files: dict[str, str | bytes] = field(default_factory=dict)


def took(when: str, more: str = "") -> str:
    """A session that took place."""
    return f"when: {when}\nby: Priya\ndid: Drew a goat.\n{more}"


def said_no(when: str) -> str:
    """A session that was offered, and the child said no."""
    return f'when: {when}\nby: Priya\ndid: Offered.\nsaid-no: "yes"\n'


def _live(start: str, kind: str = "") -> dict[str, str | bytes]:
    return {"homes.yaml": f"- {{id: oak, name: Oak House, stays: [{{from: {start}{kind}}}]}}\n"}


def _pause(more: str) -> str:
    return f"pause: {{from: 2026-10-01, {more}reason: Maya said not now, by: Priya}}\n"


_NO_PLAN: dict[str, str | bytes] = {"work/plan.yaml": ""}
SEPTEMBER = took("1 September 2026")


def list_children() -> Iterator[Child]:
    """Every state, and both sides of each edge."""
    yield from _list_rhythms()
    yield from _list_refusals()
    yield from _list_pauses()
    yield from _list_homes_and_plans()
    yield from _list_broken()
    yield from _list_first_sessions()


def _list_rhythms() -> Iterator[Child]:
    yield Child("England/101", "engaged", "2026-11-01", "2026-12-13", sessions=(took("1 November 2026"),))
    yield Child("England/102", "engaged", "2026-10-10", "2026-11-21", sessions=(took("10 October 2026"),))
    yield Child("England/103", "overdue", "2026-10-09", "2026-11-20", sessions=(took("9 October 2026"),))
    yield Child("England/104", "engaged", "2026-11-21", "2027-01-02", sessions=(took("21 November 2026"),))
    yield Child("England/105", "not begun", "", "2020-01-29", sessions=(took("22 November 2026"),))
    yield Child("England/106", "overdue", "2026-10-01", "2026-11-12", sessions=(took("October 2026"),))
    yield Child("England/107", "overdue", "2026-01-01", "2026-02-12", sessions=(took('"2026"'),))
    yield Child("England/108", "overdue", "2026-09-01", "2026-10-13", sessions=(took("2 March 2025"), SEPTEMBER))
    every = "every: {}\n"
    agreed = "reason: Long drives.\nagreed-by: Amina\n"
    yield Child(
        "England/109",
        "overdue",
        "2026-10-20",
        "2026-11-17",
        work=every.format("4 weeks"),
        sessions=(took("20 October 2026"),),
    )
    yield Child(
        "England/110",
        "overdue",
        "2026-10-01",
        "2026-11-12",
        work=every.format("8 weeks"),
        sessions=(took("1 October 2026"),),
    )
    yield Child(
        "England/111",
        "engaged",
        "2026-10-01",
        "2026-11-26",
        work=every.format("8 weeks") + agreed,
        sessions=(took("1 October 2026"),),
    )


def _list_refusals() -> Iterator[Child]:
    yield Child("England/201", "offered, said no", "", "2026-11-21", sessions=(said_no("21 August 2026"),))
    yield Child("England/202", "not begun", "", "2020-01-29", sessions=(said_no("20 August 2026"),))
    yield Child(
        "England/203", "offered, said no", "", "2027-01-05", sessions=(said_no("1 May 2026"), said_no("5 October 2026"))
    )
    yield Child("England/204", "not begun", "", "2020-01-29", sessions=(said_no("22 November 2026"),))
    yield Child("England/205", "engaged", "2026-09-01", "2027-01-01", sessions=(SEPTEMBER, said_no("1 October 2026")))
    yield Child("England/206", "overdue", "2026-09-01", "2026-10-13", sessions=(said_no("1 August 2026"), SEPTEMBER))
    yield Child(
        "England/207", "overdue", "2026-03-01", "2026-04-12", sessions=(took("1 March 2026"), said_no("20 August 2026"))
    )


def _list_pauses() -> Iterator[Child]:
    yield Child("England/301", "paused", "", "2020-01-29", work=_pause("look-again: 2026-11-21, "))
    yield Child(
        "England/302",
        "overdue",
        "2026-09-01",
        "2026-10-13",
        work=_pause("look-again: 2026-11-20, "),
        sessions=(SEPTEMBER,),
    )
    yield Child(
        "England/303",
        "engaged",
        "2026-11-01",
        "2026-12-13",
        work=_pause("look-again: 2027-01-01, ").replace("2026-10-01", "2026-11-22"),
        sessions=(took("1 November 2026"),),
    )
    yield Child(
        "England/304",
        "overdue",
        "2026-09-01",
        "2026-10-13",
        work=_pause("look-again: 2027-01-01, until: 2026-11-01, "),
        sessions=(SEPTEMBER,),
    )
    yield Child(
        "England/305",
        "paused",
        "2026-09-01",
        "2026-10-13",
        work=_pause("look-again: 2026-12-01, ").replace("2026-10-01", "2026-11-21"),
        sessions=(SEPTEMBER,),
    )
    yield Child("England/306", "not begun", "", "2020-01-29", work=_pause("look-again: 2026-11-20, "))


def _list_homes_and_plans() -> Iterator[Child]:
    once = (SEPTEMBER,)
    yield Child("England/401", "engaged", "2026-09-01", "2026-12-01", sessions=once, files=_live(_YEAR_AGO))
    yield Child("England/402", "overdue", "2026-09-01", "2026-10-13", sessions=once, files=_live(_LESS))
    yield Child(
        "England/403", "engaged", "2026-09-01", "2026-12-01", "kinship-care", sessions=once, files=_live("2024")
    )
    yield Child(
        "England/404", "overdue", "2026-09-01", "2026-10-13", "short-term-fostering", sessions=once, files=_live("2020")
    )
    away = _live("2020", "}]}\n- {id: elm, name: Elm House, stays: [{kind: short-break, from: 2026-10, until: 2026-11")
    yield Child("England/405", "engaged", "2026-09-01", "2026-12-01", sessions=once, files=away)
    moved = _live("2020, until: 2026-08", "}]}\n- {id: elm, name: Elm House, stays: [{from: 2026-08")
    yield Child("England/406", "overdue", "2026-09-01", "2026-10-13", sessions=once, files=moved)
    yield Child("England/407", "engaged", "2020-06-01", "", "leaving-care", sessions=(took("1 June 2020"),))
    yield Child("England/408", "engaged", "2020-06-01", "", "special-guardianship", sessions=(took("1 June 2020"),))
    yield Child("England/409", "engaged", "2020-06-01", "", "staying-put", sessions=(took("1 June 2020"),))
    yield Child("England/410", "not begun", "", "", "staying-put")
    changed = "plans: [{name: adoption, from: 2023-05, until: 2024-11}, {name: long-term-fostering, from: 2024-11}]\n"
    yield Child(
        "England/411", "engaged", "2026-09-01", "2026-12-01", "adoption", changed, sessions=once, files=_live("2020")
    )
    review = "next-review: {}\n"
    yield Child(
        "Wales/412",
        "engaged",
        "2026-09-01",
        "2027-01-14",
        "kinship-care",
        review.format("14 January 2027"),
        sessions=once,
    )
    yield Child(
        "Wales/413",
        "overdue",
        "2026-09-01",
        "2026-11-20",
        "kinship-care",
        review.format("20 November 2026"),
        sessions=once,
    )
    yield Child(
        "Wales/414", "engaged", "2026-09-01", "", "kinship-care", review.format("1 September 2026"), sessions=once
    )
    yield Child("Wales/415", "engaged", "2020-06-01", "", "residential", sessions=(took("1 June 2020"),))
    yield Child("Wales/416", "overdue", "2025-11-20", "2026-11-20", "return-home", sessions=(took("20 November 2025"),))
    yield Child("England/deep/417", "engaged", "2026-11-01", "2026-12-13", sessions=(took("1 November 2026"),))


def _list_broken() -> Iterator[Child]:
    broken: tuple[dict[str, str | bytes], ...] = (
        {"people.yaml": "- {id: jan, oops\n"},
        {"work/plan (1).yaml": "worker: Lin\nlooked-after-since: 2020\n"},
        {"work/plan-LAPTOP7.yaml": "worker: Lin\nlooked-after-since: 2020\n"},
        {"work/sessions/1.sync-conflict-20261101-1.yaml": SEPTEMBER},
        {"work/sessions/1.yaml": b""},
        {"work/sessions/1.yaml": f"{SEPTEMBER}only-me: true\n"},
        {"work/sessions/1.yaml": SEPTEMBER.replace("1 September 2026", "not known")},
        {"work/plan.yaml": "looked-after-since: 2020-01-01\n"},
        {"work/plan.yaml": "worker: Priya\n"},
        {"work/quality.yaml": "- {on: 4 June 2026, by: Priya, found: {honest-and-kind: partly}}\n"},
        {"people.yaml": b""},
    )
    for number, files in enumerate(broken, 501):
        yield Child(f"England/{number}", "cannot be read", files=files)
    yield Child("England/521", "not begun", files=_NO_PLAN)
    yield Child(
        "England/522", "engaged", "2026-11-01", "2026-12-13", sessions=(took("1 November 2026"),), files=_NO_PLAN
    )
    crlf = took("1 November 2026").replace("\n", "\r\n").encode("utf-8-sig")
    yield Child("England/523", "engaged", "2026-11-01", "2026-12-13", files={"work/sessions/1.yaml": crlf})
    wide = took("1 November 2026").encode("utf-16")
    yield Child("England/524", "engaged", "2026-11-01", "2026-12-13", files={"work/sessions/1.yaml": wide})


def _list_first_sessions() -> Iterator[Child]:
    """First sessions within 20 working days, over bank holidays of the four nations."""
    due = {
        "2026-10-23": ("2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20"),
        "2026-10-26": ("2026-11-23", "2026-11-23", "2026-11-23", "2026-11-23"),
        "2025-12-18": ("2026-01-20", "2026-01-20", "2026-01-21", "2026-01-20"),  # 2 January: Scotland
        "2026-06-22": (
            "2026-07-20",
            "2026-07-20",
            "2026-07-20",
            "2026-07-21",
        ),  # 13 July for the 12th: Northern Ireland
        "2026-03-02": ("2026-03-30", "2026-03-30", "2026-03-30", "2026-03-31"),  # St Patrick
        "2026-07-13": (
            "2026-08-10",
            "2026-08-10",
            "2026-08-11",
            "2026-08-10",
        ),  # August: Scotland's is the first Monday
        "2026-03-19": ("2026-04-20", "2026-04-20", "2026-04-17", "2026-04-20"),  # no Easter Monday in Scotland
    }
    nations = ("England", "Wales", "Scotland", "Northern Ireland")
    for row, (since, days) in enumerate(due.items(), 600):
        for number, nation in enumerate(nations):
            yield Child(f"{nation}/{row + 10 * number}", "not begun", "", days[number], since=since)
