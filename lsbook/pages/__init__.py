"""Book and renditions in, Site out: view models, prose, templates. Owns every address; writes nothing."""

from lsbook.pages.look import NoLook
from lsbook.pages.making import make

__all__ = ["NoLook", "make"]
