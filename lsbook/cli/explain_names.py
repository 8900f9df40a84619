"""What ``lsbook explain`` says of names: which ones an edition may not say, what is looked for, and why."""

from __future__ import annotations

from lsbook.cli.terminal import tell
from lsbook.editions import Sight, list_withheld_names
from lsbook.editions.secret import ME, Secret
from lsbook.model.story import Story


def tell_names(story: Story, sight: Sight) -> None:
    """Say which names the edition of ``sight`` may not say, one a line, and why."""
    names = list_withheld_names(story, sight)
    tell(f"Names that {sight.edition.name} may not say:" if names else "It may say every name.", bold=True)
    for secret, words in names:
        whose = "the child" if secret.whose == ME else secret.whose
        tell(f"  {secret.name} ({whose}, {secret.at}). {_say_words(words)}")
        tell(f"    {secret.why}")


def tell_names_of(handle: str, story: Story, sights: list[Sight]) -> None:
    """Say which names of one item are looked for, and in which editions they may not stand."""
    editions: dict[tuple[Secret, tuple[str, ...]], list[str]] = {}
    for sight in sights:
        for secret, words in list_withheld_names(story, sight):
            if secret.whose == handle:
                editions.setdefault((secret, words), []).append(sight.edition.name)
    for (secret, words), names in editions.items():
        tell(f'  "{secret.name}" may not be said in {", ".join(names)}. {_say_words(words)} {secret.why}')


def _say_words(words: tuple[str, ...]) -> str:
    return f"Looked for: {', '.join(words)}."
