"""What ``lsbook explain`` says of names: which ones an edition may not say, what is looked for, and why."""

from __future__ import annotations

from datetime import date

from lsbook.cli.terminal import echo
from lsbook.editions import Visibility, list_withheld_names
from lsbook.editions.withheld_name import WithheldName
from lsbook.model.story import Story
from lsbook.model.vocabulary import CHILD_ID


def print_names(story: Story, visibility: Visibility) -> None:
    """Say which names the edition of ``sight`` may not say, one a line, and why."""
    names = list_withheld_names(story, visibility, date.today())
    echo(f"Names that {visibility.edition.name} may not say:" if names else "It may say every name.", bold=True)
    for secret, words in names:
        whose = "the child" if secret.owner == CHILD_ID else secret.owner
        echo(f"  {secret.name} ({whose}, {secret.at}). {_format_search_words(words)}")
        echo(f"    {secret.reason}")


def print_names_of_item(handle: str, story: Story, visibilities: list[Visibility]) -> None:
    """Say which names of one item are looked for, and in which editions they may not stand."""
    editions: dict[tuple[WithheldName, tuple[str, ...]], list[str]] = {}
    for sight in visibilities:
        for secret, words in list_withheld_names(story, sight, date.today()):
            if secret.owner == handle:
                editions.setdefault((secret, words), []).append(sight.edition.name)
    for (secret, words), names in editions.items():
        echo(f'  "{secret.name}" may not be said in {", ".join(names)}. {_format_search_words(words)} {secret.reason}')


def _format_search_words(search_words: tuple[str, ...]) -> str:
    return f"Looked for: {', '.join(search_words)}."
