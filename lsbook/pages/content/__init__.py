"""Pages by what they tell: one module for each kind."""
