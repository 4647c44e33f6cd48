"""What the figures say, told as it is: to who wants to help, and to who was not asked for long."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from uuid import UUID

from django.db.models import Count, Min, QuerySet
from django.utils import timezone

from plein.bridges.matching.models import Feature, Helper, Invitation, Suggestion
from plein.bridges.matching.queries import busy
from plein.bridges.matching.queries.busy import USUAL
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Community, Member
from plein.foundation.taxonomy.models import MemberTheme, Theme
from plein.shared.notifications.channels import way_to
from plein.shared.notifications.models import Notification

LOOKED_BACK = timedelta(days=120)
FEW = 5
"""With fewer helpers than this a figure would tell about one of them."""


@dataclass(frozen=True)
class Truth:
    """How it stands between asks and helpers here."""

    asks: int
    helpers: int
    weeks: int | None
    """How long helpers waited for their first question or answer, in weeks; None: we cannot say."""

    @property
    def many_helpers(self) -> bool:
        return self.helpers > self.asks


def truth_of(community: Community) -> Truth:
    live = Feature.objects.filter(town=community.town_id, live=True)
    if community.pk != community.town_id:
        live = live.filter(area__in=community.tree.below(community))
    asks = live.filter(kind=Feature.Kind.ASK).count()
    helpers = live.exclude(kind=Feature.Kind.ASK).values("owner").distinct().count()
    return Truth(asks, helpers, _weeks(community.town_id))


def _weeks(town_id: UUID) -> int | None:
    """From the day of an offer to its first answer, of the last four months: the middle one."""
    since = timezone.now() - LOOKED_BACK
    answered = (
        Response.objects.filter(town=town_id, post__kind=Post.Kind.OFFER, made_at__gt=since)
        .values("post")
        .annotate(first=Min("made_at"), began=Min("post__made_at"))
        .values_list("began", "first")
        .order_by("post")
    )
    waits = [(first - began).days / 7 for began, first in answered]
    return max(1, round(median(waits))) if len(waits) >= FEW else None


@dataclass(frozen=True)
class Known:
    """What we know of somebody who wants to help, and what would help us to find something."""

    weekly: int
    at_once: int | None
    """Matters at the same time; None: as many as fit."""
    full: bool
    """They have that many now."""
    paused: bool
    has_times: bool
    has_themes: bool
    has_words: bool
    how_far: str
    fitting: int
    """Open asks that fit now."""


def known_of(member: Member) -> Known:
    town = member.town_id
    chosen = Helper.objects.filter(town=town, member=member).first()
    fitting = Suggestion.objects.filter(
        town=town, helper=member, near=False, ask__closed_at=None, ask__hidden_at=None
    )
    return Known(
        weekly=chosen.weekly if chosen else USUAL,
        at_once=chosen.at_once if chosen else None,
        full=bool(chosen and chosen.at_once) and member.pk in busy.full(town),
        paused=member.state == Member.State.PAUSED,
        has_times=member.available > 0,
        has_themes=MemberTheme.objects.filter(town=town, member=member).exists(),
        has_words=bool(member.about.strip()),
        how_far=str(member.get_how_far_display()),
        fitting=fitting.filter(ask__expires_at__gt=timezone.now()).count(),
    )


def asks_in_my_themes(member: Member) -> list[tuple[Theme, int]]:
    """Per theme somebody chose: how many asks are open in town now."""
    town = member.town_id
    mine = MemberTheme.objects.filter(town=town, member=member).values("theme")
    open_asks = Post.objects.filter(town=town, kind=Post.Kind.ASK).open().not_hidden()
    counted = dict(open_asks.values_list("theme").annotate(Count("pk")).order_by())
    themes = Theme.objects.filter(town=town, pk__in=mine, stopped_at=None)
    return [(theme, counted.get(theme.pk, 0)) for theme in themes]


CALLED = 3
"""So many people a town tells in person at once: a call takes somebody's time."""
KEY = "matching.nobody_asked"


def forgotten(since: timedelta, again: timedelta, most: int = 500) -> "list[Member]":
    """People who want to be asked and heard nothing for `since`; told once per `again`.

    Of who has to be called only a few at once, so that no day is full of it.
    """
    found: list[Member] = []
    full: dict[UUID, set[UUID]] = {}
    calls = _still_to_call()
    for member in _heard_nothing(since, again).iterator(chunk_size=500):
        town = member.town_id
        if town not in full:
            full[town] = busy.full(town)
        if member.pk in full[town]:
            continue
        if way_to(member) == Notification.Way.PERSON:
            if calls[town] >= CALLED:
                continue
            calls[town] += 1
        found.append(member)
        if len(found) == most:
            break
    return found


def _still_to_call() -> Counter[UUID]:
    """What a town was asked to tell before and nobody told yet takes a place as well."""
    waiting = Notification.objects.filter(key=KEY).to_tell_in_person()
    return Counter(waiting.values_list("town", flat=True))


def _heard_nothing(since: timedelta, again: timedelta) -> "QuerySet[Member]":
    now = timezone.now()
    willing = Feature.objects.filter(live=True).exclude(kind=Feature.Kind.ASK)
    asked = Invitation.objects.filter(sent_at__gt=now - since)
    answered = Response.objects.filter(made_at__gt=now - since)
    told = Helper.objects.filter(heard_at__gt=now - again)
    never = Helper.objects.filter(weekly=0)
    members = Member.objects.filter(
        pk__in=willing.values("owner"),
        state=Member.State.ACTIVE,
        greeted_at__lt=now - since,
    )
    for rows, name in ((asked, "to"), (answered, "author"), (told, "member"), (never, "member")):
        members = members.exclude(pk__in=rows.values(name))
    return members.select_related("account", "home").order_by("pk")
