"""When somebody of the place calls back: in its own phone hours, else in the hours it is awake."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from plein.features.noticeboard import promise
from plein.foundation.communities.models import Community
from plein.lib import phone_hours

HALF_AN_HOUR = timedelta(minutes=30)
HALF_A_DAY = 12
"""As people say it: half a waking day."""


@dataclass(frozen=True)
class Hours:
    """Whether somebody is there now, and before when they call."""

    answers: bool
    """Somebody is on the clock; without anybody we send people to the walk-in."""
    open_now: bool
    due_at: datetime

    @property
    def is_today(self) -> bool:
        return timezone.localdate(self.due_at) == timezone.localdate()


def hours_of(community: Community, now: datetime | None = None) -> Hours:
    now = now or timezone.now()
    watch = promise.watch(community)
    waking, week = promise.waking(watch.rules), community.phone_week
    due_at = phone_hours.after_half_a_day(week, waking.closing_days, now, waking.zone)
    own = due_at is not None
    return Hours(
        answers=watch.somebody_there and watch.rules.closed_at is None,
        open_now=phone_hours.is_open(week, waking.closing_days, now, waking.zone)
        if own
        else waking.after(now, 0) <= now,
        due_at=_half_hour(due_at or waking.after(now, HALF_A_DAY)),
    )


def _half_hour(moment: datetime) -> datetime:
    """The next half hour: nobody promises to call before 16.16."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    return hour + HALF_AN_HOUR * -((hour - moment) // HALF_AN_HOUR)
