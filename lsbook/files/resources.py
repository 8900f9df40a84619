"""What comes with lsbook: templates and the example child."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def find_resources(name: str) -> Path:
    """The folder ``templates`` or ``example-child``: inside an installed package, else beside it in a checkout.

    An editable install has none inside, or an old copy of one; then the checkout's own is found second.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(name)


def find_templates(folder: Path) -> tuple[Path, ...]:
    """Return where templates are looked for: an authority's own in ``folder`` first, then lsbook's."""
    own = folder / "templates"
    return (*((own,) if own.is_dir() else ()), find_resources("templates"))


def strip_remarks(script: str) -> str:
    """Return ``script`` without its remarks, which stand on lines of their own, and without indents."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
