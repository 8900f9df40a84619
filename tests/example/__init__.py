"""The example child's pictures."""
