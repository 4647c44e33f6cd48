"""Foto's, kaart, lijst: how somebody likes to see an overview; remembered in a cookie."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from plein.foundation.communities.requests import PleinRequest

COOKIE = "plein_view"
YEAR = 60 * 60 * 24 * 365
VIEWS: Mapping[str, tuple[object, str]] = {
    "fotos": (_("Photos"), "images"),
    "kaart": (_("Map"), "map-trifold"),
    "lijst": (_("List"), "list-bullets"),
}
"""{as it stands in the address: (words, pictogram)}"""


def view_of(request: PleinRequest) -> str:
    """As asked for now, else as chosen before, else photos."""
    asked = request.GET.get("weergave", "") or request.COOKIES.get(COOKIE, "")
    return asked if asked in VIEWS else "fotos"


def remember(request: PleinRequest, response: HttpResponse) -> None:
    """Only a choice makes a cookie; it holds one word and says nothing about anybody."""
    chosen = request.GET.get("weergave", "")
    if chosen in VIEWS and chosen != request.COOKIES.get(COOKIE):
        secure = request.is_secure()
        response.set_cookie(COOKIE, chosen, max_age=YEAR, samesite="Lax", secure=secure)
