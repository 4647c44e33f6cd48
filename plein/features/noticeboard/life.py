"""When we ask how a match went, and the key in that message. Values in, values out."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing

from plein.features.noticeboard.models import FollowUp

AFTER = {
    FollowUp.After.WEEK.value: timedelta(days=7),
    FollowUp.After.MONTHS.value: timedelta(days=91),
}
SALT = "noticeboard.follow-up"
KEY_LIVES = timedelta(weeks=6)


def due(after: str, agreed_at: datetime) -> datetime:
    return agreed_at + AFTER[after]


def key_for(follow_up: FollowUp) -> str:
    """Opens one question without signing in; dead once it has an answer."""
    return signing.dumps(follow_up.pk.hex, salt=SALT)


def read_key(key: str) -> UUID | None:
    try:
        return UUID(signing.loads(key, salt=SALT, max_age=KEY_LIVES))
    except (signing.BadSignature, ValueError, TypeError):
        return None
