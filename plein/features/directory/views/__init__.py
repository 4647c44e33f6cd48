"""Pages of the social map."""
