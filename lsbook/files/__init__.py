"""Files on every disk: plain reading, lists of digests, locks, transfer to sticks, and what the system says."""
