"""Which children are, or have been, engaged, and what they say: over a whole caseload, at any one time."""
