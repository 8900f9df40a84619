"""Run by hand: ``python -m tests.fuzz MINUTES``. What it finds becomes a test elsewhere."""
