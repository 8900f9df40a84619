"""Makes the components of a page from the blocks of a Book: one maker a kind, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from lsbook.model.book import (
    Account,
    BookItem,
    BookPlain,
    FlaggedBlock,
    LanguageBlock,
    Letter,
    LetterBlock,
    MediaBlock,
    Medium,
    MyWords,
    NoteBlock,
    NotKnownBlock,
    ParallelText,
    PictureLink,
    Placeholder,
    Prose,
    WritingSpace,
)
from lsbook.model.prose import Heading, PageBreak
from lsbook.model.vocabulary import MediaBlockKind
from lsbook.pages.language.catalog import capitalize_first
from lsbook.pages.language.language_tags import find_direction, find_native_name
from lsbook.pages.language.rich_text import NO_TEXT, RichText, join_rich
from lsbook.pages.layout import render_prose as markup
from lsbook.pages.layout.addresses import NO_HREF
from lsbook.pages.layout.components import (
    AccountSide,
    AccountSides,
    Aside,
    ChildQuote,
    Component,
    Components,
    FigureStyle,
    LanguageVersion,
    LanguageVersions,
    LetterCard,
    MediaFigure,
    PhotoStrip,
    RunningText,
    ThematicBreak,
)
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.illustrated_text import merge_running_text
from lsbook.pages.layout.images import PageImage
from lsbook.pages.layout.letter_titles import format_letter_title
from lsbook.pages.layout.players import make_player
from lsbook.pages.layout.type_table import bind_in_context

T = TypeVar("T", bound=BookItem)
BlockMaker: TypeAlias = Callable[[PageContext, object, int], Components]
_Aside: TypeAlias = NotKnownBlock | NoteBlock | WritingSpace
_AsideMaker: TypeAlias = Callable[[PageContext, _Aside, int], Components]


def make_components(context: PageContext, prose: Prose, level: int = 2) -> Components:
    """``prose`` as components; its own headings begin at ``level``."""
    levels = markup.map_heading_levels(prose, level)
    return tuple(merge_running_text(_iter_components(context, prose, levels, level)))


def guard_item(context: PageContext, item: T | Placeholder | None, make: Callable[[T], Components]) -> Components:
    """What stands for ``item`` on a page that is not its own: itself, a kind sentence, or a heads-up and no more."""
    if item is None:
        return ()
    if isinstance(item, Placeholder):
        return make_instead(context, item)
    if item.heads_up and not context.is_behind(item):
        return context.make_heads_up(item)
    return context.make_held_mark(item) + make(item)


def make_instead(context: PageContext, item: Placeholder) -> Components:
    """A kind sentence where the rest is not told yet."""
    return (Aside("instead", inside),) if (inside := make_components(context, item.says, 3)) else ()


def make_insteads(context: PageContext, key: str) -> Components:
    """The sentences of a page for what is not told yet."""
    return tuple(
        component
        for placeholder in context.book.placeholders.get(key, ())
        for component in make_instead(context, placeholder)
    )


def make_figure(
    context: PageContext, index: int, style: FigureStyle = FigureStyle.PHOTO, alt: str | None = None
) -> Components:
    """A medium where it stands; nothing where it could not be made."""
    medium = context.images.find_medium(index)
    return guard_item(context, medium, lambda seen: show_medium(context, seen, style, alt))


def make_figures(context: PageContext, media: tuple[int, ...], style: FigureStyle = FigureStyle.PHOTO) -> Components:
    """Several media: side by side where there are more than one."""
    return _group_photos(component for at in media for component in make_figure(context, at, style))


def _group_photos(components: Iterable[Component]) -> Components:
    every = tuple(components)
    figures = tuple(component for component in every if isinstance(component, MediaFigure))
    photos = tuple(figure for figure in figures if figure.style is FigureStyle.PHOTO)
    if len(photos) < 2:
        return every
    return (PhotoStrip(photos), *(component for component in every if component not in photos))


def show_medium(
    context: PageContext, medium: Medium, style: FigureStyle = FigureStyle.PHOTO, alt: str | None = None
) -> Components:
    """A medium that can be seen or heard."""
    transcript = (
        () if context.in_transcript else make_components(replace(context, in_transcript=True), medium.transcript, 3)
    )
    caption = markup.render_line(context, medium.caption)
    played = make_player(context, medium, alt)
    if played:
        return (replace(played, caption=caption, transcript=transcript),)
    first, *more = context.images.make_images(medium, context.address, alt)
    style = FigureStyle.DOCUMENT if style is FigureStyle.PHOTO and (more or transcript) else style
    further = tuple(_label_further_page(context, page) for page in more)
    larger = context.images.find_widest(medium, context.address) if first.alt else NO_HREF
    return (MediaFigure(style, first, further, larger, caption=caption, transcript=transcript),)


def _label_further_page(context: PageContext, image: PageImage) -> PageImage:
    return replace(image, alt=context.say("next-page", shows=image.alt)) if image.alt else image


def make_letter(context: PageContext, letter: Letter, level: int = 2) -> Components:
    """A letter: its title, who wrote it, the scan, the words."""
    scans = tuple(component for at in letter.scan for component in make_figure(context, at, FigureStyle.SCAN))
    inside = make_components(context, letter.inside, level + 1)
    if not scans and not inside:
        return ()
    title = format_letter_title(context, letter)
    by = context.catalog.say_rich("letter-by", who=context.link_name(letter.from_))
    if letter.to is not None:
        by = context.catalog.say_rich(
            "letter-by-to",
            who=context.link_name(letter.from_),
            to=context.say("you") if letter.to.me else context.link_name(letter.to),
        )
    return (LetterCard("", title, by, capitalize_first(context.dates.format_when(letter.when)), scans, inside, level),)


def make_accounts(context: PageContext, accounts: Iterable[Account | Placeholder], level: int = 2) -> Components:
    """Accounts side by side with equal room; sentences for what is not told yet come after them."""
    every = tuple(accounts)
    shown = tuple(account for account in every if isinstance(account, Account))
    after = tuple(
        component for item in every if isinstance(item, Placeholder) for component in make_instead(context, item)
    )
    if not shown:
        return after
    return (AccountSides(tuple(_make_side(context, account, level + 1) for account in shown), level), *after)


def _make_side(context: PageContext, account: Account, level: int) -> AccountSide:
    if account.heads_up and not context.is_behind(account):
        return AccountSide(None, context.make_heads_up(account))
    return AccountSide(
        context.label_person(account.by),
        context.make_held_mark(account) + make_components(context, account.says, level),
    )


def make_account(context: PageContext, item: Account) -> Components:
    """One account alone, on a page of its own."""
    return (AccountSides((AccountSide(context.label_person(item.by), make_components(context, item.says, 3)),), 2),)


def make_my_words(context: PageContext, block: MyWords, level: int) -> Components:
    """The child's own words."""
    inside = make_components(context, block.inside, level)
    when = context.dates.format_when_and_age(block.when)
    return (ChildQuote(context.make_child_face(), when, inside, only_me=block.only_me),) if inside else ()


