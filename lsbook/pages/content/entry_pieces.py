"""What long pages of homes, schools, letters and questions are cut into. Hard news stays where they begin."""

from __future__ import annotations

from collections.abc import Callable

from lsbook.model.book import Card
from lsbook.model.vocabulary import ItemKind
from lsbook.pages.content.homes import HomesContent
from lsbook.pages.content.letters import LettersContent
from lsbook.pages.content.questions import QuestionsContent
from lsbook.pages.content.schools import SchoolsContent
from lsbook.pages.language.rich_text import extract_plain_text
from lsbook.pages.layout.components import Component, Components, LetterCard, QuestionCard, Section
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.cuts import ENTRY_WEIGHT, CutEntry, Piece, Pieces, cut, format_label, weigh
from lsbook.pages.layout.page_model import PageContent


def list_addresses(context: PageContext, kind: ItemKind) -> dict[str, str]:
    """The page of each entry of a ``kind`` that names lead to, by its anchor there."""
    return {
        address.partition("#")[2]: address.partition("#")[0]
        for card, address in context.card_addresses.items()
        if isinstance(card, Card) and card.kind is kind and "#" in address
    }


def cut_homes(context: PageContext, content: HomesContent) -> Pieces:
    """Homes by where their names lead to."""
    return _cut_sections(list_addresses(context, ItemKind.HOMES), content.homes, HomesContent)


def cut_schools(context: PageContext, content: SchoolsContent) -> Pieces:
    """Schools by where their names lead to."""
    return _cut_sections(list_addresses(context, ItemKind.SCHOOLS), content.components, SchoolsContent)


def _cut_sections(
    addresses: dict[str, str], components: Components, make: Callable[[Components], PageContent]
) -> Pieces:
    """By where their names lead to; what has no name of its own stays on the page that leads to the pieces."""
    placed: dict[str, list[Section]] = {}
    after: list[Component] = []
    for component in components:
        if isinstance(component, Section) and component.anchor in addresses:
            placed.setdefault(addresses[component.anchor], []).append(component)
        else:
            after.append(component)
    pieces = (
        Piece(format_label(str(sections[0].head), str(sections[-1].head)), make(tuple(sections)), address)
        for address, sections in placed.items()
    )
    return Pieces(tuple(pieces) if len(placed) > 1 else (), tuple(after))


def cut_letters(context: PageContext, content: LettersContent) -> Pieces:
    """Letters in their order; those of one page are named at its head, where there are several."""
    letters = [component for component in content.components if isinstance(component, LetterCard)]
    after = tuple(component for component in content.components if not isinstance(component, LetterCard))
    runs = cut([CutEntry(letter, letter.title, letter.when, ENTRY_WEIGHT + weigh(letter)) for letter in letters])
    return Pieces(
        tuple(Piece(run.label, LettersContent(run.values if len(run.values) > 1 else (), run.values)) for run in runs),
        after,
    )


def cut_questions(context: PageContext, content: QuestionsContent) -> Pieces:
    """Questions in their order."""
    cards = [component for component in content.components if isinstance(component, QuestionCard)]
    after = tuple(component for component in content.components if not isinstance(component, QuestionCard))
    labels = [extract_plain_text(card.text) for card in cards]
    runs = cut([CutEntry(card, label, label, weigh(card)) for card, label in zip(cards, labels, strict=True)])
    return Pieces(tuple(Piece(run.label, QuestionsContent(run.values)) for run in runs), after)
