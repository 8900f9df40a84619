"""Book and renditions in, Site out: view models, prose, templates. Owns every address; writes nothing."""

from lsbook.pages.language.words_check import check_words
from lsbook.pages.layout.look import NoLook
from lsbook.pages.site import make

__all__ = ["NoLook", "check_words", "make"]
