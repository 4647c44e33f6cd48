"""What professionals and managers type."""
