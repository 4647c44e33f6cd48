"""Keys in our mails: each opens one page for one purpose without signing in, and ends."""

from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.urls import reverse

from plein.features.directory.models import Claim, Contact, Invitation
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Community

CONFIRM, CLAIM, INVITE = "directory.confirm", "directory.claim", "directory.invite"
LIVES = {CONFIRM: 60 * 60 * 24 * 120, CLAIM: 60 * 60 * 24 * 7, INVITE: 60 * 60 * 24 * 120}
"""Seconds; a volunteer board meets once in two months."""


class Read(NamedTuple):
    about: UUID
    stamp: str
    """What was true when it was made; another one means that the key is used up."""


def write_key(salt: str, about: UUID, stamp: str) -> str:
    return signing.dumps([about.hex, stamp], salt=salt)


def read_key(salt: str, key: str) -> Read | None:
    """None when it is not ours, for something else, or too old."""
    try:
        about, stamp = signing.loads(key, salt=salt, max_age=LIVES[salt])
        return Read(UUID(about), str(stamp))
    except (signing.BadSignature, ValueError, TypeError):
        return None


def confirm_url(contact: Contact, place: Community) -> str:
    key = write_key(CONFIRM, contact.pk, contact.mail)
    return absolute(place, reverse("directory:confirm", args=[key]))


def claim_url(claim: Claim, place: Community) -> str:
    key = write_key(CLAIM, claim.pk, claim.mail)
    return absolute(place, reverse("directory:claim-by-mail", args=[key]))


def invite_url(invitation: Invitation, place: Community) -> str:
    mail = invitation.contact.mail if invitation.contact else ""
    key = write_key(INVITE, invitation.pk, mail)
    return absolute(place, reverse("directory:invited", args=[key]))
