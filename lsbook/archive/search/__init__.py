"""Names looked for in every file and every encoding."""
