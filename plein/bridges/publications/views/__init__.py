"""Pages: choosing, fetching, and what is renewed every month."""
