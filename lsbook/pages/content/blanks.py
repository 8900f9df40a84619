"""On paper alone: ruled sheets and frames, for the child's own hand."""

from __future__ import annotations

from lsbook.model.vocabulary import PageLook
from lsbook.pages.layout.context import PageContext
from lsbook.pages.layout.page_model import PageContent, PageModel

BLANK_SHEETS = (
    ("blank-picture", "frame"),
    ("blank-remember", "lines"),
    ("blank-ask", "lines"),
    ("blank-letter", "lines"),
    ("blank-new", "frame-and-lines"),
)
"""What stands above each sheet, and what is drawn on it."""
YOUNGEST_SHEETS = (("blank-picture", "frame"), ("blank-new", "frame"))
"""The same for those who draw and do not write yet."""


class BlankContent(PageContent, frozen=True):
    """``layout`` says what is drawn on the sheet: lines, frame, or frame-and-lines."""

    layout: str


def make_pages(context: PageContext) -> tuple[PageModel, ...]:
    """The sheets, in a book for the child. Nobody else writes in the child's name."""
    if not context.book.edition.is_for_child:
        return ()
    part = context.say("blank-part")
    return tuple(
        PageModel(
            f"pages/{words.replace('-', '--')}.html",
            "my-page.html",
            context.say(words),
            BlankContent(layout),
            part,
            in_row=False,
        )
        for words, layout in (YOUNGEST_SHEETS if context.look is PageLook.UNDER_5 else BLANK_SHEETS)
    )
