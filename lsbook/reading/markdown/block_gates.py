"""Gates of ``:::`` blocks: options of any block (``account by=kelly from-age=9``), or blocks of their own.

Every slip here is a problem, and until it is mended the gate counts as shut.
"""

from __future__ import annotations

from lsbook.model.item import Conversation, Gate, HeadsUp, Hold, Telling, Version
from lsbook.model.problem import Location
from lsbook.model.rule_text import RuleText
from lsbook.model.story_text import StoryPlain
from lsbook.model.when import When
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import DATE_FORMATS, InvalidDateError, read_date
from lsbook.reading.markdown.options import BlockOptions
from lsbook.reading.markdown.read_prose import read_markdown
from lsbook.reading.parsed import Findings, Parsed, make_failure
from lsbook.reading.rules.entries import BAD_AGE, BAD_DATE, INCOMPLETE_GATE, WRONG_VALUE
from lsbook.reading.story.gates import UNREACHABLE_AGE, check_readers
from lsbook.reading.yaml.values import read_age


def read_block_gate(
    name: str, options: BlockOptions, at: Location, context: ReadContext
) -> Parsed[tuple[Gate, HeadsUp | None]]:
    """Read the gate of a block at ``at``: what its name says (``from-age 9``) and the gate options behind it."""
    return _BlockGateReader(name, options, at, context).read()


def read_block_date(written: str | None, at: Location, context: ReadContext) -> Parsed[When | None]:
    """Read the date of an option; ``None`` where it does not stand there."""
    if written is None:
        return Parsed(None)
    try:
        return Parsed(read_date(written, context.months))
    except InvalidDateError as error:
        return make_failure(at, f'"{written}": {error}', f"Write one of: {DATE_FORMATS}.", rule=BAD_DATE)


class _BlockGateReader:
    """Reads the options of one block that say who may see it."""

    def __init__(self, name: str, options: BlockOptions, at: Location, context: ReadContext) -> None:
        self._name = name
        self._positional = options.positional
        self._named = dict(options.named)
        self._at = at
        self._context = context
        self._findings = Findings()
        if name in ("from-age", "heads-up") and options.positional:
            self._named.setdefault(name, options.positional[0])

    def read(self) -> Parsed[tuple[Gate, HeadsUp | None]]:
        gate = Gate(
            from_age=self._read_age(),
            also_for=self._read_readers(),
            only_me=self._name == "only-me" or self._read_only_me(),
            hold=self._read_hold() if self._name == "hold" or "hold" in self._named else None,
            placeholder=self._read_instead(),
            keeps=self._read_keeps(),
        )
        return self._findings.wrap((gate, self._read_heads_up()))

    def _report(self, what: str, remedy: str, rule: RuleText) -> None:
        self._findings.add(self._at, what, remedy, rule=rule)

    def _read_age(self) -> int:
        if self._name != "from-age" and "from-age" not in self._named:
            return 0
        age = read_age(self._named.get("from-age", ""))
        if age is None:
            self._report('"from-age" needs an age.', "Write a whole number from 0 to 120: ::: from-age 9", BAD_AGE)
        return UNREACHABLE_AGE if age is None else age

    def _read_readers(self) -> tuple[str, ...]:
        readers = [part for value in self._named.get("also-for", "").split(",") if (part := value.strip())]
        if self._name == "also-for":
            readers += [part for word in self._positional for part in word.split(",") if part]
            if not readers:
                self._report("This block does not say for whom.", "Write ::: also-for carers", INCOMPLETE_GATE)
        return self._findings.take(check_readers(readers, self._at, self._context))

    def _read_only_me(self) -> bool:
        word = self._named.get("only-me", "no").casefold()
        if word not in {"true", "yes", "false", "no"}:
            self._report('"only-me" should be true or false.', "Write only-me=true", WRONG_VALUE)
        return word not in {"false", "no"}

    def _read_hold(self) -> Hold:
        first = self._positional[0] if self._name == "hold" and self._positional else ""
        reason = self._named.get("reason") or self._named.get("hold") or first
        if not reason:
            self._report("A hold needs a reason.", 'Write ::: hold reason="why" look-again=2027-03-01', INCOMPLETE_GATE)
        return Hold(reason, self._named.get("decided-by", ""), self._read_date("on"), self._read_date("look-again"))

    def _read_date(self, key: str) -> When | None:
        return self._findings.take(read_block_date(self._named.get(key), self._at, self._context))

    def _read_instead(self) -> Telling[tuple[StoryPlain, ...]] | None:
        if "instead" not in self._named:
            return None
        lines = [(self._at, self._named["instead"])]
        words = self._findings.take(read_markdown(lines, self._context.find_file))
        return Telling((Version(0, words),)) if words else None

    def _read_keeps(self) -> tuple[str, ...]:
        names = tuple(name for part in self._named.get("keeps", "").split(",") if (name := part.strip()))
        if "keeps" in self._named and not names:
            self._report(
                '"keeps" names nobody.', 'Write keeps="Lorcan", or several: keeps="Lorcan, Byrne"', INCOMPLETE_GATE
            )
        return names

    def _read_heads_up(self) -> HeadsUp | None:
        if self._name != "heads-up" and "heads-up" not in self._named:
            return None
        about = self._named.get("heads-up", "").strip()
        if not about:
            self._report(
                "This heads-up does not say what it is about.", 'Write ::: heads-up "about …"', INCOMPLETE_GATE
            )
        return HeadsUp(Telling((Version(0, about),)) if about else Telling(()), self._read_conversation())

    def _read_conversation(self) -> Conversation | None:
        teller = self._named.get("told-by")
        return None if teller is None else Conversation(teller, self._read_date("told-on"))
