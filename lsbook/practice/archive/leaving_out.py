"""The sources of a story without what is the child's own; everything else stays as it is, byte for byte."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from lsbook.handed import COPIES
from lsbook.handover.parcel import Piece, piece_of
from lsbook.holdings import SHORTEST
from lsbook.model.item import Item
from lsbook.model.place import NotMade, Place, Problem
from lsbook.model.prose import Mention, Picture, Text
from lsbook.model.story import Medium, Story
from lsbook.model.story_text import PhotoRef, Ref
from lsbook.model.walk import every, items_within
from lsbook.practice.archive.cutting_pictures import Spot
from lsbook.practice.archive.cutting_prose import block_cut, file_cuts
from lsbook.practice.archive.cutting_yaml import IsGone, yaml_cuts
from lsbook.practice.archive.own import Own, every_outside, files_of, outermost
from lsbook.practice.archive.sources import Sources, own_pages
from lsbook.practice.archive.written import Cut, Written, written
from lsbook.practice.my_pages import LARGEST
from lsbook.reading.complaints import Complaints
from lsbook.reading.folder import MediaNames


@dataclass
class _Asked:
    """What is to be cut from one file: values by where they begin, blocks, and lines that name or show a file."""

    spots: set[Spot] = field(default_factory=set)
    blocks: list[Item] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    pictures: set[int] = field(default_factory=set)


def without_own(sources: Sources, story: Story, own: Own, bench: Path) -> tuple[Piece, ...]:
    """The pieces of ``sources`` without what is the child's own; what had to be cut is written anew in ``bench``.

    Raises ``NotMade`` where something names the child's own in a sentence, or cannot be cut out.
    """
    if problems := tuple(_sentences(story, own)):
        raise NotMade(problems)
    asked = _asked(story, own)
    by_path = {piece.path: piece for piece in sources.pieces}
    names = MediaNames(tuple(path.removeprefix("media/") for path in by_path if path.startswith("media/")))
    gone = {*files_of(story, own), *(piece.path for piece in own_pages(sources))}
    gone |= {path for path in by_path if path.startswith(f"{COPIES}/")}  # what copies held, in words of that day
    gone |= set(_captions(by_path.get("media.yaml"), asked["media.yaml"].spots, names))
    if problems := tuple(_repeated(story, own, [piece for path, piece in by_path.items() if path not in gone])):
        raise NotMade(problems)
    kept = []
    for path, piece in by_path.items():
        if path in gone:
            continue
        if path in asked:
            text = written(_unchanged(piece))
            cuts = _cuts(text, path, asked[path], lambda name: _find(names, name) in own.media)
            target = bench / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.without(cuts))
            piece = piece_of(path, target)  # noqa: PLW2901 (the same file, cut)
        kept.append(piece)
    return tuple(kept)


def _sentences(story: Story, own: Own) -> Iterator[Problem]:
    for mention in every_outside(Mention, story, own.holds):
        if mention.id in own.ids:
            what = f"This sentence names [[{mention.id}]], which is only-me, so it cannot be left out."
            remedy = "Put the sentence into an only-me block, or write it without the name."
            yield Problem(mention.at, what, remedy)


def _repeated(story: Story, own: Own, pieces: list[Piece]) -> Iterator[Problem]:
    """Other files, which are no part of the story's text, with a sentence of the child's own in them."""
    texts = {item.at.path for item, _ in items_within(story)}
    said = {_one_line(text.text) for item in outermost(story, own.holds) for text in every(Text, item)}
    long = [words for words in said if len(words) >= SHORTEST]
    for piece in pieces:
        if piece.path in texts or piece.size > LARGEST:
            continue
        try:
            held = _one_line(piece.source.read_bytes().decode("utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            continue
        if any(words in held for words in long):
            what = "This file repeats words of the story that are only-me, and lsbook cannot cut them out of it."
            remedy = "Take them out of it, or move it out of the story; or choose --only-me keep, with the child."
            yield Problem(Place(piece.path), what, remedy)


def _one_line(words: str) -> str:
    return " ".join(words.split()).casefold()


def _asked(story: Story, own: Own) -> defaultdict[str, _Asked]:
    asked: defaultdict[str, _Asked] = defaultdict(_Asked)
    for item in outermost(story, own.holds):
        at = item.at
        if at.path.endswith(".yaml"):
            asked[at.path].spots.add((at.line, at.column))
        elif not isinstance(item, Medium) and item.at.path not in files_of(story, own):
            asked[at.path].blocks.append(item)
    refs = [ref.at for ref in every_outside(Ref, story, own.holds) if ref.id in own.ids]
    refs += [photo.at for photo in every_outside(PhotoRef, story, own.holds) if photo.file in own.media]
    for at in refs:
        if at.column:
            asked[at.path].spots.add((at.line, at.column))
        else:
            asked[at.path].lines.add(at.line)
    for picture in every_outside(Picture, story, own.holds):
        if picture.file in own.media:
            asked[picture.at.path].pictures.add(picture.at.line)
    return asked


def _cuts(text: Written, path: str, asked: _Asked, gone: IsGone) -> Iterator[Cut]:
    lines = text.lines
    if path.endswith(".md"):  # its keys, on the lines where they stand; what is around them is blank
        first, end = [number for number, line in enumerate(lines) if line.rstrip() == "---"][:2]
        keys = "\n".join(line if first < number < end else " " * len(line) for number, line in enumerate(lines))
        yield from yaml_cuts(keys, path, frozenset(asked.spots), gone)
        shown = {line for line in asked.pictures if line > end}
    else:
        yield from yaml_cuts(text.text, path, frozenset(asked.spots), gone)
        shown = set()
    for block in asked.blocks:
        yield block_cut(text, block)
    for line in asked.lines | shown:
        yield from file_cuts(text, line, gone, Place(path, line))


def _captions(piece: Piece | None, gone: set[Spot], names: MediaNames) -> Iterator[str]:
    """Files of captions that only media name which are the child's own."""
    entries: Any = yaml.compose(written(_unchanged(piece)).text, Loader=yaml.SafeLoader) if piece and gone else None
    named: dict[bool, set[str | None]] = {True: set(), False: set()}
    for entry in entries.value if entries else ():
        is_gone = (entry.start_mark.line + 1, entry.start_mark.column + 1) in gone
        for key, value in entry.value if isinstance(entry, yaml.MappingNode) else ():
            if key.value == "captions" and isinstance(value, yaml.ScalarNode):
                named[is_gone].add(_find(names, value.value))
    yield from (f"media/{file}" for file in named[True] - named[False])


def _find(names: MediaNames, written_name: str) -> str | None:
    return names.find(written_name, Place(""), Complaints())


def _unchanged(piece: Piece) -> bytes:
    data = piece.source.read_bytes()
    if hashlib.sha256(data).hexdigest() != piece.digest:
        what = "This file changed while it was archived, so nothing is archived."
        raise NotMade((Problem(Place(piece.path), what, "Try again when nobody works on the story."),))
    return data
