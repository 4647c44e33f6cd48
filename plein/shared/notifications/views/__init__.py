"""My news, how I hear it, and through whom."""
