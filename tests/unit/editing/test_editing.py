"""Changes in a person's YAML: what is asked for, and not one byte more."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from lsbook.editing import YamlFile, change_value, insert_entry, insert_key, open_yaml, remove, rename_key
from lsbook.editing.yaml_file import YamlPath
from lsbook.model.problem import ProblemsFound

PEOPLE = """\
# The people of this story.

- id: jan    # foster mum
  name: Jan
  facts:
    - says: "She sings."   # every day
      # ask her which songs
    - says: |
        She has a dog.

  # Jan wants to read this first
  photos: [jan.jpg, 'dog.jpg' , tree.jpg]
# about Robin:
- {id: robin, name: Robin}
-   id: lou
    name: Lou
    group:

# the end"""


def people(text: str = PEOPLE) -> YamlFile:
    return open_yaml(text.encode(), "people.yaml")


def edited(file: YamlFile) -> str:
    return file.data.decode()


def test_an_entry_is_added_below_all() -> None:
    """A new entry of a file stands at its end, and a line end that is missing there stays missing."""
    longer = insert_entry(people(), (), {"id": "kelly", "facts": ({"says": 'Mum: "no" #1'}, "x"), "none": ()})
    lines = [
        '- id: "kelly"',
        "  facts:",
        '    - says: "Mum: \\"no\\" #1"',
        '    - "x"',
        "  none: []",
    ]
    assert edited(longer) == PEOPLE + "\n" + "\n".join(lines)
    assert edited(insert_entry(open_yaml(b"# mine\n", "a.yaml"), (), "x")) == '# mine\n- "x"\n'
    assert edited(insert_entry(open_yaml(b"", "a.yaml"), (), "x")) == '- "x"\n'


def test_an_item_is_added_below_the_last_with_its_remarks() -> None:
    """The remark that belongs to the last fact stays right below it."""
    longer = insert_entry(people(), (0, "facts"), {"says": "New."})
    assert edited(longer) == PEOPLE.replace("She has a dog.\n", 'She has a dog.\n    - says: "New."\n')


def test_a_key_is_added_where_it_is_asked_for() -> None:
    """Right below a key and all lines of its value, or at the end of its entry."""
    assert edited(insert_key(people(), (0,), "is", "mum", after="id")) == PEOPLE.replace(
        "# foster mum\n", '# foster mum\n  is: "mum"\n'
    )
    assert edited(insert_key(people(), (0, "facts", 0), "from-age", "7", after="says")) == PEOPLE.replace(
        "# every day\n", '# every day\n      from-age: "7"\n'
    )
    assert edited(insert_key(people(), (2,), "is", "cat")) == PEOPLE.replace("group:\n", 'group:\n    is: "cat"\n')


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ((0, "facts", 0), '    - says: "She sings."   # every day\n      # ask her which songs\n'),
        ((0, "photos", 0), "jan.jpg, "),
        ((0, "photos", 2), " , tree.jpg"),
        ((0, "photos"), "  # Jan wants to read this first\n  photos: [jan.jpg, 'dog.jpg' , tree.jpg]\n"),
        ((0, "id"), "id: jan    # foster mum\n  "),
        ((1,), "# about Robin:\n- {id: robin, name: Robin}\n"),
        ((1, "name"), ", name: Robin"),
        ((2, "group"), "    group:\n"),
    ],
)
def test_what_is_removed_takes_its_remarks_along(path: YamlPath, gone: str) -> None:
    """An entry, a key or an item goes with the remarks that belong to it, and nothing else does."""
    assert PEOPLE.count(gone) == 1
    assert edited(remove(people(), [path])) == PEOPLE.replace(gone, "")


def test_remarks_can_be_kept() -> None:
    """Where it is asked for, only the lines of the entry itself go."""
    assert edited(remove(people(), [(1,)], keep_remarks=True)) == PEOPLE.replace("- {id: robin, name: Robin}\n", "")


def test_several_things_go_at_once() -> None:
    """An entry of which every value goes is gone as a whole, and so is what stands in something that goes."""
    rest = remove(people(), [(1, "id"), (1, "name"), (2,), (2, "name")])
    assert edited(rest) == PEOPLE[: PEOPLE.index("# about Robin")] + "\n# the end"


