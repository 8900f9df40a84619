"""Names that an edition withholds are not said in its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.model.problem import ProblemsFound
from lsbook.reading import quote_sources
from tests.building import HEAD, STORY, book_of, story_in

HIDDEN = "- {{id: h, name: {name}, is: aunt, group: family, from-age: 13, also-called: [{also}]}}\n"
FULL = '  names: [{{says: "Your full name is Robin Grace Moss. Mum chose it."{more}}}]\n  also-called: [Moss]\n'


def _refused(folder: Path, files: dict[str, str], edition: str = "9-12") -> list[str]:
    """The line and the name of every refusal."""
    story = story_in(folder, files)
    try:
        book_of(story, edition)
    except ProblemsFound as stopped:
        found = quote_sources(stopped.problems, folder)
        return [f"{problem.at} {problem.what.split(chr(34))[1]}" for problem in found]
    return []


def _chapter(words: str, keys: str = "") -> dict[str, str]:
    return {"chapters/01.md": HEAD.replace("---\n", f"---\n{keys}", 1) + words + "\n"}


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("Will", "Then Will came.", True),
        ("Will", "You will see.", False),
        ("Rose", "Rose’s hat.", True),
        ("Rose", "The roses grew.", False),
        ("Rose", "You saw R*os*e.", True),
        ("Craig", "CRAIG: Hi!", True),
        ("Darren Moss", "It said DARREN MOSS.", True),
        ("Zoë", "There was Zoe\u0308.", True),
        ("Pat O'Neil", "There was Pat O’Neil.", True),
        ("Darren Moss", "There was **Darren**\nMoss.", True),
        ("Darren Moss", "There was Darren  \nMoss.", True),
        ("Darren Moss", "There was Darren.", True),
        ("Darren Moss", "There was moss.", False),
        ("Darren Moss", "- one\n- Darren Moss", True),
        ("Darren Moss", "> ## Darren Moss", True),
        ("Darren Moss", "`Darren Moss`", True),
        ("Darren Moss", "[Here](https://x.example/Darren%20Moss) is Darren\u00ad Moss.", True),
        ("Rose", "You saw Rose_2019.", True),
        ("Rose", "You saw R\u200eo\u00ads\ufe0fe.", True),
        ("Darren Moss", "[Here](https://x.example/Darren%20Moss)", True),
        ("Zebra", "![A dog with Zebra](dog.png)", True),
        ("Mum", "Mum sang.", False),
        ("foster mum", "A foster mum sang.", False),
        ("Nan Pat", "Nan sang.", False),
        ("Nan Pat", "Nan Pat sang.", True),
    ],
)
def test_a_withheld_name_in_the_words_refuses_the_edition(tmp_path: Path, name: str, words: str, said: bool) -> None:
    """Names are found over emphasis and line breaks, and words of relationship and everyday words are not."""
    files = {"people.yaml": HIDDEN.format(name=name, also="Quokka"), "media/dog.png": "", **_chapter(words)}
    assert bool(_refused(tmp_path, files)) is said
    assert _refused(tmp_path, files, "13-17") == []


def test_every_mention_comes_with_its_own_line(tmp_path: Path) -> None:
    """All mentions are said at once, each with the line on which it stands, not one where another reader is told."""
    files = {
        "people.yaml": HIDDEN.format(name="Marlon", also="Quokka"),
        "chapters/01.md": HEAD + "::: from-age 13\nMarlon sang well.\n:::\n\nYou ran.\nThen Marlon sang.\n",
        "timeline.yaml": "- when: 2019\n  what: You swam\n  about: >-\n    It was\n    Quokka\n  people: []\n",
        "homes.yaml": "- id: oak\n  name: Oak\n  about:\n    says: You came.\n    source: a note\n      by Marlon\n",
        "about-me.yaml": "- kind: like\n  what: Songs\n  said-by: Marlon’s mum\n",
    }
    assert _refused(tmp_path, files) == [
        "about-me.yaml:3 Marlon",
        "chapters/01.md:10 Marlon",
        "homes.yaml:6 Marlon",
        "timeline.yaml:5 Quokka",
    ]


def test_a_name_that_somebody_shown_has_too_is_said(tmp_path: Path) -> None:
    """Of two Toms one may be seen; a longer name that may be seen hides nobody who is named in it."""
    shown = (
        "- {id: t, name: Tom, is: uncle, group: family}\n"
        "- {id: m, name: Mum, is: mum, group: family, also-called: [Kelly]}\n"
    )
    hidden = "- {{id: {id}, name: {name}, is: aunt, group: family, from-age: 13}}\n"
    people = shown + "".join(hidden.format(id=f"h{at}", name=n) for at, n in enumerate(("Tom", "Rose", "Mum Kelly")))
    assert _refused(tmp_path, {"people.yaml": people, **_chapter("Tom and Kelly came.")}) == []
    files = {"people.yaml": people, "homes.yaml": "- {id: r, name: Rose Cottage}\n"}
    assert _refused(tmp_path, {**files, **_chapter("Rose came, and Mum Kelly.")}) == [
        "chapters/01.md:5 Mum Kelly",
        "chapters/01.md:5 Rose",
        "homes.yaml:1 Rose",
    ]


def test_auntie_jan_is_no_jan(tmp_path: Path) -> None:
    """A shown name of a title and a word is nobody else's; alone, the word is the name that is withheld."""
    people = "- {id: a, name: Auntie Jan, is: aunt, group: family}\n"
    files = {"people.yaml": people + HIDDEN.format(name="Jan", also="Q"), **_chapter("Auntie Jan’s dog.\nThen Jan.")}
    assert _refused(tmp_path, files) == ["chapters/01.md:6 Jan"]


