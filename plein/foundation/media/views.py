from uuid import UUID

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from plein.foundation.media import access


@require_safe
def picture(request: HttpRequest, pk: UUID, size: int) -> HttpResponseBase:
    found = access.visible_picture(request, pk, size)
    try:
        file = default_storage.open(found.path(size))
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type="image/webp")
    # Never changed once made; in nobody's cache but the reader's own.
    response["Cache-Control"] = "private, max-age=86400, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
