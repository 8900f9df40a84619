"""The other way round: a Book becomes the files of a story that reads as that Book, and as nothing more.

It takes what is past the wall and gives texts; who asks for them writes them, reads them again and compares.
"""

from lsbook.story_writing.carried_names import spell_out_carried_names
from lsbook.story_writing.source import BookSource, StoryFiles
from lsbook.story_writing.story_files import make_story_files

__all__ = ["BookSource", "StoryFiles", "make_story_files", "spell_out_carried_names"]
