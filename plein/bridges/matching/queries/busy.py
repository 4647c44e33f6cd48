"""How busy people are, and how often they were asked: so that the load is spread (MATCH-5)."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
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
    return _jobs(town_id, _open() | Q(state=Response.State.DONE, changed_at__gt=_recently()))


def rooms(town_id: UUID) -> dict[UUID, int]:
    """How many more matters they want now, of who chose a most; 0 is full."""
    chosen = Helper.objects.filter(town=town_id, at_once__isnull=False)
    most = dict(chosen.values_list("member", "at_once"))
    now = _jobs(town_id, _open()) if most else Counter()
    return {key: max(0, number - now[key]) for key, number in most.items() if number is not None}


def full(town_id: UUID) -> set[UUID]:
    """Who helps as many people as they chose."""
    return {key for key, room in rooms(town_id).items() if not room}


def _recently() -> datetime:
    return timezone.now() - RECENT


def _open() -> Q:
    """Agreed and not done: lately, or help that goes on. What nobody ever closed is let go."""
    return Q(state=Response.State.CHOSEN) & (Q(changed_at__gt=_recently()) | Q(post__again=True))


def _jobs(town_id: UUID, which: Q) -> Counter[UUID]:
    jobs = Response.objects.filter(which, town=town_id)
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
    """Who of these is here, was met by somebody, is not on a break, has not as many matters as they
    chose and wants to be asked at all."""
    here = Member.objects.filter(
        town=town_id,
        pk__in=list(members),
        state=Member.State.ACTIVE,
        greeted_at__isnull=False,
    )
    free = set(here.exclude(pk__in=never(town_id)).values_list("pk", flat=True))
    return free - full(town_id) if free else free


def never(town_id: UUID) -> "QuerySet[Any, Any]":
    """Keys of who chose not to be asked."""
    return Helper.objects.filter(town=town_id, weekly=0).values("member")


def may_be_asked(town_id: UUID, members: Iterable[UUID]) -> set[UUID]:
    """Who of these is open to questions and has room this week."""
    keys = open_to_questions(town_id, members)
    room, asked = weekly(town_id, keys), asked_this_week(town_id, keys)
    return {key for key in keys if asked.get(key, 0) < room[key]}