def test_a_name_told_later_is_not_said_before(tmp_path: Path) -> None:
    """Whoever has one name at five and another at thirteen is not called by the second before thirteen."""
    people = "- {id: d, name: {5: Tom’s dad, 13: Darren Moss}, is: dad, group: family}\n"
    files = {"people.yaml": people, **_chapter("Then came Darren Moss.")}
    assert _refused(tmp_path, files) == ["chapters/01.md:5 Darren Moss"]
    assert _refused(tmp_path, files, "13-17") == []


@pytest.mark.parametrize(
    ("more", "edition", "said"),
    [
        ("", "9-12", []),
        (", from-age: 13", "9-12", ["Moss"]),
        (", from-age: 13", "13-17", []),
        (", only-me: true", "record", ["Moss"]),
        ("", "record", []),
        ("", "carers", ["Moss"]),
        (", also-for: [carers]", "carers", []),
    ],
)
def test_a_name_of_the_child_waits_for_its_statement(tmp_path: Path, more: str, edition: str, said: list[str]) -> None:
    """A name of the child that stands only in a statement which is withheld is not said elsewhere."""
    story = STORY.replace("telling-age", FULL.format(more=more) + "telling-age")
    files = {"story.yaml": story, **_chapter("The Moss family.", "also-for: [carers]\n")}
    assert _refused(tmp_path, files, edition) == [f"chapters/01.md:6 {name}" for name in said]


def test_a_middle_name_waits_for_its_statement_too(tmp_path: Path) -> None:
    """The names in a row with the child's own are the child's, and the first word of a sentence is none."""
    story = STORY.replace("telling-age", FULL.format(more=", from-age: 13") + "telling-age")
    assert _refused(tmp_path, {"story.yaml": story, **_chapter("Grace sang. Your Mum sang to Robin.")}) == [
        "chapters/01.md:5 Grace"
    ]


