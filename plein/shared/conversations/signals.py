"""Told after commit, to whoever wants to hurry."""

from django.dispatch import Signal

message_said = Signal()
"""Sent with `message`."""
