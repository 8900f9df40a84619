"""A letter by itself: on paper, or as a Word file that its writer still changes."""
