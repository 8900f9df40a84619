"""Sessions: writing one down in two minutes, and getting ready for the next."""
