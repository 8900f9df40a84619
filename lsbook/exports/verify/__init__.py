"""Whether a copy is still what was handed over: folders, zips and archives, read again to the last byte."""
