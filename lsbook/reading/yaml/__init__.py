"""YAML as workers write it: a tree that knows its lines, and entries that are read key by key."""
