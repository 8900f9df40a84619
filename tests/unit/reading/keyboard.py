"""A worker's files as `lsbook new` begins them, and fifty more slips: each with the words that name the cause.

The slips were written down before anybody looked at how the reader finds them.
"""

from __future__ import annotations

from tests.unit.reading.slips import Slip

WORKER_FILES = {
    "story.yaml": """# The child
format: 1

child:
  name: "Robin"
  born: "2016-05-04"
  pronouns: they/them
  also-called: [Moss]

telling-age:
  age: 10
  decided-by: Priya
  on: 2026-02-20

voice: you
language: en-GB
plan: long-term-fostering
groups: [home, family, friends, helpers, pets]
talk-to: [jan, priya]
approvals:
  - edition: carers
    by: Priya
    on: 2026-03-01
""",
    "people.yaml": """# Everyone in the story.

- id: jan
  name: Jan
  is: foster mum
  group: home
  about: Jan sings when she cooks.
  also-for: [carers]

- id: mum
  name: Mum
  is: birth mum
  group: family
  parent-of: [me, tyler]
  family-time:
    - from: 2020-04
      until: 2022-01
      how: You met every Saturday at the farm.
  facts:
    - says:
        5: Mum drank so much alcohol that she could not keep you safe. It was not your fault.
        13: Mum was dependent on alcohol. Three doctors told the court so.
      source: the court's judgment
      decided-by: the family court
      certainty: sure
      heads-up:
        5: about Mum, and being safe
        13: about Mum and alcohol
      told:
        by: Priya
        on: 2026-03-02

- id: tyler
  name: Tyler
  is: your big brother
  group: family

- id: priya
  name: Priya
  is: social worker
  group: helpers
""",
    "homes.yaml": """- id: oak-house
  name: Jan's house
  about: Your bedroom is the one with the moon lamp.
  stays:
    - from: March 2020
      people: [jan]
      who-took-me: priya
      why-came:
        says: You needed a home until you are grown up.
        decided-by: the family court
        source: the plan of 2 March 2020
        certainty: sure

- id: flat
  name: Mum's flat
  stays:
    - from: 2016-05-04
      until: 6 March 2020
      people: [mum, tyler]
      why-left: You were not safe there.
""",
    "timeline.yaml": """- when: "2016-05-04"
  what: You were born.
  kind: birth
  people: [mum]

- when: summer 2019
  what: You learned to swim.
  kind: achievement
  people: [mum, tyler]
  photos: [swim.jpg]

- when: 6 March 2020
  what: You came to live with Jan.
  kind: move
  people: [jan, priya]
  about: It rained all day.
""",
    "questions.yaml": """- ask: Where is Tyler living now?
  status: finding-out
  finding-out: priya

- ask: Was it my fault?
  status: answered
  answer: No. Keeping children safe is a job for grown-ups.
""",
    "media.yaml": """- file: swim.jpg
  shows: Robin in a pool, with a yellow badge
  caption: The day of the badge
  when: summer 2019
  people: [mum]
  permission:
    - by: Leo's mum
      on: 2026-01-09
""",
    "media/swim.jpg": "a",
    "words.yaml": """- word: family court
  means: Where a judge listens to everyone and decides what is safest for a child.
""",
    "chapters/01-you.md": """---
title: About you
part: who-am-i
---
This is your book. [[jan]] looks after you.

::: from-age 9
Mum drank a lot.
:::

::: my-words when="April 2026"
I want to know if she is OK.
:::

![Robin in a pool](swim.jpg)

Bye for now.
""",
    "letters/jan.md": """---
from: jan
kind: hello
---
Dear Robin, welcome.
""",
}

