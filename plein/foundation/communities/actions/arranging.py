"""Arranging a place: what it shows, how it is called, what it looks like."""

from django.db import transaction

from plein.foundation.communities import tree
from plein.foundation.communities.models import Community
from plein.foundation.communities.sizes import ENOUGH


@transaction.atomic
def note_filled(community: Community, house: str, count: int) -> None:
    """Remember whether a house has enough behind it; only a change wakes the caches."""
    count = min(count, ENOUGH)
    fresh = Community.objects.select_for_update(of=("self",)).get(
        town=community.town_id, pk=community.pk
    )
    if fresh.filled.get(house, 0) == count:
        return
    fresh.filled = fresh.filled | {house: count}
    fresh.save(update_fields=["filled"])
    tree.changed(community.town_id)
