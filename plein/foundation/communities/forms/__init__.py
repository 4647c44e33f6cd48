"""What people type: cleaned here, saved by actions."""
