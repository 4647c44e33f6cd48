"""What people type about organisations."""
