"""The sources of a story without what is the child's own; everything else stays as it is, byte for byte."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from lsbook.archive.cuts.markdown import find_block_cut, find_file_cuts
from lsbook.archive.cuts.remarks import find_remark_cuts, has_known_remarks
from lsbook.archive.cuts.yaml import IsGone, find_yaml_cuts
from lsbook.archive.private import PrivateNames, collect_private_names, fold
from lsbook.archive.private.private_items import PrivateItems, find_outermost, find_outside, list_private_files
from lsbook.archive.sources import Sources, find_private_pages
from lsbook.editing import open_yaml
from lsbook.editing.nodes import ListNode, MapNode, Position
from lsbook.editing.source_text import Cut, SourceText, decode_source_text
from lsbook.files.package import PackageFile, make_package_file
from lsbook.history.copy_contents import COPIES
from lsbook.model.item import Item
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.prose import Mention, PictureRef
from lsbook.model.rules.archives import PRIVATE_STAYS
from lsbook.model.rules.places import CHANGED_MEANWHILE
from lsbook.model.story import Medium, Story
from lsbook.model.story_text import PhotoRef, Ref
from lsbook.practice.my_pages import LARGEST
from lsbook.reading.story.media_index import MediaIndex


class _CutRequest(Struct):
    """What is to be cut from one file: values by where they begin, blocks, and lines that name or show a file."""

    positions: set[Position] = field(default_factory=set)
    blocks: list[Item] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    pictures: set[int] = field(default_factory=set)


class RedactedSources(Struct, frozen=True):
    """What is left of a story: ``pieces``; of each cut file the lines that its lines were; remarks that were cut."""

    pieces: tuple[PackageFile, ...]
    lines: Mapping[str, tuple[int, ...]]
    remarks: tuple[Location, ...]
    names: PrivateNames


def redact_sources(sources: Sources, story: Story, private: PrivateItems, scratch: Path) -> RedactedSources:
    """The pieces of ``sources`` without what is the child's own; what had to be cut is written anew in ``scratch``.

    Remarks that name the child's own go too, wherever they stand. Raises ``ProblemsFound`` where something names the
    child's own in a sentence, or cannot be cut out.
    """
    if problems := tuple(_find_naming_sentences(story, private)):
        raise ProblemsFound(problems)
    requests = _collect_requests(story, private)
    by_path = {piece.path: piece for piece in sources.pieces}
    media = MediaIndex(tuple(path.removeprefix("media/") for path in by_path if path.startswith("media/")))
    gone = {*list_private_files(story, private), *(piece.path for piece in find_private_pages(sources))}
    gone |= set(_find_private_captions(by_path.get("media.yaml"), requests["media.yaml"].positions, media))
    names = collect_private_names(story, private, sorted(gone))
    gone |= {path for path in by_path if path.startswith(f"{COPIES}/")}  # what copies held, in words of that day
    cutter = _Redactor(requests, lambda name: _find_media_file(media, name) in private.media, names, scratch)
    pieces = tuple(cutter.cut(piece) for path, piece in by_path.items() if path not in gone)
    return RedactedSources(pieces, cutter.lines, tuple(cutter.remarks), names)


class _Redactor:
    """Writes files anew in a scratch folder without what is to go, and keeps in mind what that was."""

    def __init__(
        self, requests: Mapping[str, _CutRequest], is_gone: IsGone, names: PrivateNames, scratch: Path
    ) -> None:
        self.lines: dict[str, tuple[int, ...]] = {}
        self.remarks: list[Location] = []
        self._requests = requests
        self._is_gone = is_gone
        self._names = names
        self._scratch = scratch

    def cut(self, piece: PackageFile) -> PackageFile:
        """The same piece where nothing of it goes."""
        path = piece.path
        text = self._read_text(piece)
        if text is None:
            return piece
        own = list(_find_cuts(text, path, self._requests[path], self._is_gone)) if path in self._requests else []
        private = [
            cut for cut in self._find_remarks(text, path) if not any(a <= cut[0] and cut[1] <= b for a, b in own)
        ]
        if not own and not private:
            return piece
        self.remarks += [Location(path, text.text.count("\n", 0, start) + 1) for start, _ in private]
        self.lines[path] = text.map_lines([*own, *private])
        target = self._scratch / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.apply_cuts([*own, *private]))
        return make_package_file(path, target)

    def _read_text(self, piece: PackageFile) -> SourceText | None:
        """The text of a file that is to be cut, or may have remarks."""
        if piece.path in self._requests:
            return decode_source_text(_read_unchanged(piece))
        if not self._names or not has_known_remarks(piece.path) or piece.size > LARGEST:
            return None
        try:
            return decode_source_text(_read_unchanged(piece))
        except UnicodeDecodeError:
            return None

    def _find_remarks(self, text: SourceText, path: str) -> list[Cut]:
        if not self._names or not has_known_remarks(path):
            return []
        return list(find_remark_cuts(text, path, lambda words: any(self._names.find_in(fold(words), path))))


def _find_naming_sentences(story: Story, private: PrivateItems) -> Iterator[Problem]:
    for mention in find_outside(Mention, story, private.has_item):
        if mention.id in private.ids:
            what = f"This sentence names [[{mention.id}]], which is only-me, so it cannot be left out."
            remedy = "Put the sentence into an only-me block, or write it without the name."
            yield Problem(mention.at, what, remedy, rule=PRIVATE_STAYS.id)


def _collect_requests(story: Story, private: PrivateItems) -> defaultdict[str, _CutRequest]:
    requests: defaultdict[str, _CutRequest] = defaultdict(_CutRequest)
    for item in find_outermost(story, private.has_item):
        at = item.at
        if at.path.endswith(".yaml"):
            requests[at.path].positions.add((at.line, at.column))
        elif not isinstance(item, Medium) and item.at.path not in list_private_files(story, private):
            requests[at.path].blocks.append(item)
    refs = [ref.at for ref in find_outside(Ref, story, private.has_item) if ref.id in private.ids]
    refs += [photo.at for photo in find_outside(PhotoRef, story, private.has_item) if photo.file in private.media]
    for at in refs:
        if at.column:
            requests[at.path].positions.add((at.line, at.column))
        else:
            requests[at.path].lines.add(at.line)
    for picture in find_outside(PictureRef, story, private.has_item):
        if picture.file in private.media:
            requests[picture.at.path].pictures.add(picture.at.line)
    return requests


def _find_cuts(text: SourceText, path: str, request: _CutRequest, is_gone: IsGone) -> Iterator[Cut]:
    file = open_yaml(text.data, path)
    yield from find_yaml_cuts(file, frozenset(request.positions), is_gone)
    in_keys = file.text.rstrip().count("\n") + 1 if path.endswith(".md") else None
    shown = {line for line in request.pictures if in_keys and line > in_keys}
    for block in request.blocks:
        yield find_block_cut(text, block)
    for line in request.lines | shown:
        yield from find_file_cuts(text, line, is_gone, Location(path, line))


def _find_private_captions(piece: PackageFile | None, gone: set[Position], names: MediaIndex) -> Iterator[str]:
    """Files of captions that only media name which are the child's own."""
    root = open_yaml(_read_unchanged(piece), piece.path).root if piece and gone else None
    named: dict[bool, set[str | None]] = {True: set(), False: set()}
    for entry in root.items if isinstance(root, ListNode) else ():
        name = entry.get_text("captions") if isinstance(entry, MapNode) else None
        if name is not None:
            named[entry.span.position in gone].add(_find_media_file(names, name))
    yield from (f"media/{file}" for file in named[True] - named[False])


def _find_media_file(names: MediaIndex, written_name: str) -> str | None:
    return names.find(written_name, Location("")).value


def _read_unchanged(piece: PackageFile) -> bytes:
    data = piece.source.read_bytes()
    if hashlib.sha256(data).hexdigest() != piece.digest:
        what = "This file changed while it was archived, so nothing is archived."
        raise CHANGED_MEANWHILE.make_error(Location(piece.path), what, "Try again when nobody works on the story.")
    return data
