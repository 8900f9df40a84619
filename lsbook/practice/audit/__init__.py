"""Looking at the quality of books: which to look at, a blank form for each, and what was found, added up."""
