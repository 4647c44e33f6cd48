"""Whose turn it is to be asked for an ask."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from plein.bridges.matching.models import Feedback, Helper, Invitation, Suggestion
from plein.bridges.matching.queries import busy
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_ids

MONTH = timedelta(days=30)
LOOKED_AT = 50
ONE_IN = 5


def next_for(ask: Post, room: int) -> list[Suggestion]:
    """The best who may be asked now, at most `room`. One place in five is kept for somebody who
    was not asked for a month: which place that is follows from the ask's key, so it is no choice.
    """
    if room < 1:
        return []
    found = list(_candidates(ask).order_by("-score", "helper")[:LOOKED_AT])
    free = busy.may_be_asked(ask.town_id, [row.helper_id for row in found])
    found = [row for row in found if row.helper_id in free and reaches(ask, row)]
    picked = found[:room]
    place = ask.pk.int % ONE_IN
    if place < room:
        rested = _rested(ask.town_id, [row.helper_id for row in found])
        fresh = next((row for row in found if row.helper_id in rested), None)
        if fresh and fresh not in picked:
            picked[min(place, len(picked) - 1)] = fresh
    return picked


def _candidates(ask: Post) -> "QuerySet[Suggestion]":
    town = ask.town_id
    return (
        Suggestion.objects.filter(town=town, ask=ask, near=False)
        .exclude(helper=ask.author_id)
        .exclude(helper__in=blocked_ids(ask.author))
        .exclude(helper__in=Invitation.objects.filter(town=town, ask=ask).values("to"))
        .exclude(helper__in=Feedback.objects.filter(town=town, ask=ask).values("helper"))
        .exclude(helper__in=Response.objects.filter(town=town, post=ask).values("author"))
        .select_related("helper", "offer")
    )


def somebody_is_left() -> Exists:
    """Whether an ask (the outer row) has somebody to ask: fits, not asked yet, has room this week.

    Near enough to keep no place in the row for nothing; `next_for` decides.
    """
    town, ask, helper = OuterRef("town"), OuterRef("ask"), OuterRef("helper")
    asked = Invitation.objects.filter(town=town, ask=ask, to=helper)
    said = Feedback.objects.filter(town=town, ask=ask, helper=helper)
    answered = Response.objects.filter(town=town, post=ask, author=helper)
    fits = Suggestion.objects.filter(town=town, ask=OuterRef("pk"), near=False)
    fits = fits.filter(helper__state=Member.State.ACTIVE, helper__greeted_at__isnull=False)
    return Exists(fits.exclude(_no_room()).filter(~Exists(asked), ~Exists(said), ~Exists(answered)))


def _no_room() -> Q:
    """Asked this week, by who did not choose for twice; or chose never to be asked."""
    town, helper = OuterRef("town"), OuterRef("helper")
    week = Invitation.objects.filter(town=town, to=helper, sent_at__gt=timezone.now() - busy.WEEK)
    chosen = Helper.objects.filter(town=town, member=helper)
    never, twice = chosen.filter(weekly=0), chosen.filter(weekly=2)
    return Q(Exists(never)) | (Q(Exists(week)) & ~Q(Exists(twice)))


def reaches(ask: Post, row: Suggestion) -> bool:
    """What stays in one part of the town is asked of people who live there."""
    if ask.reach != Post.Reach.HERE:
        return True
    tree = ask.community.tree
    return row.helper.home_id in tree.below(tree.all[ask.community_id])


def _rested(town_id: UUID, members: list[UUID]) -> set[UUID]:
    """Who of these was not asked for a month."""
    since = timezone.now() - MONTH
    asked = Invitation.objects.filter(town=town_id, to__in=members, sent_at__gt=since)
    return set(members) - set(asked.values_list("to", flat=True))


def asked_often(most: int, *, since: datetime, at_once: int) -> "QuerySet[Any, Any]":
    """Keys of asks for which enough people were asked, now or in all."""
    counted = Invitation.objects.values("ask").annotate(
        all=Count("pk"), now=Count("pk", filter=Q(made_at__gt=since))
    )
    return counted.filter(Q(all__gte=most) | Q(now__gte=at_once)).values("ask")
