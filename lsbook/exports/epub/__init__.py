"""A finished book as an EPUB 3."""
