"""What changes: asking for a file, making it, fetching it, and keeping one new every month."""

from plein.bridges.publications.actions.making import clear_old, make_for, make_order
from plein.bridges.publications.actions.ordering import order, order_again, take
from plein.bridges.publications.actions.reading import (
    TooManyReaders,
    add_reader,
    confirm_reader,
    drop_reader,
    forget_unanswered,
    tell_readers,
)
from plein.bridges.publications.actions.standing import (
    TooMany,
    keep_standing,
    renew,
    renew_due,
    stop,
)

__all__ = [
    "TooMany",
    "TooManyReaders",
    "add_reader",
    "clear_old",
    "confirm_reader",
    "drop_reader",
    "forget_unanswered",
    "keep_standing",
    "make_for",
    "make_order",
    "order",
    "order_again",
    "renew",
    "renew_due",
    "stop",
    "take",
    "tell_readers",
]
