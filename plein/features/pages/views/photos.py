"""Photos of a page."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.features.pages import access, actions, queries
from plein.features.pages.forms.writing import CreditedPhotoForm
from plein.features.pages.models import Page
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.media.forms import AltForm
from plein.foundation.media.refusals import Refused
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def photos(request: MemberRequest, address: Address) -> HttpResponse:
    """Add one, choose which stands on the card, take one away."""
    page = access.editable_page(request.member, request.community, address.code)
    if "foto" in request.POST:
        _arrange(request, page)
        return redirect("pages:photos", page.address)
    form = CreditedPhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _add(request, page, form):
        return redirect("pages:photos", page.address)
    context = {"page": page, "form": form, "photos": queries.photos_of(page)}
    status = 422 if form.errors else 200
    return render_page(request, "pages/photos.html", context, status=status)


def _add(request: MemberRequest, page: Page, form: CreditedPhotoForm) -> bool:
    data = form.cleaned_data
    try:
        added = actions.add_picture(
            page, data["photo"], alt=data["alt"], credit=data["credit"], by=request.member
        )
    except Refused as refusal:
        form.add_error("photo", str(refusal.sentence))
        return False
    words = _("The photo is there. In the text it is called [foto %(number)d].")
    messages.success(request, words % {"number": added.number})
    return True


def _arrange(request: MemberRequest, page: Page) -> None:
    chosen = request.POST["foto"]
    photo = next((p for p in queries.photos_of(page) if str(p.number) == chosen), None)
    if photo is None:
        raise Http404
    if "words" in request.POST:
        words = AltForm(request.POST)
        if words.is_valid():
            actions.describe_picture(page, photo, words.cleaned_data["alt"], by=request.member)
            messages.success(request, _("Saved. Everybody sees it at once."))
        else:
            messages.error(request, " ".join(map(str, words.errors["alt"])))
    elif "weg" in request.POST:
        actions.take_picture(page, photo, by=request.member)
        messages.success(request, _("The photo is off the page. You can still put it back."))
    else:
        actions.use_as_cover(page, photo, by=request.member)
        messages.success(request, _("This photo stands on the card now."))
