"""Scalars mean what the worker wrote."""

from __future__ import annotations

from lsbook.model.item import Telling, Version
from lsbook.model.prose import Emphasis, Heading, Listing, Mention, PageBreak, Paragraph, Preformatted, Strong, Text
from lsbook.model.story_text import GatedBlock, MediaBlock, MyWords, Ref, Statement, TellingBlock
from lsbook.model.vocabulary import AboutMeKind, StayKind
from lsbook.model.walk import find_all
from lsbook.model.when import Dated, Point
from tests.building import HEAD
from tests.unit.reading.conftest import STORY, ReadStory

CHAPTER = HEAD


def test_words_that_yaml_would_change_stay_as_written(story: ReadStory) -> None:
    """No, 12:30, 0123, 1.10 and null are words, because every scalar is text until a field converts it."""
    people = "".join(
        f"- id: p{n}\n  name: {word}\n  is: {word}\n  group: {word}\n"
        for n, word in enumerate(["No", "12:30", "0123", "1.10", "null", "2019-01-01", "~"])
    )
    names = [person.name.versions[0].content for person in story({"people.yaml": people}).people]
    assert names == ["No", "12:30", "0123", "1.10", "null", "2019-01-01", "~"]


def test_the_smallest_story_is_a_story(story: ReadStory) -> None:
    """Only story.yaml is needed, and the short form of the telling age will do."""
    small = story({"story.yaml": "child:\n  name: Robin\n  born: 2017\ntelling-age: 9\n"})
    assert (small.telling_age.age, small.child.born) == (9, Dated(Point(2017)))


def test_remarks_and_empty_lists_are_nothing(story: ReadStory) -> None:
    """A file of remarks only is no item, an empty list no list, and a remark behind two spaces cuts nothing."""
    small = story(
        {
            "homes.yaml": "# nothing yet\n",
            "people.yaml": "- id: jan   # our Jan\n  name: Jan  # as she says it\n  is: foster mum\n  group: home\n"
            "  facts: []\n  also-called:\n",
        }
    )
    assert (small.homes, small.people[0].facts, small.people[0].label) == ((), (), "Jan")


def test_words_by_age_are_one_telling(story: ReadStory) -> None:
    """A map of ages is one telling in the order of its ages, with easy words beside."""
    small = story({"timeline.yaml": "- when: 2019\n  what:\n    13: Three.\n    4: One.\n    13-easy: Two.\n"})
    versions = small.moments[0].what.versions
    assert [(version.age, version.easy) for version in versions] == [(4, False), (13, False), (13, True)]


def test_the_oldest_words_that_fit_are_told() -> None:
    """Of the words for several ages, the oldest that fits is told, easy ones only to an easy reader."""
    telling = Telling((Version(4, "one"), Version(13, "three"), Version(13, "two", easy=True)))
    contents = [
        (version.content if version else None)
        for version in (
            telling.find_version(3),
            telling.find_version(4),
            telling.find_version(12, easy=True),
            telling.find_version(13),
            telling.find_version(20, easy=True),
        )
    ]
    assert contents == [None, "one", "one", "three", "two"]


def test_a_statement_may_be_a_text_or_how_it_is_known(story: ReadStory) -> None:
    """Where a statement may stand, a plain text, ages and a full statement are all read as one."""
    small = story(
        {
            "homes.yaml": "- id: oak\n  name: Oak\n  stays:\n    - from: 2019\n      why-came: A text.\n"
            "      why-left:\n        4: For four.\n      goodbye:\n        says: Said.\n        certainty: likely\n"
        }
    )
    stay = small.homes[0].stays[0]
    assert all(isinstance(statement, Statement) for statement in (stay.why_came, stay.why_left, stay.goodbye))
    assert stay.goodbye is not None and (stay.goodbye.certainty, stay.goodbye.is_standalone) == ("likely", True)


def test_markdown_becomes_typed_prose(story: ReadStory) -> None:
    """Paragraphs, headings, lists, emphasis, names and page turns come out as values, with no markup left."""
    text = "## Now\n\nYou *really* **laughed** with [[me]].\n\n- one\n- two\n\nA line.\n---\nNext.\n"
    heading, paragraph, listing, *rest = story({"chapters/01.md": CHAPTER + text}).chapters[0].inside
    assert heading == Heading(2, (Text("Now"),))
    assert isinstance(paragraph, Paragraph) and [type(inline) for inline in paragraph.inside] == [
        Text, Emphasis, Text, Strong, Text, Mention, Text,
    ]  # fmt: skip
    assert isinstance(listing, Listing) and len(listing.entries) == 2
    assert rest == [Paragraph((Text("A line."),)), PageBreak(), Paragraph((Text("Next."),))]


def test_raw_html_and_number_signs_are_words(story: ReadStory) -> None:
    """HTML is kept as text, entities too, and "#1" at the start of a line is no heading."""
    text = "<script>alert(1)</script> &lt; <b>x</b>\n\n#1 in the race\n\n    <i>code</i>\n"
    first, second, third = story({"chapters/01.md": CHAPTER + text}).chapters[0].inside
    assert first == Paragraph((Text("<script>alert(1)</script> &lt; <b>x</b>"),))
    assert second == Paragraph((Text("#1 in the race"),))
    assert third == Preformatted("<i>code</i>")


