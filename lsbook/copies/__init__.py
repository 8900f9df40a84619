"""Copies of a book: what has to be agreed before one leaves, who has it, and what became of it."""