KEYBOARD_SLIPS: dict[str, Slip] = {
    "ids without a comma": Slip("timeline.yaml", "[mum, tyler]", "[mum tyler]", ("Several ids", "[mum, tyler]")),
    "ids without a comma, me among them": Slip(
        "people.yaml", "[me, tyler]", "[me tyler]", ("Several ids", "[me, tyler]")
    ),
    "groups without a comma": Slip(
        "story.yaml",
        "[home, family, friends, helpers, pets]",
        "[home, family friends, helpers, pets]",
        ('"family friends"', "comma"),
    ),
    "key under its neighbour": Slip(
        "people.yaml", "  name: Jan\n  is: foster mum", "  name: Jan\n    is: foster mum", ("exactly below", "2 spaces")
    ),
    "text under its neighbour": Slip(
        "people.yaml",
        "  group: home\n  about: Jan sings",
        "  group: home\n    about: Jan sings",
        ("exactly below", "2 spaces"),
    ),
    "key with keys under its neighbour": Slip(
        "people.yaml",
        "      certainty: sure\n"
        "      heads-up:\n"
        "        5: about Mum, and being safe\n"
        "        13: about Mum and alcohol\n",
        "      certainty: sure\n"
        "        heads-up:\n"
        "          5: about Mum, and being safe\n"
        "          13: about Mum and alcohol\n",
        ("exactly below", "6 spaces"),
    ),
    "key among the ages": Slip(
        "people.yaml",
        "        13: Mum was dependent on alcohol. Three doctors told the court so.\n      source:",
        "        13: Mum was dependent on alcohol. Three doctors told the court so.\n        source:",
        ('"source"', 'ages of "says"'),
    ),
    "key too far out": Slip(
        "people.yaml",
        "      source: the court's judgment",
        "    source: the court's judgment",
        ("exactly below", "6 spaces"),
    ),
    "key of the story under its neighbour": Slip(
        "story.yaml", "voice: you\nlanguage: en-GB", "voice: you\n  language: en-GB", ("exactly below", "0 spaces")
    ),
    "key under a list": Slip(
        "homes.yaml",
        "      people: [mum, tyler]\n      why-left",
        "      people: [mum, tyler]\n        why-left",
        ("exactly below", "6 spaces"),
    ),
    "key of a stay under its neighbour": Slip(
        "homes.yaml",
        "    - from: March 2020\n      people: [jan]",
        "    - from: March 2020\n        people: [jan]",
        ("exactly below", "6 spaces"),
    ),
    "middle key of three too far out": Slip(
        "story.yaml", "  decided-by: Priya\n", "decided-by: Priya\n", ("exactly below", "2 spaces")
    ),
    "last key of three too far out": Slip(
        "story.yaml", "  on: 2026-02-20", "on: 2026-02-20", ('"on" belongs to "telling-age"',)
    ),
    "kind under the words": Slip(
        "timeline.yaml",
        "  what: You learned to swim.\n  kind",
        "  what: You learned to swim.\n    kind",
        ("exactly below", "2 spaces"),
    ),
    "bracket not opened": Slip("timeline.yaml", "[mum, tyler]", "mum, tyler]", ("[mum, tyler]",)),
    "round brackets": Slip("timeline.yaml", "[mum, tyler]", "(mum, tyler)", ("square brackets", "[mum, tyler]")),
    "semicolons in a list": Slip("timeline.yaml", "[mum, tyler]", "[mum; tyler]", ("comma", "[mum, tyler]")),
    "and in a list": Slip("timeline.yaml", "[mum, tyler]", "mum and tyler", ("[mum, tyler]",)),
    "and in brackets": Slip("timeline.yaml", "[mum, tyler]", "[mum and tyler]", ("[mum, tyler]",)),
    "comma for the dot of a file": Slip("timeline.yaml", "[swim.jpg]", "[swim,jpg]", ('"swim.jpg"', "comma")),
    "quote not opened": Slip("people.yaml", "name: Jan", 'name: Jan"', ("double quote that none opens",)),
    "letters of a month the wrong way round": Slip(
        "homes.yaml", "6 March 2020", "6 Mrach 2020", ('Did you mean "6 March 2020"?',)
    ),
    "ids without brackets and comma": Slip(
        "people.yaml", "parent-of: [me, tyler]", "parent-of: me tyler", ("[me, tyler]",)
    ),
    "hard space behind a colon": Slip(
        "people.yaml", "is: foster mum", "is:\xa0foster mum", ("space behind the colon",)
    ),
    "dot for a colon": Slip("people.yaml", "  name: Jan", "  name. Jan", ("no colon", "name:")),
    "two versions put together": Slip(
        "people.yaml",
        "  is: foster mum",
        "<<<<<<< HEAD\n  is: foster mum\n=======\n  is: carer\n>>>>>>> x",
        ("Two versions", "======="),
    ),
    "semicolons for a block's colons": Slip(
        "chapters/01-you.md", "::: from-age 9", ";;; from-age 9", ("not exactly a block", "::: from-age")
    ),
    "curly brackets around an id": Slip("chapters/01-you.md", "[[jan]]", "{{jan}}", ("[[jan]]",)),
    "picture not closed": Slip("chapters/01-you.md", "(swim.jpg)", "(swim.jpg", ("A picture is written here", "![")),
    "space behind a picture's mark": Slip("chapters/01-you.md", "![Robin", "! [Robin", ("exclamation mark", "![")),
    "space within a picture": Slip("chapters/01-you.md", "pool](swim", "pool] (swim", ("no space between",)),
    "keys without their end": Slip(
        "chapters/01-you.md", "part: who-am-i\n---\n", "part: who-am-i\n", ("no second line of three dashes",)
    ),
    "two dashes for three": Slip(
        "chapters/01-you.md", "part: who-am-i\n---\n", "part: who-am-i\n--\n", ("exactly three dashes",)
    ),
    "band for an age": Slip("people.yaml", "        5: Mum drank", "        5-8: Mum drank", ('"5-8" is no age', "5:")),
    "word before an age": Slip(
        "people.yaml", "        5: Mum drank", "        age 5: Mum drank", ('"age 5" is no age', "5:")
    ),
    "age without a colon": Slip(
        "people.yaml", "        5: Mum drank", "        5 Mum drank", ("Behind the age 5 stands no colon",)
    ),
    "plus behind an age": Slip(
        "people.yaml", "        13: Mum was dep", "        13+: Mum was dep", ('"13+" is no age', "13:")
    ),
    "words that begin with a mark": Slip(
        "timeline.yaml", "You learned to swim.", "! You learned to swim.", ("begins with !", "double quotes")
    ),
    "words that begin with a number sign": Slip(
        "timeline.yaml", "You learned to swim.", "#1 in the race.", ("begin with #", "double quotes")
    ),
    "second line at the edge": Slip(
        "timeline.yaml", "You learned to swim.", "You learned\nto swim.", ("goes on with the text above", "4 spaces")
    ),
    "second line below its key": Slip(
        "timeline.yaml", "You learned to swim.", "You learned\n  to swim.", ("goes on with the text above",)
    ),
    "dash too many": Slip("people.yaml", "  name: Tyler", "- name: Tyler", ('The dash before "name"',)),
    "year before the season": Slip("timeline.yaml", "summer 2019", "2019 summer", ('Did you mean "summer 2019"?',)),
    "entry without its id": Slip("people.yaml", "- id: tyler\n  name", "- name", ('"id" is missing', "id: tyler")),
    "comma behind a name": Slip("people.yaml", "  name: Jan\n", "  name: Jan,\n", ("end with a comma",)),
    "quotes around a key too": Slip("people.yaml", "  name: Jan\n", '  "name: Jan"\n', ('name: "Jan"',)),
    "sign of web pages": Slip("chapters/01-you.md", "Bye for now.", "<b>Bye</b> for now.", ("<b>", "web pages")),
    "two commas": Slip("timeline.yaml", "[mum, tyler]", "[mum,, tyler]", ("Two commas", "[mum, tyler]")),
    "curly brackets for a list": Slip("timeline.yaml", "[mum, tyler]", "{mum, tyler}", ("square ones", "[mum, tyler]")),
    "entry one space in": Slip(
        "people.yaml",
        "- id: tyler\n  name: Tyler\n  is: your big brother\n  group: family\n",
        " - id: tyler\n   name: Tyler\n   is: your big brother\n   group: family\n",
        ("This whole entry", "1 space "),
    ),
    "entry two spaces in": Slip(
        "people.yaml",
        "- id: tyler\n  name: Tyler\n  is: your big brother\n  group: family\n",
        "  - id: tyler\n    name: Tyler\n    is: your big brother\n    group: family\n",
        ("This whole entry", "2 spaces"),
    ),
    "first entry one space in": Slip(
        "people.yaml",
        "- id: jan\n"
        "  name: Jan\n"
        "  is: foster mum\n"
        "  group: home\n"
        "  about: Jan sings when she cooks.\n"
        "  also-for: [carers]\n",
        " - id: jan\n"
        "   name: Jan\n"
        "   is: foster mum\n"
        "   group: home\n"
        "   about: Jan sings when she cooks.\n"
        "   also-for: [carers]\n",
        ("This whole entry",),
    ),
    "letter on a line of its own": Slip("people.yaml", "  group: home\n", "  group: home\nq\n", ("too far left",)),
    "letter before a dash": Slip(
        "people.yaml", "- id: tyler", "q- id: tyler", ('Before the dash of this entry stands "q"',)
    ),
    "round bracket at the end of a list": Slip("timeline.yaml", "[mum, tyler]", "[mum, tyler)", ("[mum, tyler]",)),
    "text and ages": Slip(
        "people.yaml",
        "    - says:\n        5: Mum",
        "    - says: Mum drank.\n        5: Mum",
        ('"says" has a text behind it', "0: Mum drank."),
    ),
}
