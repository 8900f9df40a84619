"""Asking people who remember the child: a page with questions, and what they answer."""