@pytest.mark.parametrize(("gate", "refused"), [("hold: {reason: r}", True), ("only-me: true", True), ("", False)])
def test_a_text_for_others_may_carry_a_name_but_no_other_name(tmp_path: Path, gate: str, refused: bool) -> None:
    """Whoever is only not marked for a reader may be named in a text for them, but not by what is never shown."""
    person = f"- {{id: j, name: Jo, is: aunt, group: family, also-called: [Quokka]{', ' if gate else ''}{gate}}}\n"
    named = {"people.yaml": person, **_chapter("Jo sang.", "also-for: [carers]\n")}
    assert bool(_refused(tmp_path, named, "carers")) is refused
    assert _refused(tmp_path, {**named, **_chapter("Quokka", "also-for: [carers]\n")}, "carers") == [
        "chapters/01.md:6 Quokka"
    ]


@pytest.mark.parametrize("edition", ["carers", "record"])
def test_what_is_the_childs_own_is_not_named_in_the_record(tmp_path: Path, edition: str) -> None:
    """Somebody whom only the child is told of is named to no other reader, the record included."""
    files = {
        "people.yaml": "- {id: j, name: Zebra, is: aunt, group: family, only-me: true}\n",
        **_chapter("Zebra sang.", "also-for: [carers]\n"),
    }
    assert _refused(tmp_path, files, edition) == ["chapters/01.md:6 Zebra"]
    assert _refused(tmp_path, files) == []


BIRTH_FAMILY = "approvals: [{edition: birth-family, by: Sam, on: 2026-03-01}]\n"
ADOPTERS = (
    "- {id: a, name: Ann, is: adoptive mum, group: home, adoptive-parent-of: [me], also-called: [Zebra, Quokka Ltd],"
    " also-for: [birth-family]}\n"
)


def test_birth_family_are_never_told_a_new_name(tmp_path: Path) -> None:
    """The adopters' other names and the child's are refused even where the adopters' card is shown."""
    story = STORY.replace("telling-age", "  also-called: [Wombat]\ntelling-age", 1)
    story = story[: story.index("approvals")] + BIRTH_FAMILY
    mark = "also-for: [birth-family]\n"
    files = {"story.yaml": story, "people.yaml": ADOPTERS}
    said = _refused(tmp_path, {**files, **_chapter("Ann Zebra, Quokka Ltd, Robin Wombat.", mark)}, "birth-family")
    assert said == [f"chapters/01.md:6 {name}" for name in ("Quokka Ltd", "Wombat", "Zebra")]
    assert _refused(tmp_path, {**files, **_chapter("Ann and Robin.", mark)}, "birth-family") == []


@pytest.mark.parametrize(
    "cleared",
    [
        "not-them: {words: Ruby, reason: the stone}\n",
        "not-them: {Ruby: the stone}\n",
        "not-them:\n  - words: in Ruby we\n    reason: the stone\n",
    ],
)
def test_a_word_that_means_somebody_else_is_cleared_with_a_reason(tmp_path: Path, cleared: str) -> None:
    """not-them clears the words in its item and in all that stands in it, and nowhere else."""
    people = HIDDEN.format(name="Ruby", also="Quokka")
    block = "::: my-words\nAnd in Ruby we swam.\n:::"
    assert _refused(tmp_path, {"people.yaml": people, **_chapter(block, cleared)}) == []
    moment = "- {when: 2019, what: Then in Ruby we ran}\n"
    both = {"people.yaml": people, **_chapter(block, cleared), "timeline.yaml": moment}
    assert _refused(tmp_path, both) == ["timeline.yaml:1 Ruby"]
    assert _refused(tmp_path, {**both, "story.yaml": STORY + cleared}) == []


