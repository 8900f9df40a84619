"""The lists of harsh words and kinder ones: lsbook's own, with an authority's laid over it word by word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from lsbook.model.word_list import WordPair
from lsbook.reading.context import make_bare_context
from lsbook.reading.decode_text import read_text
from lsbook.reading.fields.word_list import WORD_PAIR
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.files import parse_yaml, read_list

_MOST_KEPT = 16
"""Lists that are kept by their text: those of a few languages, and an authority's."""


def read_word_list(templates: Iterable[Path], language: str) -> Parsed[tuple[WordPair, ...]]:
    """Return the pairs for ``language`` from ``words/`` in ``templates``, of which the first is laid over the others.

    A pair replaces one for the same word; ``remove: yes`` takes it away. There may be no list for a language.
    """
    findings, pairs = Findings(), dict[str, WordPair]()
    for folder in reversed(tuple(templates)):
        for file in sorted((folder / "words").glob(f"{language.split('-', maxsplit=1)[0]}*.yaml")):
            path = f"templates/words/{file.name}"
            for pair, is_removed in findings.take(_parse_pairs(read_text(file, path), path)):
                pairs.pop(pair.word.casefold(), None)
                if not is_removed:
                    pairs[pair.word.casefold()] = pair
    return findings.wrap(tuple(pairs.values()))


@lru_cache(maxsize=_MOST_KEPT)
def _parse_pairs(text: Parsed[str | None], path: str) -> Parsed[tuple[tuple[WordPair, bool], ...]]:
    findings = Findings()
    tree = findings.take(parse_yaml(text, path))
    return findings.wrap(findings.take(read_list(tree, WORD_PAIR, make_bare_context(), _read_pair)))


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
