"""When somebody of the place calls back: in the hours it is awake, as its answer promise says."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from plein.features.noticeboard import promise
from plein.foundation.communities.models import Community

HALF_A_DAY = 12
"""As people say it: half a waking day."""


@dataclass(frozen=True)
class Hours:
    """Whether somebody is there now, and before when they call."""

    answers: bool
    """Somebody is on the clock; without anybody we send people to the walk-in."""
    open_now: bool
    due_at: datetime


def hours_of(community: Community, now: datetime | None = None) -> Hours:
    now = now or timezone.now()
    watch = promise.watch(community)
    waking = promise.waking(watch.rules)
    return Hours(
        answers=watch.somebody_there and watch.rules.closed_at is None,
        open_now=waking.after(now, 0) <= now,
        due_at=waking.after(now, HALF_A_DAY),
    )
