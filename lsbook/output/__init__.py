"""A Site, written to disk: staged beside the old book, checked as it lies there, and swapped in.

Read in this order: ``writing`` (the steps), ``folder_owner`` and ``recover`` (before anything else),
``ownership`` (what may be replaced), ``stage``, ``verify`` with ``names``, ``markup``, ``plain_markup``, ``elements``,
``markup_pieces``, ``styles`` and ``resolve_links`` (what a book may be), ``swap`` with ``clearing``, and ``book_files``
(what was made of a book goes with it). Locks, lists of files and what the computer says when a disk fails stand in
``lsbook.files``.
"""

from lsbook.files.lock import lock
from lsbook.output.book_files import is_book_file, remember_book_file
from lsbook.output.book_folder import find_folder_owner
from lsbook.output.folder_owner import Owner
from lsbook.output.kept_markup import format_markup, parse_markup
from lsbook.output.recover import recover_books
from lsbook.output.verify import MarkupMemory
from lsbook.output.writing import write

__all__ = [
    "MarkupMemory",
    "Owner",
    "find_folder_owner",
    "format_markup",
    "is_book_file",
    "lock",
    "parse_markup",
    "recover_books",
    "remember_book_file",
    "write",
]
