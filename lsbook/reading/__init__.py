"""Folder -> Story, or every problem at once, each with its file and line."""

from __future__ import annotations

from lsbook.reading.dates import KINDS, NotADateError, read_one_date
from lsbook.reading.lines import with_lines
from lsbook.reading.policy import PolicyFile, find_policy, read_policy
from lsbook.reading.story.folder import FOLDERS, MEMORY
from lsbook.reading.story.story import read

__all__ = [
    "FOLDERS",
    "KINDS",
    "MEMORY",
    "NotADateError",
    "PolicyFile",
    "find_policy",
    "read",
    "read_one_date",
    "read_policy",
    "with_lines",
]
