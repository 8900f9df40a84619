"""A caseload as a whole: whether what is counted is whole, and a pretend one for training and tests."""
