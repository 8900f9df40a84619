"""Gates: who may see an item. In YAML they are keys of an entry, in chapters and letters options of a block.

Every slip here is a problem, and until it is mended the gate counts as shut.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsbook.model.item import Gate, HeadsUp, Hold, Telling, Told, Version
from lsbook.model.problem import Place
from lsbook.model.prose import Plain, Reference
from lsbook.model.when import When
from lsbook.reading.complaints import did_you_mean, either
from lsbook.reading.dates import KINDS, NotADateError, read_date
from lsbook.reading.desk import Desk
from lsbook.reading.markdown.options import Options
from lsbook.reading.markdown.prose import read_plain
from lsbook.reading.story.exceptions import read_allow, read_not_them
from lsbook.reading.yaml.entry import Entry
from lsbook.reading.yaml.nodes import Map, Scalar
from lsbook.reading.yaml.values import as_prose, is_yes_or_no, plain_text, read_age

NOT_YET = 121
"""No telling is as old as this: a gate that could not be read lets nobody through."""

OPTIONS = ("from-age", "also-for", "only-me", "hold", "heads-up", "instead", "told-by", "told-on", "keeps")
"""What any block can carry behind its name (``account by=kelly from-age=9``)."""

_HOLD_REMEDY = 'Write hold: and below it reason:, decided-by:, on: and look-again:, or hold: "the reason".'


def read_gate(entry: Entry) -> Gate:
    """The gate keys of an entry."""
    for key in ("from-age", "instead"):
        if entry.stands(key) and entry.node(key) is None:
            entry.complain(key, f'"{key}" says nothing.', f"Write what stands behind {key}:, or take the line out.")
    age = entry.age("from-age")
    shut = entry.stands("from-age") and age is None
    return Gate(
        from_age=NOT_YET if shut else age or 0,
        also_for=_readers(entry.texts("also-for"), entry.place("also-for"), entry.desk),
        only_me=entry.flag("only-me"),
        hold=_hold(entry),
        instead=_instead(entry),
        not_them=read_not_them(entry),
        allow=read_allow(entry),
        keeps=_read_keeps(entry),
    )


def _read_keeps(entry: Entry) -> tuple[str, ...]:
    if entry.stands("keeps") and not entry.texts("keeps"):
        entry.complain("keeps", '"keeps" names nobody.', "Write keeps: [Lorcan], or take the line out.")
    return entry.texts("keeps")


def _instead(entry: Entry) -> Telling[tuple[Plain[Reference], ...]] | None:
    node = entry.node("instead")
    return None if node is None else entry.telling_of(node, "instead", lambda value: as_prose(value, entry.desk))


def _readers(names: Iterable[str], at: Place, desk: Desk) -> tuple[str, ...]:
    known = [reader for reader in desk.readers if reader != "record"]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known, cutoff=0.75)  # "parents" are not the carers
            several = f"; several in brackets: [{', '.join(known[:2])}]" if "," in name else ""
            desk.complaints.add(at, f'lsbook knows no reader "{name}".{hint}', f"Write {either(known)}{several}.")
    return tuple(name for name in names if name in known)


def _hold(entry: Entry) -> Hold | None:
    if not entry.stands("hold"):
        return None
    node = entry.node("hold")
    if isinstance(node, Scalar) and not is_yes_or_no(node):
        return Hold(plain_text(node, entry.desk))
    if not isinstance(node, Map):
        entry.complain("hold", "A hold needs a reason.", _HOLD_REMEDY)
        return Hold("")
    inner = Entry(node, entry.desk)
    hold = Hold(
        inner.text("reason", required=True, example="why it is kept back"),
        inner.text("decided-by"),
        inner.when("on"),
        inner.when("look-again"),
    )
    inner.close()
    return hold


def block_gate(name: str, options: Options, at: Place, desk: Desk) -> tuple[Gate, HeadsUp | None]:
    """The gate of a block: what its name says (``from-age 9``) and the gate options behind it."""
    named = dict(options.named)
    if name in ("from-age", "heads-up") and options.words:
        named.setdefault(name, options.words[0])
    readers = [part for value in named.get("also-for", "").split(",") if (part := value.strip())]
    if name == "also-for":
        readers += [part for word in options.words for part in word.split(",") if part]
    hold = None
    if name == "hold" or "hold" in named:
        hold = _block_hold(name, named, options, at, desk)
    gate = Gate(
        from_age=_block_age(name, named, at, desk),
        also_for=_readers(readers, at, desk),
        only_me=name == "only-me" or _block_flag(named, at, desk),
        hold=hold,
        instead=_block_instead(named, at, desk),
        keeps=_block_keeps(named, at, desk),
    )
    if name == "also-for" and not readers:
        desk.complaints.add(at, "This block does not say for whom.", "Write ::: also-for carers")
    return gate, _block_heads_up(name, named, at, desk)


def _block_age(name: str, named: dict[str, str], at: Place, desk: Desk) -> int:
    if name != "from-age" and "from-age" not in named:
        return 0
    age = read_age(named.get("from-age", ""))
    if age is None:
        desk.complaints.add(at, '"from-age" needs an age.', "Write a whole number from 0 to 120: ::: from-age 9")
    return NOT_YET if age is None else age


def _block_flag(named: dict[str, str], at: Place, desk: Desk) -> bool:
    word = named.get("only-me", "no").casefold()
    if word not in {"true", "yes", "false", "no"}:
        desk.complaints.add(at, '"only-me" should be true or false.', "Write only-me=true")
    return word not in {"false", "no"}


def _block_hold(name: str, named: dict[str, str], options: Options, at: Place, desk: Desk) -> Hold:
    reason = named.get("reason") or named.get("hold") or (options.words[0] if name == "hold" and options.words else "")
    if not reason:
        desk.complaints.add(at, "A hold needs a reason.", 'Write ::: hold reason="why" look-again=2027-03-01')
    return Hold(
        reason,
        named.get("decided-by", ""),
        block_date(named.get("on"), at, desk),
        block_date(named.get("look-again"), at, desk),
    )


def block_date(written: str | None, at: Place, desk: Desk) -> When | None:
    """The date of an option, or ``None``."""
    if written is None:
        return None
    try:
        return read_date(written, desk.months)
    except NotADateError as error:
        desk.complaints.add(at, f'"{written}": {error}', f"Write one of: {KINDS}.")
        return None


def _block_instead(named: dict[str, str], at: Place, desk: Desk) -> Telling[tuple[Plain[Reference], ...]] | None:
    if "instead" not in named:
        return None
    words = read_plain([(at, named["instead"])], desk.file, desk.complaints)
    return Telling((Version(0, words),)) if words else None


def _block_keeps(named: dict[str, str], at: Place, desk: Desk) -> tuple[str, ...]:
    names = tuple(name for part in named.get("keeps", "").split(",") if (name := part.strip()))
    if "keeps" in named and not names:
        desk.complaints.add(at, '"keeps" names nobody.', 'Write keeps="Lorcan", or several: keeps="Lorcan, Byrne"')
    return names


def _block_heads_up(name: str, named: dict[str, str], at: Place, desk: Desk) -> HeadsUp | None:
    if name != "heads-up" and "heads-up" not in named:
        return None
    about = named.get("heads-up", "").strip()
    if not about:
        desk.complaints.add(at, "This heads-up does not say what it is about.", 'Write ::: heads-up "about …"')
    told = Told(named["told-by"], block_date(named.get("told-on"), at, desk)) if "told-by" in named else None
    return HeadsUp(Telling((Version(0, about),)) if about else Telling(()), told)
