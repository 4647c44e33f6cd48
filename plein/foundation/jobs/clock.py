"""The clock: starts what comes round again. Two clocks at once do no harm."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from plein.foundation.jobs.actions import later
from plein.foundation.jobs.models import Alarm, Task
from plein.foundation.jobs.registry import Schedule, schedules


def ring() -> bool:
    """Start every task whose time has come."""
    now = timezone.now()
    alarms = dict(Alarm.objects.values_list("name", "due_at"))
    started = [_look_at(each, alarms.get(each.name), now) for each in list(schedules.values())]
    return any(started)


def next_after(schedule: Schedule, now: datetime) -> datetime:
    """The first moment after `now`: by the wall clock, summer and winter, each day or each week."""
    if schedule.at is None:
        return now + (schedule.every or timedelta(days=1))
    local = timezone.localtime(now)
    days = 0 if schedule.weekday is None else (schedule.weekday - local.weekday()) % 7
    first = datetime.combine(local.date() + timedelta(days=days), schedule.at, local.tzinfo)
    if first > local:
        return first
    round_of = timedelta(days=1 if schedule.weekday is None else 7)
    return datetime.combine(first.date() + round_of, schedule.at, local.tzinfo)


def _look_at(schedule: Schedule, due_at: datetime | None, now: datetime) -> bool:
    if due_at is None:
        first = next_after(schedule, now) if schedule.at else now
        Alarm.objects.get_or_create(name=schedule.name, defaults={"due_at": first})
        return schedule.at is None
    following = next_after(schedule, now)
    if due_at > now:
        if due_at > following:  # The schedule was made shorter since.
            Alarm.objects.filter(name=schedule.name, due_at=due_at).update(due_at=following)
        return False
    return _start(schedule.name, due_at, following)


@transaction.atomic
def _start(name: str, due_at: datetime, following: datetime) -> bool:
    # Only one clock finds the alarm as it was.
    mine = Alarm.objects.filter(name=name, due_at=due_at).update(due_at=following)
    if mine and not Task.objects.untouched().filter(name=name).exists():
        later(name)
    return bool(mine)
