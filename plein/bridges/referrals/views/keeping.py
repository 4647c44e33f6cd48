"""My slips with what was heard, and for managers how long slips are kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.bridges.referrals import access, actions
from plein.bridges.referrals.forms import RulesForm
from plein.bridges.referrals.models import last_day
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_safe
@never_cache
@access.giver_required
def mine(request: MemberRequest) -> HttpResponse:
    context = {
        "answered": access.answered_to(request.member, _after(request, "antwoord")),
        "unanswered": access.unanswered_of(request.member, _after(request, "wacht")),
    }
    return render_page(request, "referrals/mine.html", context)


def _after(request: MemberRequest, name: str) -> UUID | None:
    """From which key a list goes on; an odd one begins at the newest."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


@require_POST
@access.giver_required
def drop(request: MemberRequest, key: UUID) -> HttpResponse:
    actions.drop(access.given(request.member, key), by=request.member)
    messages.success(request, _("The slip is erased. Its code opens nothing any more."))
    return redirect("referrals:mine")


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def rules(request: MemberRequest) -> HttpResponse:
    days = (last_day(request.community) - timezone.localdate()).days
    form = RulesForm(request.POST or None, initial={"days": days})
    if request.method == "POST" and form.is_valid():
        actions.keep_for(form.cleaned_data["days"], community=request.community, by=request.member)
        messages.success(request, _("Your changes have been saved."))
        return redirect("referrals:rules")
    status = 422 if form.errors else 200
    return render_page(request, "referrals/rules.html", {"form": form}, status=status)
