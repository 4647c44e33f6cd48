"""English: 14:30, never 2 p.m."""

TIME_FORMAT = "H:i"
