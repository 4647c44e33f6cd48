"""What people may type: forms clean, and never save."""
