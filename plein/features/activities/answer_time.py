"""How long a seat is kept for who has to answer. Values in, values out."""

from datetime import datetime, time, timedelta

from django.utils import timezone

LONGEST, SHORTEST = timedelta(hours=24), timedelta(hours=1)
WITHOUT_A_DATE = timedelta(hours=48)
MORNING, EVENING = time(9), time(22)


def time_to_answer(now: datetime, starts_at: datetime | None) -> datetime:
    """A day; less when it begins soon; and nobody has to answer at night.

    Never after the beginning.
    """
    if starts_at is None:
        return _in_the_daytime(now + WITHOUT_A_DATE)
    wait = max(SHORTEST, min(LONGEST, (starts_at - now) / 3))
    end = _in_the_daytime(now + wait)
    if end > starts_at - SHORTEST:
        end = now + wait
    return min(end, starts_at)


def _in_the_daytime(moment: datetime) -> datetime:
    local = timezone.localtime(moment)
    if MORNING <= local.time() < EVENING:
        return moment
    day = local.date() + timedelta(days=1 if local.time() >= EVENING else 0)
    return timezone.make_aware(datetime.combine(day, MORNING))
