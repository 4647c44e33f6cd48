"""How someone likes to read: big letters, more contrast. Kept in a cookie of one word."""

from dataclasses import dataclass

from django.conf import settings
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse

# Sent with `request`, `name` ("letters", "contrast", "language") and `value`: a profile can
# keep it.
reader_setting_changed = Signal()

ALLOWED = {"letters": "large", "contrast": "more"}
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    letters: str = ""
    contrast: str = ""


def reader_settings(request: HttpRequest | None) -> ReaderSettings:
    if request is None:
        return ReaderSettings()
    kept = {
        name: value
        for name, value in ALLOWED.items()
        if request.COOKIES.get(cookie_name(name)) == value
    }
    return ReaderSettings(**kept)


def cookie_name(name: str) -> str:
    return f"plein_{name}"


def switch(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """On becomes off, off becomes on."""
    value = "" if getattr(reader_settings(request), name) else ALLOWED[name]
    if value:
        response.set_cookie(
            cookie_name(name),
            value,
            max_age=A_YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(cookie_name(name), samesite="Lax")
    reader_setting_changed.send_robust(sender=None, request=request, name=name, value=value)


def keep_language(request: HttpRequest, response: HttpResponse, code: str) -> None:
    """In Django's own language cookie; the caller has checked that we speak it."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=A_YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    reader_setting_changed.send_robust(sender=None, request=request, name="language", value=code)