def test_a_source_and_a_group_are_words_too(tmp_path: Path) -> None:
    """What tells how something is known, who told it, and what a group is called is searched like a sentence."""
    people = (
        "- id: j\n  name: Jo\n  is: a friend of Zebra\n  group: Zebra’s\n  heads-up: about Zebra\n"
        "  told: {by: the Zebra lady}\n  facts:\n    - says: You ran.\n      source: a letter of Zebra\n"
        "      decided-by: Zebra’s team\n"
    )
    files = {"people.yaml": people + HIDDEN.format(name="Zebra", also="Q").replace("id: h", "id: zeb")}
    assert _refused(tmp_path, files) == [f"people.yaml:{line} Zebra" for line in (3, 4, 5, 6, 9, 10)]


@pytest.mark.parametrize(
    ("shown", "words", "said"),
    [
        ("Uncle Will", "You ran.", ["homes.yaml:1 Will"]),
        ("Jan/Will House", "You ran.", ["homes.yaml:1 Will"]),
        ("Will and Jan’s house", "You were at Will and Jan’s house.", ["homes.yaml:1 Will", "chapters/01.md:5 Will"]),
        ("Jan and Will’s house", "You ran.", ["homes.yaml:1 Will"]),
        ("Will’s house", "You ran.", ["homes.yaml:1 Will"]),
        ("Will Lane School", "You ran.", ["homes.yaml:1 Will"]),
    ],
)
def test_a_longer_name_covers_no_name_in_it(tmp_path: Path, shown: str, words: str, said: list[str]) -> None:
    """What may be shown is refused where its name says a withheld one, until somebody clears it."""
    files = {"people.yaml": HIDDEN.format(name="Will", also="Q"), "homes.yaml": f"- {{id: w, name: {shown}}}\n"}
    assert sorted(_refused(tmp_path, {**files, **_chapter(words)})) == sorted(said)


def test_birth_family_are_told_a_surname_only_where_somebody_allows_it(tmp_path: Path) -> None:
    """A surname is refused on a card that is marked for them too, until allow says why, and who decided it."""
    story = STORY[: STORY.index("approvals")] + BIRTH_FAMILY
    chapter = _chapter("Here is [[a]].", "also-for: [birth-family]\n")
    marked = ADOPTERS.replace("name: Ann,", "name: Ann Zebra,")
    unmarked = marked.replace(", also-for: [birth-family]", "")
    allowed = marked.replace("}", ", allow: {words: Zebra, reason: they know it, by: Sam}}")
    assert _refused(tmp_path, {"story.yaml": story, "people.yaml": allowed, **chapter}, "birth-family") == []
    assert _refused(tmp_path, {"story.yaml": story, "people.yaml": marked, **chapter}, "birth-family") == [
        "people.yaml:1 Zebra"
    ]
    assert _refused(tmp_path, {"story.yaml": story, "people.yaml": unmarked, **chapter}, "birth-family") == [
        "chapters/01.md:6 Zebra"
    ]


def test_a_cleared_name_hides_no_other(tmp_path: Path) -> None:
    """However often a name is cleared in a paragraph, the one that is not is found."""
    cleared = "not-them: {words: May Fair, reason: a fair}\n"
    files = {"people.yaml": HIDDEN.format(name="May", also="Q"), **_chapter("The May Fair.\n" * 200 + "May.", cleared)}
    assert _refused(tmp_path, files) == ["chapters/01.md:206 May"]


@pytest.mark.parametrize(
    ("first", "second", "line"), [("There is Darren Moss.", "Yes.", 4), ("Here is Darren", "Moss.", 4)]
)
def test_captions_of_a_film_do_not_say_a_withheld_name(tmp_path: Path, first: str, second: str, line: int) -> None:
    """A name in the captions of a film refuses the edition, with its line in that file, also where it spans two."""
    film = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{first}\n\n00:03.000 --> 00:04.000\n{second}\n"
    files = {
        "people.yaml": HIDDEN.format(name="Darren Moss", also="Q"),
        "media.yaml": "- {file: a.mp4, shows: A dog, captions: a.vtt}\n",
        "media/a.mp4": "",
        "media/a.vtt": film,
    }
    assert _refused(tmp_path, files) == [f"media/a.vtt:{line} Darren Moss"]


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        ("people.yaml", "{id: bob, name: 'Bob, friend of Craig', is: friend, group: family}"),
        ("schools.yaml", "{id: s, name: Nursery beside Craig House}"),
        ("keepsakes.yaml", "{id: k, name: The Craig Bracelet}"),
    ],
)
def test_a_description_does_not_cover_whom_it_names(tmp_path: Path, file: str, entry: str) -> None:
    """What something shown is called may not say a withheld name, unless it is a name itself."""
    hidden = HIDDEN.format(name="Craig", also="Craig House")
    files = {"people.yaml": hidden, file: (hidden if file == "people.yaml" else "") + f"- {entry}\n"}
    assert len(_refused(tmp_path, files)) == 1


