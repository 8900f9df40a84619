"""The lists of harsh words and kinder ones: lsbook's own, with an authority's laid over it word by word."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsbook.model.word_list import WordPair
from lsbook.reading.context import make_bare_context
from lsbook.reading.fields.word_list import WORD_PAIR
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.files import read_list, read_yaml_file


def read_word_list(templates: Iterable[Path], language: str) -> Parsed[tuple[WordPair, ...]]:
    """Return the pairs for ``language`` from ``words/`` in ``templates``, of which the first is laid over the others.

    A pair replaces one for the same word; ``remove: yes`` takes it away. There may be no list for a language.
    """
    findings, pairs = Findings(), dict[str, WordPair]()
    for folder in reversed(tuple(templates)):
        for file in sorted((folder / "words").glob(f"{language.split('-', maxsplit=1)[0]}*.yaml")):
            path = f"templates/words/{file.name}"
            tree = findings.take(read_yaml_file(file, path))
            entries = findings.take(read_list(tree, WORD_PAIR, make_bare_context(), _read_pair))
            for pair, is_removed in entries:
                pairs.pop(pair.word.casefold(), None)
                if not is_removed:
                    pairs[pair.word.casefold()] = pair
    return findings.wrap(tuple(pairs.values()))


def _read_pair(entry: YamlEntry) -> tuple[WordPair, bool]:
    """Read a pair, and whether it takes one away."""
    is_removed = entry.get_flag("remove")
    pair = WordPair(
        word=entry.get_text("word"),
        also=entry.get_texts("also"),
        say=entry.get_text("say"),
        unless=entry.get_texts("unless"),
        not_beside=entry.get_texts("not-beside"),
        of_child=entry.get_flag("of-the-child"),
        at_any_age=entry.get_flag("at-any-age"),
        source=entry.get_text("source"),
    )
    if not pair.say and not is_removed:
        entry.report_missing_key("say")
    return pair, is_removed
