"""The photos of one's own organisation: add, choose the first, take away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plein.features.directory import access, actions
from plein.features.directory.models import Entry
from plein.features.directory.models.photos import MOST
from plein.features.directory.views.pages import get_or_post, posted
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.media.forms import AltForm, PhotoForm
from plein.foundation.media.models import Picture
from plein.foundation.media.refusals import Refused
from plein.ui.render import render_page


@get_or_post
@member_required
def photos(request: MemberRequest, slug: str) -> HttpResponse:
    """Without JavaScript: each photo has its own buttons, and one form adds the next."""
    entry = access.editable_entry(request.member, request.community, slug)
    if "which" in request.POST:
        return _arrange(request, entry)
    form = PhotoForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _add(request, entry, form):
        return redirect("directory:photos", slug)
    shown = entry.pictures
    context = {"entry": entry, "form": form, "shown": shown, "full": len(shown) >= MOST}
    status = 422 if form.errors else 200
    return render_page(request, "directory/photos.html", context, status=status)


def _add(request: MemberRequest, entry: Entry, form: PhotoForm) -> bool:
    try:
        file, alt = form.cleaned_data["photo"], form.cleaned_data["alt"]
        actions.add_picture(entry, file, alt=alt, by=request.member)
    except Refused as refusal:
        form.add_error("photo", str(refusal.sentence))
        return False
    except actions.EnoughPhotos:
        form.add_error(None, _("There are six photos. First take one away."))
        return False
    messages.success(request, _("Saved. Everybody sees it at once."))
    return True


def _arrange(request: MemberRequest, entry: Entry) -> HttpResponse:
    """The photo is named by its key, so that a page of yesterday moves no other one."""
    chosen = request.POST["which"]
    picture = next((each for each in entry.pictures if str(each.pk) == chosen), None)
    if picture is None:
        raise Http404
    if "words" in request.POST:
        return _describe(request, entry, picture)
    if "away" in request.POST:
        actions.take_picture_away(entry, picture, by=request.member)
        messages.success(request, _("The photo is off the page. You can still put it back."))
    else:
        actions.put_picture_first(entry, picture, by=request.member)
        messages.success(request, _("This photo stands on the card now."))
    return redirect("directory:photos", entry.organisation.slug)


def _describe(request: MemberRequest, entry: Entry, picture: Picture) -> HttpResponse:
    """Other words with a photo that stays."""
    words = AltForm(request.POST)
    if words.is_valid():
        actions.describe_picture(entry, picture, words.cleaned_data["alt"], by=request.member)
        messages.success(request, _("Saved. Everybody sees it at once."))
    else:
        messages.error(request, " ".join(map(str, words.errors["alt"])))
    return redirect("directory:photos", entry.organisation.slug)
