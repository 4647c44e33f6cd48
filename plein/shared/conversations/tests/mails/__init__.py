"""Answers as mail programs send them, written by ourselves. Each: what came in, what was meant."""
