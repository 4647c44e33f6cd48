"""The key in somebody's personal link: it opens one registration, and nothing else."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from plein.features.activities.models import Registration

SALT = "activities.registration"


def key_of(registration: Registration) -> str:
    return signing.Signer(salt=SALT).sign(registration.pk.hex)


def read_key(key: str) -> UUID | None:
    """Which registration; None when the key is not ours."""
    try:
        return UUID(signing.Signer(salt=SALT).unsign(key))
    except (signing.BadSignature, ValueError):
        return None


def personal_path(registration: Registration) -> str:
    return reverse("activities:mine-one", args=[key_of(registration)])
