"""A worker's files, and slips made in them: each with the words by which its message names the cause."""

from __future__ import annotations

from typing import NamedTuple

FILES = {
    "story.yaml": """child:
  name: Robin
  born: 2017-02-14
  pronouns: they/them
telling-age:
  age: 9
  decided-by: Sam
  on: 2026-02-20
voice: you
groups: [home, family, helpers]
talk-to: [jan, mr-lal]
""",
    "people.yaml": """- id: jan
  name: Jan
  is: foster mum
  group: home
  photo: jan-garden.jpg
  about: Jan sings when she cooks.

- id: mr-lal
  name: Mr Lal
  is: teacher
  group: helpers
  about: Mr Lal knows every bird.

- id: kelly
  name: Mum
  is: birth mum
  group: family
  parent-of: [me]
  facts:
    - says:
        5: Mum could not keep you safe.
        13: Mum was dependent on alcohol.
      source: the judgment
      decided-by: the family court
      certainty: sure
""",
    "homes.yaml": """- id: oak-house
  name: Oak House
  about: Your room is blue.
  stays:
    - from: March 2020
      people: [jan]
      first-day: Red wellies stood by the door.
""",
    "timeline.yaml": """- when: 2017-02-14
  what: You were born.
  kind: birth

- when: summer 2019
  what: You learned to swim.
  kind: achievement
  people: [mr-lal]
""",
    "media.yaml": """- file: jan-garden.jpg
  shows: Jan in the garden
  caption: Jan and the sunflowers
  people: [jan]
  when: 2021
""",
    "media/jan-garden.jpg": "picture",
    "chapters/01-you.md": """---
title: You
part: who-am-i
---
You live with [[jan]].

::: my-words
I like birds.
:::

::: from-age 13
There is more.
:::
""",
}


class Slip(NamedTuple):
    """What is typed in place of what, in which file, and words of the one message."""

    file: str
    old: str
    new: str
    words: tuple[str, ...]


SLIPS: dict[str, Slip] = {
    "dash missing, key in": Slip("people.yaml", "- id: mr-lal", "  id: mr-lal", ("somebody new", '"- "')),
    "dash missing, key out": Slip(
        "people.yaml", "- id: mr-lal\n  name", "id: mr-lal\n  name", ("somebody new", '"- "')
    ),
    "dash missing, moment": Slip("timeline.yaml", "- when: summer", "  when: summer", ("something new", '"- "')),
    "no space after the dash": Slip("people.yaml", "- id: mr-lal", "-id: mr-lal", ("no space after the dash",)),
    "no space after the colon": Slip("people.yaml", "is: teacher", "is:teacher", ("no space after the colon",)),
    "key misspelled": Slip("people.yaml", "  about: Mr", "  abuot: Mr", ('"about"', "Known here")),
    "key in capitals": Slip("people.yaml", "  about: Mr", "  About: Mr", ('"about"',)),
    "value for another": Slip("timeline.yaml", "kind: achievement", "kind: achievment", ('"achievement"',)),
    "id with a capital and a space": Slip("people.yaml", "id: mr-lal", "id: Mr Lal", ("mr-lal",)),
    "name for an id": Slip("timeline.yaml", "[mr-lal]", "[Mr Lal]", ('"mr-lal"',)),
    "id in another case": Slip("timeline.yaml", "[mr-lal]", "[Mr-Lal]", ('"mr-lal"',)),
    "id with a space": Slip("timeline.yaml", "[mr-lal]", "[mr lal]", ('"mr-lal"',)),
    "id misspelled": Slip("timeline.yaml", "[mr-lal]", "[mr-lall]", ('"mr-lal"',)),
    "mention misspelled": Slip("chapters/01-you.md", "[[jan]]", "[[jann]]", ('"jan"',)),
    "mention not closed": Slip("chapters/01-you.md", "[[jan]]", "[[jan]", ("]]",)),
    "list without brackets": Slip("story.yaml", "[jan, mr-lal]", "jan, mr-lal", ("[jan, mr-lal]",)),
    "bracket not closed": Slip("story.yaml", "[jan, mr-lal]", "[jan, mr-lal", ("bracket",)),
    "day and month as numbers": Slip("timeline.yaml", "summer 2019", "03/04/2019", ("3 April 2019 or 4 March 2019",)),
    "american date": Slip("timeline.yaml", "summer 2019", "25/12/2019", ("25 December 2019",)),
    "no such day": Slip("timeline.yaml", "summer 2019", "31 June 2019", ("30 days",)),
    "month misspelled": Slip("timeline.yaml", "summer 2019", "Jully 2019", ("date",)),
    "bad date of the telling age": Slip("story.yaml", "on: 2026-02-20", "on: 20.2.2026", ("20 February 2026",)),
    "colon in a text": Slip("people.yaml", "Jan sings when", "Jan says: when", ("colon", "double quotes")),
    "number sign in a text": Slip("people.yaml", "knows every bird", "is #1 for birds", ("#",)),
    "apostrophe in single quotes": Slip(
        "people.yaml", "Mr Lal knows every bird.", "'He doesn't know fish.'", ("double quotes",)
    ),
    "quote not closed": Slip("people.yaml", "Mr Lal knows every bird.", '"Mr Lal knows.', ("never closed",)),
    "tab in place of spaces": Slip("people.yaml", "  is: teacher", "\tis: teacher", ("tab",)),
    "key one space out": Slip("people.yaml", "  is: teacher", " is: teacher", ("exactly below",)),
    "age without a number": Slip("story.yaml", "age: 9", "age: nine", ("0 to 120",)),
    "ages with words": Slip("people.yaml", "        13: Mum", "        thirteen: Mum", ("age",)),
    "same age twice": Slip("people.yaml", "        13: Mum", "        5: Mum", ("second time",)),
    "photo in another case": Slip("people.yaml", "jan-garden.jpg", "Jan-Garden.JPG", ('"jan-garden.jpg"',)),
    "photo with a space": Slip("people.yaml", "jan-garden.jpg", "jan garden.jpg", ('"jan-garden.jpg"',)),
    "photo with another ending": Slip("people.yaml", "jan-garden.jpg", "jan-garden.jpeg", ('"jan-garden.jpg"',)),
    "photo misspelled": Slip("people.yaml", "jan-garden.jpg", "jan-gardn.jpg", ('"jan-garden.jpg"',)),
    "block misspelled": Slip("chapters/01-you.md", "::: my-words", "::: my-word", ('"my-words"',)),
    "block not closed": Slip("chapters/01-you.md", "I like birds.\n:::\n", "I like birds.\n", (":::",)),
    "block with two colons": Slip("chapters/01-you.md", "::: from-age 13", ":: from-age 13", (":::",)),
    "part misspelled": Slip("chapters/01-you.md", "who-am-i", "who-i-am", ('"who-am-i"',)),
    "dashes forgotten": Slip("chapters/01-you.md", "who-am-i\n---\n", "who-am-i\n", ("---",)),
    "group unknown": Slip("people.yaml", "group: helpers", "group: helper", ("helpers",)),
    "certainty misspelled": Slip("people.yaml", "certainty: sure", "certainty: shure", ('"sure"',)),
    "bullet of a word processor": Slip("timeline.yaml", "- when: summer", "• when: summer", ("hyphen",)),
    "reader misspelled": Slip("people.yaml", "  about: Mr", "  also-for: [carer]\n  about: Mr", ('"carers"',)),
}
