"""Words that are nobody's own: relations, and what homes and schools are called everywhere."""

from __future__ import annotations

import re

_RELATIONS = """
mum mummy mam mammy mom mommy mama ma mother dad daddy dada da pa papa father parent parents nan nana nanna nanny gran
granny grandma grandmother grandad granddad grandpa grandfather gramps pop pops auntie aunty aunt uncle brother sister
sis bro cousin niece nephew twin twins half step stepmum stepdad foster birth adoptive adopted wife husband partner
family families friend friends neighbour carer carers lady man boy girl child children kids person people baby
"""
_HELPERS = """
social worker workers teacher doctor nurse judge midwife guardian police officer manager key keyworker advocate mr mrs
miss ms dr
"""
_PETS = "dog cat rabbit fish horse hamster pet"
_PLACES = """
home homes house flat hospital nursery school schools primary secondary infant infants junior academy college playgroup
preschool club clubs football swimming dance dancing ballet drama music brownies scouts cubs guides beavers rainbows
church centre unit ward farm park garden saturday sunday after group class
"""
_BESIDE = "the a an and of in at by my your his her their our me you s first second big little old new other real great"
_ORDINARY = frozenset(f"{_RELATIONS} {_HELPERS} {_PETS} {_PLACES} {_BESIDE}".split())


def is_own(name: str) -> bool:
    """True for a name that is somebody's own: "Mum" and "the school" are not, "Nan Pat" is, and is one name."""
    words = (word.removesuffix("'s").strip("'") for word in re.findall(r"[\w']+", name.casefold()))
    return len(name) > 1 and any(word not in _ORDINARY for word in words)
