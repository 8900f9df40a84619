"""Words of the files of an office, each with what it means in plain words (practice.md, "Words")."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

JARGON: Mapping[str, str] = MappingProxyType(
    {
        "placement": "home",
        "placements": "homes",
        "contact centre": "family centre",
        "contact": "family time",
        "siblings": "brothers and sisters",
        "respite": "a break, or a sleepover",
        "absconded": "ran away",
        "LAC": "the child's name",
        "care plan": "the plan for the child",
        "pathway plan": "the plan for the future",
        "permanence": "a home that lasts",
        "threshold": "what a court must find proved",
        "neglect": "not being given what a child needs",
        "section 20": "care that the parents agreed to",
        "section 47": "asking whether a child is safe",
        "care order": "a judge's decision that the council looks after a child",
        "interim": "for now",
        "disclosure": "telling somebody",
        "attachment": "feeling close to somebody",
        "local authority": "the council",
    }
)
"""In the order in which they are looked for: longer ones before what they hold."""