def make_marked(context: PageContext, block: FlaggedBlock, level: int) -> Components:
    """A passage that is hard news or held, where it may be seen."""
    inside = make_components(context, block.inside, level)
    return (Aside("held-passage", inside),) if block.hold and inside else inside


def make_in_language(context: PageContext, block: LanguageBlock, level: int) -> Components:
    """Words in another language: each element that holds them says so."""
    return make_components(context.with_language(block.language), block.inside, level)


def make_side_by_side(context: PageContext, block: ParallelText, level: int) -> Components:
    """The same in several languages, each under its own name; sentences for what is not told yet come after them."""
    shown = [side for side in block.sides if isinstance(side, LanguageBlock)]
    versions = tuple(
        LanguageVersion(side.language, find_direction(side.language), find_native_name(side.language), inside)
        for side in shown
        if (inside := guard_item(context, side, partial(make_in_language, context, level=level)))
    )
    after = tuple(
        component for item in block.sides if isinstance(item, Placeholder) for component in make_instead(context, item)
    )
    return (*((LanguageVersions(versions),) if versions else ()), *after)


def _make_letter_here(context: PageContext, block: LetterBlock, level: int) -> Components:
    return guard_item(context, context.book.letters[block.letter], lambda letter: make_letter(context, letter, level))


