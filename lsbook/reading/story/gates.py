"""Gates: who may see an item. In YAML they are keys of an entry, in chapters and letters options of a block.

Every slip here is a problem, and until it is mended the gate counts as shut.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsbook.model.item import Conversation, Gate, HeadsUp, Hold, Telling, Version
from lsbook.model.problem import Location
from lsbook.model.prose import Plain, Reference
from lsbook.model.suggestions import format_suggestion
from lsbook.model.when import When
from lsbook.reading.context import ReadContext
from lsbook.reading.dates import DATE_FORMATS, InvalidDateError, read_date
from lsbook.reading.markdown.options import BlockOptions
from lsbook.reading.markdown.prose import read_markdown
from lsbook.reading.problems import join_with_or
from lsbook.reading.story.exceptions import read_allow, read_not_them
from lsbook.reading.yaml.entry import YamlEntry
from lsbook.reading.yaml.nodes import Map, Scalar
from lsbook.reading.yaml.values import is_yes_or_no, read_age, read_plain_text, read_prose

UNREACHABLE_AGE = 121
"""No telling is as old as this: a gate that could not be read lets nobody through."""

GATE_OPTIONS = ("from-age", "also-for", "only-me", "hold", "heads-up", "instead", "told-by", "told-on", "keeps")
"""What any block can carry behind its name (``account by=kelly from-age=9``)."""

_HOLD_REMEDY = 'Write hold: and below it reason:, decided-by:, on: and look-again:, or hold: "the reason".'


def read_gate(entry: YamlEntry) -> Gate:
    """The gate keys of an entry."""
    for key in ("from-age", "instead"):
        if entry.has_key(key) and entry.get_node(key) is None:
            entry.report(key, f'"{key}" says nothing.', f"Write what stands behind {key}:, or take the line out.")
    age = entry.get_age("from-age")
    shut = entry.has_key("from-age") and age is None
    return Gate(
        from_age=UNREACHABLE_AGE if shut else age or 0,
        also_for=_check_readers(entry.get_texts("also-for"), entry.get_location("also-for"), entry.context),
        only_me=entry.get_flag("only-me"),
        hold=_read_hold(entry),
        placeholder=_read_instead(entry),
        not_them=read_not_them(entry),
        allow=read_allow(entry),
        keeps=_read_keeps(entry),
    )


def _read_keeps(entry: YamlEntry) -> tuple[str, ...]:
    if entry.has_key("keeps") and not entry.get_texts("keeps"):
        entry.report("keeps", '"keeps" names nobody.', "Write keeps: [Lorcan], or take the line out.")
    return entry.get_texts("keeps")


def _read_instead(entry: YamlEntry) -> Telling[tuple[Plain[Reference], ...]] | None:
    node = entry.get_node("instead")
    return None if node is None else entry.read_telling(node, "instead", lambda value: read_prose(value, entry.context))


def _check_readers(names: Iterable[str], at: Location, context: ReadContext) -> tuple[str, ...]:
    known = [reader for reader in context.readers if reader != "record"]
    for name in names:
        if name not in known:
            hint = format_suggestion(name, known, cutoff=0.75)  # "parents" are not the carers
            several = f"; several in brackets: [{', '.join(known[:2])}]" if "," in name else ""
            context.problems.add(
                at, f'lsbook knows no reader "{name}".{hint}', f"Write {join_with_or(known)}{several}."
            )
    return tuple(name for name in names if name in known)


def _read_hold(entry: YamlEntry) -> Hold | None:
    if not entry.has_key("hold"):
        return None
    node = entry.get_node("hold")
    if isinstance(node, Scalar) and not is_yes_or_no(node):
        return Hold(read_plain_text(node, entry.context))
    if not isinstance(node, Map):
        entry.report("hold", "A hold needs a reason.", _HOLD_REMEDY)
        return Hold("")
    inner = YamlEntry(node, entry.context)
    hold = Hold(
        inner.get_text("reason", required=True, example="why it is kept back"),
        inner.get_text("decided-by"),
        inner.get_date("on"),
        inner.get_date("look-again"),
    )
    inner.report_unknown_keys()
    return hold


def read_block_gate(
    name: str, options: BlockOptions, at: Location, context: ReadContext
) -> tuple[Gate, HeadsUp | None]:
    """The gate of a block: what its name says (``from-age 9``) and the gate options behind it."""
    named = dict(options.named)
    if name in ("from-age", "heads-up") and options.positional:
        named.setdefault(name, options.positional[0])
    readers = [part for value in named.get("also-for", "").split(",") if (part := value.strip())]
    if name == "also-for":
        readers += [part for word in options.positional for part in word.split(",") if part]
    hold = None
    if name == "hold" or "hold" in named:
        hold = _read_block_hold(name, named, options, at, context)
    gate = Gate(
        from_age=_read_block_age(name, named, at, context),
        also_for=_check_readers(readers, at, context),
        only_me=name == "only-me" or _read_block_flag(named, at, context),
        hold=hold,
        placeholder=_read_block_instead(named, at, context),
        keeps=_read_block_keeps(named, at, context),
    )
    if name == "also-for" and not readers:
        context.problems.add(at, "This block does not say for whom.", "Write ::: also-for carers")
    return gate, _read_block_heads_up(name, named, at, context)


def _read_block_age(name: str, named: dict[str, str], at: Location, context: ReadContext) -> int:
    if name != "from-age" and "from-age" not in named:
        return 0
    age = read_age(named.get("from-age", ""))
    if age is None:
        context.problems.add(at, '"from-age" needs an age.', "Write a whole number from 0 to 120: ::: from-age 9")
    return UNREACHABLE_AGE if age is None else age


def _read_block_flag(named: dict[str, str], at: Location, context: ReadContext) -> bool:
    word = named.get("only-me", "no").casefold()
    if word not in {"true", "yes", "false", "no"}:
        context.problems.add(at, '"only-me" should be true or false.', "Write only-me=true")
    return word not in {"false", "no"}


def _read_block_hold(
    name: str, named: dict[str, str], options: BlockOptions, at: Location, context: ReadContext
) -> Hold:
    reason = (
        named.get("reason")
        or named.get("hold")
        or (options.positional[0] if name == "hold" and options.positional else "")
    )
    if not reason:
        context.problems.add(at, "A hold needs a reason.", 'Write ::: hold reason="why" look-again=2027-03-01')
    return Hold(
        reason,
        named.get("decided-by", ""),
        read_block_date(named.get("on"), at, context),
        read_block_date(named.get("look-again"), at, context),
    )


def read_block_date(written: str | None, at: Location, context: ReadContext) -> When | None:
    """The date of an option, or ``None``."""
    if written is None:
        return None
    try:
        return read_date(written, context.months)
    except InvalidDateError as error:
        context.problems.add(at, f'"{written}": {error}', f"Write one of: {DATE_FORMATS}.")
        return None


def _read_block_instead(
    named: dict[str, str], at: Location, context: ReadContext
) -> Telling[tuple[Plain[Reference], ...]] | None:
    if "instead" not in named:
        return None
    words = read_markdown([(at, named["instead"])], context.find_file, context.problems)
    return Telling((Version(0, words),)) if words else None


def _read_block_keeps(named: dict[str, str], at: Location, context: ReadContext) -> tuple[str, ...]:
    names = tuple(name for part in named.get("keeps", "").split(",") if (name := part.strip()))
    if "keeps" in named and not names:
        context.problems.add(at, '"keeps" names nobody.', 'Write keeps="Lorcan", or several: keeps="Lorcan, Byrne"')
    return names


def _read_block_heads_up(name: str, named: dict[str, str], at: Location, context: ReadContext) -> HeadsUp | None:
    if name != "heads-up" and "heads-up" not in named:
        return None
    about = named.get("heads-up", "").strip()
    if not about:
        context.problems.add(at, "This heads-up does not say what it is about.", 'Write ::: heads-up "about …"')
    told = (
        Conversation(named["told-by"], read_block_date(named.get("told-on"), at, context))
        if "told-by" in named
        else None
    )
    return HeadsUp(Telling((Version(0, about),)) if about else Telling(()), told)
