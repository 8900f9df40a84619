"""Made-up stories in which something of every kind is the child's own, and something of every kind is held back."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.building import write_files
from tests.unit.practice.casework import PLAN, STORY

OWN, HELD = "qown", "qheld"
"""What every word begins with that is the child's own, or held back."""
UNMARKED = "Zelda Quill"
"""Somebody who is the child's own too, and whose name the worker's pages hold: there it is a name like any other."""
_HOLD = "hold: {reason: %s, decided-by: P, on: 2026-01-01, look-again: 2027-01-05}"
_KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "people.yaml": lambda word, chance: (
        f"id: {word}, name: {word.title()} Person, is: friend, group: {chance.choice(('friends', 'home', 'family'))}"
        + (f", died: 2026-0{chance.randint(1, 9)}-01" if chance.random() < 0.4 else "")
        + (", family-time: [{from: 2021, how: Cake.}]" if chance.random() < 0.4 else "")
    ),
    "homes.yaml": lambda word, chance: (
        f"id: {word}-home, name: {word.title()} House, "
        f"stays: [{{from: 202{chance.randint(0, 6)}, why-came: Because {word}.}}]"
    ),
    "schools.yaml": lambda word, _: f"id: {word}-school, name: {word.title()} School, from: 2022",
    "timeline.yaml": lambda word, chance: (
        f"when: 202{chance.randint(0, 6)}, what: It was {word}., "
        f"kind: {chance.choice(('birth', 'decision', 'first', 'family-time'))}"
    ),
    "about-me.yaml": lambda word, chance: (
        f"kind: {chance.choice(('like', 'strength', 'hope'))}, what: You like {word}., "
        f"when: 2026-{chance.randint(1, 10)}"
    ),
    "questions.yaml": lambda word, chance: (
        f"ask: Where is {word}?, status: finding-out, asked: 2026-{chance.randint(1, 10)}"
    ),
    "keepsakes.yaml": lambda word, chance: (
        f"id: {word}-thing, name: Your {word} bear, when: 201{chance.randint(7, 9)}, where-now: On your {word} shelf, "
        f"photo: {word}-bear.jpg"
    ),
    "words.yaml": lambda word, _: f"word: {word} court, means: A room.",
    "media.yaml": lambda word, _: f"file: {word}.jpg, shows: A {word} cat.",
}
"""An entry of each file, without its brackets."""
_CHAPTER = (
    "---\ntitle: The {word} day\npart: {part}\ncovers: [{covers}]\nheads-up: about {word}\n"
    "told: {{by: {word}, on: 2026-0{month}-02}}\n{gate}---\nIt was {word}.\n"
)
_LETTER = "---\nfrom: jan\nkind: {kind}\n{gate}---\nDear {word}.\n"
_SESSION = (
    "when: 2026-{month}-0{day}\nby: Priya\ndid: {did}\nwords: [A goat.]\nwith: [{who}]\n"
    "why-in-care: {{words: Because., child-says: {says}, worker-sees: part}}\nfelt: {felt}\nhelped: {helped}\n"
    "may-share: {share}\ntheme: who-am-i\nnext: Ask for a photo.\nnext-by: 2026-12-01\ncame-of-it: [{came}]\n"
)
_CONTRIBUTION = (
    "by: Maya\nwritten-in: the book for 9-12\nreceived: 2026-10-04\nentries:\n"
    "- {{kind: wrong, about: {page}, words: It did not rain., on: 2026-10-03}}\n"
    "- {{kind: know, about: {page}, words: Is there cake?, on: 2026-10-03}}\n"
)
_QUALITY = (
    "- {{on: 2026-06-04, by: Amina, looked-at: 9-12, found: {{honest-and-kind: partly}}, good-to-share: {shared},"
    " child-agreed: yes}}\n"
)


