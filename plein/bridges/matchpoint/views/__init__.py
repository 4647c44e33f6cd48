"""Pages at the screen, and pages for hosts."""
