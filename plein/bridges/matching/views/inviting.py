"""One invitation: what it is, why we thought of you, and two ways out that are both fine."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.matching import access, said
from plein.bridges.matching.actions import inviting
from plein.bridges.matching.forms import NotForMeForm
from plein.features.noticeboard import access as board
from plein.features.noticeboard import wording
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.links import absolute
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_safe
@greeted_required
def invitation(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Saying yes is answering the ask, on its own page: only then does the asker know you."""
    found = access.invitation_of(request.member, request.community, pk)
    ask = found.ask
    context = {
        "invitation": found,
        "ask": ask,
        "may_read": board.may_read(ask, request.member),
        "teaser": wording.teaser(ask),
        "facts": wording.facts(ask),
        "fits": said.reasons(found.reasons),
        "doubts": said.doubts(found.doubts),
        "url": absolute(ask.community, ask.get_absolute_url()) + "reageren/",
    }
    return render_page(request, "matching/invitation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@greeted_required
def decline(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'Past niet, want …'. Nobody hears it: not the asker, and not as a number."""
    found = access.invitation_of(request.member, request.community, pk)
    form = NotForMeForm(request.POST if request.method == "POST" else None, helps=True)
    if form.is_valid():
        inviting.say(found.ask, found.to, form.cleaned_data["answer"], by=request.member)
        messages.success(request, _("Thank you for looking. Nobody sees that we asked you."))
        return redirect("matching:for-you")
    status = 422 if form.errors else 200
    context = {"form": form, "invitation": found}
    return render_page(request, "matching/decline.html", context, status=status)
