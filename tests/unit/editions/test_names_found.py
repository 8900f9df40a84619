"""A withheld name is found however it is written, and ordinary words are not taken for one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lsbook.editions import make_choice, make_edition
from tests.building import MADE, STORY, policy, story_in
from tests.unit.editions.ways import BY_LANGUAGE, sentences

HOUSEHOLDS = [
    pytest.param(language, name, ways, id=f"{language} {name}")
    for language, names in BY_LANGUAGE.items()
    for name, ways in names.items()
]


def _lines_found(folder: Path, language: str, name: str, lines: list[str]) -> set[int]:
    """The numbers of the lines at which the edition 9-12 finds the name, refused or warned of."""
    files = {
        "story.yaml": STORY + f"language: {language}\n",
        "people.yaml": f"- {{id: h, name: {name}, is: aunt, group: family, from-age: 13}}\n",
        "timeline.yaml": "".join(f"- {{when: 2019, what: {json.dumps(line)}}}\n" for line in lines),
    }
    story = story_in(folder, files)
    found = make_choice(story, make_edition(story, policy(), "9-12"), MADE)
    return {problem.at.line - 1 for problem in (*found.refusals, *found.warnings)}


@pytest.mark.parametrize(("language", "name", "ways"), HOUSEHOLDS)
def test_a_withheld_name_is_found_however_it_is_written(tmp_path: Path, language: str, name: str, ways: str) -> None:
    """Every way of writing the name is found at its line, and no sentence that only looks like it is."""
    said, unsaid = sentences(ways)
    found = _lines_found(tmp_path, language, name, [*said, *unsaid])
    assert [way for at, way in enumerate(said) if at not in found] == []
    assert [way for at, way in enumerate(unsaid, start=len(said)) if at in found] == []
