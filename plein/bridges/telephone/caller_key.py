"""Who calls stays known to the one who answers, for as long as a call takes; no number in an
address, and nobody else can open it."""

from uuid import UUID

from django.core import signing

from plein.foundation.communities.models import Member

SALT = "telephone.caller"
A_CALL = 30 * 60
"""Seconds."""


def made(caller: Member, *, by: Member) -> str:
    return signing.dumps([caller.pk.hex, by.pk.hex], salt=SALT)


def read(key: str, *, by: Member) -> UUID | None:
    """The caller; None when it is too old, was made up, or is of another."""
    try:
        caller, answering = signing.loads(key, salt=SALT, max_age=A_CALL)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return UUID(caller) if answering == by.pk.hex else None
