"""Seats are given out one after the other: the row of the occurrence is locked.

On PostgreSQL by SELECT … FOR UPDATE, on SQLite because a transaction that writes begins as the
only one (`transaction_mode: IMMEDIATE`). The database itself refuses a seat too many.
"""

from uuid import UUID

from django.db.models import Sum
from django.utils import timezone

from plein.features.activities import telling
from plein.features.activities.answer_time import time_to_answer
from plein.features.activities.models import Occurrence, Registration, RegistrationQuerySet

State = Registration.State


def locked(town_id: UUID, pk: UUID) -> Occurrence:
    """The occurrence with its activity, for this transaction only."""
    return (
        Occurrence.objects.select_for_update(of=("self",))
        .select_related(
            "activity__community", "activity__author__account", "activity__organisation"
        )
        .get(town=town_id, pk=pk)
    )


def of(registration: Registration) -> tuple[Occurrence, Registration]:
    """The locked occurrence, and the registration as it is now."""
    occurrence = locked(registration.town_id, registration.occurrence_id)
    now = Registration.objects.select_related("member__account", "member__home").get(
        town=registration.town_id, pk=registration.pk
    )
    now.occurrence = occurrence
    return occurrence, now


def count(occurrence: Occurrence) -> None:
    """From the registrations themselves, so that the number cannot drift."""
    rows = Registration.objects.filter(town=occurrence.town_id, occurrence=occurrence)
    occurrence.taken = int(rows.seated().aggregate(all=Sum("people"))["all"] or 0)


def there_is_room(occurrence: Occurrence, people: int) -> bool:
    """Room for all of them, and nobody in front who waits longer."""
    if occurrence.seats is None:
        return True
    if _waiting(occurrence).exists():
        return False
    return occurrence.taken + people <= occurrence.seats


def move_up(occurrence: Occurrence) -> list[Registration]:
    """Offer free seats to who waits longest, in order. The caller saves the occurrence."""
    count(occurrence)
    if occurrence.is_over or not occurrence.happens:
        return []
    offered = []
    for registration in _waiting(occurrence).order_by("number"):
        if occurrence.left is not None and registration.people > occurrence.left:
            break  # nobody is passed over, also not a family
        _offer(occurrence, registration)
        offered.append(registration)
    return offered


def _offer(occurrence: Occurrence, registration: Registration) -> None:
    now = timezone.now()
    registration.occurrence = occurrence
    registration.state = State.OFFERED
    registration.offered_until = time_to_answer(now, occurrence.starts_at)
    registration.changed_at = now
    registration.save(update_fields=["state", "offered_until", "changed_at"])
    occurrence.taken += registration.people
    telling.seat_is_free(registration)


def _waiting(occurrence: Occurrence) -> RegistrationQuerySet:
    rows = Registration.objects.filter(town=occurrence.town_id, occurrence=occurrence)
    return rows.waiting().select_related("member__account", "member__home")
