"""The family tree: a drawing of what the Book tells of a family, and the same in sentences beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lsbook.drawings.motifs import FaceSign
from lsbook.drawings.palette import get_palette
from lsbook.drawings.shapes import NARROW_WIDTH, WIDTH, Drawing
from lsbook.drawings.tree.draw_family import draw_family
from lsbook.drawings.tree.family import CHILD
from lsbook.drawings.tree.legend import Legend
from lsbook.model.book import Card, NameLink, Partner
from lsbook.model.passage import fold_text
from lsbook.model.vocabulary import BookVoice, ItemKind, PageLook
from lsbook.pages.content.book_family import MAX_PEOPLE, BookFamily, find_family, find_residents
from lsbook.pages.content.ties import TIE_LOOKS, format_couple
from lsbook.pages.language.rich_text import RichText, capitalize_rich, join_as_list, make_rich
from lsbook.pages.layout.components import DrawingImage
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.drawing_file import DrawingFiles, recall_drawing_files
from lsbook.pages.layout.face_signs import format_death_year, make_child_sign, make_person_sign
from lsbook.pages.layout.page_model import PageContent, PageModel
from lsbook.pages.layout.page_text import Say, TextTokens

TOO_YOUNG = PageLook.UNDER_5
"""A tree is a plan of signs that has to be read: the youngest have the sentences and the people's own pages."""


ONE_CHILD_KEYS = {"tree-born": "tree-born-one", "tree-adopted": "tree-adopted-one"}
"""Sentences about children, and the same about one."""


class FamilyTreeContent(PageContent, frozen=True):
    drawings: tuple[DrawingImage, ...]
    sentences: tuple[RichText, ...]

    def iter_text(self, say: Say) -> TextTokens:
        if self.drawings:
            yield say("tree-same")
        yield from self.sentences


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The page of the family tree, where any tie is told."""
    context = context.for_page(context.addresses["family-tree"])
    beside = tuple(fold_text(word).strip().casefold() for word in context.say("tree-beside").split(","))
    family = find_family(context.book, context.say("tree-child"), beside, partial(_make_sign, context))
    if family is None:
        return ()
    drawn = _make_drawings(context, family)
    content = FamilyTreeContent(drawn.images, tuple(_iter_sentences(context, family)))
    title, part = context.say("tree-title"), context.say("part-my-people")
    deck = context.say("tree-deck")
    return (PageModel(context.address, "family-tree.html", title, content, part, deck, files=drawn.files),)


def _make_sign(context: PageContext, index: int) -> tuple[FaceSign, str]:
    if index == -1:
        return make_child_sign(context), ""
    return make_person_sign(context, index), format_death_year(context, context.book.people[index])


def _make_drawings(context: PageContext, family: BookFamily) -> DrawingFiles:
    if context.look == TOO_YOUNG or len(family.people_indexes) > MAX_PEOPLE:
        return DrawingFiles()
    legend = Legend(
        context.say("tree-key-born"),
        context.say("tree-key-adopted"),
        context.say("tree-key-partners"),
        context.say("tree-key-house"),
        context.say("tree-shelf"),
        context.say("tree-key-died"),
    )
    palette = get_palette(context.look)

    def draw() -> tuple[tuple[Drawing, ...], tuple[Drawing, ...]]:
        wide, narrow = (draw_family(family.family, legend, palette, width) for width in (WIDTH, NARROW_WIDTH))
        return (wide,), (narrow,)

    return recall_drawing_files(context, (family.family, legend, palette), draw, context.say("tree-alt"))


def _iter_sentences(context: PageContext, family: BookFamily) -> Iterator[RichText]:
    """The same as the drawing, written from the same unions and homes; everybody's role at the first mention."""
    met: set[int] = {CHILD}

    def join_people(people: Sequence[int]) -> RichText:
        parts = [_render_name(context, family, person, first=person not in met) for person in people]
        met.update(people)
        return join_as_list(parts, context.catalog.locale)

    couples = dict(_iter_couples(context, family))
    unions = sorted(family.family.unions, key=lambda union: CHILD not in union.children)
    for union in unions:
        if not union.children and frozenset(union.parents) in couples:
            continue
        parents = join_people(union.parents)
        if union.born:
            key = _choose_number(context, "tree-born", union.born)
            yield capitalize_rich(context.catalog.say_rich(key, children=join_people(union.born), parents=parents))
        if union.adopted:
            key = _choose_number(context, "tree-adopted", union.adopted)
            yield capitalize_rich(context.catalog.say_rich(key, children=join_people(union.adopted), parents=parents))
        if not union.children:
            yield context.catalog.say_rich("tree-partners", people=parents)
    for pair, partner in couples.items():
        person, other = (join_people((member,)) for member in sorted(pair))
        yield capitalize_rich(format_couple(context, person, other, partner))
    for at in family.home_indexes:
        living = _find_residents(context, family, at)
        if len(living) > 1:
            home = context.link_name(NameLink(context.book.homes[at].name, Card(ItemKind.HOMES, at)))
            yield capitalize_rich(context.catalog.say_rich("tree-house", home=home, people=join_people(living)))
    if family.family.shelf:
        yield context.catalog.say_rich("tree-also", people=join_people(family.family.shelf))


def _iter_couples(context: PageContext, family: BookFamily) -> Iterator[tuple[frozenset[int], Partner]]:
    """Two in the tree who are or were together, and when: from 13 on, as far as it is dated. No hard news."""
    place = {at: number for number, at in enumerate(family.people_indexes)}
    for at in (at for at in place if at >= 0 and context.look in TIE_LOOKS):
        for partner in context.book.people[at].partners:
            card = partner.person.card
            is_told = not partner.heads_up and (partner.from_ or partner.until)
            if is_told and card and card.position in place and card.position != at:
                yield frozenset((place[at], place[card.position])), partner


def _choose_number(context: PageContext, key: str, children: Sequence[int]) -> str:
    """The key of a sentence about ``children``: one of them alone has a form of its own, but for "you"."""
    is_spoken_to = CHILD in children and context.book.voice is BookVoice.YOU and context.book.edition.is_for_child
    return ONE_CHILD_KEYS[key] if len(children) == 1 and not is_spoken_to else key


def _find_residents(context: PageContext, family: BookFamily, index: int) -> tuple[int, ...]:
    """Those who live in a home with the child now, as positions in the family."""
    here = find_residents(context.book, index)
    return tuple(number for number, person in enumerate(family.people_indexes) if person in here)


def _render_name(context: PageContext, family: BookFamily, member: int, *, first: bool) -> RichText:
    if member == CHILD:
        return make_rich(context.say("you"))
    at = family.people_indexes[member]
    name = context.link_name(NameLink(context.book.people[at].name, Card(ItemKind.PEOPLE, at)))
    return context.catalog.say_rich("tree-role", who=name, role=context.book.people[at].is_) if first else name
