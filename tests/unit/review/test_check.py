"""``lsbook check``: what it says and to whom, what people may quieten, and what it never says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from lsbook.cli import main
from lsbook.files.resources import find_resources
from lsbook.review import check_story
from tests.building import HEAD, describe_child, put, write_files
from tests.unit.review.sarif import find_sarif_flaws
from tests.unit.review.stories import TODAY, find_in, find_rules

FOUND = {"chapters/01.md": HEAD + "This is your second placement.\n"}
REFUSED = {"chapters/01.md": HEAD + "You moved to LA1 1AA.\n"}
KEYS = {"rule", "severity", "file", "line", "words", "why", "remedy", "source"}


def _check(folder: Path, files: dict[str, str], *options: str) -> Result:
    write_files(folder, {"story.yaml": describe_child(), **files})
    return CliRunner().invoke(main, ["check", str(folder), "--date", "2026-11-21", *options])


def test_a_finding_says_all_that_a_worker_needs(tmp_path: Path) -> None:
    """On the screen stand the rule, the line, the sentence, a kinder word, and where the rule comes from."""
    said = _check(tmp_path, FOUND)
    assert said.exit_code == 0
    for words in ("[harsh-word]", "chapters/01.md:5:", "This is your second placement.", "Kinder: home", "TACT"):
        assert words in said.output


def test_nothing_found_is_said(tmp_path: Path) -> None:
    """A story without a finding gets one line."""
    assert _check(tmp_path, {}).output == "Nothing found.\n"


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        (FOUND, (), 0),
        (FOUND, ("--fail-on", "warn"), 1),
        (FOUND, ("--fail-on", "note"), 1),
        ({}, ("--fail-on", "note"), 0),
        (REFUSED, (), 1),
        (FOUND, ("--edition", "9-12"), 0),
        (FOUND, ("--edition", "nine"), 2),
        (FOUND, ("--explain", "harsh-words"), 2),
        (FOUND, ("--explain", "harsh-word"), 0),
        (FOUND, ("--explain", "place-unwritable"), 0),
    ],
)
def test_the_exit_code_says_what_was_found(
    tmp_path: Path, files: dict[str, str], options: tuple[str, ...], code: int
) -> None:
    """A refusal is 1, findings are 0 unless they were asked to fail, and wrong use is 2."""
    assert _check(tmp_path, files, *options).exit_code == code


def test_json_is_a_list_of_findings(tmp_path: Path) -> None:
    """Each object has the keys that other programs go by, refusals among them and first."""
    both = {"chapters/01.md": FOUND["chapters/01.md"], "chapters/02.md": REFUSED["chapters/01.md"]}
    found = json.loads(_check(tmp_path, both, "--format", "json").output)
    assert [(one["severity"], one["rule"], one["file"], one["line"]) for one in found] == [
        ("refuse", "identifier", "chapters/02.md", 5),
        ("warn", "harsh-word", "chapters/01.md", 5),
    ]
    assert all(set(one) == KEYS and all(one[key] for key in KEYS) for one in found)


BROKEN: dict[str, dict[str, str]] = {
    "yaml that is none": {"story.yaml": "child: {name: [\n"},
    "no child": {"story.yaml": "language: en-GB\n"},
    "a date that is none": {"timeline.yaml": "- {when: soonish, what: You swam.}\n"},
    "a block that is not closed": {"chapters/01.md": HEAD + "::: my-words\nHello.\n"},
    "nothing wrong": {},
    "a finding": FOUND,
    "a refusal": REFUSED,
    "a setting of its own": REFUSED | {"policy.yaml": "rules: [{name: identifier, severity: off}]\n"},
    "names of files in any script": {"chapters/01 Żółw é+#%.md": f"{HEAD}This is your second placement, Zoë 😀.\n"},
    "a file of no known name": {"peopleé &?.yaml": "- {}\n"},
    "no words": {"chapters/01.md": ""},
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_format_is_valid_whatever_is_wrong(tmp_path: Path, name: str) -> None:
    """A story that cannot be read still gives JSON and SARIF that other programs can read."""
    found = json.loads(_check(tmp_path, BROKEN[name], "--format", "json").output)
    assert all(set(one) == KEYS for one in found)
    sarif = json.loads(_check(tmp_path, BROKEN[name], "--format", "sarif").output)
    assert find_sarif_flaws(sarif) == []
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == [one["rule"] for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": "2.1.0"', '"version": "2.1"'),
        ('"startLine": 5', '"startLine": 0'),
        ('"level": "warning"', '"level": "warn"'),
        ('"uri": "chapters/01.md"', '"uri": "chapters/01 a.md"'),
        ('"ruleIndex": 0', '"ruleIndex": 1'),
        ('"ruleIndex": 0', '"index": 0'),
        ('"name": "lsbook"', '"name": ""'),
        ('"results": [', '"findings": ['),
        ('"message": {', '"message": [], "more": {'),
        ('"columnKind": "unicodeCodePoints"', '"columnKind": "bytes"'),
    ],
)
def test_a_log_that_is_no_sarif_would_be_seen(tmp_path: Path, old: str, new: str) -> None:
    """The proof of SARIF finds each flaw that is put into a log."""
    log = _check(tmp_path, FOUND, "--format", "sarif").output
    assert old in log and find_sarif_flaws(json.loads(log)) == []
    assert find_sarif_flaws(json.loads(log.replace(old, new, 1))) != []


def test_sarif_says_what_was_found_word_for_word(tmp_path: Path) -> None:
    """A refusal is an error, and names of files and sentences of any script come through as they were written."""
    files = {"chapters/01 Żółw.md": f"{HEAD}Zoë said “你好”. This is your placement.\n", **REFUSED}
    log = json.loads(_check(tmp_path, files, "--format", "sarif").output)
    results = log["runs"][0]["results"]
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("identifier", "error"),
        ("harsh-word", "warning"),
    ]
    place = results[1]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "chapters/01 Żółw.md"
    assert place["region"]["snippet"]["text"] == "Zoë said “你好”. This is your placement."


@pytest.mark.parametrize(
    ("severity", "expected"), [("refuse", ["refuse"]), ("note", ["note"]), ("warn", ["warn"]), ("off", [])]
)
def test_a_policy_sets_how_grave_a_finding_is(tmp_path: Path, severity: str, expected: list[str]) -> None:
    """What a rule finds is refused, warned of, noted or left out, as the policy says."""
    policy = {"policy.yaml": f"rules:\n  - {{name: harsh-word, severity: {severity}}}\n"}
    said = _check(tmp_path, FOUND | policy, "--format", "json")
    assert [one["severity"] for one in json.loads(said.output)] == expected
    assert said.exit_code == (severity == "refuse")


@pytest.mark.parametrize("severity", ["warn", "note", "off"])
def test_no_policy_lowers_a_refusal(tmp_path: Path, severity: str) -> None:
    """What refuses a book refuses it all the same, and the policy's entry is a problem with its line."""
    policy = {"policy.yaml": f"rules:\n  - {{name: identifier, severity: {severity}}}\n"}
    found = json.loads(_check(tmp_path, REFUSED | policy, "--format", "json").output)
    assert {(one["rule"], one["severity"]) for one in found} == {
        ("identifier", "refuse"),
        ("rule-setting-wrong", "refuse"),
    }


