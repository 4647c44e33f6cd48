"""Finding by words: what a text is found by, the index that keeps it, and the list of words."""
