"""Where somebody goes to choose the paper of an overview, or of one thing."""

from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

EVERYTHING = "alles"
"""In the address, for all houses together."""


def choose_url(house: str, query: str = "", thing: UUID | None = None) -> str:
    """With the filters as they stand in the address of the overview."""
    if thing:
        return reverse("publications:poster", args=[thing])
    own = urlencode({"lijst": house or EVERYTHING})
    return f"{reverse('publications:choose')}?{own}{'&' + query if query else ''}"