def test_a_rule_that_there_is_not_is_named(tmp_path: Path) -> None:
    """A mistyped rule in the policy or in the story is found, with the one that was meant."""
    files = {
        "policy.yaml": "rules:\n  - {name: harsh-wrods, severity: off}\n",
        "story.yaml": describe_child(more="accepted: [{rule: promises, reason: it is so, by: Sam}]\n"),
    }
    found = find_in(tmp_path, files)
    assert [finding.rule.id for finding in found] == ["rule-setting-wrong"] * 2
    assert {'"harsh-word"' in finding.problem.what or '"promise"' in finding.problem.what for finding in found} == {
        True
    }


ACCEPTED = "accepted: [{rule: harsh-word, reason: it is the child's own word for it, by: Sam}]\n"


@pytest.mark.parametrize(
    "files",
    [
        {"chapters/01.md": FOUND["chapters/01.md"].replace("---\n", f"---\n{ACCEPTED}", 1)},
        FOUND | {"story.yaml": describe_child(more=ACCEPTED)},
    ],
)
def test_what_somebody_accepted_is_quiet(tmp_path: Path, files: dict[str, str]) -> None:
    """A finding that a person has looked at is not said again, on the item or in the whole story."""
    assert find_rules(tmp_path, files) == []


def test_a_refusal_cannot_be_accepted(tmp_path: Path) -> None:
    """What refuses a book is refused, whoever accepts it."""
    accepted = ACCEPTED.replace("harsh-word", "identifier")
    files = {"chapters/01.md": REFUSED["chapters/01.md"].replace("---\n", f"---\n{accepted}", 1)}
    assert set(find_rules(tmp_path, files)) == {"identifier", "rule-setting-wrong"}


def test_an_acceptance_says_why_and_who(tmp_path: Path) -> None:
    """Without a reason and a name nothing is accepted."""
    story = describe_child(more="accepted: [{rule: harsh-word}]\n")
    found = find_in(tmp_path, FOUND | {"story.yaml": story})
    assert {"missing-key"} == {finding.rule.id for finding in found}


