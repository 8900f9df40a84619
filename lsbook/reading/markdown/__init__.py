"""Markdown as workers write it: typed prose, ``:::`` blocks, and what stands behind their names."""
