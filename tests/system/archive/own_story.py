"""A small story with something that is the child's own in every place where it can stand.

In the texts here, « and » stand around exactly what ``--only-me leave-out`` has to cut. The whole story is the text
without these marks; what has to be left is the text without all that stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.building import write_files

_CUT = re.compile("«(.*?)»", re.DOTALL)

STORY = """child:
  name: Robin
  born: 2017-02-14
  photo: café.png
  names:
    - says: Your full name is Robin Reed.
«    # qzremark1z
    - says: You have a name that only you use, qzname1z.
      only-me: true
»telling-age: {age: 9, decided-by: Sam, on: 2026-02-20}
look:
  theme: sea
«  cover: qzphoto1z.png
»talk-to: [jan«, lou»]
"""
ABOUT = """# What Robin likes
- kind: like
  what: You like beans.
  # this remark belongs to the beans

«# qzremark2z
- kind: feeling
  what: |
    Sundays are qzfeeling1z.

    # qzheading1z
  said-by: me
  only-me: yes   # qzremark3z
  # qzremark4z
»
«- {kind: hope, what: qzhope1z, only-me: true}
»- kind: hope
  what:
    4: You hope for a dog.
    9: You hope for a big dog.
«- kind: feeling
  what: Lou says qzlou1z.
  said-by: lou
»"""
PEOPLE = """- id: jan
  name: Jan
  is: foster mum
  group: home
«  about:
    says: Jan qzabout1z.
    only-me: true
»  facts: [{says: Jan has a shed.}«, {says: "qzfact1z, and more", only-me: true}»]
  accounts:
    - by: kelly
      says: |
        I asked for help.

        - first
        «- ![qzalt8z](qzphoto1z.png)»
        - ![beans](beans.png)
«    - by: kelly
      says: "![qzalt9z](qzphoto1z.png)"
»«    - by: lou
      says: qzaccount1z
    - by: a neighbour
      says: qzaccount2z
      only-me: true
»- id: kelly
  name: Mum
  is: birth mum
  group: family
  parent-of: [me]
  partners:
    - person: jan
      from: 2001
«    - person: lou
      from: 2002
    - {person: jan, until: 1999, only-me: true}
»  family-time:
«  - from: 2020
    how: You met at qzplace1z.
    only-me: true
»  - from: 2021
    how: You met at the farm.
  facts:
    - says: Mum sings. «![qzalt5z](qzphoto1z.png) »She does.
«      instead:
        4: "![qzalt6z](qzphoto1z.png)"
        9: "![qzalt7z](qzphoto1z.png)"
»«    - says:
        4: qzfact2z
        9: qzfact3z
      only-me: true
      source: qzsource1z
»«- id: lou
  name: Qzname2z
  is: secret friend
  group: home
  photo: qzphoto2z.png
  also-called: [qzname3z]
  only-me: true
»"""
HOMES = """- id: oak
  name: Oak House
  stays:
    - «first-day:
        says: qzday1z
        only-me: true
      »from: 2020
      until: 2021
      people:
        - jan
«        - lou
»«    - from: 2022
      goodbye: qzgoodbye1z
      only-me: true
»    - from: 2023
      what-i-wanted: To stay.
«      why-came:
        only-me: true
        says: qzwhy1z
»
«- id: tree
  name: Qzhome1z
  only-me: true
»"""
MEDIA = """- file: café.png
  shows: Robin with a cup
- file: beans.png
  shows: Beans
«- file: qzphoto2z.png
  shows: Lou, qzshows1z
- file: qzphoto3z.png
  shows: A stone, qzshows2z
- file: qzphoto1z.png
  shows: qzshows3z
  caption: qzcaption1z
  captions: qzwords1z.vtt
  only-me: true
»- file: walk.png
  shows: A walk
  captions: walk.vtt
«- file: qzphoto4z.png
  shows: Robin and Lou, qzshows4z
  people: [lou]
»"""
CHAPTER = """---
title: Your garden
part: who-am-i
---
You planted beans.
«::: only-me
qzblock1z
::: note
qzblock2z
:::
![qzalt1z](qzphoto1z.png)
:::»
They came up.

«![qzalt2z](qzphoto1z.png)
»
You ate them. «![qzalt3z](qzphoto1z.png) »All of them.

«::: my-words when="May 2026" only-me=true instead="qzinstead1z"
qzwords2z
:::
»
::: tell 4
You ate them.
:::
::: tell 9« only-me=true heads-up="about qzheads1z"
qztell1z
»
:::

::: side-by-side
«::: in pl only-me=true
qzpolish1z
:::
»::: in en-GB
Good night.
:::
:::

```
«::: only-me
qzfence1z
:::»
```

