"""What books held when they were made and handed over, and what has changed since."""
