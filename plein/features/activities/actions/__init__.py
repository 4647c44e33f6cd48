"""What people do with activities: make them, change and cancel dates, come, wait, stay away."""
