"""A slip in an authority's own template is a problem with a place, like any other."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateError

from lsbook.model.problem import Location, Problem, ProblemsFound
from lsbook.pages.layout.look import LookNotFoundError
from lsbook.pages.rules import UNUSABLE_TEMPLATE


@contextlib.contextmanager
def template_errors_as_problems(own_templates: Sequence[Path]) -> Iterator[None]:
    """Raise what goes wrong inside as ``ProblemsFound``, where a template is to blame; any other error as it is.

    ``own_templates``: the folders of templates that are not lsbook's.
    """
    try:
        yield
    except (TemplateError, LookNotFoundError) as error:
        raise ProblemsFound((_describe_unusable(error, _locate(error, own_templates)),)) from error
    except UnicodeDecodeError as error:
        if not own_templates:
            raise
        what, remedy = "A template here is no UTF-8 text.", "Save it as UTF-8, or take it away: lsbook has its own."
        problem = Problem(Location(str(own_templates[0])), what, remedy, rule=UNUSABLE_TEMPLATE.id)
        raise ProblemsFound((problem,)) from error
    except Exception as error:
        at = _locate(error, own_templates)
        if at is None:
            raise
        what, remedy = f"This template fails here: {error}", "Mend it, or take it away: lsbook has its own."
        raise UNUSABLE_TEMPLATE.make_error(at, what, remedy) from error


def _describe_unusable(error: Exception, at: Location | None) -> Problem:
    """Return what is wrong with a template: one that says its name, or the line ``at`` which it failed."""
    name = getattr(error, "name", None) or getattr(error, "filename", None)
    named = Location(str(name), getattr(error, "lineno", None) or 0) if name else at
    return Problem(
        named or Location("templates"),
        f"This template cannot be used: {error}",
        "Compare it with the one of the same name that comes with lsbook.",
        rule=UNUSABLE_TEMPLATE.id,
    )


def _locate(error: Exception, own_templates: Sequence[Path]) -> Location | None:
    """The line of an authority's template in which ``error`` came up; ``None`` where the mistake is lsbook's."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in own_templates):
            return Location(frame.filename, frame.lineno or 0)
    return None
