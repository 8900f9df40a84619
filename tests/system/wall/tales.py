"""Whole stories: every kind of item, every gate anywhere, every kind of date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.system.wall.blocks import blocks
from tests.system.wall.data import ENTRIES, Data, Tale, Wanted
from tests.system.wall.die import PLACES, Die
from tests.system.wall.pool import ENDINGS
from tests.system.wall.words import Maker, dropping_none

ABOUT_ME = (
    "like", "dislike", "strength", "hope", "feeling", "faith",
    "culture", "language", "health", "looks", "name", "other",
)  # fmt: skip
MOMENTS = ("", "birth", "move", "school", "first", "achievement", "decision", "family-time", "health", "loss", "other")
PARTS = ("who-am-i", "how-i-got-here", "my-people", "where-im-going")
STATEMENTS = ("why-came", "why-left", "first-day", "goodbye", "what-i-wanted")
PLANS = ("long-term-fostering", "adoption", "special-guardianship")
LETTERS = ("hello", "goodbye", "carer", "family", "later-life")


@st.composite
def tales(draw: DrawFn, edition: str) -> tuple[Tale, Wanted]:
    """A story, and the one edition of it that is looked at."""
    maker = Maker(Die(draw, edition))
    pictures = _pictures(maker)
    lists = {file: _heads(maker, file) for file in ENTRIES}
    maker.people = [person["id"] for person in lists["people.yaml"]]
    maker.targets = [(head["id"], age) for heads in lists.values() for head in heads if (age := _named_from(head)) >= 0]
    for file, fill in _BODIES.items():
        for head in lists[file]:
            head.update(_common(maker, head) | fill(maker, head.get("from-age", 0)))
    for file, (most, make) in _ITEMS.items():
        lists[file] = [make(maker) for _ in range(maker.die.number(0, most))]
    lists["media.yaml"] = [_medium(maker, file) for file in pictures if maker.die.chance(70)]
    maker.gated_files = [one["file"] for one in lists["media.yaml"] if {"from-age", "only-me"} & set(one)]
    maker.private_files = [one["file"] for one in lists["media.yaml"] if "only-me" in one]
    letters: list[Data] = []
    for _ in range(maker.die.number(0, 3)):
        letters.append(_letter(maker, letters))
    chapters = [_chapter(maker, letters) for _ in range(maker.die.number(0, 4))]
    _tell_in_chapters(maker, lists, [chapter["file"] for chapter in chapters])
    return Tale(_top(maker, lists["people.yaml"]), lists, chapters, letters, pictures), maker.die.wanted


def _tell_in_chapters(maker: Maker, lists: dict[str, list[Data]], files: list[str]) -> None:
    """Of some facts and moments a chapter says that it tells them."""
    facts = [fact for person in lists["people.yaml"] for fact in person.get("facts", ()) if isinstance(fact, dict)]
    for item in (*facts, *lists["timeline.yaml"]) if files else ():
        if maker.die.chance(30):
            item["told-in"] = maker.die.pick(files)


def _pictures(maker: Maker) -> dict[str, int]:
    die, pictures = maker.die, dict[str, int]()
    for _ in range(die.number(0, 6)):
        number = die.number(0, len(ENDINGS) - 1)
        pictures[f"{die.pick(('', '2019/'))}{die.canary('file')}.{ENDINGS[number]}"] = number
    maker.files = list(pictures)
    return pictures


def _heads(maker: Maker, file: str) -> list[Data]:
    """Entries with their ids and gates alone: everything else may name them."""
    return [_head(maker) for _ in range(maker.die.number(0, 4 if file == "people.yaml" else 2))]


def _head(maker: Maker) -> Data:
    gates, _ = maker.gates()
    return {"id": maker.die.canary("id"), "name": maker.told("name", 0, title=True), **gates}


def _named_from(head: Data) -> int:
    """The age from which a sentence may name this entry; -1 where no sentence may."""
    never = "hold" in head or "only-me" in head or not isinstance(head["name"], str)
    return -1 if never or not isinstance(head.get("heads-up", ""), str) else int(head.get("from-age", 0))


def _common(maker: Maker, head: Data) -> Data:
    floor, die = head.get("from-age", 0), maker.die
    return dropping_none(
        also_called=[die.words("also")] if die.chance(30) else None,
        about=maker.maybe_statement("about", floor),
        photo=maker.maybe_file(),
        accounts=maker.accounts(floor),
    )


# --- people and places ---------------------------------------------------------------------------------------------


def _person(maker: Maker, floor: int) -> Data:
    die = maker.die
    return dropping_none(
        is_=die.title("is"),
        group=die.pick(("family", "home", "friends", f"group {die.canary('group')}")),
        parent_of=maker.some_people(2),
        adoptive_parent_of=maker.some_people(1),
        partners=[_partner(maker) for _ in range(die.number(0, 1))],
        family_time=[_family_time(maker, floor) for _ in range(die.number(0, 1))],
        facts=[_fact(maker, floor) for _ in range(die.number(0, 2))],
        worked_with_me=[_work_time(maker) for _ in range(die.number(0, 1))],
        died=die.maybe_when(),
    )


def _fact(maker: Maker, floor: int) -> Any:
    fact = maker.statement("fact", floor)
    return fact | {"kind": "health"} if isinstance(fact, dict) and maker.die.chance(30) else fact


def _work_time(maker: Maker) -> Data:
    gates, floor = maker.gates()
    return dropping_none(
        from_=maker.die.when(),
        until=maker.die.pick((None, "not known", "after 2040")),
        as_=maker.told("as", floor, title=True) if maker.die.chance(50) else None,
        **gates,
    )


def _partner(maker: Maker) -> Data:
    gates, _ = maker.gates(instead=False)
    return dropping_none(person=maker.die.pick(maker.people), from_=maker.die.maybe_when(), **gates)


def _family_time(maker: Maker, floor: int) -> Data:
    gates, floor = maker.gates(floor)
    return dropping_none(from_=maker.die.maybe_when(), how=maker.maybe_statement("how", floor), **gates)


def _home(maker: Maker, floor: int) -> Data:
    return dropping_none(stays=[_stay(maker, floor) for _ in range(maker.die.number(0, 2))])


def _stay(maker: Maker, floor: int) -> Data:
    gates, floor = maker.gates(floor)
    begun = maker.die.when()
    later = not begun.startswith(("when", "summer", "winter"))  # these may begin after a day that is drawn later
    said = {key.replace("-", "_"): maker.maybe_statement(key.replace("-", ""), floor) for key in STATEMENTS}
    return dropping_none(
        from_=begun,
        until=maker.die.pick((None, "not known", "after 2040", maker.die.day().isoformat() if later else None)),
        kind=maker.die.pick((None, None, "short-break")),
        people=maker.some_people(),
        who_took_me=maker.maybe_who(),
        photos=maker.die.some(maker.files, 2),
        **said,
        **gates,
    )


def _school(maker: Maker, _floor: int) -> Data:
    return dropping_none(from_=maker.die.maybe_when(), people=maker.some_people())


def _keepsake(maker: Maker, floor: int) -> Data:
    return dropping_none(
        given_by=maker.maybe_who(),
        looked_for_by=maker.maybe_who(),
        when=maker.die.maybe_when(),
        where_now=maker.maybe_statement("where", floor),
    )


_BODIES: dict[str, Callable[[Maker, int], Data]] = {
    "people.yaml": _person,
    "homes.yaml": _home,
    "schools.yaml": _school,
    "keepsakes.yaml": _keepsake,
}

# --- the rest of the story -----------------------------------------------------------------------------------------


def _about_me(maker: Maker) -> Data:
    gates, floor = maker.gates()
    return dropping_none(
        kind=maker.die.pick(ABOUT_ME),
        what=maker.told("what", floor),
        said_by=maker.maybe_who(),
        when=maker.die.maybe_when(),
        **gates,
    )


def _moment(maker: Maker) -> Data:
    gates, floor = maker.gates()
    return dropping_none(
        when=maker.die.when(),
        what=maker.told("moment", floor),
        kind=maker.die.pick(MOMENTS),
        about=maker.maybe_statement("momentabout", floor),
        people=maker.some_people(),
        photos=maker.die.some(maker.files, 2),
        **gates,
    )


def _question(maker: Maker) -> Data:
    gates, floor = maker.gates()
    status = maker.die.pick(("finding-out", "answered", "later", "not-ours-to-tell", "nobody-knows"))
    return dropping_none(
        ask=maker.told("ask", floor),
        status=status,
        finding_out=maker.maybe_who(),
        answer=None if status == "nobody-knows" else maker.maybe_statement("answer", floor),
        **gates,
    )


def _word(maker: Maker) -> Data:
    gates, floor = maker.gates()
    return dropping_none(
        word=maker.told("word", 0, title=True),
        means=maker.told("means", floor),
        about="law" if maker.die.chance(30) else None,
        **gates,
    )


_ITEMS: dict[str, tuple[int, Callable[[Maker], Data]]] = {
    "about-me.yaml": (3, _about_me),
    "timeline.yaml": (4, _moment),
    "questions.yaml": (2, _question),
    "words.yaml": (2, _word),
}


def _medium(maker: Maker, file: str) -> Data:
    gates, floor = maker.gates()
    die = maker.die
    return dropping_none(
        file=file,
        shows=maker.told("shows", 0, title=True),
        caption=maker.told("caption", floor) if die.chance(50) else None,
        people=maker.some_people(1) if die.chance(40) else None,
        when=die.maybe_when(),
        permission=[{"by": die.words("permission"), "on": die.when()}] if die.chance(20) else None,
        captions=die.words("captions") if die.chance(20) else None,
        transcript=maker.told("transcript", floor) if die.chance(20) else None,
        decorative=True if die.chance(10) else None,
        look_for=maker.told("lookfor", floor) if die.chance(30) else None,
        **gates,
    )


def _letter(maker: Maker, before: list[Data]) -> Data:
    gates, floor = maker.gates()
    die = maker.die
    opened = die.pick((None, None, *BANDS_AND_MORE))
    return dropping_none(
        file=die.canary("letterfile"),
        title=maker.told("title", 0, title=True) if die.chance(60) else None,
        from_=maker.who(),
        to=maker.maybe_who(),
        kind=die.pick(LETTERS),
        when=die.maybe_when(),
        open_when=opened,
        scan=die.some(maker.files, 1),
        language=die.pick((None, None, "pl", "ar")),
        inside=blocks(maker, max(floor, opened or 0), [letter["file"] for letter in before]),
        **gates,
    )


BANDS_AND_MORE = (5, 9, 13, 16, 21)


def _chapter(maker: Maker, letters: list[Data]) -> Data:
    gates, floor = maker.gates()
    inside = blocks(maker, floor, [letter["file"] for letter in letters])
    holds_private_words = "'only-me'" in repr(inside)
    return dropping_none(
        file=maker.die.canary("chapterfile"),
        title=maker.told("title", 0, title=True),
        part=maker.die.pick(PARTS),
        language=maker.die.pick((None, None, "pl", "en-GB")),
        # a recording cannot leave a sentence out: what is the child's own is heard by the child alone
        read_aloud=maker.die.some(maker.private_files if holds_private_words else maker.gated_files, 1),
        inside=inside,
        picture_book=True if maker.die.chance(30) else None,
        **gates,
    )


def _top(maker: Maker, people: list[Data]) -> Data:
    die = maker.die
    groups = list(dict.fromkeys(person["group"] for person in people))
    child = dropping_none(
        name=f"Maya {die.canary('child')}",
        born=die.pick(("2017-02-14", "2017", "February 2017", "about 2017", "not known")),
        pronouns=die.pick(("she/her", "they/them")),
        names=[maker.statement("fullname", 0) for _ in range(die.number(0, 2))],
        also_called=[die.words("also")] if die.chance(40) else None,
        photo=maker.maybe_file(),
    )
    cover = maker.maybe_file()
    return dropping_none(
        child=child,
        telling_age={"age": die.telling, "decided-by": die.words("decided"), "on": die.when()},
        not_them=[{"words": words, "reason": "many texts share them"} for words in PLACES],
        reads_at=die.reads_at,
        look_age=die.pick((None, None, None, 4, 7, 15, 30)),
        plan=die.pick((None, *PLANS)),
        voice=die.pick(("you", "name")),
        order=die.pick(("present-first", "chronological")),
        look={"theme": die.pick(("meadow", "sea")), "paper": "dots", "cover": cover} if cover else None,
        talk_to=maker.some_people(),
        foreword=maker.maybe_statement("foreword", 0),
        records=[maker.statement("records", 0) for _ in range(die.number(0, 1))],
        approvals=[{"edition": "carers", "by": die.words("approved"), "on": die.day().isoformat()}],
        groups=groups if die.chance(50) else None,
    )
