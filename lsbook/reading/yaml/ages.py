"""Ages with a text each, written wrongly: a band for an age, a word beside it, a key that has slipped among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsbook.model.problem import Location, Problem
from lsbook.reading.fields.field import EntryKind
from lsbook.reading.rules.entries import BAD_AGE, WRONG_VALUE
from lsbook.reading.yaml.nodes import Map, YamlNode
from lsbook.reading.yaml.values import is_age

_NUMBER = re.compile(r"[0-9]{1,3}")


def find_wrong_ages(node: YamlNode, owner: str, at: Location, kind: EntryKind) -> Iterator[Problem]:
    """Yield what is wrong with each key of ``node`` that is no age; ``node`` stands at the key ``owner``, at ``at``.

    Where no age stands there at all, a text was meant.
    """
    keys = [key for key, _ in node.pairs] if isinstance(node, Map) else []
    if not any(_NUMBER.search(key.value) for key in keys):
        what = f'"{owner}" should be a text, or ages with a text each.'
        signs = "Put a text that begins with a bracket into double quotes"
        remedy = f"{signs}; write ages as whole numbers: 9: or 13-easy:."
        yield Problem(at, what, remedy, rule=WRONG_VALUE.id)
        return
    for key in keys:
        if is_age(key.value.strip()):
            continue
        name, number = key.value.strip(), _NUMBER.search(key.value)
        if name in kind.by_key:
            what = f'"{name}" stands so far in that it is one of the ages of "{owner}".'
            remedy = f'Put as many spaces before it as stand before "{owner}".'
            yield Problem(key.at, what, remedy, rule=WRONG_VALUE.id)
        elif number:
            remedy = f"Write the age from which it is told, and nothing else before the colon: {number[0]}:"
            yield Problem(key.at, f'"{name}" is no age.', remedy, rule=BAD_AGE.id)
        else:
            what, remedy = f'"{name}" stands among the ages of "{owner}".', "Write a whole number before the colon: 9:"
            yield Problem(key.at, what, remedy, rule=BAD_AGE.id)
