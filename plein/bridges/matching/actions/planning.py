"""The nightly plan: who could be asked for what, so that everybody is served and nobody is loaded.

A min-cost flow with a rising price of load (DESIGN 5): the first job of somebody is cheap, each
next one dearer. It is a proposal on the connectors' page; nobody hears of it by itself.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from plein.bridges.matching.models import Planned, Suggestion
from plein.bridges.matching.queries import busy
from plein.features.noticeboard.models import Post
from plein.foundation.communities.models import Member

MOST = 5000


@transaction.atomic
def plan(town_id: UUID) -> int:
    """Last night's plan goes, this night's comes. Says for how many asks there is somebody."""
    from plein.bridges.matching.engine.plan import assign

    rows = list(_possible(town_id)[:MOST])
    loads = busy.loads(town_id)
    chosen = assign(
        [(str(row.ask_id), str(row.helper_id), row.score) for row in rows],
        {str(key): count for key, count in loads.items()},
        {str(key): room for key, room in busy.rooms(town_id).items()},
    )
    by_pair = {(str(row.ask_id), str(row.helper_id)): row for row in rows}
    Planned.objects.filter(town=town_id).delete()
    made = [_planned(by_pair[pair]) for pair in chosen]
    Planned.objects.bulk_create(made)
    return len(made)


def _possible(town_id: UUID) -> "QuerySet[Suggestion]":
    asks = Post.objects.filter(town=town_id, kind=Post.Kind.ASK, clocks__due_at__isnull=False)
    return Suggestion.objects.filter(
        town=town_id,
        near=False,
        ask__in=asks.open().not_hidden(),
        helper__state=Member.State.ACTIVE,
        helper__greeted_at__isnull=False,
    ).order_by("-score", "pk")


def _planned(row: Suggestion) -> Planned:
    return Planned(town_id=row.town_id, ask_id=row.ask_id, helper_id=row.helper_id, score=row.score)
