"""Folder -> Story, or every problem at once, each with its file and line."""

from __future__ import annotations

from lsbook.reading.policy import PolicyFile, find_policy, read_policy
from lsbook.reading.story import read

__all__ = ["PolicyFile", "find_policy", "read", "read_policy"]
