"""What happened to people here. Sent after the transaction, with `member`."""

from django.dispatch import Signal

member_joined = Signal()
member_greeted = Signal()
# Sent inside the transaction, so that every app forgets its part of a person at once.
member_leaves = Signal()
