"""The soft echo: an organiser says "came" or "not yet", and who gave the slip hears only that."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.bridges.referrals.models import Referral, digest_of
from plein.foundation.accounts import limits
from plein.foundation.communities.models import Community
from plein.shared.notifications.actions import notify


class WrongCode(Exception):
    """No slip of this town has this code, or it was erased."""


def find(code: str, *, community: Community, visitor: str) -> Referral:
    """Whose code it is. Raises `WrongCode`, and `limits.TooOften` after too many tries."""
    limits.count("referral.ip", visitor)
    digest = digest_of(community.town_id, code)
    limits.count("referral.code", digest)
    found = Referral.objects.in_town(community.town_id).standing().filter(digest=digest).first()
    if found is None:
        raise WrongCode
    return found


@transaction.atomic
def answer(referral: Referral, echo: str) -> None:
    """The same twice says it once; another answer takes the place of the first.

    Who said it and when is kept nowhere, also not in the audit.
    """
    # Lock the slip, or a double tap would tell it twice.
    kept = Referral.objects.select_for_update(of=("self",)).get(
        town=referral.town_id, pk=referral.pk
    )
    if kept.echo == echo:
        return
    kept.echo = echo
    kept.save(update_fields=["echo"])
    notify(
        kept.by,
        key="referrals.echo",
        url="/verwijzen/",
        subject=_("There is an answer to a slip of yours"),
        text=_("Look at your slips to see which one."),
        once=f"referrals.echo:{kept.pk}:{echo}",
    )
