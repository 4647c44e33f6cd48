"""What happened to people here. Sent after the transaction, with `member`."""

from django.dispatch import Signal

member_joined = Signal()
member_greeted = Signal()
# Sent inside the transaction, with `town`, so that every app gives it what it begins with.
town_founded = Signal()
# Sent inside the transaction, so that every app forgets its part of a person at once.
member_leaves = Signal()
# Sent inside the transaction, with `member`: died or moved; a person tells the others.
member_gone = Signal()
# Sent inside the transaction, with `blocker` and `blocked`: nothing more goes between them.
members_parted = Signal()
