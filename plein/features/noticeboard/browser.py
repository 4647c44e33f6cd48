"""The key of a browser, so that a draft of somebody without an account is theirs alone."""

import hashlib
import secrets
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

COOKIE = "plein_draft"
SALT = "noticeboard.draft"
LIVES = 60 * 60 * 24 * 30
# How long after pressing 'publish' or 'send' signing in still counts as the end of it.
SENT_LIVES = timedelta(hours=2)


def digest(request: HttpRequest) -> str:
    """What stands in the database of this browser's key; empty without one."""
    key = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LIVES)
    return digest_of(key) if key else ""


def new_key() -> str:
    return secrets.token_urlsafe(24)


def digest_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def give(response: HttpResponse, key: str, *, secure: bool) -> None:
    """Needed for what somebody is doing, so no consent is asked; gone in thirty days."""
    response.set_signed_cookie(
        COOKIE, key, salt=SALT, max_age=LIVES, secure=secure, httponly=True, samesite="Lax"
    )
