"""Questions for passphrases. Nothing that is typed is shown."""

from __future__ import annotations

import click


def ask_known_passphrase() -> str:
    """Ask for what opens a locked book: its passphrase or its recovery code."""
    return str(click.prompt("Passphrase or recovery code", hide_input=True))


def ask_own_passphrase() -> str:
    """Ask, twice, for a passphrase that somebody has thought of."""
    return str(click.prompt("A passphrase of your own", hide_input=True, confirmation_prompt="Once more"))
