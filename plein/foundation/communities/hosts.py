"""Links from one site of a town to another."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from plein.foundation.communities.models import Community


def origin(request: HttpRequest, community: Community) -> str:
    """Scheme, host and port of another site of this town. The host comes from the database."""
    _host, colon, port = request.get_host().partition(":")
    return f"{request.scheme}://{community.host}{colon}{port}"


def allow_forms_to(response: HttpResponse, address: str) -> HttpResponse:
    """A form on this page may end on another host of the town."""
    update: dict[str, Any] = getattr(response, "_csp_update", None) or {}
    update.setdefault("form-action", []).append(address)
    response._csp_update = update  # type: ignore[attr-defined]
    return response
