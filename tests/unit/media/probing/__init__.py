"""A process that opens media, as if a file had taken it over: it tries all that such a file could want."""
