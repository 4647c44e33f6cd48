"""Who calls with a slip stays known to this one host, for as long as a call takes."""

from uuid import UUID

from django.core import signing

from plein.foundation.communities.models import Member

SALT = "matchpoint.phone"
A_CALL = 30 * 60
"""Seconds."""


def made(caller: Member, *, by: Member) -> str:
    return signing.dumps([caller.pk.hex, by.pk.hex], salt=SALT)


def read(key: str, *, by: Member) -> UUID | None:
    """The caller; None when it is too old, was made up, or is of another host."""
    try:
        caller, host = signing.loads(key, salt=SALT, max_age=A_CALL)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return UUID(caller) if host == by.pk.hex else None
