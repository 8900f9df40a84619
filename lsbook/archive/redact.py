"""The sources of a story without what is the child's own; everything else stays as it is, byte for byte."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from lsbook.archive.cuts.pictures import Spot
from lsbook.archive.cuts.prose import block_cut, file_cuts
from lsbook.archive.cuts.remarks import has_known_remarks, remark_cuts
from lsbook.archive.cuts.yaml import IsGone, yaml_cuts
from lsbook.archive.private import PrivateNames, fold, names_of
from lsbook.archive.private.private_items import Own, every_outside, files_of, outermost
from lsbook.archive.source_text import Cut, Written, written
from lsbook.archive.sources import Sources, own_pages
from lsbook.files.package import Piece, piece_of
from lsbook.history.copy_records import COPIES
from lsbook.model.item import Item
from lsbook.model.problem import NotMade, Place, Problem
from lsbook.model.prose import Mention, Picture
from lsbook.model.story import Medium, Story
from lsbook.model.story_text import PhotoRef, Ref
from lsbook.practice.my_pages import LARGEST
from lsbook.reading.complaints import Complaints
from lsbook.reading.story.folder import MediaNames


@dataclass
class _Asked:
    """What is to be cut from one file: values by where they begin, blocks, and lines that name or show a file."""

    spots: set[Spot] = field(default_factory=set)
    blocks: list[Item] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    pictures: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Kept:
    """What is left of a story: ``pieces``; of each cut file the lines that its lines were; remarks that were cut."""

    pieces: tuple[Piece, ...]
    lines: Mapping[str, tuple[int, ...]]
    remarks: tuple[Place, ...]
    names: PrivateNames


def without_own(sources: Sources, story: Story, own: Own, bench: Path) -> tuple[Piece, ...]:
    """The pieces that ``leave_out`` keeps."""
    return leave_out(sources, story, own, bench).pieces


def leave_out(sources: Sources, story: Story, own: Own, bench: Path) -> Kept:
    """The pieces of ``sources`` without what is the child's own; what had to be cut is written anew in ``bench``.

    Remarks that name the child's own go too, wherever they stand. Raises ``NotMade`` where something names the child's
    own in a sentence, or cannot be cut out.
    """
    if problems := tuple(_sentences(story, own)):
        raise NotMade(problems)
    asked = _asked(story, own)
    by_path = {piece.path: piece for piece in sources.pieces}
    media = MediaNames(tuple(path.removeprefix("media/") for path in by_path if path.startswith("media/")))
    gone = {*files_of(story, own), *(piece.path for piece in own_pages(sources))}
    gone |= set(_captions(by_path.get("media.yaml"), asked["media.yaml"].spots, media))
    names = names_of(story, own, sorted(gone))
    gone |= {path for path in by_path if path.startswith(f"{COPIES}/")}  # what copies held, in words of that day
    cutter = _Cutter(asked, lambda name: _find(media, name) in own.media, names, bench)
    pieces = tuple(cutter.cut(piece) for path, piece in by_path.items() if path not in gone)
    return Kept(pieces, cutter.lines, tuple(cutter.remarks), names)


class _Cutter:
    """Writes files anew on a bench without what is to go, and keeps in mind what that was."""

    def __init__(self, asked: Mapping[str, _Asked], is_gone: IsGone, names: PrivateNames, bench: Path) -> None:
        self.lines: dict[str, tuple[int, ...]] = {}
        self.remarks: list[Place] = []
        self._asked = asked
        self._is_gone = is_gone
        self._names = names
        self._bench = bench

    def cut(self, piece: Piece) -> Piece:
        """The same piece where nothing of it goes."""
        path = piece.path
        text = self._text(piece)
        if text is None:
            return piece
        own = list(_cuts(text, path, self._asked[path], self._is_gone)) if path in self._asked else []
        private = [one for one in self._remarks(text, path) if not any(a <= one[0] and one[1] <= b for a, b in own)]
        if not own and not private:
            return piece
        self.remarks += [Place(path, text.text.count("\n", 0, start) + 1) for start, _ in private]
        self.lines[path] = text.lines_without([*own, *private])
        target = self._bench / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.without([*own, *private]))
        return piece_of(path, target)

    def _text(self, piece: Piece) -> Written | None:
        """The text of a file that is to be cut, or may have remarks."""
        if piece.path in self._asked:
            return written(_unchanged(piece))
        if not self._names or not has_known_remarks(piece.path) or piece.size > LARGEST:
            return None
        try:
            return written(_unchanged(piece))
        except UnicodeDecodeError:
            return None

    def _remarks(self, text: Written, path: str) -> list[Cut]:
        if not self._names or not has_known_remarks(path):
            return []
        return list(remark_cuts(text, path, lambda words: any(self._names.within(fold(words), path))))


def _sentences(story: Story, own: Own) -> Iterator[Problem]:
    for mention in every_outside(Mention, story, own.holds):
        if mention.id in own.ids:
            what = f"This sentence names [[{mention.id}]], which is only-me, so it cannot be left out."
            remedy = "Put the sentence into an only-me block, or write it without the name."
            yield Problem(mention.at, what, remedy)


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
