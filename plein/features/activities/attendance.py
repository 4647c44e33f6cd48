"""Who stands on the list of a date, and who was there. Of a course people enrol once for all dates,
and each date has a list of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from plein.features.activities.models import (
    Activity,
    Attendance,
    Occurrence,
    OccurrenceQuerySet,
    Registration,
    RegistrationQuerySet,
)
from plein.features.activities.queries import registrations_of, whole_of

MOST_DATES = 100
A_FEW = 3
NAMES_KNOWN = timedelta(days=28)


@dataclass(frozen=True)
class Counted:
    """People that were there and that were not, or how often one of them was."""

    came: int = 0
    missed: int = 0

    @property
    def noted(self) -> int:
        return self.came + self.missed


def by_date(occurrence: Occurrence) -> bool:
    """All of a course: who was there is noted for each of its dates."""
    return occurrence.is_whole and occurrence.activity.is_dated


def enrolled_on(occurrence: Occurrence) -> Occurrence:
    """Where people of this date enrolled: on the date itself, or on all of the course."""
    activity = occurrence.activity
    if occurrence.is_whole or activity.enrolment != Activity.Enrolment.WHOLE:
        return occurrence
    whole = whole_of(activity) or occurrence
    whole.activity = activity
    return whole


def on_the_list(occurrence: Occurrence) -> RegistrationQuerySet:
    """Who is expected. Of a course not who came into it later; but who left it after they were
    noted stays."""
    enrolled = enrolled_on(occurrence)
    rows = registrations_of(enrolled)
    if enrolled == occurrence:
        return rows.coming()
    noted = Attendance.objects.filter(
        town=occurrence.town_id, occurrence=occurrence, registration=OuterRef("pk")
    )
    end = occurrence.ends_at or occurrence.starts_at
    return rows.filter(Q(state=Registration.State.COMES, made_at__lte=end) | Exists(noted))


def came_to(occurrence: Occurrence) -> set[UUID]:
    """Registrations of whom it was noted that they were there."""
    rows = Attendance.objects.filter(town=occurrence.town_id, occurrence=occurrence, came=True)
    return set(rows.values_list("registration_id", flat=True))


def dates_of(activity: Activity) -> list[tuple[Occurrence, Counted]]:
    """Those that were, newest first, behind the next one; each with how many were there."""
    rows = _dates(activity)
    ahead = rows.filter(starts_at__gt=timezone.now()).order_by("starts_at")[:1]
    past = rows.filter(starts_at__lte=timezone.now()).order_by("-starts_at")[:MOST_DATES]
    return _with_counts(activity, [*ahead, *past])


def lately(activity: Activity) -> list[tuple[Occurrence, Counted]]:
    """Of what people enrol for date by date: the last few that were, while names are known."""
    if activity.enrolment != Activity.Enrolment.EACH:
        return []
    now = timezone.now()
    past = _dates(activity).filter(starts_at__lte=now, starts_at__gt=now - NAMES_KNOWN)
    return _with_counts(activity, past.order_by("-starts_at")[:A_FEW])


def _dates(activity: Activity) -> OccurrenceQuerySet:
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity).happening()
    return rows.exclude(day=None)


def _with_counts(
    activity: Activity, rows: Iterable[Occurrence]
) -> list[tuple[Occurrence, Counted]]:
    dates = list(rows)
    for row in dates:
        row.activity = activity
    counted = _counted("occurrence_id", activity.town_id, Q(occurrence__in=dates))
    return [(row, counted.get(row.pk, Counted())) for row in dates]


def times_of(registrations: Iterable[Registration], town_id: UUID) -> dict[UUID, Counted]:
    """How often each of them was there."""
    return _counted("registration_id", town_id, Q(registration__in=registrations))


def _counted(by: str, town_id: UUID, which: Q) -> dict[UUID, Counted]:
    rows = Attendance.objects.filter(which, town=town_id).values(by)
    found = rows.annotate(there=Count("pk", filter=Q(came=True)), all=Count("pk"))
    return {row[by]: Counted(row["there"], row["all"] - row["there"]) for row in found}
