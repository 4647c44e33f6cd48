"""What somebody who is called answers our careful questions; one tap writes it down."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.matching import access
from plein.bridges.matching.actions import noting
from plein.bridges.matching.models import Invitation
from plein.features.noticeboard import wording
from plein.features.noticeboard.actions import PostIsClosed
from plein.foundation.audit import record
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.shared.conversations.actions import Blocked
from plein.ui.render import render_page


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("day.see", may_within)
def by_phone(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The words of the teaser, and two buttons. Each look is in the audit (H12)."""
    to, questions = access.asked_by_phone(request.member, request.community, pk)
    if request.method == "POST":
        known = {str(one.pk): one for one in questions}
        answer, _colon, about = request.POST.get("answer", "").partition(":")
        if about in known:
            _note(request, known[about], answer)
        return redirect("matching:by-phone", pk)
    record("notifications.member.looked_at", on=to, by=request.member)
    asked = [(one, wording.teaser(one.ask)) for one in questions]
    return render_page(
        request, "matching/by_phone.html", {"to": to, "asked": asked}, part="questions"
    )


def _note(request: MemberRequest, invitation: Invitation, answer: str) -> None:
    try:
        if answer == "yes":
            noting.yes(invitation, by=request.member)
        elif answer == "no":
            noting.not_now(invitation, by=request.member)
        else:
            return
    except (PostIsClosed, Blocked):
        messages.info(request, _("Somebody has been found"))
    else:
        messages.success(request, _("Written down as their own answer."))
