"""Occurrences follow the plan, eighteen months ahead; one date is moved or cancelled by hand."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plein.features.activities import telling
from plein.features.activities.actions import seats
from plein.features.activities.models import Activity, Occurrence
from plein.features.activities.repeating import planned_days, times_on
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member

AHEAD = timedelta(days=548)
State = Occurrence.State


@transaction.atomic
def plan_ahead(activity: Activity, *, by: Member | None = None) -> int:
    """Make the rows that the plan asks for; how many are new. Doing it twice does no harm.

    A date that is no longer in the plan goes; when people come on it, it is cancelled and told.
    """
    today = timezone.localdate()
    first = today - timedelta(days=activity.days - 1)
    wanted = planned_days(activity.plan, first, today + AHEAD) if activity.plan else []
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    ahead = {row.day: row for row in rows.filter(day__gte=first)}
    for day, row in ahead.items():
        row.activity = activity
        if day not in wanted and not row.moved:
            _drop(row, by=by)
        elif day in wanted:
            _follow(row, activity)
    missing = [_new(activity, day) for day in wanted if day not in ahead]
    Occurrence.objects.bulk_create(missing, batch_size=500)
    _keep_whole(activity)
    return len(missing)


def spread_seats(activity: Activity) -> None:
    """Every date to come gets the seats of the activity; the waiting list moves up."""
    number = activity.seats if activity.enrols else None
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    for key in rows.upcoming_or_whole().order_by("id").values_list("pk", flat=True):
        row = seats.locked(activity.town_id, key)
        row.seats = None if number is None else max(number, row.taken)
        seats.move_up(row)
        row.save(update_fields=["seats", "taken"])


@transaction.atomic
def move(
    occurrence: Occurrence,
    starts_at: datetime,
    ends_at: datetime | None,
    *,
    words: str = "",
    by: Member | None,
    told: bool = True,
) -> None:
    """One date on another day or time; everybody who comes is told."""
    row = seats.locked(occurrence.town_id, occurrence.pk)
    if (row.starts_at, row.ends_at, row.words) == (starts_at, ends_at, words) and row.happens:
        return
    row.starts_at, row.ends_at, row.words = starts_at, ends_at, words
    row.state, row.moved = State.PLANNED, True
    _save_changed(row, "starts_at", "ends_at", "words", "state", "moved")
    record("activities.occurrence.moved", on=row, by=by, day=str(row.day))
    if told:
        telling.date_moved(row, course=True)
    jobs.changed("activities.activity", row.activity_id)


@transaction.atomic
def cancel_date(
    occurrence: Occurrence, *, words: str = "", by: Member | None, course: bool = True
) -> None:
    """It does not go on this once. Everybody who comes or waits is told; with `course` also who
    enrolled once for all dates."""
    row = seats.locked(occurrence.town_id, occurrence.pk)
    if row.is_cancelled:
        return
    row.state, row.words = State.CANCELLED, words
    _save_changed(row, "state", "words")
    record("activities.occurrence.cancelled", on=row, by=by, day=str(row.day))
    telling.date_cancelled(row, course=course)
    jobs.changed("activities.activity", row.activity_id)


@transaction.atomic
def revive_date(occurrence: Occurrence, *, by: Member | None, course: bool = True) -> None:
    """It goes on after all."""
    row = seats.locked(occurrence.town_id, occurrence.pk)
    if not row.is_cancelled:
        return
    row.state, row.words = State.PLANNED, ""
    _save_changed(row, "state", "words")
    record("activities.occurrence.revived", on=row, by=by, day=str(row.day))
    telling.date_revived(row, course=course)
    jobs.changed("activities.activity", row.activity_id)


@transaction.atomic
def back_to_plan(occurrence: Occurrence, *, by: Member | None) -> None:
    """No longer moved or cancelled by hand: as the plan says."""
    row = seats.locked(occurrence.town_id, occurrence.pk)
    if row.is_cancelled:
        revive_date(row, by=by)
        row.refresh_from_db(fields=["state", "words", "sequence"])
    if row.moved:
        row.moved = False
        row.save(update_fields=["moved"])
        _follow(row, row.activity, course=True)
        jobs.changed("activities.activity", row.activity_id)


@transaction.atomic
def cancel(activity: Activity, *, words: str = "", by: Member | None) -> None:
    """The whole of it does not go on; every person of every coming date is told once."""
    activity = Activity.objects.select_for_update(of=("self",)).complete().get(
        town=activity.town_id, pk=activity.pk
    )  # fmt: skip
    if activity.cancelled_at:
        return
    activity.cancelled_at, activity.cancelled_words = timezone.now(), words
    activity.changed_at, activity.sequence = activity.cancelled_at, activity.sequence + 1
    activity.save(update_fields=["cancelled_at", "cancelled_words", "changed_at", "sequence"])
    record("activities.activity.cancelled", on=activity, by=by)
    telling.all_cancelled(activity)
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    for row in rows.upcoming_or_whole().happening():
        row.state = State.CANCELLED
        _save_changed(row, "state")
    jobs.changed("activities.activity", activity.pk)


@transaction.atomic
def revive(activity: Activity, *, by: Member) -> None:
    """It goes on after all, but for the dates that were off before all of it was."""
    since = activity.cancelled_at
    activity.cancelled_at, activity.cancelled_words = None, ""
    activity.changed_at, activity.sequence = timezone.now(), activity.sequence + 1
    activity.save(update_fields=["cancelled_at", "cancelled_words", "changed_at", "sequence"])
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    off = rows.upcoming_or_whole().filter(state=State.CANCELLED)
    for row in off.filter(changed_at__gte=since) if since else off:
        revive_date(row, by=by, course=False)
    record("activities.activity.revived", on=activity, by=by)
    jobs.changed("activities.activity", activity.pk)


def extend(town_id: UUID | None = None) -> int:
    """Every night: the horizon moves on a day. Gives how many series got new dates."""
    series = Activity.objects.filter(cancelled_at=None).exclude(rrule="")
    if town_id:
        series = series.filter(town=town_id)
    today = timezone.localdate()
    return jobs.each(_plan_further, list(series.exclude(until__lt=today)))


def _plan_further(activity: Activity) -> int:
    new = plan_ahead(activity)
    if new:
        jobs.changed("activities.activity", activity.pk)
    return new


def _drop(row: Occurrence, *, by: Member | None) -> None:
    if row.registrations.standing().exists():
        cancel_date(row, by=by, course=False)
    elif row.happens:
        row.delete()


def _follow(row: Occurrence, activity: Activity, *, course: bool = False) -> None:
    """A date that nobody moved by hand follows the times of the plan."""
    if row.moved or activity.plan is None or row.day is None:
        return
    times = times_on(activity.plan, row.day)
    if (row.starts_at, row.ends_at, row.all_day) == tuple(times):
        return
    row.starts_at, row.ends_at, row.all_day = times
    _save_changed(row, "starts_at", "ends_at", "all_day")
    telling.date_moved(row, course=course)


def _new(activity: Activity, day: date) -> Occurrence:
    assert activity.plan is not None  # noqa: S101 - for the type only
    times = times_on(activity.plan, day)
    each = activity.enrolment == Activity.Enrolment.EACH
    return Occurrence(
        town_id=activity.town_id,
        activity=activity,
        day=day,
        starts_at=times.starts_at,
        ends_at=times.ends_at,
        all_day=times.all_day,
        seats=activity.seats if each else None,
        state=State.CANCELLED if activity.is_cancelled else State.PLANNED,
    )


def tell_course(activity: Activity) -> None:
    """Another plan: who enrolled for all of it hears the new one, once."""
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity, day=None)
    whole = rows.happening().first()
    if whole and activity.is_dated:
        whole.activity = activity
        _save_changed(whole)
        telling.date_moved(whole)


def _keep_whole(activity: Activity) -> None:
    """What people enrol for once, or what has no date, has one row for the whole."""
    whole = activity.enrolment == Activity.Enrolment.WHOLE
    if whole or (activity.enrols and not activity.is_dated):
        Occurrence.objects.get_or_create(
            town_id=activity.town_id, activity=activity, day=None,
            defaults={"seats": activity.seats},
        )  # fmt: skip


def _save_changed(row: Occurrence, *fields: str) -> None:
    row.changed_at = timezone.now()
    row.sequence += 1
    row.save(update_fields=[*fields, "changed_at", "sequence"])