def _make_aside_maker(element: str, css_class: str, tag: str, icon: str) -> _AsideMaker:
    def make(context: PageContext, block: _Aside, level: int) -> Components:
        inside = make_components(context, block.inside, level)
        empty = not inside and css_class != "write-here"  # lines to write on are something by themselves
        return () if empty else (Aside(css_class, inside, element, context.say(tag), icon),)

    return make


def _make_media(context: PageContext, block: MediaBlock, level: int) -> Components:
    """What is a film or a sound is played, whatever the block is called."""
    style = FigureStyle.DOCUMENT if block.block_kind is MediaBlockKind.DOCUMENT else FigureStyle.PHOTO
    return make_figures(context, block.media, style)


def _make_single_account(context: PageContext, block: Account, level: int) -> Components:
    return make_account(context, block)


BLOCK_MAKERS: dict[type[object], BlockMaker] = dict(
    (
        bind_in_context(LanguageBlock, make_in_language),
        bind_in_context(FlaggedBlock, make_marked),
        bind_in_context(MyWords, make_my_words),
        bind_in_context(NotKnownBlock, _make_aside_maker("section", "not-known", "not-known", "open-question")),
        bind_in_context(NoteBlock, _make_aside_maker("aside", "note", "note", "note")),
        bind_in_context(WritingSpace, _make_aside_maker("section", "write-here", "write-here", "pen")),
        bind_in_context(LetterBlock, _make_letter_here),
        bind_in_context(MediaBlock, _make_media),
        bind_in_context(Account, _make_single_account),
        bind_in_context(ParallelText, make_side_by_side),
    )
)


def _iter_components(
    context: PageContext, prose: Prose, levels: markup.HeadingLevels, level: int
) -> Iterator[Component]:
    for kind, blocks in groupby(prose, type):
        if kind is Account:
            yield from make_accounts(context, (block for block in blocks if isinstance(block, Account)), level)
            continue
        for block in blocks:
            if isinstance(block, BookItem):
                yield from guard_item(context, block, partial(_make_block, context, level))
            else:
                yield from _iter_plain_components(context, block, levels)


def _make_block(context: PageContext, level: int, block: BookItem) -> Components:
    return BLOCK_MAKERS[type(block)](context, block, level)


def _iter_plain_components(
    context: PageContext, block: BookPlain | Placeholder, levels: markup.HeadingLevels
) -> Iterator[Component]:
    if isinstance(block, Placeholder):
        yield from make_instead(context, block)
    elif isinstance(block, PageBreak):
        yield ThematicBreak()
    else:
        html = markup.render_block(context, block, levels)
        if html:
            heading = markup.render_heading_inside(context, block) if isinstance(block, Heading) else NO_TEXT
            yield RunningText(
                _put_beside(html, context.explanations.get(block, ())), isinstance(block, Heading), heading
            )
        yield from _group_photos(
            component for picture in markup.find_pictures(block) for component in _make_inline_figure(context, picture)
        )


def _put_beside(html: RichText, notes: tuple[RichText, ...]) -> RichText:
    """A paragraph with ``notes`` that stand beside it or, where a page has no margin, right beneath."""
    return join_rich("", (html, *notes)).put_into('<div class="explained">\n{}</div>\n') if notes else html


def _make_inline_figure(context: PageContext, picture: PictureLink) -> Components:
    """A picture in running text; what is told of it there is in the language of that text."""
    return make_figure(context, picture.medium, alt=markup.format_title(context, picture.alt, context.text_language))
