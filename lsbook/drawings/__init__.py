"""Drawings made from the Book: laid out as values, checked as values, then written as SVG with a list beside it."""