@pytest.mark.parametrize("language", ["pl", "cy"])
def test_other_languages_are_told_once_that_words_are_not_read(tmp_path: Path, language: str) -> None:
    """The rules of English are silent for a book in another language, and one note says so."""
    files = FOUND | {"story.yaml": describe_child(more=f"language: {language}\n")}
    assert find_rules(tmp_path, files) == ["words-not-read"]


def test_words_of_the_child_and_of_others_are_left_alone(tmp_path: Path) -> None:
    """My words, accounts, letters and quotations say what they say."""
    words = "This is your second placement. You were hard to look after, so Sue couldn't keep you."
    chapter = f"{HEAD}::: my-words\n{words}\n:::\n\n::: account by=Sue\n{words}\n:::\n\n> {words}\n"
    letter = f"---\nfrom: Sue\nkind: goodbye\n---\n{words}\n"
    assert find_rules(tmp_path, {"chapters/01.md": chapter, "letters/sue.md": letter}) == []


def test_an_authority_lays_its_own_words_over_ours(tmp_path: Path) -> None:
    """A word list beside the policy adds a word and takes one away."""
    write_files(tmp_path / "story", {"story.yaml": describe_child(), **FOUND})
    put(tmp_path / "story" / "chapters" / "02.md", HEAD + "Jan is your carer.\n")
    put(tmp_path / "policy.yaml", "{}\n")
    put(tmp_path / "templates/words/en.yaml", "- {word: placement, remove: yes}\n- {word: carer, say: Jan}\n")
    found = check_story(tmp_path / "story", None, (), TODAY).findings
    assert [(finding.rule.id, finding.problem.at.path) for finding in found] == [("harsh-word", "chapters/02.md")]


def test_every_shipped_word_is_found_in_a_sentence(tmp_path: Path) -> None:
    """No pair of the shipped list is there for nothing: each word is found where it stands alone."""
    text = (find_resources("templates") / "words" / "en.yaml").read_text(encoding="utf-8")
    words = re.findall(r"^- word: (.+)$", text, re.MULTILINE)
    chapter = HEAD + "".join(f"You were {word} in May.\n\n" for word in words)
    found = find_in(tmp_path, {"chapters/01.md": chapter}, names=("9-12",))
    lines = {finding.problem.at.line for finding in found if finding.rule.id == "harsh-word"}
    assert [word for at, word in enumerate(words) if 5 + 2 * at not in lines] == []


PRIVATE = {
    "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n"
    "- {id: dad, name: Dad, is: dad, group: family, parent-of: [me], only-me: true, hold: why}\n",
    "chapters/01.md": HEAD + "This is your second placement.\n\n"
    "::: only-me\nMum drank because you never slept.\n\n![A dog](b.jpg)\n:::\n",
    "media/b.jpg": "b",
    "chapters/02.md": HEAD.replace("---\n", "---\nonly-me: true\n", 1) + "TODO: You were a LAC child.\n",
    "timeline.yaml": "- {when: 2019, what: It was your fault., only-me: true}\n",
    "questions.yaml": "- {ask: Who is Dad?, status: later, only-me: true}\n",
    "homes.yaml": "- id: oak\n  name: Oak\n  stays:\n    - {from: 2017-02, until: 2018-01, goodbye: Bye.}\n"
    "    - {from: 2018-01, until: 2020-01, only-me: true}\n    - {from: 2020-01}\n",
    "about-me.yaml": "- {kind: like, what: You like chips., when: 2020, only-me: true}\n",
    "media.yaml": "- {file: a.jpg, shows: A school badge, only-me: true}\n",
    "media/a.jpg": "a",
    "words.yaml": "- {word: placement, means: A home., only-me: true}\n",
    "story.yaml": describe_child(13),
}
GONE = {
    "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home}\n",
    "chapters/01.md": HEAD + "This is your second placement.\n",
    "homes.yaml": "- id: oak\n  name: Oak\n  stays:\n    - {from: 2017-02, until: 2018-01, goodbye: Bye.}\n\n"
    "    - {from: 2020-01}\n",
    "story.yaml": describe_child(13),
}


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_of_what_is_only_the_childs_nothing_is_said(tmp_path: Path, form: str) -> None:
    """What check says is byte for byte the same where all that is only-me was deleted."""
    whole = _check(tmp_path / "whole", PRIVATE, "--format", form)
    without = _check(tmp_path / "without", GONE, "--format", form)
    assert whole.output == without.output
    assert "placement" in whole.output and whole.exit_code == without.exit_code == 0


def test_what_is_only_the_childs_is_refused_where_a_book_cannot_say_it(tmp_path: Path) -> None:
    """A refusal is said of it all the same, or the child's book could not be made."""
    secret = {"chapters/01.md": HEAD + "::: only-me\nYou moved to LA1 1AA.\n:::\n"}
    assert set(find_rules(tmp_path, secret)) == {"identifier"}
