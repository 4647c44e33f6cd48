"""The stylesheet with the colours of a place."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from plein.foundation.communities import theming
from plein.foundation.communities.colours import stylesheet
from plein.foundation.communities.requests import PleinRequest


@require_GET
def colours(request: PleinRequest) -> HttpResponse:
    """Public and the same for all; its address changes with the version of the town."""
    here = request.community
    css = theming.stylesheet(here.tokens) + stylesheet(here.colours)
    response = HttpResponse(css, content_type="text/css")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
