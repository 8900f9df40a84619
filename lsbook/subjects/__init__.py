"""What the rules of the craft are asked about, from all rooms that know a part of it, and what of it stops a book.

Few policies let them stop one. Their rules, and what they are asked about, are loaded only where somebody asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

from lsbook.model.edition import Edition, Policy
from lsbook.model.media import PictureMeasure
from lsbook.model.problem import Problem
from lsbook.model.story import Story
from lsbook.subjects.edition_subject import describe_edition

__all__ = ["describe_edition", "find_refused", "find_refused_pictures"]


def find_refused(
    story: Story, policy: Policy, templates: tuple[Path, ...], edition: Edition, made_on: date
) -> tuple[Problem, ...]:
    """Return what stops the book of ``edition`` by its words, gaps and pictures, before any photo is opened."""
    if not policy.refusing_rules:
        return ()
    refusals = import_module("lsbook.subjects.refusals")
    problems: tuple[Problem, ...] = refusals.find_refused(story, policy, templates, edition, made_on)
    return problems


def find_refused_pictures(
    story: Story,
    policy: Policy,
    templates: tuple[Path, ...],
    measures: Mapping[str, PictureMeasure],
    made_on: date,
) -> tuple[Problem, ...]:
    """Return what stops a book by the photos that it shows, once they are made; ``measures`` are those of the book."""
    refusals = import_module("lsbook.subjects.refusals")
    problems: tuple[Problem, ...] = refusals.find_refused_pictures(story, policy, templates, measures, made_on)
    return problems
