"""Evidence as text on a screen, to be copied to where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from lsbook.practice.evidence.block import Evidence, EvidenceBlock, EvidencePlace

_GAP = "      "


def format_evidence(evidence: Evidence, *, with_reference: bool = False) -> str:
    """Return the blocks, place by place. The child's number in the case system stands there only if asked for."""
    parts = [f"Reference: {evidence.reference}"] if with_reference and evidence.reference else []
    for place in EvidencePlace:
        blocks = [block for block in evidence.blocks if block.place is place]
        words = dict(evidence.nothing).get(place)
        if blocks:
            parts.append("\n".join(_format_place(place, blocks)))
        elif words:
            parts.append(f"{place.heading}: {words}")
    return "\n\n".join(parts)


def _format_place(place: EvidencePlace, blocks: list[EvidenceBlock]) -> Iterator[str]:
    yield f"{place.heading}, one case note each" if place is EvidencePlace.VISITS else place.heading
    for number, block in enumerate(blocks):
        if number:
            yield ""
        if block.title:
            yield f"Title: {block.title}{_GAP}Contact date: {block.contact_day}"
        yield from (line.text for line in block.lines)
