"""The keys of one entry of a YAML file: which there are, which the reader knows, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import TypeVar

from lsbook.model.problem import Location, Problem
from lsbook.model.rule_text import RuleText
from lsbook.model.suggestions import find_closest
from lsbook.reading.context import ReadContext
from lsbook.reading.fields.field import EntryKind, Field, FieldType
from lsbook.reading.parsed import Findings, Parsed
from lsbook.reading.rules.entries import CUT_TEXT, MISSING_KEY, UNKNOWN_KEY
from lsbook.reading.yaml.commas import is_cut_sentence
from lsbook.reading.yaml.nodes import Map, Scalar, Seq, YamlNode, YamlTree
from lsbook.reading.yaml.slipped import find_slipped_keys
from lsbook.reading.yaml.values import make_id

T = TypeVar("T")


class EntryKeys:
    """The keys of a map, and the problems of the entry, which leave it with its value in ``close``."""

    def __init__(self, node: Map, kind: EntryKind, tree: YamlTree, context: ReadContext) -> None:
        self.at = node.at
        self.kind = kind
        self.tree = tree
        self.context = context
        self._nodes = {key.value.strip(): value for key, value in node.pairs}
        self._keys = {key.value.strip(): key.at for key, _ in node.pairs}
        self._cut = {key.value.strip() for key, value in node.pairs if is_cut_sentence(key, value)}
        self._requested_keys: set[str] = set()
        self._excluded_keys: set[str] = set()
        self._former_keys: set[str] = set()
        self._missing_keys: dict[str, Problem] = {}
        self._findings = Findings()

    def get_field(self, key: str, *types: FieldType) -> Field:
        """Return the field of ``key``. Raises ``LookupError`` where the table knows none, or none of these types."""
        field = self.kind.by_key[key]
        if types and field.type not in types:
            raise LookupError(f"{self.kind.name}: {key} is {field.type.name}")
        return field

    def exclude(self, keys: Iterable[str]) -> None:
        """Let ``keys`` of the table count as unknown here: with what else stands in the entry they mean nothing."""
        self._excluded_keys.update(keys)

    def get_former(self, key: str) -> YamlNode | None:
        """Return what stands at a ``key`` that had a meaning once; whoever asks reports it in words of its own."""
        self._former_keys.add(key)
        return self._nodes.get(key)

    def has_value(self, key: str) -> bool:
        """True where the key stands with something behind it."""
        return self.get_node(key) is not None

    def get_node(self, key: str) -> YamlNode | None:
        self.get_field(key)
        self._requested_keys.add(key)
        node = self._nodes.get(key)
        is_empty = (isinstance(node, Scalar) and not node.value.strip()) or (isinstance(node, Seq) and not node.items)
        return None if is_empty else node

    def has_key(self, key: str) -> bool:
        """True where the key stands, even with nothing behind it."""
        self.get_node(key)
        return key in self._nodes

    def get_location(self, key: str) -> Location:
        return self._keys.get(key, self.at)

    def get_nodes(self, key: str) -> tuple[YamlNode, ...]:
        """Return the nodes of a list; one value alone is a list of one, an empty list is none."""
        node = self.get_node(key)
        if node is None:
            return ()
        return node.items if isinstance(node, Seq) else (node,)

    # --- problems ------------------------------------------------------------------------------------------------

    def report(self, key: str, what: str, remedy: str, *, rule: RuleText, warning: bool = False) -> None:
        self._findings.add(self.get_location(key), what, remedy, warning=warning, rule=rule)

    def report_at(self, at: Location, what: str, remedy: str, *, rule: RuleText) -> None:
        self._findings.add(at, what, remedy, rule=rule)

    def report_missing_key(self, key: str, example: str = "") -> None:
        """Report that ``key`` is missing. ``example``: what to propose, where the table has nothing."""
        example = self._propose_id(key) or self.get_field(key).example or example or "…"
        self.report_lack(key, f'"{key}" is missing here.', f"Add a line: {key}: {example}")

    def _propose_id(self, key: str) -> str:
        name = self._nodes.get("name")
        return make_id(name.value) if key == "id" and isinstance(name, Scalar) else ""

    def report_lack(self, key: str, what: str, remedy: str) -> None:
        """Report that ``key`` is not there, unless a line of the entry could not be read: it may stand there."""
        if not self.tree.has_unreadable_lines(self.at):
            self._missing_keys[key] = self._findings.add(self.get_location(key), what, remedy, rule=MISSING_KEY)

    def take(self, parsed: Parsed[T]) -> T:
        """Keep the problems of ``parsed`` as the entry's own and return its value."""
        return self._findings.take(parsed)

    def close(self, value: T) -> Parsed[T]:
        """Return what was read of the entry with all its problems; keys that its table does not know are among them.

        Raises ``LookupError`` where the reader has passed over a key of the table: a gate must never be overlooked.
        """
        known = self.kind.by_key.keys() - self._excluded_keys
        if unread := known - self._requested_keys:
            raise LookupError(f"{self.kind.name}: nobody reads {', '.join(sorted(unread))}")
        self._report_remarks()
        slipped = self._report_slipped_keys()
        for key, at in self._keys.items():
            if key not in known | self._former_keys | slipped:
                self._report_unknown_key(key, at, known)
        return self._findings.wrap(value)

    def _report_remarks(self) -> None:
        """Report keys behind which words begin with # at once: for YAML they are a remark, and nothing stands there."""
        for key, node in self._nodes.items():
            line = self.tree.get_line(self._keys[key].line)
            if isinstance(node, Scalar) and node.plain and not node.value and re.search(r":\s+#[^\s#]", line):
                if key in self._missing_keys:
                    self._findings.withdraw(self._missing_keys[key])
                what = f'The words behind "{key}:" begin with #, so they are a remark, and nothing stands here.'
                self.report(key, what, "Put the whole text into double quotes.", rule=CUT_TEXT)

    def _report_slipped_keys(self) -> Set[str]:
        """Report the keys that have lost their spaces, and return them. What they belong to is not missing as well."""
        slipped = find_slipped_keys(self._nodes, self.kind)
        for owner, keys in slipped.items():
            if owner in self._missing_keys:
                self._findings.withdraw(self._missing_keys[owner])
            what = f'"{keys[0]}" belongs to "{owner}" above it, and has too few spaces before it.'
            remedy = "Put two more spaces before this line, and before those below it that belong there too."
            self.report(keys[0], what, remedy, rule=UNKNOWN_KEY)
        return {key for keys in slipped.values() for key in keys}

    def _report_unknown_key(self, key: str, at: Location, known: Set[str]) -> None:
        """Report ``key`` as unknown. A key that was meant by it is not missing as well."""
        if at.line in self.tree.told_lines:
            return
        meant = find_closest(key, sorted(known))
        if meant in self._missing_keys and meant not in self._keys:
            self._findings.withdraw(self._missing_keys[meant])
        if key in self._cut and not meant:
            what = f'The comma before "{key}" ends the sentence: inside curly brackets it begins a new key.'
            self.report_at(at, what, "Put the whole sentence in double quotes.", rule=UNKNOWN_KEY)
            return
        hint = f' Did you mean "{meant}"?' if meant else ""
        self.report_at(
            at,
            f'lsbook does not know "{key}" here.{hint}',
            f"Known here: {', '.join(sorted(known))}.",
            rule=UNKNOWN_KEY,
        )
