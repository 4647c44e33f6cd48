"""Asking for a file, and fetching it."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from plein.bridges.overviews.filters import LONGEST
from plein.bridges.publications.models import MOST_TAKEN, Order, Standing
from plein.foundation import jobs
from plein.foundation.accounts import limits
from plein.foundation.communities.models import Community


def order(
    community: Community, house: str, query: str, shape: str, *, by: str, thing: UUID | None = None
) -> Order:
    """Ask for a file. `by` is whom to count: a network address. Raises `limits.TooOften`."""
    limits.count("paper.ip", by)
    with transaction.atomic():
        made = Order.objects.create(
            town_id=community.town_id,
            community=community,
            house=house,
            query=query[:LONGEST],
            shape=shape,
            thing=thing,
        )
        jobs.later("publications.make", made.pk)
    return made


def order_again(standing: Standing, *, by: str) -> Order:
    """Something changed since it was made: make it anew now, for all who come after as well."""
    with transaction.atomic():
        made = order(
            standing.community.tree.all[standing.community_id],
            standing.house,
            standing.query,
            standing.shape,
            by=by,
            thing=standing.thing,
        )
        jobs.later("publications.renew", standing.pk)
    return made


def take(wanted: Order) -> bool:
    """Count one fetch; False when it was fetched often enough."""
    mine = Order.objects.filter(pk=wanted.pk, taken__lt=MOST_TAKEN)
    return bool(mine.update(taken=F("taken") + 1))
