"""Book and renditions in, Site out: view models, prose, templates. Owns every address; writes nothing."""

from lsbook.pages.look import NoLook
from lsbook.pages.making import make
from lsbook.pages.words_check import check_words

__all__ = ["NoLook", "check_words", "make"]
