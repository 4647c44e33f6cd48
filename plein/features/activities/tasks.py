"""What the clock does: the horizon moves on, offers end, reminders go out, names are forgotten."""

from datetime import timedelta

from django.utils import timezone

from plein.features.activities.actions import attending, enrolling, feeds, planning
from plein.features.activities.models import Activity
from plein.foundation import jobs


@jobs.daily(at="02:30", outside=True)
def extend_series() -> None:
    planning.extend()


@jobs.every(minutes=5, outside=True)
def end_offers() -> None:
    enrolling.lapse_all()


@jobs.daily(at="10:00", outside=True)
def remind() -> None:
    """Everybody who comes tomorrow, once; of a course: a day before it begins for them."""
    attending.remind(timezone.localdate() + timedelta(days=1))


@jobs.daily(at="03:30")
def forget_names() -> None:
    attending.forget_names()


@jobs.every(minutes=10)
def begin_reading_calendars() -> None:
    feeds.begin_due()


@jobs.task("activities.read_calendar", outside=True)
def read_calendar(pk: str) -> None:
    feeds.read(pk)


@jobs.daily(at="04:30")
def let_listings_know() -> None:
    """What ended yesterday falls out of the lists."""
    today = timezone.localdate()
    ended = Activity.objects.filter(
        occurrences__starts_at__date__gte=today - timedelta(days=2),
        occurrences__starts_at__date__lt=today,
    ).distinct()
    jobs.changed_many("activities.activity", ended.values_list("pk", flat=True))
