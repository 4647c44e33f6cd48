"""Pages of activities: a view fetches through access, calls one action, and answers."""
