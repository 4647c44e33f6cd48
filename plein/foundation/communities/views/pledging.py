"""The promise of who learns who asks what, and the training that another notes."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.foundation.communities import actions
from plein.foundation.communities.access import member_required, right_required
from plein.foundation.communities.forms.roles import TrainingForm
from plein.foundation.communities.models import BOUND, Member
from plein.foundation.communities.queries import roles_in
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within, waits_for_promise
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@member_required
def pledge(request: MemberRequest) -> HttpResponse:
    """One tap, by the person themselves; afterwards the page says since when."""
    member = request.member
    if not waits_for_promise(member) and not member.pledged_at:
        raise Http404
    if request.method == "POST":
        actions.pledge(member)
        messages.success(request, _("Thank you. We kept the day on which you promised this."))
        return redirect("communities:pledge")
    return render_page(request, "communities/pledge.html", {})


@get_or_post
@right_required("role.give", may_within)
def training(request: MemberRequest, pk: UUID) -> HttpResponse:
    """For who gives roles: on which day somebody followed the safety training."""
    roles = roles_in(request.community, request.member).filter(role__in=BOUND)
    member: Member = get_object_or_404(roles, pk=pk).member
    form = TrainingForm(request.POST if request.method == "POST" else None)
    if member.pk == request.member.pk:
        raise PermissionDenied(_("Of yourself somebody else notes the training."))
    if form.is_bound and form.is_valid():
        actions.note_training(member, form.cleaned_data["on"], by=request.member)
        messages.success(request, _("Noted."))
        return redirect("communities:roles")
    context = {"person": member, "form": form}
    status = 422 if form.errors else 200
    return render_page(request, "communities/training.html", context, status=status)
