"""The picture book of the youngest: spreads to turn, an end, and a quiet door to the pages for the grown-up."""
