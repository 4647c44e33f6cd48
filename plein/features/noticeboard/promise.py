"""The answer promise of a place: which rules count, who is on the clock, what counts as an answer.

What counts as a human answer stands here and nowhere else: a neighbour who began to talk with the
asker and did not step back, or somebody of the place who spoke with the asker. A suggestion, an
invitation, a mail that we sent by ourselves or a message on a voicemail is none.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import (
    AnswerRules,
    AskClock,
    Contact,
    OnClock,
    Post,
    Response,
)
from plein.features.noticeboard.waking import Waking
from plein.foundation.communities.models import Community
from plein.foundation.communities.queries import blocked_ids

Step = AskClock.Step
NAMED = 2
"""So many people by name watch the clock of a place, beside its last resort."""
TALKED_HOLDS = 96
"""After somebody of the place spoke with the asker, the clock looks again after so many hours."""

YES_WITHIN = timedelta(days=14)
"""So long an ask for somebody else waits for their yes; the code in the message lives longer."""

HOURS = {
    Step.INVITED: "invite_after",
    Step.CONNECTOR: "connector_after",
    Step.TEAM: "team_after",
    Step.MAP: "map_after",
    Step.LAST: "last_after",
}


def rules_of(community: Community) -> AnswerRules:
    """Of the nearest place upwards that has its own; else the usual ones, not saved."""
    keys = nearest_first(community)
    found = {
        rules.community_id: rules
        for rules in AnswerRules.objects.filter(town=community.town_id, community__in=keys)
    }
    for key in keys:
        if key in found:
            return found[key]
    return AnswerRules(town_id=community.town_id, community_id=community.town_id)


def nearest_first(community: Community) -> list[UUID]:
    """The place itself, its parent, and so on up to the town."""
    tree, keys = community.tree, [community.pk]
    parent = community.parent_id
    while parent:
        keys.append(parent)
        parent = tree.all[parent].parent_id
    return keys


def on_clock(community: Community, *, for_safety: bool = False) -> list[OnClock]:
    """Everybody by name of the nearest place upwards that has somebody; also who is away."""
    keys = nearest_first(community)
    rows = OnClock.objects.filter(town=community.town_id, community__in=keys, for_safety=for_safety)
    every = list(rows.select_related("member__account", "member__home").order_by("name"))
    for key in keys:
        if found := [row for row in every if row.community_id == key]:
            return found
    return []


@dataclass(frozen=True)
class Watch:
    """Whether a place can keep its promise, and who keeps it today."""

    rules: AnswerRules
    people: list[OnClock]
    last_resorts: list[OnClock]
    there: frozenset[UUID]

    @property
    def enough_named(self) -> bool:
        return len(self.people) >= NAMED and bool(self.last_resorts)

    @property
    def somebody_there(self) -> bool:
        return any(row.pk in self.there for row in self.people)

    @property
    def takes_asks(self) -> bool:
        """Two people by name and a last resort, not all away, and not closed for a while."""
        return self.enough_named and self.somebody_there and self.rules.closed_at is None

    @property
    def present(self) -> list[OnClock]:
        return [row for row in self.people if row.pk in self.there]


def watch(community: Community) -> Watch:
    every = on_clock(community)
    today = timezone.localdate()
    return Watch(
        rules=rules_of(community),
        people=[row for row in every if not row.last_resort],
        last_resorts=[row for row in every if row.last_resort],
        there=frozenset(row.pk for row in every if not is_away(row, today)),
    )


def is_away(row: OnClock, today: date) -> bool:
    if row.member and row.member.state != row.member.State.ACTIVE:
        return True
    begun = row.away_from is not None and row.away_from <= today
    return begun and (row.away_until is None or row.away_until >= today)


def waking(rules: AnswerRules) -> Waking:
    days = {date.fromisoformat(day) for day in rules.closing_days}
    return Waking(
        rules.wakes_at, rules.sleeps_at, rules.days, days, timezone.get_current_timezone()
    )


def is_awake(community: Community, moment: datetime) -> bool:
    """Whether this place may disturb people now, by the rules of its own clock."""
    return waking(rules_of(community)).is_awake(moment)


def due_of(step: int, clock: AskClock, rules: AnswerRules) -> datetime | None:
    """When the step after `step` is taken; None after the last one."""
    if step >= Step.LAST:
        return None
    hours = getattr(rules, HOURS[Step(step + 1)])
    return waking(rules).after(clock.began_at, hours)


def yes_is_late(post: Post, rules: AnswerRules, now: datetime) -> bool:
    """Whether a connector acts on an ask that waits for the yes of who it is for."""
    return waking(rules).after(post.made_at, rules.connector_after) <= now


def has_helper(post: Post) -> bool:
    """A neighbour talks with the asker and did not step back, agreed, or helped this time."""
    state = Response.State
    talking = Q(state=state.OPEN, conversation__isnull=False, conversation__closed_at=None)
    helped = Q(state=state.DONE, changed_at__gte=expiry.begin_of(post))
    helping = talking | Q(state=state.CHOSEN) | helped
    found = Response.objects.filter(helping, town=post.town_id, post=post)
    return found.exclude(author__in=blocked_ids(post.author)).exists()


def spoke_at(post: Post) -> datetime | None:
    """When somebody of the place last spoke with the asker."""
    reached = Contact.objects.filter(
        town=post.town_id, post=post, result=Contact.Result.REACHED
    ).order_by("-made_at")
    return reached.values_list("made_at", flat=True).first()


def is_answered(post: Post) -> bool:
    """A human answer, as the promise means it."""
    return has_helper(post) or spoke_at(post) is not None


@dataclass(frozen=True)
class Kept:
    """How well a place kept its promise; empty numbers when there are too few asks to tell."""

    asks: int
    share: int | None
    """Percent answered by a person within 48 plain hours."""
    median_hours: int | None


FEWEST = 10
PERIOD = timedelta(days=90)
WITHIN = timedelta(hours=48)


def kept(community: Community, now: datetime | None = None) -> Kept:
    """In plain hours, nights included: that is how somebody waits. Of asks at least 48 h old.

    Only asks that neighbours could answer count: none that is hidden (it waits for a yes, or was
    refused), and none without an answer that was closed before the first step of our clock.
    """
    now = now or timezone.now()
    asks = Post.objects.in_community(community).filter(
        kind=Post.Kind.ASK, hidden_at=None, made_at__gt=now - PERIOD, made_at__lte=now - WITHIN
    )
    every = asks.values_list("made_at", "first_answered_at", "closed_at")[:5000]
    rules = rules_of(community)
    first, hours = rules.invite_after, waking(rules)
    rows = [
        (made, answered)
        for made, answered, closed in every
        if answered or closed is None or closed >= hours.after(made, first)
    ]
    if len(rows) < FEWEST:
        return Kept(len(rows), None, None)
    waits = sorted(answered - made for made, answered in rows if answered)
    soon = sum(wait <= WITHIN for wait in waits)
    middle = len(rows) // 2  # who still waits counts as longest
    median = round(waits[middle].total_seconds() / 3600) if middle < len(waits) else None
    return Kept(len(rows), round(100 * soon / len(rows)), median)
