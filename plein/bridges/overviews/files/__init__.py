"""An overview to take along: the same things as a stranger reads on the screen, in five forms."""
