"""The personal link of an organiser: it opens one slip, and can only say "came" or "not yet"."""

from uuid import UUID

from django.core import signing
from django.urls import reverse

from plein.bridges.referrals.models import Referral
from plein.foundation.communities.models import Community

SALT = "referrals.echo"


def echo_path(referral: Referral) -> str:
    return reverse("referrals:echo", args=[signing.dumps(referral.pk.hex, salt=SALT)])


def referral_of(key: str, community: Community) -> Referral | None:
    """Of the town of this page only; None when it was erased."""
    try:
        pk = UUID(signing.loads(key, salt=SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Referral.objects.in_town(community.town_id).standing().filter(pk=pk).first()
