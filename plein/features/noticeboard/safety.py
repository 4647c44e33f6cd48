"""Who is called when something happened, and within how long somebody must be heard (HELP-16).

Named people hear it at once. When none of them can be reached by a message of ours, the managers
hear it as well: a row on the day start alone is no call the same day. Somebody who told something
is heard within one waking hour, weekends and closing days included, or it climbs.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from plein.features.noticeboard import promise
from plein.features.noticeboard.models import AnswerRules, HeardInTime, OnClock
from plein.features.noticeboard.waking import Waking
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import RIGHTS
from plein.shared.notifications.channels import way_to
from plein.shared.notifications.models import Notification

Step = HeardInTime.Step
WITHIN = {Step.TOLD: 1, Step.OPENED: 2}
"""After so many waking hours at this step the next one is taken."""
EVERY_DAY = 0b1111111
SETTLED_WITHIN = 2
"""Waking days after the first talk: then the people by name are asked how it stands."""

Apart = Collection[UUID | None]


def safety_people(community: Community, apart: Apart = frozenset()) -> list[OnClock]:
    """Who is called today when something happened: who was named for it and is there.

    Nobody has a say in their own case: members in `apart` are left out. When fewer than two can be
    told, who watches the clock helps, and then the last resort.
    """
    apart, today = set(apart) - {None}, timezone.localdate()
    named = promise.on_clock(community, for_safety=True)
    found = [row for row in named if not promise.is_away(row, today)]
    found = [row for row in found if row.member_id not in apart]
    if _told(found) >= promise.NAMED:
        return found
    watched = promise.watch(community)
    there = [row for row in watched.last_resorts if row.pk in watched.there]
    for more in (watched.present, there):
        known = apart | {row.member_id for row in found if row.member_id}
        found += [row for row in more if row.member_id not in known]
        if _told(found) >= promise.NAMED:
            break
    return found


def _told(rows: list[OnClock]) -> int:
    """How many of these hear from us by themselves; others we only know the number of."""
    return len({row.member_id for row in rows if row.member_id})


def may_hear(community: Community, apart: Apart = frozenset()) -> set[UUID]:
    """Who may read such a case: also who was named for it and is away today."""
    rows = promise.on_clock(community, for_safety=True) + safety_people(community, apart)
    return {row.member_id for row in rows if row.member_id} - set(apart)


def managers(community: Community, apart: Apart = frozenset()) -> list[Member]:
    """Who gives people their tasks here: the next ones when the people by name do not act."""
    where = {community.pk} | community.tree.above(community)
    roles = Role.objects.filter(town=community.town_id, role__in=RIGHTS["role.give"])
    people = Member.objects.filter(
        town=community.town_id,
        state=Member.State.ACTIVE,
        pk__in=roles.filter(community__in=where).counting().values("member"),
    ).exclude(pk__in={pk for pk in apart if pk})
    return list(people.select_related("account", "home").order_by("pk"))


def reached(member: Member) -> bool:
    """Whether a message of ours gets to this member today, and they can open what it is about."""
    ways = (Notification.Way.MAIL, Notification.Way.TEXT)
    return bool(member.account) and way_to(member, now=True) in ways


def members_told(
    community: Community, apart: Apart = frozenset(), *, step: int = Step.TOLD
) -> list[Member]:
    """Who hears it on the site: the people by name; managers too when it climbed, or when none of
    the people by name is reached."""
    apart = set(apart) - {None}
    named = {row.member.pk: row.member for row in safety_people(community, apart) if row.member}
    if step > Step.TOLD or not any(reached(member) for member in named.values()):
        named |= {member.pk: member for member in managers(community, apart)}
    return list(named.values())


def hours(rules: AnswerRules) -> Waking:
    """Nights do not count here; weekends and closing days do: something happened, so we call."""
    zone = timezone.get_current_timezone()
    return Waking(rules.wakes_at, rules.sleeps_at, EVERY_DAY, (), zone)


def after(community: Community, start: datetime, number: float) -> datetime:
    """So many real hours later in which somebody is awake."""
    waking = hours(promise.rules_of(community))
    return waking.after(start, number * 24 / (waking.sleeps - waking.wakes))


def due_after(step: int, community: Community, now: datetime) -> datetime:
    """When the next step is taken; after the last one, each next morning, until it is heard."""
    if step in WITHIN:
        return after(community, now, WITHIN[Step(step)])
    waking = hours(promise.rules_of(community))
    return after(community, now, waking.sleeps - waking.wakes)


def settled_by(community: Community, now: datetime) -> datetime:
    """When somebody who was heard should know how it ended."""
    waking = hours(promise.rules_of(community))
    return after(community, now, SETTLED_WITHIN * (waking.sleeps - waking.wakes))
