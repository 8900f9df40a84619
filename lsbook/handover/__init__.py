"""Handing over: a finished book on disk becomes a file that can be given: a PDF, one page, an EPUB.

Everything here reads the finished folder and nothing else, so no copy can hold what its book does not.
"""

from lsbook.handover.browsers import find_browser
from lsbook.handover.finished import Finished, finished
from lsbook.handover.pdf import Paper, make_pdf
from lsbook.handover.placing import put

__all__ = ["Finished", "Paper", "find_browser", "finished", "make_pdf", "put"]
