"""What a command refuses or warns of, and no story is at fault: places, finished books, copies, archives, work."""

from lsbook.model.rules.archives import ARCHIVE_RULES
from lsbook.model.rules.books import FINISHED_BOOK_RULES
from lsbook.model.rules.copies import COPY_RULES
from lsbook.model.rules.places import PLACE_RULES
from lsbook.model.rules.work import WORK_RULES

COMMAND_RULES = (*PLACE_RULES, *FINISHED_BOOK_RULES, *COPY_RULES, *ARCHIVE_RULES, *WORK_RULES)
"""All of them. Nobody accepts one, or sets how grave it is: each is about what lies on this computer."""
