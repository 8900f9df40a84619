"""Every symbol on its way into the books: a drawing is written anew, a photo goes through the workers as any other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct

from lsbook.cache.folder import SYMBOLS
from lsbook.files.bounded import read_bounded
from lsbook.media.cache import RenditionCache
from lsbook.media.faults import Fault, MediaError, explain_fault
from lsbook.media.probe.source import ProbedFile, probe_file, read_source
from lsbook.media.recipes import PhotoRecipe
from lsbook.media.rules import UNUSABLE_SYMBOL
from lsbook.media.symbols.clean_svg import UnsafeSvgError, clean_svg
from lsbook.media.workers.limits import DEFAULT_LIMITS, Limits
from lsbook.media.workers.worker_pool import Job, transcode_all
from lsbook.model.media import RenderedMedium
from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.model.symbols import SYMBOLS_FOLDER, Symbol, SymbolPicture

_LARGEST_DRAWING = 500_000
"""Bytes: a symbol has some hundred lines."""
_DRAWING_SUFFIX = ".svg"
_NAME_LENGTH = 16
_SAVE_AGAIN = "Open it in a drawing program, save it as plain SVG or as PNG, and put that file in its place."


class _Photo(Struct, frozen=True):
    symbol: Symbol
    probed: ProbedFile


def render_symbols(
    symbols: Iterable[Symbol], cache_folder: Path, limits: Limits = DEFAULT_LIMITS
) -> tuple[SymbolPicture, ...]:
    """Return the picture of every symbol. Raises ``ProblemsFound`` with each that cannot be shown, and ``OSError``."""
    problems: list[Problem] = []
    pictures: list[SymbolPicture] = []
    photos: list[_Photo] = []
    for symbol in symbols:
        try:
            if symbol.picture.casefold().endswith(_DRAWING_SUFFIX):
                pictures.append(_clean_drawing(symbol))
            else:
                photos.append(_Photo(symbol, _probe_photo(symbol)))
        except UnsafeSvgError as unsafe:
            at = Location(f"templates/{SYMBOLS_FOLDER}/{symbol.picture}", unsafe.line)
            what = f"This drawing cannot be shown as a symbol. {unsafe.reason}"
            problems.append(Problem(at, what, _SAVE_AGAIN, rule=UNUSABLE_SYMBOL.id))
        except MediaError as error:
            problems.append(_explain(symbol, error))
    rendered = _render_photos(photos, RenditionCache(cache_folder / SYMBOLS), limits)
    for photo in photos:
        outcome = rendered[photo.probed.key]
        if isinstance(outcome, Fault):
            problems.append(_explain(photo.symbol, MediaError(outcome, photo.probed.kind_label)))
        else:
            narrow = outcome.pictures[0][0]
            pictures.append(SymbolPicture(photo.symbol.words, narrow.name, narrow.file))
    if problems:
        raise ProblemsFound(tuple(problems))
    return tuple(pictures)


def _clean_drawing(symbol: Symbol) -> SymbolPicture:
    try:
        content = read_bounded(symbol.templates / SYMBOLS_FOLDER / symbol.picture, _LARGEST_DRAWING)
    except OSError as error:
        raise UnsafeSvgError(0, "It cannot be read, or is far too large.") from error
    text = clean_svg(content)
    name = f"{hashlib.sha256(text.encode()).hexdigest()[:_NAME_LENGTH]}{_DRAWING_SUFFIX}"
    return SymbolPicture(symbol.words, name, text)


def _probe_photo(symbol: Symbol) -> ProbedFile:
    probed = probe_file(symbol.templates, symbol.picture, top=SYMBOLS_FOLDER)
    if not isinstance(probed.recipe, PhotoRecipe):
        raise MediaError(Fault.OTHER_PICTURE, "photo")
    return probed


def _render_photos(
    photos: Iterable[_Photo], cache: RenditionCache, limits: Limits
) -> Mapping[str, RenderedMedium | Fault]:
    """What has become of each photo, by its key; what was made before is taken from ``cache``."""
    by_key = {photo.probed.key: photo for photo in photos}
    outcomes: dict[str, RenderedMedium | Fault] = {}
    for key, photo in by_key.items():
        if known := cache.load(key, (photo.symbol.picture,)):
            outcomes[key] = known
    fresh = [photo for key, photo in by_key.items() if key not in outcomes]
    jobs = [Job(photo.probed.key, partial(read_source, photo.symbol.templates, photo.probed)) for photo in fresh]
    for job, outcome in transcode_all(jobs, limits=limits):
        picture = by_key[job.key].symbol.picture
        outcomes[job.key] = outcome if isinstance(outcome, Fault) else cache.store(job.key, (picture,), outcome)
    keys = {photo.symbol.picture: key for key, photo in by_key.items()}
    cache.prune(keys, keys.__contains__)
    return outcomes


def _explain(symbol: Symbol, error: MediaError) -> Problem:
    unusable = explain_fault(symbol.picture, error)
    at = Location(f"templates/{SYMBOLS_FOLDER}/{symbol.picture}")
    return Problem(at, unusable.reason, unusable.remedy, rule=UNUSABLE_SYMBOL.id)
