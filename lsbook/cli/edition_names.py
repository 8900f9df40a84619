"""The names of editions on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from lsbook.model.edition import Policy
from lsbook.pipeline import TO_READ_FOLDER


def check_edition(name: str, policy: Policy) -> None:
    """See that a book for somebody is called ``name``. Raises ``click.BadParameter``: wrong use."""
    if TO_READ_FOLDER in Path(name).parts:
        raise click.BadParameter(
            "What build --to-read makes is for the second reader alone: it is not the child's book, and is handed to"
            " nobody. Name the child's edition itself."
        )
    if name not in policy.edition_names:
        raise click.BadParameter(f'There is no edition "{name}". There are: {", ".join(policy.edition_names)}.')
