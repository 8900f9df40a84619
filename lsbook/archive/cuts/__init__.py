"""Cuts in sources: entries, blocks, pictures and remarks, with every other byte as it was."""
