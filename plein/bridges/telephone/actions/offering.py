"""Whether every page may offer a call: known beforehand, so that no page asks for it."""

from uuid import UUID

from django.db.models import Q

from plein.bridges.telephone.hours import hours_of
from plein.foundation.communities.actions import note_filled
from plein.foundation.communities.models import Community
from plein.foundation.communities.sizes import NO_CALLS


def note_who_answers(town_id: UUID | None = None) -> None:
    """Of all sites, or of one town: where nobody is there, no page offers to call back."""
    where = Q(town=town_id) if town_id else Q()
    for site in Community.objects.filter(where).exclude(host=None).iterator():
        note_filled(site, NO_CALLS, int(not hours_of(site).answers))
