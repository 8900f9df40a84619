"""What the rules of the craft are asked about, from all rooms that know a part of it, and what of it stops a book."""

from lsbook.subjects.make_subjects import describe_edition, make_craft_subject
from lsbook.subjects.refusals import find_refused, find_refused_pictures

__all__ = ["describe_edition", "find_refused", "find_refused_pictures", "make_craft_subject"]
