"""The family tree: rows of people, unions as nodes between them, the home as a house around those who live in it."""
