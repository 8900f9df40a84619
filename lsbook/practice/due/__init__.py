"""What is due for a child, in the order in which it matters."""
