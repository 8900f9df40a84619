"""What a practitioner writes with good reason, and a clumsy rule would call a slip; and beside it what is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import HEAD, describe_child
from tests.unit.review.stories import find_in, find_rules
from tests.unit.review.tables import PEOPLE, PLAIN

PETS = "- {id: biscuit, name: Biscuit, is: dog, group: pets, about: Biscuit barks.}\n"
MUM = "- id: kelly\n  name: Mum\n  is: birth mum\n  group: family\n  parent-of: [me]\n"
DAD = MUM.replace("kelly", "dad").replace("Mum", "Dad").replace("mum", "dad")
JAN = "- {id: jan, name: Jan, is: foster mum, group: home}\n"


def test_plain_sentences_are_left_alone(tmp_path: Path) -> None:
    """No rule finds anything in sentences that share words with slips."""
    chapter = HEAD + "".join(f"{sentence}\n\n" for sentence in PLAIN)
    found = find_in(tmp_path, {"people.yaml": PEOPLE + PETS, "chapters/01.md": chapter})
    assert [f"{finding.rule.id}: {finding.words}" for finding in found] == []


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("placement order", "The judge made a placement order.", False),
        ("placement order", "The judge made a placement order for your placement.", True),
        ("contact centre", "You met at the contact centre.", True),
    ],
)
def test_a_term_that_the_story_explains_is_not_taken_apart(tmp_path: Path, word: str, text: str, found: bool) -> None:
    """An explained term of several words may hold an official word, and an official word alone may not stand."""
    words = f"- {{word: {word}, means: What it means.}}\n"
    problems = find_in(tmp_path, {"words.yaml": words, "chapters/01.md": HEAD + text + "\n"})
    places = [finding.problem.at.path for finding in problems if finding.rule.id == "harsh-word"]
    assert places == (["chapters/01.md"] if found else [])


@pytest.mark.parametrize(("kind", "found"), [("name", False), ("like", True)])
def test_a_name_may_be_spoken_of_where_names_are(tmp_path: Path, kind: str, found: bool) -> None:
    """What about-me says of the name is not said of the child as of somebody else."""
    files = {"about-me.yaml": f"- {{kind: {kind}, what: Robin is a bird that sings in winter.}}\n"}
    assert ("mixed-voice" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(
    ("young", "found"),
    [("Dad ended his own life.", False), ("Dad's body stopped.", False), ("Dad was very sad.", True)],
)
def test_a_death_in_other_words_is_one(tmp_path: Path, young: str, found: bool) -> None:
    """A label that says died fits a telling that says so in other words."""
    facts = f"  facts:\n    - says: {{5: {young}, 13: Dad took his own life in May.}}\n      source: the coroner\n"
    people = f"{DAD}{facts}      heads-up: about how Dad died\n      told: {{by: Sam, on: 2026}}\n"
    assert ("label-tells-too-much" in find_rules(tmp_path, {"people.yaml": people})) == found


@pytest.mark.parametrize(
    ("died", "illness", "found"),
    [("died: 2020\n", "cancer", False), ("", "cancer", True), ("died: 2020\n", "HIV", True)],
)
def test_of_what_somebody_died_is_no_secret(tmp_path: Path, died: str, illness: str, found: bool) -> None:
    """An illness of which nobody is ashamed may be named of somebody who died."""
    people = MUM + (f"  {died}" if died else "") + f"  about: Mum was ill with {illness}.\n"
    assert ("private-fact" in find_rules(tmp_path, {"people.yaml": people})) == found


@pytest.mark.parametrize(("label", "found"), [("about Dad and prison", True), ("{13: about Dad and prison}", False)])
def test_a_label_for_older_ages_tells_the_young_nothing(tmp_path: Path, label: str, found: bool) -> None:
    """A label that begins at thirteen stands on no door of a younger book."""
    facts = "  facts:\n    - says: {5: Dad did not live with you., 13: Dad was in prison.}\n      source: the file\n"
    people = f"{DAD}{facts}      heads-up: {label}\n      told: {{by: Sam, on: 2026}}\n"
    assert ("label-tells-too-much" in find_rules(tmp_path, {"people.yaml": people})) == found


def _list_parts(folder: Path, files: dict[str, str], *, born: str = "2017-02-14") -> str:
    """What the note on missing parts says of a story that has nearly everything."""
    story = describe_child(more="plan: own\n").replace("2017-02-14", born)
    policy = "plans: [{name: own, holds: [about-me, what-children-need, family-time, my-words]}]\n"
    about = "- {kind: like, what: You like chess.}\n- {kind: strength, what: You wait.}\n"
    chapter = HEAD.replace("---\ntitle", "---\ncovers: [about-me, what-children-need]\ntitle") + "You play chess.\n"
    files = {"story.yaml": story, "policy.yaml": policy, "about-me.yaml": about, "chapters/01.md": chapter, **files}
    noted = [finding.problem.what for finding in find_in(folder, files) if finding.rule.id == "plan-part-missing"]
    return " ".join(noted)


def test_who_tells_without_words_is_not_asked_to_dictate(tmp_path: Path) -> None:
    """Where about-me says how the child tells, the book is not asked for words of the child's own."""
    silent = {"about-me.yaml": "- {kind: how-i-tell-you, what: You look up for yes.}\n", "people.yaml": MUM}
    assert "own words" in _list_parts(tmp_path / "a", {"people.yaml": MUM})
    assert "own words" not in _list_parts(tmp_path / "b", silent)


