"""lsbook makes life story books: a folder of text files becomes a private, age-right HTML book."""

__version__ = "0.1.0"
