"""How long a post stays, and the key in the mail that asks whether it is still needed."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.utils import timezone

from plein.features.noticeboard.models import Post

LIVES = {Post.Kind.ASK.value: timedelta(weeks=6), Post.Kind.OFFER.value: timedelta(weeks=26)}
ASK_BEFORE = timedelta(weeks=1)
STAYS = timedelta(weeks=2)
"""How much longer an ask stays that nobody answered."""
SALT = "noticeboard.still-needed"
KEY_LIVES = timedelta(weeks=4)


def end_of(kind: str, begin: datetime | None = None) -> datetime:
    return (begin or timezone.now()) + LIVES[kind]


def begin_of(post: Post) -> datetime:
    """When it came on the board, or somebody last said that it is still needed."""
    return post.expires_at - LIVES[post.kind]


def key_for(post: Post) -> str:
    """Opens one page about this post without signing in; dies when the post is renewed."""
    return signing.dumps([post.pk.hex, int(post.expires_at.timestamp())], salt=SALT)


def read_key(key: str) -> tuple[UUID, int] | None:
    """Which post, and the end it had then; None when the key is not ours or too old."""
    try:
        pk, end = signing.loads(key, salt=SALT, max_age=KEY_LIVES)
        return UUID(pk), int(end)
    except (signing.BadSignature, ValueError, TypeError):
        return None