def test_blocks_nest_and_tellings_join(story: ReadStory) -> None:
    """Blocks stand inside each other, and tell blocks with only blank lines between are one telling."""
    text = (
        '::: from-age 13\n::: my-words when="April 2026"\nI wonder.\n:::\n:::\n'
        "::: tell 4\nOne.\n:::\n\n::: tell 9\nTwo.\n:::\nWords.\n::: tell 9\nThree.\n:::\n"
    )
    gated, first, words, second = story({"chapters/01.md": CHAPTER + text}).chapters[0].inside
    assert isinstance(gated, GatedBlock) and gated.gate.from_age == 13 and isinstance(gated.inside[0], MyWords)
    assert isinstance(first, TellingBlock) and [version.age for version in first.telling.versions] == [4, 9]
    assert isinstance(words, Paragraph)
    assert isinstance(second, TellingBlock) and len(second.telling.versions) == 1


def test_a_reference_knows_its_line(story: ReadStory) -> None:
    """The place of a name in brackets is its own line, in a chapter and in the texts of YAML."""
    small = story(
        {
            "people.yaml": "- id: jan\n  name: Jan\n  is: mum\n  group: home\n  about: |\n    One.\n    [[me]] two.\n"
            "  facts:\n    - says: >\n        One\n        two [[me]].\n",
            "chapters/01.md": CHAPTER + "One.\n\n`[[no]]` and\n[[me]] here.\n",
        }
    )
    person = small.people[0]
    assert person.about is not None
    mentions = [*_mentions(person.about), *_mentions(person.facts[0]), *_mentions(small.chapters[0])]
    assert [str(mention.at) for mention in mentions] == ["people.yaml:7", "people.yaml:11", "chapters/01.md:8"]


def _mentions(value: object) -> list[Mention]:
    return list(find_all(Mention, value))


def test_a_file_is_found_by_its_name_or_its_folder(story: ReadStory) -> None:
    """A photo is named by its name, with its folder only where two share a name, and spaces stand in quotes."""
    small = story(
        {
            "media/a/dog.png": b"x", "media/b/dog.png": b"x", "media/my cat.png": b"x",
            "chapters/01.md": CHAPTER + '::: photos a/dog.png "my cat.png"\n:::\n\n![x](b/dog.png)\n',
        }
    )  # fmt: skip
    block = small.chapters[0].inside[0]
    assert isinstance(block, MediaBlock) and [photo.file for photo in block.photos] == ["a/dog.png", "my cat.png"]
    assert [medium.file for medium in small.media] == ["a/dog.png", "my cat.png", "b/dog.png"]


def test_somebody_may_be_an_id_or_words(story: ReadStory) -> None:
    """Who gives, says or writes may be a person of the story by id, or somebody else in words."""
    small = story(
        {
            "people.yaml": "- {id: jan, name: Jan, is: mum, group: home}\n",
            "keepsakes.yaml": "- {id: cup, name: Cup, given-by: jan}\n- {id: hat, name: Hat, given-by: a kind nurse}\n",
        }
    )
    assert isinstance(small.keepsakes[0].given_by, Ref)
    assert small.keepsakes[1].given_by == "a kind nurse"


def test_every_key_of_story_yaml_is_read(story: ReadStory) -> None:
    """All that design.md puts into story.yaml comes into the Story."""
    more = (
        "reads-at: 5-8\nvoice: name\nlanguage: cy\nplan: long-term-fostering\norder: chronological\nlook: meadow\n"
        "groups: [home]\ntalk-to: [jan]\napprovals:\n  - edition: carers\n    by: Priya\n    on: 2026-03-01\n"
    )
    small = story({"story.yaml": STORY + more, "people.yaml": "- {id: jan, name: Jan, is: mum, group: home}\n"})
    assert (small.reads_at, small.voice, small.language, small.plan, small.order) == (
        "5-8", "name", "cy", "long-term-fostering", "chronological",
    )  # fmt: skip
    assert (small.groups, [ref.id for ref in small.talk_to]) == (("home",), ["jan"])
    assert [(approval.edition, approval.by) for approval in small.approvals] == [("carers", "Priya")]


def test_the_keys_that_came_with_the_reader_are_read(story: ReadStory) -> None:
    """When somebody died, a short break, who looked for what is lost, and that no age may be counted."""
    small = story(
        {
            "story.yaml": "child:\n  name: Robin\n  born: 2017\n  ages: no\ntelling-age: 9\n",
            "people.yaml": "- {id: jan, name: Jan, is: foster mum, group: home, died: 3 May 2024}\n",
            "homes.yaml": "- {id: farm, name: Farm, stays: [{from: 2020, until: 2020, kind: short-break}]}\n",
            "keepsakes.yaml": "- {id: cup, name: Cup, where-now: lost, looked-for-by: jan}\n",
            "about-me.yaml": "- {kind: how-i-tell-you, what: You go quiet.}\n",
        }
    )
    assert small.child.is_ageless
    assert small.people[0].died == Dated(Point(2024, 5, 3))
    assert small.homes[0].stays[0].category is StayKind.SHORT_BREAK
    assert isinstance(small.keepsakes[0].looked_for_by, Ref)
    assert small.about_me[0].category is AboutMeKind.HOW_I_TELL_YOU


def test_a_chapter_is_chosen_for_the_picture_book(story: ReadStory) -> None:
    """A chapter is in the picture book of the youngest where a person wrote so, and else it is not."""
    keyed = HEAD.replace("---\n", "---\npicture-book: yes\n", 1)
    chapters = story({"chapters/01.md": keyed + "One.\n", "chapters/02.md": HEAD + "Two.\n"}).chapters
    assert [chapter.is_picture_book for chapter in chapters] == [True, False]
