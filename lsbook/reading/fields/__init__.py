"""What may stand in each kind of entry: one table a kind, from which entries are read and explained."""
