"""What people see: pages of the board."""
