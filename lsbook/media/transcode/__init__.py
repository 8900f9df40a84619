"""Media made anew, so that nothing of their origin is left."""
