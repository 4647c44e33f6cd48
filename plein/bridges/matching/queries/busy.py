"""How busy people are, and how often they were asked: so that the load is spread (MATCH-5)."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from plein.bridges.matching.models import Helper, Invitation
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Member

RECENT = timedelta(days=30)
WEEK = timedelta(days=7)
USUAL = 1
"""Questions a week for who never chose a number."""


def loads(town_id: UUID) -> Counter[UUID]:
    """Open and recent jobs of every helper of a town; who has none is not in it."""
    since = timezone.now() - RECENT
    states = (Response.State.CHOSEN, Response.State.DONE)
    jobs = Response.objects.filter(town=town_id, state__in=states, changed_at__gt=since)
    counted: Counter[UUID] = Counter()
    for kind, helper in ((Post.Kind.ASK, "author"), (Post.Kind.OFFER, "post__author")):
        rows = jobs.filter(post__kind=kind).values_list(helper).annotate(Count("pk"))
        counted.update(dict(rows.order_by()))
    return counted


def last_asked(town_id: UUID) -> dict[UUID, int]:
    """Days since somebody was last invited; who never was is not in it."""
    now = timezone.now()
    sent = Invitation.objects.filter(town=town_id, sent_at__isnull=False)
    rows = sent.values_list("to").annotate(Max("sent_at")).order_by()
    return {to: (now - sent_at).days for to, sent_at in rows if sent_at}


def weekly(town_id: UUID, members: Iterable[UUID]) -> dict[UUID, int]:
    """How often each of these people wants to be asked in a week."""
    keys = list(members)
    chosen = Helper.objects.filter(town=town_id, member__in=keys)
    return dict.fromkeys(keys, USUAL) | dict(chosen.values_list("member", "weekly"))


def asked_this_week(town_id: UUID, members: Iterable[UUID]) -> dict[UUID, int]:
    since = timezone.now() - WEEK
    sent = Invitation.objects.filter(town=town_id, to__in=list(members), sent_at__gt=since)
    return dict(sent.values_list("to").annotate(Count("pk")).order_by())


def open_to_questions(town_id: UUID, members: Iterable[UUID]) -> set[UUID]:
    """Who of these is here, was met by somebody, is not on a break and wants to be asked at all."""
    here = Member.objects.filter(
        town=town_id,
        pk__in=list(members),
        state=Member.State.ACTIVE,
        greeted_at__isnull=False,
    )
    return set(here.exclude(pk__in=never(town_id)).values_list("pk", flat=True))


def never(town_id: UUID) -> "QuerySet[Any, Any]":
    """Keys of who chose not to be asked."""
    return Helper.objects.filter(town=town_id, weekly=0).values("member")


def may_be_asked(town_id: UUID, members: Iterable[UUID]) -> set[UUID]:
    """Who of these is open to questions and has room this week."""
    keys = open_to_questions(town_id, members)
    room, asked = weekly(town_id, keys), asked_this_week(town_id, keys)
    return {key for key in keys if asked.get(key, 0) < room[key]}
