"""The page that lies on top of the story, for whoever gets it and has never seen one."""

from __future__ import annotations

from lsbook.story_writing.entry_keys import WriteContext

READ_ME = "READ ME FIRST.txt"
_TEXT = """\
{name}'s story, to go on with

This folder holds the words and pictures of one book, as files that you can change in any editor. It was made from the
book "{title}" on {day}. It holds what stands in that book, and nothing else of what is on record. What is not told yet
is not in it either: where the book says so kindly, an entry with "hold" keeps the place. Ask those who made the book.

Make the book:          lsbook build NAME-OF-THIS-FOLDER{option}
See who is told what:   lsbook explain NAME-OF-THIS-FOLDER
What the files mean:    story.yaml is the beginning; each file is a list that begins its entries with a dash.

{own}Pictures, films and sounds are as they stood in the book: made smaller, and without the day, the place and the
camera. Keep the originals that you have. The folder .lsbook beside the files remembers how they look in the book; it
may be deleted, and is made again.

It is not locked. Keep it where you would keep a diary of {name}'s.
"""
_OWN = """\
What is marked only-me is {name}'s alone, and stands in {name}'s own book and nowhere else. Leave the mark where it is.

"""


def format_read_me(context: WriteContext) -> str:
    """Return the text of the page."""
    book = context.book
    return _TEXT.format(
        name=book.child.name,
        title=book.edition.title,
        day=context.source.made_on.isoformat(),
        option=f" --edition {book.edition.name}" if context.reader else "",
        own=_OWN.format(name=book.child.name) if context.private else "",
    )