def write_made_up(folder: Path, seed: int, *, with_own: bool) -> Path:
    """Write the story of ``seed``, with what is the child's own in it or without."""
    chance = random.Random(seed)
    files: dict[str, str | bytes] = {"story.yaml": STORY, "work/plan.yaml": PLAN}
    for path, make in _KINDS.items():
        entries = list(_list_entries(path, make, chance))
        chance.shuffle(entries)
        lines = [entry for entry, is_own in entries if with_own or not is_own]
        if lines:
            files[path] = "".join(f"{line}\n" for line in lines)
    files.update(_make_texts(chance, with_own=with_own))
    files.update(_make_work(chance))
    photos = {photo for text in files.values() for photo in re.findall(r"[a-z0-9-]+\.jpg", str(text))}
    return write_files(folder, files | {f"media/{photo}": photo for photo in sorted(photos)})


def _list_entries(
    path: str, make: Callable[[str, random.Random], str], chance: random.Random
) -> Iterator[tuple[str, bool]]:
    """Entries of a file in one line each, and whether they are the child's own."""
    for number in range(chance.randint(0, 2)):
        yield f"- {{{make(f'open{number}', chance)}}}", False
    for number in range(chance.randint(0, 2)):
        yield f"- {{{make(f'{HELD}{number}', chance)}, {_HOLD % HELD}}}", False
    for number in range(chance.randint(1, 2)):
        yield f"- {{{make(f'{OWN}{number}', chance)}, only-me: true}}", True
    if path == "people.yaml":
        yield "- {id: jan, name: Jan, is: foster mum, group: home}", False
        yield f"- {{id: zq, name: {UNMARKED}, is: friend, group: friends, only-me: true}}", True


def _make_texts(chance: random.Random, *, with_own: bool) -> dict[str, str]:
    files: dict[str, str] = {}
    for number, (word, gate) in enumerate((("open", ""), (HELD, f"{_HOLD % HELD}\n"), (OWN, "only-me: true\n"))):
        text = _CHAPTER.format(
            word=word, part=chance.choice(("who-am-i", "where-im-going")), month=chance.randint(1, 9), gate=gate,
            covers=chance.choice(("why", "birth", "what-children-need")),
        )  # fmt: skip
        letter = _LETTER.format(kind=chance.choice(("family", "later-life")), word=word, gate=gate)
        if word != OWN or with_own:
            files |= {f"chapters/{number}.md": text, f"letters/{number}.md": letter}
    held = f"::: hold reason={HELD} decided-by=P on=2026-01-01 look-again=2027-01-09\nWords of {HELD}.\n:::\n"
    own = f"::: only-me\nWords of {OWN}.\n\n![A dog]({OWN}-dog.jpg)\n:::\n" if with_own else ""
    files["chapters/0.md"] += f"{own}\n{held}" if chance.random() < 0.5 else f"\n{held}{own}"
    return files


def _make_work(chance: random.Random) -> dict[str, str]:
    asked = [f"{OWN}0", f"{HELD}0", "open0", "the vicar", UNMARKED]
    files = {"work/asked.yaml": f"- {{who: {chance.choice(asked)}, what: [photos], on: 2026-05-01}}\n"}
    if chance.random() < 0.5:
        page = chance.choice(("The open day", f"The {HELD} day", UNMARKED, "Letters"))
        files["work/contributions/a.yaml"] = _CONTRIBUTION.format(page=page)
    if chance.random() < 0.5:
        files["work/quality.yaml"] = _QUALITY.format(shared=f"chapters/{chance.randint(0, 2)}.md")
    for number in range(chance.randint(0, 3)):
        files[f"work/sessions/{number}.yaml"] = _SESSION.format(
            month=chance.randint(1, 10),
            day=chance.randint(1, 9),
            did=chance.choice(("Drew a goat.", f"Drew {UNMARKED}.", "Sang.")),
            who=chance.choice(("open0", f"{OWN}0", "Jan", "zq")),
            says=chance.choice(("no", "a-bit", "yes", "want-more", "not-asked")),
            felt=chance.choice(("ok", "hard", "not-said")),
            helped=chance.choice(("Drawing it.", f"That {UNMARKED} came.")),
            share=chance.choice(("yes", "no")),
            came=chance.choice((f"{OWN}0-thing", "open0-thing", "chapters/2.md")),
        )
    return files
