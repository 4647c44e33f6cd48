"""Waiting for a file, and fetching it."""

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plein.bridges.publications import access, actions
from plein.bridges.publications.addresses import choose_url
from plein.bridges.publications.content import chosen_by
from plein.bridges.publications.models import Edition, Order
from plein.bridges.publications.shapes import BY_KEY
from plein.bridges.publications.wording import told
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page

GONE = 410
STOP_POLLING = 286
"""What htmx takes as: do not ask again."""


@never_cache
@require_safe
def order(request: PleinRequest, key: str) -> HttpResponse:
    """Asks by itself while the worker makes it; without JavaScript the page comes back."""
    found = access.order_of(request.community, key)
    context = _context(found)
    waits = found.state == Order.State.WAITING
    status = 200 if waits or not request.htmx else STOP_POLLING
    return render_page(request, "publications/order.html", context, part="state", status=status)


@never_cache
@require_safe
def file(request: PleinRequest, key: str) -> HttpResponseBase:
    """A few times, for a quarter of an hour; looked at again before it goes (H15)."""
    found = access.order_of(request.community, key)
    edition = found.edition
    if found.state != Order.State.READY or edition is None:
        return redirect("publications:order", found.key)
    right = access.is_still_right(edition, request.community)
    if found.is_over or not right or not actions.take(found):
        context = _context(found) | {"changed": not right}
        return render_page(request, "publications/over.html", context, status=GONE)
    return sent(edition)


def sent(edition: Edition) -> FileResponse:
    """The file itself: saved, never shown inside our pages; its views let no cache keep it."""
    return FileResponse(
        default_storage.open(edition.path),
        as_attachment=True,
        filename=edition.name,
        content_type=BY_KEY[edition.shape].kind,
    )


def _context(found: Order) -> dict[str, object]:
    wanted = chosen_by(found)
    return {
        "order": found,
        "edition": found.edition,
        "shape": BY_KEY[found.shape],
        "again": choose_url(found.house, found.query, found.thing),
        "told": told(wanted),
    }
