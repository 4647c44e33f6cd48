"""Making an activity, changing what it says, hiding it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.features.activities.access import may_make
from plein.features.activities.actions import planning
from plein.features.activities.models import Activity, ActivityTargetGroup
from plein.features.activities.queries import busiest, free_code
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.reach import usual as usual_reach
from plein.foundation.media import actions as media
from plein.foundation.media.actions import erase_picture, keep_picture
from plein.foundation.media.models import Picture
from plein.foundation.organisations.access import may_speak_for
from plein.foundation.organisations.models import Organisation
from plein.foundation.places.postcodes import point_of_postcode, points
from plein.foundation.taxonomy.models import TargetGroup


class MayNotMake(Exception):
    """Only people whom somebody has met, and organisations, make activities."""


class MoreComeAlready(Exception):
    """Fewer seats than people who come cannot be; `args[0]` is how many come."""


class IsOfAFeed(Exception):
    """What comes from a calendar elsewhere is changed there."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What an activity should say. `said` are fields of the model, cleaned by the form."""

    said: Mapping[str, Any]
    organisation: Organisation | None = None
    groups: Sequence[TargetGroup] = field(default=())
    community: Community
    reach: str = ""
    """Empty: as usual for this place, or for the organisation."""


@transaction.atomic
def publish(wanted: Wanted, *, by: Member) -> Activity:
    """Put it in the agenda or the showcase, in the name of `by` or of an organisation."""
    if by.town_id != wanted.community.town_id or not may_make(by):
        raise MayNotMake
    if wanted.organisation:
        if not may_speak_for(by, wanted.organisation):
            raise MayNotMake
    elif not by.is_greeted:
        raise MayNotMake
    activity = Activity(
        town_id=by.town_id,
        community=wanted.community,
        code=free_code(by.town_id),
        author=by,
        organisation=wanted.organisation,
        reach=wanted.reach or usual_reach((wanted.organisation or wanted).community),
        **wanted.said,
    )
    _find_point(activity)
    activity.save(force_insert=True)
    _set_groups(activity, wanted.groups)
    planning.plan_ahead(activity)
    record("activities.activity.published", on=activity, by=by, dated=activity.is_dated)
    jobs.changed("activities.activity", activity.pk)
    return activity


@transaction.atomic
def edit(activity: Activity, wanted: Wanted, *, by: Member) -> None:
    """Say it differently. Dates move along; who loses a date that way is told."""
    activity = locked(activity)
    if activity.is_imported:
        raise IsOfAFeed
    seats = wanted.said.get("seats")
    if seats is not None and (come := busiest(activity)) > seats:
        raise MoreComeAlready(come)
    plan = activity.plan
    for name, value in wanted.said.items():
        setattr(activity, name, value)
    activity.__dict__.pop("plan", None)
    activity.community = wanted.community
    activity.reach = wanted.reach or activity.reach
    _find_point(activity)
    activity.changed_at = timezone.now()
    activity.sequence += 1
    activity.save()
    _set_groups(activity, wanted.groups)
    planning.plan_ahead(activity, by=by)
    planning.spread_seats(activity)
    if activity.plan != plan:
        planning.tell_course(activity)
    record("activities.activity.edited", on=activity, by=by)
    jobs.changed("activities.activity", activity.pk)


@transaction.atomic
def add_picture(activity: Activity, file: BinaryIO, *, alt: str, by: Member) -> Picture:
    """Raises what `keep_picture` raises."""
    before = activity.picture
    activity.picture = keep_picture(file, town=activity.town_id, by=by, alt=alt)
    activity.save(update_fields=["picture"])
    if before and not _used_elsewhere(activity, before):
        erase_picture(before, by=by)
    record("activities.activity.pictured", on=activity, by=by)
    jobs.changed("activities.activity", activity.pk)
    return activity.picture


@transaction.atomic
def describe_picture(activity: Activity, alt: str, *, by: Member) -> None:
    """Other words for the photo it shows; the same photo with a copy says the same."""
    if activity.picture:
        media.describe_picture(activity.picture, alt, by=by)


@transaction.atomic
def take_picture_of(other: Activity, activity: Activity, *, by: Member) -> None:
    """A copy shows the same photo."""
    if other.picture_id:
        activity.picture = other.picture
        activity.save(update_fields=["picture"])
        record("activities.activity.pictured", on=activity, by=by)


@transaction.atomic
def hide(activity: Activity, *, by: Member) -> None:
    """Nobody but the organiser and connectors see it, until it is shown again."""
    _set_hidden(activity, hidden=True, by=by)


@transaction.atomic
def show(activity: Activity, *, by: Member) -> None:
    _set_hidden(activity, hidden=False, by=by)


def locked(activity: Activity) -> Activity:
    """Two people press at once: one after the other."""
    found: Activity = (
        Activity.objects.select_for_update(of=("self",))
        .complete()
        .get(town=activity.town_id, pk=activity.pk)
    )
    return found


def _set_hidden(activity: Activity, *, hidden: bool, by: Member) -> None:
    activity.hidden_at = timezone.now() if hidden else None
    activity.save(update_fields=["hidden_at"])
    key = "activities.activity.hidden" if hidden else "activities.activity.shown"
    record(key, on=activity, by=by)
    jobs.changed("activities.activity", activity.pk)


def _used_elsewhere(activity: Activity, picture: Picture) -> bool:
    others = Activity.objects.filter(town=activity.town_id, picture=picture)
    return others.exclude(pk=activity.pk).exists()


@transaction.atomic
def find_points(town_id: UUID) -> int:
    """The map of a town became better: activities with an address but no pin may have one now.

    All with an address may turn out to lie in another wijk.
    """
    placed = Activity.objects.filter(town=town_id, at_home=False).exclude(postcode="")
    rows = list(placed.filter(lat=None).select_for_update(of=("self",)).order_by("pk"))
    known = points(activity.postcode for activity in rows)
    found = [activity for activity in rows if activity.postcode in known]
    for activity in found:
        activity.lat, activity.lon = known[activity.postcode]
    Activity.objects.bulk_update(found, ["lat", "lon"], batch_size=200)
    jobs.changed_many("activities.activity", placed.order_by("pk").values_list("pk", flat=True))
    return len(found)


def _find_point(activity: Activity) -> None:
    """Of a public place only; a home is never a point."""
    activity.lat = activity.lon = None
    if activity.postcode and not activity.at_home:
        activity.lat, activity.lon = point_of_postcode(activity.postcode) or (None, None)


def _set_groups(activity: Activity, groups: Sequence[TargetGroup]) -> None:
    activity.groups.all().delete()
    ActivityTargetGroup.objects.bulk_create(
        ActivityTargetGroup(town_id=activity.town_id, activity=activity, group=group)
        for group in groups
    )
