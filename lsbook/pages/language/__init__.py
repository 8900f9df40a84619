"""The book's own words, dates and numbers in its language."""
