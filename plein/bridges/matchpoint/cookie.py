"""The one cookie of a matchpoint: which screen this is. It says nothing about a person."""

import hashlib
import secrets
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

COOKIE, SALT = "plein_matchpunt", "plein.matchpoint"
A_DAY = 24 * 60 * 60
OF_A_READER = ("plein_letters", "plein_contrast", "django_language", "plein_draft")
"""Cookies that somebody at the screen may have made: gone with them."""


def new_secret() -> str:
    return secrets.token_urlsafe(24)


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def digest(request: HttpRequest) -> str:
    secret = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=A_DAY)
    return digest_of(secret) if secret else ""


def give(response: HttpResponse, secret: str, *, until: datetime, secure: bool) -> None:
    age = int((until - timezone.now()).total_seconds())
    response.set_signed_cookie(
        COOKIE, secret, salt=SALT, max_age=age, secure=secure, httponly=True, samesite="Lax"
    )


def forget_reader(response: HttpResponse) -> None:
    """Nothing of who sat here stays in the browser; which screen it is, does."""
    for name in OF_A_READER:
        response.delete_cookie(name)
    response["Clear-Site-Data"] = '"cache", "storage"'
