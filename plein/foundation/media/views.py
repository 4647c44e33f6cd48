from uuid import UUID

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from plein.foundation.media import access
from plein.foundation.media.images import empty_field
from plein.foundation.media.models import Picture


@require_safe
def picture(request: HttpRequest, pk: UUID, size: int) -> HttpResponseBase:
    """The file, or an empty field while it is hidden."""
    found = access.visible_picture(request, pk, size)
    if found.hidden_at:
        response: HttpResponseBase = HttpResponse(empty_field(*found.dimensions(size)))
        response["Content-Type"] = "image/webp"
        return _quiet(response)
    return kept(found, size)


def kept(found: Picture, size: int) -> HttpResponseBase:
    """The file itself. Who may see it was asked before."""
    try:
        file = default_storage.open(found.path(size))
    except FileNotFoundError:
        raise Http404 from None
    return _quiet(FileResponse(file, content_type="image/webp"))


def _quiet(response: HttpResponseBase) -> HttpResponseBase:
    # In nobody's cache but the reader's own, and not for long: what is hidden is gone in a minute.
    response["Cache-Control"] = "private, max-age=60"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
