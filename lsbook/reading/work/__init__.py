"""The files of ``work/`` -> what was done around the book, or every problem at once. ``build`` reads none of them."""
