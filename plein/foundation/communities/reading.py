"""How a member likes to read goes along from one device to the next."""

from django.conf import settings
from django.http import HttpResponse

from plein.foundation.communities.models import Member
from plein.ui.settings_of_reader import A_YEAR, ALLOWED, cookie_name


def keep_reading(member: Member | None, response: HttpResponse) -> HttpResponse:
    """Put the member's letters, contrast and language in this browser."""
    if member is None:
        return response
    for name in ALLOWED:
        if value := getattr(member, name):
            _cookie(response, cookie_name(name), value)
        else:
            response.delete_cookie(cookie_name(name), samesite="Lax")
    _cookie(response, settings.LANGUAGE_COOKIE_NAME, member.language)
    return response


def _cookie(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=A_YEAR, secure=settings.SECURE, httponly=True, samesite="Lax"
    )
