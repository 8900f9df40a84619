"""The processes in which media are opened, each under a lock of its own."""