::: photos beans.png« qzphoto1z.png» café.png
:::
::: photos
beans.png
«qzphoto1z.png
»:::
«::: letter qzletter1z
:::
»::: note
«::: account by=lou
qzaccount3z
:::
»A note stays.
«::: photos qzphoto4z.png
:::
»:::
"""
TEXTS = {
    "story.yaml": STORY,
    "about-me.yaml": ABOUT,
    "people.yaml": PEOPLE,
    "homes.yaml": HOMES,
    "media.yaml": MEDIA,
    "schools.yaml": "«- {id: qzschool1z, name: A school, only-me: true}\n»",
    "timeline.yaml": "[{when: 2019, what: You swam, people: [jan«, lou»]}«, {when: 2020, what: qzmoment1z, "
    "only-me: true}»]\n",
    "keepsakes.yaml": "- id: blanket\n  name: Your blanket\n«  given-by: lou\n»«- id: stone\n  name: qzstone1z\n"
    "  photo: qzphoto3z.png\n  only-me: true»",
    "questions.yaml": "- ask: Why?\n  status: answered\n«  answer: {says: qzanswer1z, only-me: true}\n»"
    "- ask: When?\n  status: finding-out\n«  finding-out: lou\n»",
    "words.yaml": "«- word: qzword1z\n  means: A word of ours.\n  only-me: true\n»- word: court\n  means: A place.\n",
    "chapters/01-garden.md": CHAPTER,
    "chapters/02-qzfile1z.md": "«---\ntitle: qztitle1z\npart: my-people\nonly-me: true\n"
    "read-aloud: qzsound1z.mp3\n---\nqzchapter1z ![](qzunlisted1z.png)\n»",
    "letters/jan.md": '---\nfrom: jan\nkind: hello\n«instead: "![qzalt4z](qzphoto1z.png)"\n»scan:\n'
    "- beans.png\n«- qzphoto1z.png\n»---\nHello, café.\n\n"
    "«::: from-age 9 only-me=true\nqzblock3z\n:::\n»",
    "letters/qzletter1z.md": "«---\nfrom: lou\nkind: hello\n---\nqzletter2z\n»",
    "letters/qzletter3z.md": "«---\nfrom: jan\nkind: goodbye\nonly-me: true\nscan: qzscan1z.png\n---\nqzletter4z\n»",
    "media/qzwords1z.vtt": "«qzvtt1z: nothing that can be read\n»",
    "media/walk.vtt": "00:00:01.000 --> 00:00:04.000\nLeft, right.\n",
    "work/contributions/qzpages1z.json": '«{"lsbook": "my pages", "version": 1, "only-for-me": true, "entries": '
    '[{"kind": "add", "words": "qzpages2z"}]}»',
    "work/contributions/pages.json": '{"lsbook": "my pages", "only-for-me": false}',
    "work/copies.yaml": "# Every copy.\n- id: a\n  on: 2026-03-01\n  edition: 9-12\n  form: folder\n",
    "notes.txt": "A note beside the story.\n",
}
PHOTOS = ("café.png", "beans.png", "walk.png", "nobody names it.png")
OWN_PHOTOS = (*(f"qzphoto{number}z.png" for number in range(1, 5)), "qzunlisted1z.png", "qzscan1z.png")
ENCODED = {
    "about-me.yaml": ("utf-8-sig", "\r\n"),
    "people.yaml": ("utf-16", "\r\n"),
    "homes.yaml": ("utf-8", "\r\n"),
    "chapters/01-garden.md": ("utf-8-sig", "\r\n"),
    "letters/jan.md": ("cp1252", "\n"),
}
"""Files as other editors write them."""


def parts_kept(text: str) -> str:
    """What has to be left of ``text``."""
    return _CUT.sub("", text)


def whole(text: str) -> str:
    """``text`` without the marks."""
    return _CUT.sub(r"\1", text)


def as_bytes(path: str, text: str) -> bytes:
    """The file as its editor writes it."""
    encoding, ends = ENCODED.get(path, ("utf-8", "\n"))
    return text.replace("\n", ends).encode(encoding)


def write_own_story(folder: Path) -> Path:
    """The whole story as files in ``folder``."""
    write_files(folder, {path: as_bytes(path, whole(text)) for path, text in TEXTS.items()})
    (folder / "media" / "qzsound1z.mp3").write_bytes(b"qzsound2z")
    for number, name in enumerate((*PHOTOS, *OWN_PHOTOS)):
        info = PngInfo()
        info.add_text("Comment", f"{name}: qzmade{number}z" if name in OWN_PHOTOS else name)
        photo = folder / "media" / unicodedata.normalize("NFD", name)
        Image.new("RGB", (60, 40), (20 * number, 120, 40)).save(photo, pnginfo=info)
    (folder / "media" / "Thumbs.db").write_bytes(b"made by the computer")
    (folder / "work" / "Zoë.txt").write_text("a name in one letter\n", encoding="utf-8")
    return folder


def left_of(folder: Path) -> dict[str, bytes]:
    """Every file that has to be left of the whole story in ``folder``, with its bytes."""
    left = {}
    for file in folder.rglob("*"):
        path = file.relative_to(folder).as_posix()
        gone = (
            file.name in OWN_PHOTOS or path == "media/qzsound1z.mp3" or "/." in f"/{path}" or file.name == "Thumbs.db"
        )
        if file.is_file() and not gone and path not in TEXTS:
            left[path] = file.read_bytes()
    for path, text in TEXTS.items():
        if parts_kept(text) or path in ("schools.yaml",):
            left[path] = as_bytes(path, parts_kept(text))
    return left
