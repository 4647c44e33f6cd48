"""Why a message is not delivered."""


class RefusedForGood(Exception):
    """The other side says no, and will say no again."""


class NotReachable(Exception):
    """The other side does not answer at all; that is nothing about this message."""