def test_a_value_is_changed_where_it_stands() -> None:
    """Words without quotes stay so where they can; all others are put into quotes."""
    assert edited(change_value(people(), (0, "name"), "Janet")) == PEOPLE.replace("name: Jan\n", "name: Janet\n")
    assert edited(change_value(people(), (0, "name"), "J: #1")) == PEOPLE.replace("name: Jan\n", 'name: "J: #1"\n')
    assert edited(change_value(people(), (2, "group"), "home")) == PEOPLE.replace("group:\n", "group: home\n")
    assert edited(change_value(people(), (0, "photos", 1), "cat.jpg")) == PEOPLE.replace("'dog.jpg'", '"cat.jpg"')
    changed = change_value(people(), (0, "facts", 1, "says"), "She has two.\nAnd a cat.")
    assert edited(changed) == PEOPLE.replace("says: |\n        She has a dog.", 'says: "She has two.\\nAnd a cat."')


def test_a_key_is_renamed_where_it_stands() -> None:
    """Only the letters of the key change."""
    assert edited(rename_key(people(), (0, "facts"), "stories")) == PEOPLE.replace("facts:", "stories:")
    assert edited(rename_key(people(), (1, "name"), "no: way")) == PEOPLE.replace(
        "{id: robin, name:", '{id: robin, "no: way":'
    )


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_stay(name: str, end: str) -> None:
    """Whatever an editor saved, new lines are saved in the same way."""
    text = PEOPLE.replace("Jan", "Zoë").replace("\n", end)
    longer = insert_key(open_yaml(text.encode(name), "people.yaml"), (0,), "is", "Mémé", after="id")
    assert longer.data == text.replace(f"mum{end}", f'mum{end}  is: "Mémé"{end}').encode(name)


def test_keys_at_the_top_of_a_chapter_are_edited() -> None:
    """The words below stay as they are, even where they look like keys."""
    text = "---\ntitle: A day\npart: who-am-i\n---\ntitle: none\n- [[jan]]: *x*\n"
    chapter = open_yaml(text.encode(), "chapters/01.md")
    assert edited(change_value(chapter, ("title",), "A night")) == text.replace("A day", "A night")
    assert edited(insert_key(chapter, (), "heads-up", "x")) == text.replace("who-am-i\n", 'who-am-i\nheads-up: "x"\n')
    assert edited(remove(chapter, [("part",)])) == text.replace("part: who-am-i\n", "")


@pytest.mark.parametrize("text", ["- [", "- &a x\n", "- a\n---\n- b\n", "- !x y\n", "- *a\n", f"{'[' * 9000}"])
def test_what_cannot_be_edited_safely_is_not_opened(text: str) -> None:
    """Broken, shared or typed values and second documents are said with their place."""
    with pytest.raises(ProblemsFound) as stopped:
        open_yaml(text.encode(), "people.yaml")
    assert stopped.value.problems[0].at.path == "people.yaml"


def test_what_cannot_be_changed_is_said_with_its_line() -> None:
    """A place that is not there, is of another kind, or would change what stands beside it."""
    file = people()
    keeping = people("- says: |+\n    a\n\n  more: x\n")
    edits: list[tuple[int, Callable[[], YamlFile]]] = [
        (14, lambda: insert_key(file, (1,), "is", "x")),
        (3, lambda: insert_key(file, (0,), "name", "x")),
        (12, lambda: insert_entry(file, (0, "photos"), "x")),
        (3, lambda: rename_key(file, (0, "name"), "id")),
        (6, lambda: change_value(file, (0, "facts"), "x")),
        (1, lambda: remove(file, [(9,)])),
        (2, lambda: insert_key(keeping, (0,), "new", "x", after="says")),
        (1, lambda: remove(people("- - x\n"), [(0, 0)])),
    ]
    for line, edit in edits:
        with pytest.raises(ProblemsFound) as stopped:
            edit()
        [problem] = stopped.value.problems
        assert (problem.at.path, problem.at.line, bool(problem.remedy)) == ("people.yaml", line, True)


def test_letters_that_an_old_alphabet_lacks_are_refused() -> None:
    """A file is not given another encoding for the sake of one new word."""
    file = open_yaml("- Zoë\n".encode("cp1252"), "people.yaml")
    assert insert_entry(file, (), "Chloë").data == '- Zoë\n- "Chloë"\n'.encode("cp1252")
    with pytest.raises(ProblemsFound):
        insert_entry(file, (), "Łucja")


def test_a_mark_is_no_letter() -> None:
    """The mark of an encoding stays in front, whatever is put below or taken out."""
    file = open_yaml(codecs.BOM_UTF8 + b"- a\n", "people.yaml")
    assert remove(file, [(0,)]).data == codecs.BOM_UTF8
