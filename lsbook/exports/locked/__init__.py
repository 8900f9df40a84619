"""The locked book: an HTML book that opens by double-click and shows nothing before its passphrase.

The format is written down in FORMAT.md, so that it can be opened in thirty years without lsbook. The cipher is that of
the ``cryptography`` package here, and of the browser itself where the book is read.
"""
