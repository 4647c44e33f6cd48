"""What the organiser does with the list: who came, a message to all, who was called."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from plein.features.activities import telling
from plein.features.activities.attendance import NAMES_KNOWN, on_the_list
from plein.features.activities.models import Activity, Attendance, Occurrence, Registration
from plein.features.activities.queries import registrations_of, to_call, where_they_are_off
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

LONGEST = 1000
AT_ONCE = 2000


@transaction.atomic
def note_who_came(occurrence: Occurrence, came: Collection[UUID], *, by: Member) -> int:
    """Only the organiser ever reads it; it is forgotten with the rest after some weeks."""
    listed = on_the_list(occurrence).values_list("pk", flat=True)
    noted = [
        Attendance(
            town_id=occurrence.town_id, registration_id=key, occurrence=occurrence, came=key in came
        )
        for key in listed
    ]
    Attendance.objects.bulk_create(
        noted,
        update_conflicts=True,
        update_fields=["came"],
        unique_fields=["town", "occurrence", "registration"],
    )
    number = sum(each.came for each in noted)
    record("activities.occurrence.attended", on=occurrence, by=by, came=number)
    return number


@transaction.atomic
def message_all(occurrence: Occurrence, words: str, *, by: Member, key: str) -> int:
    """The same words to everybody who comes or may come; how many were reached."""
    rows = registrations_of(occurrence).standing().complete().order_by("number")
    reached = [row for row in rows if not row.by_phone]
    for row in reached:
        telling.message_of_organiser(row, words[:LONGEST], by=by, key=key)
    record("activities.occurrence.told", on=occurrence, by=by, people=len(reached))
    return len(reached)


@transaction.atomic
def was_called(activity: Activity, pk: UUID, *, by: Member) -> None:
    """Somebody without mail heard by phone that it does not go on."""
    for row in to_call(activity):
        if row.pk == pk:
            row.told_at = timezone.now()
            row.save(update_fields=["told_at"])
            record("activities.registration.called", on=row, by=by)


def remind(day: date) -> None:
    """Who comes on that day and was not reminded yet. Who enrolled for all of a course hears it
    before the first time that they come.

    Where activities are off nobody is reminded: the page and the personal link are not there
    (SIMPLE-2). What still takes place there is the organiser's own to tell."""
    dates = Occurrence.objects.happening().filter(
        starts_at__date=day, activity__hidden_at=None, activity__cancelled_at=None
    )
    dates = dates.exclude(activity__community__in=where_they_are_off())
    due = Q(occurrence__in=dates) | Q(
        occurrence__day=None,
        occurrence__state=Occurrence.State.PLANNED,
        occurrence__activity__in=dates.values("activity"),
    )
    rows = Registration.objects.coming().filter(due, reminded_at=None).complete()

    def told(registration: Registration) -> None:
        own = registration.occurrence
        on = dates.filter(activity=own.activity_id).first() if own.is_whole else own
        telling.reminder(registration, on=on or own)
        mine = Registration.objects.filter(town=registration.town_id, pk=registration.pk)
        mine.update(reminded_at=timezone.now())

    jobs.each(told, list(rows.order_by("occurrence__starts_at", "number")[:2000]))


def forget_names() -> int:
    """Four weeks after an activity nobody needs to know any more who was there. Of a course: after
    its last date. And of what has no date: after somebody stopped, or all of it did."""
    end = timezone.now() - NAMES_KNOWN
    later = Occurrence.objects.filter(
        town=OuterRef("town"), activity=OuterRef("occurrence__activity"), starts_at__gte=end
    )
    over = Q(occurrence__activity__first_day__lt=end.date()) & ~Exists(later)
    stopped = ~Q(state__in=Registration.STANDING) & Q(changed_at__lt=end)
    whole = Q(occurrence__day=None) & (
        over | stopped | Q(occurrence__activity__cancelled_at__lt=end)
    )
    known = Registration.objects.filter(forgotten_at=None)
    old = known.filter(Q(occurrence__starts_at__lt=end) | whole)
    keys = list(old.values_list("pk", flat=True)[:AT_ONCE])
    Attendance.objects.filter(registration__in=keys).delete()
    return Registration.objects.filter(pk__in=keys).update(
        name="…", mail="", phone="", answers=[], member=None,
        forgotten_at=timezone.now(),
    )  # fmt: skip
