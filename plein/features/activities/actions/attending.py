"""What the organiser does with the list: who came, a message to all, who was called."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.features.activities import telling
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.features.activities.queries import registrations_of, to_call
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

LONGEST = 1000


@transaction.atomic
def note_who_came(occurrence: Occurrence, came: Collection[UUID], *, by: Member) -> int:
    """Only the organiser ever reads it; it is forgotten with the rest after some weeks."""
    coming = registrations_of(occurrence).coming()
    number = coming.filter(pk__in=came).update(came=True)
    coming.exclude(pk__in=came).update(came=False)
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


def forget_names() -> int:
    """Four weeks after an activity nobody needs to know any more who was there."""
    end = timezone.now() - timedelta(days=28)
    old = Registration.objects.filter(occurrence__starts_at__lt=end, forgotten_at=None)
    return old.update(
        name="…", mail="", phone="", answers=[], came=None, member=None,
        forgotten_at=timezone.now(),
    )  # fmt: skip
