"""Folder -> Story, or every problem at once, each with its file and line."""

from __future__ import annotations

from lsbook.reading.consequences import drop_consequences, drop_repetitions
from lsbook.reading.dates import DATE_FORMATS, InvalidDateError, read_english_date
from lsbook.reading.load_policy import load_policy
from lsbook.reading.memory import ReadMemory
from lsbook.reading.news_topics import read_news_topics
from lsbook.reading.parsed import Parsed, raise_for_errors
from lsbook.reading.policy import PolicyFile, find_policy, read_policy
from lsbook.reading.quote_sources import quote_sources
from lsbook.reading.rules import READING_RULES
from lsbook.reading.story.file_names import FOLDERS
from lsbook.reading.story.story import read_story
from lsbook.reading.story.story_format import refuse_newer_format
from lsbook.reading.symbol_list import read_symbols
from lsbook.reading.word_list import read_word_list

__all__ = [
    "DATE_FORMATS",
    "FOLDERS",
    "READING_RULES",
    "InvalidDateError",
    "Parsed",
    "PolicyFile",
    "ReadMemory",
    "drop_consequences",
    "drop_repetitions",
    "find_policy",
    "load_policy",
    "quote_sources",
    "raise_for_errors",
    "read_english_date",
    "read_news_topics",
    "read_policy",
    "read_story",
    "read_symbols",
    "read_word_list",
    "refuse_newer_format",
]
