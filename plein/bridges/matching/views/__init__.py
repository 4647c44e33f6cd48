"""What people see of matching."""
