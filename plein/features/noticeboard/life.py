"""When we ask how a match went, and the key in that message. Values in, values out."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.core import signing
from django.utils import timezone

from plein.features.noticeboard.models import FollowUp, Match

AFTER = {
    FollowUp.After.WEEK.value: timedelta(days=7),
    FollowUp.After.MONTHS.value: timedelta(days=91),
}
SALT = "noticeboard.follow-up"
KEY_LIVES = timedelta(weeks=6)


def begins_at(match: Match) -> datetime | None:
    """When the two met, as far as we know: the earliest of the planned day and when they said that
    it was done; with neither, when they agreed. None as long as nothing is agreed."""
    if match.agreed_at is None:
        return None
    known = [match.done_at] if match.done_at else []
    if match.planned_on:
        known.append(timezone.make_aware(datetime.combine(match.planned_on, time())))
    return min(known, default=match.agreed_at)


def due(after: str, begins: datetime) -> datetime:
    return begins + AFTER[after]


def key_for(follow_up: FollowUp) -> str:
    """Opens one question without signing in; dead once it has an answer."""
    return signing.dumps(follow_up.pk.hex, salt=SALT)


def read_key(key: str) -> UUID | None:
    try:
        return UUID(signing.loads(key, salt=SALT, max_age=KEY_LIVES))
    except (signing.BadSignature, ValueError, TypeError):
        return None
