"""A sentence with a comma in curly brackets: for YAML the comma begins a key, and a worker wrote one sentence."""

from __future__ import annotations

from msgspec.structs import replace

from lsbook.reading.yaml.nodes import Scalar, Seq, YamlNode


def is_cut_sentence(key: Scalar, value: YamlNode) -> bool:
    """Return whether ``key`` is the rest of a sentence before it: several words, and no colon behind them."""
    is_alone = isinstance(value, Scalar) and value.plain and not value.value and value.end == key.end
    return is_alone and key.plain and " " in key.value.strip()


def join_cut_sentences(node: YamlNode) -> YamlNode:
    """Return ``node`` with every sentence whole: ``{asks: Is it true, and kind?}`` has one key.

    Only for files in which no key keeps anything back: there a key that was written wrongly has to stop everything.
    """
    if isinstance(node, Seq):
        return replace(node, items=tuple(map(join_cut_sentences, node.items)))
    if isinstance(node, Scalar):
        return node
    pairs: list[tuple[Scalar, YamlNode]] = []
    for key, value in node.pairs:
        before = pairs[-1][1] if pairs else None
        if isinstance(before, Scalar) and before.plain and before.value and is_cut_sentence(key, value):
            pairs[-1] = (pairs[-1][0], replace(before, value=f"{before.value}, {key.value}", end=key.end))
        else:
            pairs.append((key, join_cut_sentences(value)))
    return replace(node, pairs=tuple(pairs))
