"""What a Book shows, made into renditions with nothing of their origin left.

Read in this order: ``rendering`` (the way a medium goes), ``probe`` (how a file is read, and what it is), ``recipes``
(what is done with it), ``transcode`` (how photos, pages of PDFs, films and sounds are made anew), ``workers`` (the
processes in which that is done, which ``workers.sandbox`` locks in), ``verify`` (the proofs that what came out is
clean), and ``cache`` with ``proofs``. ``source_files`` goes the other way: what a book shows as the files of another
story. ``symbols`` are an authority's own pictures of words, and ``small_pictures`` small pictures for a page of the
worker's.
"""

from lsbook.media.measure import recall_measures
from lsbook.media.proofs import RenditionProofs
from lsbook.media.rendering import render
from lsbook.media.rules import MEDIA_RULES
from lsbook.media.small_pictures import SmallPicture, SmallPictures, make_small_pictures
from lsbook.media.source_files import get_source_suffix, remember_renditions, write_source_file
from lsbook.media.symbols.render_symbols import render_symbols

__all__ = [
    "MEDIA_RULES",
    "RenditionProofs",
    "SmallPicture",
    "SmallPictures",
    "get_source_suffix",
    "make_small_pictures",
    "recall_measures",
    "remember_renditions",
    "render",
    "render_symbols",
    "write_source_file",
]
