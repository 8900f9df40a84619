"""The list of an authority's own symbols: which picture stands above which word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from lsbook.files.folders import list_entries
from lsbook.model.problem import Location, Problem
from lsbook.model.suggestions import format_suggestion
from lsbook.model.symbols import SYMBOLS_FOLDER, Symbol
from lsbook.reading.context import make_bare_context
from lsbook.reading.fields.symbols import SYMBOL
from lsbook.reading.parsed import Findings, Parsed, make_warning, quote_lines
from lsbook.reading.rules.files import FILE_NOT_FOUND
from lsbook.reading.rules.symbols import NO_SYMBOLS, SYMBOL_TWICE
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.files import read_list, read_yaml_file

_LIST = "symbols.yaml"
_PATH = f"templates/{SYMBOLS_FOLDER}/{_LIST}"


def read_symbols(templates: Iterable[Path] | None) -> Parsed[tuple[Symbol, ...]]:
    """Return the symbols in ``templates``, of which the first with a list is taken; a warning where none has.

    ``None``: no book asks for them, and nothing is read.
    """
    if templates is None:
        return Parsed(())
    folder = next((each for each in templates if (each / SYMBOLS_FOLDER / _LIST).is_file()), None)
    if folder is None:
        what = "This story asks for symbols above its words, and there is no list of them beside the policy."
        remedy = f"Put the list at {_PATH} there, with its pictures. Until then the book is made without them."
        return Parsed((), (make_warning(Location("story.yaml"), what, remedy, NO_SYMBOLS),))
    findings = Findings()
    tree = findings.take(read_yaml_file(folder / SYMBOLS_FOLDER / _LIST, _PATH))
    names = [entry.name for entry in list_entries(folder / SYMBOLS_FOLDER)]
    read = partial(_read_symbol, templates=folder, names=names)
    symbols = findings.take(read_list(tree, SYMBOL, make_bare_context(), read))
    findings.extend(quote_lines(_find_repeated_words(symbols), {_PATH: tree.lines}))
    return findings.wrap(symbols)


def _read_symbol(entry: YamlEntry, templates: Path, names: list[str]) -> Symbol:
    word, picture = entry.get_text("word"), entry.get_text("picture")
    if picture and picture not in names:
        what = f'There is no picture "{picture}" beside this list.{format_suggestion(picture, names)}'
        remedy = "Put the file into the same folder, or correct its name."
        entry.report("picture", what, remedy, rule=FILE_NOT_FOUND)
    words = filter(None, (word, *entry.get_texts("also")))
    return Symbol(tuple(map(str, words)), templates, str(picture), entry.get_location("word"))


def _find_repeated_words(symbols: Iterable[Symbol]) -> Iterator[Problem]:
    first: dict[str, Symbol] = {}
    for symbol in symbols:
        for word in symbol.words:
            other = first.setdefault(word.casefold(), symbol)
            if other is not symbol:
                what = f'"{word}" has a picture at line {other.at.line} already, and a word can have one only.'
                yield Problem(symbol.at, what, "Keep one of the two.", rule=SYMBOL_TWICE.id)
