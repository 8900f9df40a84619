"""``.lsbook``: all that is kept in a story to be fast, or made for one run. Never trusted over the sources."""
