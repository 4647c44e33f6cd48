"""Keys of rows: UUID version 7 (RFC 9562), which sort by the time they were made."""

from uuid import UUID

from uuid_utils.compat import uuid7 as _uuid7


def uuid7() -> UUID:
    """A new key. A standard library UUID, so that Django and psycopg know it."""
    return _uuid7()
