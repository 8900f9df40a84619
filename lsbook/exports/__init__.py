"""A finished book on disk becomes a file that can be given to somebody: a PDF, one page, an EPUB.

Everything here reads the finished folder and nothing else, so no copy can hold what its book does not.
"""

from lsbook.exports.epub.document import make_epub
from lsbook.exports.finished_book import FinishedBook, open_finished_book
from lsbook.exports.pdf.browsers import find_browser
from lsbook.exports.pdf.document import PaperFormat, make_pdf
from lsbook.exports.single_file import make_one_file
from lsbook.exports.write_export import write_export

__all__ = [
    "FinishedBook",
    "PaperFormat",
    "find_browser",
    "make_epub",
    "make_one_file",
    "make_pdf",
    "open_finished_book",
    "write_export",
]
