"""Made-up stories in which something of every kind is the child's own, and something of every kind is held back."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.building import write_files
from tests.unit.practice.casework import PLAN, STORY

OWN, HELD = "qown", "qheld"
"""What every word begins with that is the child's own, or held back."""
_HOLD = "hold: {reason: %s, decided-by: P, on: 2026-01-01, look-again: 2027-01-05}"
_KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "people.yaml": lambda word, chance: (
        f"id: {word}, name: {word.title()} Person, is: friend, group: friends"
        + (f", died: 2026-0{chance.randint(1, 9)}-01" if chance.random() < 0.4 else "")
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
        f"id: {word}-thing, name: Your {word} bear, when: 201{chance.randint(7, 9)}, where-now: On your {word} shelf"
    ),
    "words.yaml": lambda word, _: f"word: {word} court, means: A room.",
}
"""An entry of each file, without its brackets."""
_CHAPTER = (
    "---\ntitle: The {word} day\npart: {part}\ncovers: [{covers}]\nheads-up: about {word}\n"
    "told: {{by: {word}, on: 2026-0{month}-02}}\n{gate}---\nIt was {word}.\n"
)
_SESSION = (
    "when: 2026-{month}-0{day}\nby: Priya\ndid: Drew a goat.\nwords: [A goat.]\nwith: [{who}]\n"
    "why-in-care: {{words: Because., child-says: {says}, worker-sees: part}}\nfelt: {felt}\nhelped: Drawing it.\n"
    "may-share: {share}\ntheme: who-am-i\nnext: Ask for a photo.\nnext-by: 2026-12-01\n"
)


def write_made_up(folder: Path, seed: int, *, with_own: bool) -> Path:
    """Write the story of ``seed``, with what is the child's own in it or without."""
    chance = random.Random(seed)
    files: dict[str, str | bytes] = {"story.yaml": STORY, "work/plan.yaml": PLAN}
    owned: dict[str, list[str]] = {}
    for path, make in _KINDS.items():
        entries = [f"- {{{make(f'open{number}', chance)}}}" for number in range(chance.randint(0, 2))]
        held = [make(f"{HELD}{number}", chance) for number in range(chance.randint(0, 2))]
        entries += [f"- {{{entry}, {_HOLD % HELD}}}" for entry in held]
        own = [make(f"{OWN}{number}", chance) for number in range(chance.randint(1, 2))]
        owned[path] = [f"- {{{entry}, only-me: true}}" for entry in own]
        lines = entries + (owned[path] if with_own else [])  # behind the others: a hold keeps its line
        if lines:
            files[path] = "".join(f"{line}\n" for line in lines)
    for number, (word, gate) in enumerate((("open", ""), (HELD, f"{_HOLD % HELD}\n"), (OWN, "only-me: true\n"))):
        text = _CHAPTER.format(
            word=word, part=chance.choice(("who-am-i", "where-im-going")), month=chance.randint(1, 9), gate=gate,
            covers=chance.choice(("why", "birth", "what-children-need")),
        )  # fmt: skip
        if word != OWN or with_own:
            files[f"chapters/{number}.md"] = text
    files.update(_make_sessions(chance))
    asked = chance.choice(("open0", f"{OWN}0", "the vicar"))
    files["work/asked.yaml"] = f"- {{who: {asked}, what: [photos], on: 2026-05-01}}\n"
    return write_files(folder, files)


def _make_sessions(chance: random.Random) -> dict[str, str]:
    return {
        f"work/sessions/{number}.yaml": _SESSION.format(
            month=chance.randint(1, 10),
            day=chance.randint(1, 9),
            who=chance.choice(("open0", f"{OWN}0", "Jan")),
            says=chance.choice(("no", "a-bit", "yes", "want-more", "not-asked")),
            felt=chance.choice(("ok", "hard", "not-said")),
            share=chance.choice(("yes", "no")),
        )
        for number in range(chance.randint(0, 3))
    }
