"""Under every photo: a way out for who is on it. And the page where somebody decides."""

from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.communities.rights import may_within
from plein.foundation.media import views as media
from plein.foundation.media.access import visible_picture
from plein.foundation.media.models import SIZES
from plein.lib.visitors import address_of
from plein.shared.moderation import access, picture_actions
from plein.shared.moderation.forms import RefusalForm
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
def not_me(request: PleinRequest, pk: UUID) -> HttpResponse:
    """A page first, then one button: what scanners and browsers fetch hides nothing."""
    seen = visible_picture(request, pk, SIZES[1])
    picture = access.refusable_picture(request.community, seen.pk)
    form = RefusalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = picture_actions.refuse(
                picture,
                community=request.community,
                words=form.cleaned_data["words"],
                by=request.member,
                visitor=_visitor(request),
            )
        except picture_actions.TooOften:
            form.add_error(None, _("You did this often today. Call us, then we look together."))
        else:
            return render_page(request, "moderation/not_me_thanks.html", {"hid": made.hid})
    hides = picture_actions.hides_at_once(picture, by=request.member)
    context = {"picture": picture, "form": form, "hides": hides}
    status = 422 if form.errors else 200
    return render_page(request, "moderation/not_me.html", context, status=status)


@get_or_post
@right_required("picture.judge", may_within)
def judge(request: MemberRequest, pk: UUID) -> HttpResponse:
    picture = access.picture_to_judge(request.member, request.community, pk)
    refusals = access.refusals_of(picture, request.member, request.community)
    if request.method == "POST" and refusals:
        stands = request.POST.get("besluit") == "blijft"
        picture_actions.judge(picture, stands=stands, by=request.member)
        messages.success(
            request, _("The photo stands again.") if stands else _("The photo is gone for good.")
        )
        return redirect("moderation:reports")
    context = {"picture": picture, "refusals": refusals}
    return render_page(request, "moderation/judge.html", context)


@require_safe
@right_required("picture.judge", may_within)
def hidden(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The photo itself, for who decides, as long as there is something to decide."""
    picture = access.picture_to_judge(request.member, request.community, pk)
    if not access.refusals_of(picture, request.member, request.community):
        raise Http404
    return cast(HttpResponse, media.kept(picture, SIZES[1]))


def _visitor(request: PleinRequest) -> str:
    """The same for one address on one day, and nothing that can be read back."""
    address = address_of(request.META, settings.PROXIES)
    day = timezone.localdate().isoformat()
    return salted_hmac("plein.refusals", f"{day} {address}", algorithm="sha256").hexdigest()
