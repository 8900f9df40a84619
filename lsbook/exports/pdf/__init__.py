"""A finished book as a PDF, printed by a browser that nobody sees."""
