"""What people see: overviews, files, the desk, and the words of a place."""
