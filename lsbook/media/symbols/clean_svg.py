"""A drawing of lines, written anew from what is allowed in one: no program, no address, no words, no name of anything.

Nothing of the file is copied: it is read by expat, and every element and attribute that stays is written by lsbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from xml.parsers import expat

from lsbook.media.symbols.allowed import (
    ATTRIBUTES,
    DRAWING_ELEMENTS,
    SILENT_ELEMENTS,
    SVG,
    XLINK,
    find_own_address,
    is_leading_out,
    is_plain,
    split_style,
)

_DEEPEST, _MOST_ELEMENTS, _LARGEST = 40, 5_000, 1e6
_FRAME = frozenset({"viewBox", "width", "height", "x", "y"})


class UnsafeSvgError(Exception):
    """A drawing that no book shows; ``line`` is where, from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def clean_svg(content: bytes) -> str:
    """Return the drawing in ``content``, written anew. Raises ``UnsafeSvgError``."""
    writer = _DrawingWriter()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, values: writer.begin(parser.CurrentLineNumber, name, values)
    parser.EndElementHandler = lambda _name: writer.end()
    parser.StartDoctypeDeclHandler = lambda _name, _system, _public, has_own: writer.refuse_own_rules(
        parser.CurrentLineNumber, has_own
    )
    parser.ProcessingInstructionHandler = lambda target, _data: writer.refuse_instruction(
        parser.CurrentLineNumber, target
    )
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnsafeSvgError(getattr(error, "lineno", 1), "It is not written as a drawing is (XML).") from error
    return writer.finish()


class _DrawingWriter:
    """Takes elements as they come; ``_passed_over`` is how deep it stands in one that goes."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open: list[str] = []
        self._ids: dict[str, str] = {}
        self._places: set[str] = set()
        self._count = self._passed_over = 0

    def begin(self, line: int, name: str, values: Mapping[str, str]) -> None:
        """Write the beginning of an element, or pass over what only tells of the drawing."""
        space, _, element = name.rpartition(" ")
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) + self._passed_over > _DEEPEST:
            raise UnsafeSvgError(line, "There is more in it than in any symbol.")
        if self._passed_over or (self._open and (space != SVG or element in SILENT_ELEMENTS)):
            self._passed_over += 1
            return
        if space != SVG or element not in DRAWING_ELEMENTS or (element == "svg") != (not self._open):
            raise UnsafeSvgError(line, f"There is a <{element}> in it, which a symbol may not have.")
        attributes = self._list_attributes(line, element, values)
        if element == "svg":
            attributes = {"xmlns": SVG, **_frame(line, attributes)}
        self._open.append(element)
        written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
        self._parts.append(f"<{element}{written}>")

    def end(self) -> None:
        """Write the end of the element at hand."""
        if self._passed_over:
            self._passed_over -= 1
        else:
            self._parts.append(f"</{self._open.pop()}>")

    def refuse_own_rules(self, line: int, has_own: int) -> None:
        """Refuse a drawing that brings words of its own for other words."""
        if has_own:
            raise UnsafeSvgError(line, "It brings rules of its own (<!DOCTYPE [...]>).")

    def refuse_instruction(self, line: int, target: str) -> None:
        """Refuse a drawing that calls for styles from elsewhere."""
        raise UnsafeSvgError(line, f"It calls for something from elsewhere (<?{target}?>).")

    def finish(self) -> str:
        """Return the whole drawing."""
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{"".join(self._parts)}\n'

    def _list_attributes(self, line: int, element: str, values: Mapping[str, str]) -> dict[str, str]:
        """What stays of the attributes of ``element``; a style of its own is said by them, and comes before them."""
        written: dict[str, str] = {}
        for name, value in sorted(values.items(), key=lambda pair: pair[0] == "style"):
            space, _, key = name.rpartition(" ")
            if key.casefold().startswith("on"):
                raise UnsafeSvgError(line, f"There is a program in it ({key}=).")
            if key == "href" and space in ("", XLINK):
                written |= self._write_reference(line, element, value)
            elif not space and key == "id":
                written |= self._write_id(value)
            elif not space:
                for own, part in split_style(value) if key == "style" else ((key, value),):
                    written |= self._write_attribute(line, own, part)
        return written

    def _write_reference(self, line: int, element: str, value: str) -> dict[str, str]:
        if not value.startswith("#"):
            raise UnsafeSvgError(line, "It names something outside of itself (href=).")
        return {"href": f"#{self._rename(value[1:])}"} if element.endswith("Gradient") else {}

    def _write_id(self, value: str) -> dict[str, str]:
        if value in self._places:
            return {}
        self._places.add(value)
        return {"id": self._rename(value)}

    def _write_attribute(self, line: int, key: str, value: str) -> dict[str, str]:
        if key not in ATTRIBUTES:
            return {}
        if is_leading_out(value):
            raise UnsafeSvgError(line, f"It names something outside of itself ({key}=).")
        if own := find_own_address(value):
            return {key: f"url(#{self._rename(own)})"}
        return {key: " ".join(value.split())} if is_plain(value) else {}

    def _rename(self, name: str) -> str:
        """The id that stands for ``name``: what a drawing program called it says where it comes from."""
        return self._ids.setdefault(name, f"s{len(self._ids) + 1}")


def _frame(line: int, values: Mapping[str, str]) -> dict[str, str]:
    """The attributes of the whole drawing: it can be shown at any size."""
    sizes = [values.get(side, "").removesuffix("px") for side in ("width", "height")]
    box = values.get("viewBox") or " ".join(("0", "0", *sizes))
    try:
        left, top, width, height = map(float, box.replace(",", " ").split())
    except ValueError as error:
        raise UnsafeSvgError(line, "It does not say how large it is (viewBox=).") from error
    if not (0 < width < _LARGEST and 0 < height < _LARGEST and abs(left) < _LARGEST and abs(top) < _LARGEST):
        raise UnsafeSvgError(line, "It does not say how large it is (viewBox=).")
    painted = {key: value for key, value in values.items() if key not in _FRAME}
    return {
        "viewBox": f"{left:g} {top:g} {width:g} {height:g}",
        "width": f"{width:g}",
        "height": f"{height:g}",
    } | painted