FIELDS = {
    "people.yaml": ("name: X’s", "is: X", "group: X", "about: X", "about: {says: X}", "about: {says: You, source: X}",
        "about: {says: You, decided-by: X}", "facts: [X]", "accounts: [{by: My X, says: You}]",
        "accounts: [{by: me, says: X}]", "family-time: [{from: 2019, how: X}]", "heads-up: X",
        "heads-up: Hard\n  told: {by: X}"),
    "homes.yaml": tuple(f"stays: [{{from: 2019, {key}: X}}]" for key in
        ("why-came", "why-left", "first-day", "goodbye", "what-i-wanted", "who-took-me: Old")),
    "schools.yaml": ("name: X’s", "about: X"),
    "keepsakes.yaml": ("given-by: My X", "looked-for-by: My X", "where-now: X", "about: X"),
    "timeline.yaml": ("what: X", "about: X", "from-age: 13\n  instead: X"),
    "about-me.yaml": ("what: X", "said-by: My X"),
    "questions.yaml": ("ask: X", "answer: X", "finding-out: My X", "held-by: My X"),
    "words.yaml": ("word: X", "means: X"),
    "media.yaml": ("shows: X", "caption: X", "transcript: X"),
    "chapters/01.md": ("title: X",),
    "letters/01.md": ("title: X", "from: My X", "to: My X"),
}  # fmt: skip
NEEDED = {
    "people.yaml": "id: n\n  name: Nn\n  is: aunt\n  group: family",
    "homes.yaml": "id: n\n  name: Nn",
    "schools.yaml": "id: n\n  name: Nn",
    "keepsakes.yaml": "id: n\n  name: Nn",
    "timeline.yaml": "when: 2019\n  what: Ran",
    "about-me.yaml": "kind: like\n  what: Ran",
    "questions.yaml": "ask: Why?\n  status: later",
    "words.yaml": "word: run\n  means: Ran",
    "media.yaml": "file: a.png\n  shows: Ran",
    "chapters/01.md": "title: T\n  part: who-am-i",
    "letters/01.md": "from: A judge\n  kind: hello",
}


@pytest.mark.parametrize(("file", "field"), [(file, field) for file, fields in FIELDS.items() for field in fields])
def test_wherever_words_can_stand_they_are_searched(tmp_path: Path, file: str, field: str) -> None:
    """A withheld name refuses the edition from every field of every file."""
    key = field.partition(":")[0]
    lines = [line for line in NEEDED[file].split("\n  ") if line.partition(":")[0] != key]
    said = field.replace("X}", "Zebra}").replace("X]", "Zebra]").replace(" X", " Zebra")
    said = said.replace(": Old: Zebra", ": Old Zebra")
    text = "\n  ".join([*lines, said])
    whole = f"- {text}\n" if file.endswith(".yaml") else "---\n" + text.replace("\n  ", "\n") + "\n---\nYou ran.\n"
    hidden = HIDDEN.format(name="Zebra", also="Q")
    files = {"media/a.png": "", file: hidden + whole if file == "people.yaml" else whole}
    assert len(_refused(tmp_path, {"people.yaml": hidden, **files})) == 1
