"""Somebody leaves: their own activities end, their seats go to who waits."""

from uuid import UUID

from django.utils import timezone

from plein.features.activities.actions import enrolling, planning
from plein.features.activities.models import Activity, Registration
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import erase_picture


def forget(member: Member) -> None:
    """What a resident made is cancelled and its words erased; of an organisation it stays."""
    mine = Registration.objects.filter(town=member.town_id, member=member)
    for registration in mine.standing().complete():
        enrolling.leave(registration, by=member)
    mine.update(member=None, name="…", mail="", phone="", answers=[], forgotten_at=timezone.now())
    own = Activity.objects.filter(town=member.town_id, author=member, organisation=None)
    for activity in own.complete():
        planning.cancel(activity, by=member)
        _erase(activity, member)


def let_know(organisation_id: UUID) -> None:
    rows = Activity.objects.filter(organisation=organisation_id)
    jobs.changed_many("activities.activity", rows.values_list("pk", flat=True))


def _erase(activity: Activity, member: Member) -> None:
    picture = activity.picture
    others = Activity.objects.filter(town=activity.town_id, picture=picture).exclude(pk=activity.pk)
    shared = picture is not None and others.exists()
    activity.title, activity.text, activity.cancelled_words = "…", "", ""
    activity.place = activity.street = activity.postcode = ""
    activity.lat = activity.lon = activity.picture = None
    activity.hidden_at = timezone.now()
    activity.save(
        update_fields=[
            "title", "text", "cancelled_words", "place", "street", "postcode", "lat", "lon",
            "picture", "hidden_at",
        ]
    )  # fmt: skip
    if picture and not shared:
        erase_picture(picture, by=member)
    jobs.changed("activities.activity", activity.pk)