@pytest.mark.parametrize(
    ("people", "household", "found"),
    [
        (MUM, "jan", True),
        (MUM, "jan, kelly", False),
        (MUM + "  died: 2020\n", "jan", False),
        (MUM + DAD, "kelly", True),
    ],
)
def test_family_time_is_with_parents_who_live_elsewhere(
    tmp_path: Path, people: str, household: str, found: bool
) -> None:
    """A child at home with her parents, or whose parents have died, is not asked for family time."""
    homes = f"- id: oak\n  name: Oak House\n  stays: [{{from: 2020, people: [{household}]}}]\n"
    missing = _list_parts(tmp_path, {"people.yaml": JAN + people, "homes.yaml": homes})
    assert ("family time" in missing) == found


@pytest.mark.parametrize(
    ("chapter", "found"),
    [("Mum and Dad lived in Leeds. Mum and Dad liked tea.", True), ("Dad lived in Leeds. Dad liked tea.", False)],
)
def test_both_in_one_breath_says_nothing_of_either(tmp_path: Path, chapter: str, found: bool) -> None:
    """A parent who is only named together with the other is one of whom nothing is said."""
    files = {"people.yaml": f"{MUM}  about: Mum sings.\n{DAD}", "chapters/01.md": f"{HEAD}{chapter}\n"}
    assert ("unknown-parent" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("ask: Where is Jan, status: later, answer: When you are ten.", True),
        ("ask: Where is Dad, status: later, answer: Jan will tell you when you are ten.", False),
    ],
)
def test_who_is_asked_about_does_not_tell(tmp_path: Path, question: str, found: bool) -> None:
    """A question about somebody does not say that they will answer it."""
    files = {"people.yaml": JAN, "questions.yaml": f"- {{{question}}}\n"}
    assert ("later-without-when" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(
    ("why", "found"),
    [
        ("The house was filthy, and you had no bed.", True),
        ("You were hungry and nobody came.", True),
        ("It was time for the big school.", False),
    ],
)
def test_what_was_lacking_is_a_reason(tmp_path: Path, why: str, found: bool) -> None:
    """Want and neglect are reasons why a child left, and need a source as a crime does."""
    homes = f"- id: oak\n  name: Oak House\n  stays: [{{from: 2018, until: 2019, why-left: '{why}', goodbye: Bye.}}]\n"
    assert ("reason-without-source" in find_rules(tmp_path, {"homes.yaml": homes})) == found


@pytest.mark.parametrize(
    ("after", "found"),
    [("", True), ("- {id: elm, name: Elm House, stays: [{from: 2020, people: [kelly]}]}\n", False)],
)
def test_why_a_child_left_her_parents_is_known_from_somewhere(tmp_path: Path, after: str, found: bool) -> None:
    """Whatever the words, a reason why a child lives with her parents no more has a source."""
    why = "from: 2018, until: 2019, people: [kelly], why-left: There was mould on the walls., goodbye: Bye."
    homes = f"- {{id: oak, name: Oak House, stays: [{{{why}}}]}}\n{after}"
    files = {"people.yaml": MUM, "homes.yaml": homes}
    assert ("reason-without-source" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(
    ("name", "word", "found"),
    [
        ("Briana", "Brianna", True),
        ("Philip", "Phillip", True),
        ("Catherine", "Kathryn", False),
        ("Mary", "Marie", False),
        ("Holly", "Holy", False),
    ],
)
def test_another_spelling_of_a_name_is_found(tmp_path: Path, name: str, word: str, found: bool) -> None:
    """A name that sounds the same as one of the story is a slip, and another name is none."""
    files = {
        "people.yaml": f"- {{id: someone, name: {name}, is: your aunt, group: family}}\n",
        "chapters/01.md": f"{HEAD}Then {word} came for tea.\n",
    }
    assert ("misspelled-name" in find_rules(tmp_path, files)) == found


@pytest.mark.parametrize(
    ("shows", "found"),
    [
        ("Three girls from the chess club with a cup", True),
        ("Your class in the hall", True),
        ("A pond, and the boy from next door", True),
        ("You and your best friend Amy with a cup", True),
        ("A little girl at the pond with her brother", True),
        ("You and another boy on the swings", True),
        ("Two children at the gate, seen from behind", False),
        ("A drawing of three boys", False),
        ("Mum and two friends at a table", False),
        ("A girl on a pony", False),
        ("Your classroom with the fish tank", False),
    ],
)
def test_children_whom_nobody_names_need_a_yes_too(tmp_path: Path, shows: str, found: bool) -> None:
    """A picture that by its own words shows other children is asked for permission, also where none has an entry."""
    files = {"media.yaml": f"- {{file: a.jpg, shows: '{shows}', when: 2025}}\n", "media/a.jpg": ""}
    assert ("picture-without-permission" in find_rules(tmp_path, files)) == found
    allowed = files["media.yaml"].replace("when:", "permission: [{by: Sam, on: 2026-01-01}], when:")
    assert "picture-without-permission" not in find_rules(tmp_path / "b", {**files, "media.yaml": allowed})
