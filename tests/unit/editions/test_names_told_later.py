"""Names of other things than people, names that somebody keeps, and names of whom nobody has said anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsbook.editions import list_withheld_names, make_choice, make_edition
from tests.building import HEAD, MADE, policy, sight_of, story_in

MUM = "- {id: m, name: Mum, is: mum, group: family, "
LATER = "---\ntitle: {title}\npart: who-am-i\nfrom-age: 13\n---\n{words}\n"


def _found(folder: Path, files: dict[str, str], edition: str = "9-12") -> tuple[list[str], list[str]]:
    """What refuses the edition, and what is warned of: the words in each."""
    story = story_in(folder, files)
    chosen = make_choice(story, make_edition(story, policy(), edition), MADE)
    refused, warned = (
        [problem.what.split(chr(34))[1] for problem in problems] for problems in (chosen.refusals, chosen.warnings)
    )
    return refused, warned


def _chapter(words: str) -> str:
    return HEAD + words + "\n"


@pytest.mark.parametrize(
    ("title", "words", "said"),
    [
        ("The night the police came", "It was the night the police came.", ["night the police came"]),
        ("The night the police came", "The police were kind.", []),
        ("Lorcan", "Here is Lorcan.", ["Lorcan"]),
        ("The fire", "Read “The fire” one day.", ["The fire"]),
        ("The fire", "Read The fire one day.", ["The fire"]),
        ("The fire", "You sat by the fire.", []),
        ("The fire", "The fire was warm.", []),
        ("What you can do", "See what you can do.", []),
        ("Mum and you", "Mum and you sang.", []),
        ("Christmas", "You had Christmas at home.", []),
        ("Growing up", "You are growing up fast.", []),
        ("Drugs and alcohol", "A leaflet about drugs and alcohol.", []),
        ("20 December 2019", "On 20 December 2019 it snowed.", []),
    ],
)
def test_the_title_of_a_withheld_chapter_is_not_said(tmp_path: Path, title: str, words: str, said: list[str]) -> None:
    """A title is found where it is meant as one, and not where its words say what they always say."""
    files = {"chapters/01.md": _chapter(words), "chapters/02.md": LATER.format(title=title, words="You ran.")}
    assert _found(tmp_path, files) == (said, [])
    assert _found(tmp_path, files, "13-17") == ([], [])


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("Your tin money box", "You kept it in the tin money box.", ["tin money box"]),
        ("The Quokka ring", "It was the quokka ring.", ["quokka ring"]),
        ("Your blanket", "You had a blanket.", []),
        ("Mr Tumbles", "Mr Tumbles came to you.", ["Tumbles"]),
        ("Lorcan’s rabbit", "Then Lorcan gave you a rabbit.", ["Lorcan"]),
        ("Saturday shoes", "On Saturday you ran.", []),
    ],
)
def test_the_name_of_a_withheld_keepsake_is_not_said(tmp_path: Path, name: str, words: str, said: list[str]) -> None:
    """A thing that is told later is not named before, however its name is written."""
    files = {
        "keepsakes.yaml": f"- {{id: k, name: {name}, from-age: 13}}\n",
        "chapters/01.md": _chapter(words),
    }
    assert _found(tmp_path, files) == (said, [])


@pytest.mark.parametrize(("later", "said"), [(", 13: Kelly Quokka", ["Kel"]), ("", [])])
def test_other_names_wait_for_a_fuller_name_that_comes_later(tmp_path: Path, later: str, said: list[str]) -> None:
    """What somebody is also called counts as shown only where no fuller name of theirs is told later."""
    people = f"- {{id: k, name: {{0: Mum{later}}}, is: mum, group: family, also-called: [Kel]}}\n"
    assert _found(tmp_path, {"people.yaml": people, "chapters/01.md": _chapter("Then Kel sang.")}) == (said, [])


def test_a_name_that_is_kept_refuses_surely(tmp_path: Path) -> None:
    """Names under keeps, on an entry or a block, are not said before it is told, and are said then."""
    moment = "- {when: 2019, what: You ran from Hope, from-age: 13, keeps: [Hope, the red door]}\n"
    block = _chapter(
        'Hope sang at the red door with Lorcan.\n\n::: from-age 13 keeps="Lorcan, Byrne"\nLorcan hid.\n:::'
    )
    files = {"timeline.yaml": moment, "chapters/01.md": block}
    assert _found(tmp_path, files) == (["Hope", "the red door", "Lorcan"], [])
    assert _found(tmp_path, files, "13-17") == ([], [])


def test_a_stranger_in_withheld_words_is_asked_about(tmp_path: Path) -> None:
    """A name that nobody has said anything of, in withheld words and in told ones, is a warning that proposes keeps."""
    files = {
        "timeline.yaml": "- {when: 2019, what: Then Kieran hit Mum in Preston at Easter, from-age: 13}\n",
        "chapters/01.md": _chapter("You saw Kieran in Preston.\nLater Kieran left at Easter."),
    }
    assert _found(tmp_path, files) == ([], ["Kieran"])
    story = story_in(tmp_path, files)
    warning = make_choice(story, make_edition(story, policy(), "9-12"), MADE).warnings[0]
    assert "keeps: [Kieran]" in warning.remedy
    assert (str(warning.at), "timeline.yaml:1" in warning.what) == ("chapters/01.md:5", True)
    kept = {**files, "timeline.yaml": files["timeline.yaml"].replace("from-age: 13", "from-age: 13, keeps: [Kieran]")}
    assert _found(tmp_path, kept) == (["Kieran", "Kieran"], [])


@pytest.mark.parametrize(
    "withheld",
    [
        {"chapters/02.md": LATER.format(title="Why Zorcan went away", words="You ran.")},
        {"letters/a.md": "---\nfrom: Zorcan\nkind: hello\nfrom-age: 13\n---\nYou ran.\n"},
        {"people.yaml": MUM + "accounts: [{by: Zorcan Byrne, says: No., from-age: 13}]}\n"},
        {"people.yaml": MUM + "facts: [{says: No., source: Aunt Zorcan said, from-age: 13}]}\n"},
        {"media.yaml": "- {file: a.png, shows: A man called Zorcan, from-age: 13}\n", "media/a.png": ""},
        {"timeline.yaml": "- {when: 2019, what: Zorcan went. Zorcan hit., from-age: 13}\n"},
    ],
)
def test_a_stranger_is_asked_about_wherever_the_words_are_withheld(tmp_path: Path, withheld: dict[str, str]) -> None:
    """Titles, letters, accounts, sources and pictures name strangers too, also where a sentence begins."""
    assert _found(tmp_path, {**withheld, "chapters/01.md": _chapter("You met Zorcan.")}) == ([], ["Zorcan"])


@pytest.mark.parametrize(
    ("file", "name", "words", "refused", "warned"),
    [
        ("homes.yaml", "Larkfield House", "You ran at larkfield.", ["larkfield"], []),
        ("schools.yaml", "Little Acorns Nursery, Preston", "You were born in Preston.", [], ["Preston"]),
        ("schools.yaml", "Royal Larkfield High School", "High five! You saw the Royal Show.", [], []),
        ("homes.yaml", "Oak House", "You slept at oak house. There is an Oak.", ["oak house"], []),
    ],
)
def test_a_place_is_known_by_what_is_its_own(
    tmp_path: Path, file: str, name: str, words: str, refused: list[str], warned: list[str]
) -> None:
    """The first word of a place's own refuses, its town is a warning, and what many places are called is nothing."""
    files = {file: f"- {{id: p, name: '{name}', from-age: 13}}\n", "chapters/01.md": _chapter(words)}
    assert _found(tmp_path, files) == (refused, warned)


def test_whoever_is_told_in_other_words_at_the_same_place_is_no_stranger(tmp_path: Path) -> None:
    """A name that the same item says to the youngest is no secret of its older words."""
    moment = "- {when: 2019, what: {0: You met Kieran., 13: You met Kieran and fought.}}\n"
    assert _found(tmp_path, {"timeline.yaml": moment}) == ([], [])


def test_what_is_looked_for_is_listed_with_its_reason(tmp_path: Path) -> None:
    """Each name that an edition may not say is listed with the words that are looked for, and why."""
    people = "- {id: l, name: Uncle Lorcan Byrne, is: uncle, group: family, from-age: 13}\n"
    story = story_in(tmp_path, {"people.yaml": people})
    ((secret, words),) = list_withheld_names(story, sight_of(story, "9-12"), MADE)
    assert (secret.owner, words) == ("l", ("lorcan", "byrne", "uncle lorcan byrne", "unclelorcanbyrne"))
    assert secret.reason == "It is told from 13; this edition is told at 10."
