"""Real processes that are killed while they work, on a database of their own."""
