"""Finished books as files to give away."""
