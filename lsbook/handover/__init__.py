"""Handing over: a finished book on disk becomes a file that can be given: a PDF, one page, an EPUB.

Everything here reads the finished folder and nothing else, so no copy can hold what its book does not.
"""

from lsbook.handover.browsers import find_browser
from lsbook.handover.epub import make_epub
from lsbook.handover.finished import Finished, finished
from lsbook.handover.one_file import make_one_file
from lsbook.handover.pdf import Paper, make_pdf
from lsbook.handover.placing import put

__all__ = ["Finished", "Paper", "find_browser", "finished", "make_epub", "make_one_file", "make_pdf", "put"]
