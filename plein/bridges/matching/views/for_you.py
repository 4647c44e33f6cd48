"""'Voor jou': asks that fit, with the reason, and 'past niet, want …'."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.bridges.matching import access, said
from plein.bridges.matching.actions import inviting
from plein.bridges.matching.forms import NotForMeForm
from plein.bridges.matching.models import Suggestion
from plein.bridges.matching.queries import suggested, truth
from plein.foundation.communities.access import member_required
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.ui.render import render_page, wants_part

A_FEW = 3


@require_safe
@member_required
def for_you(request: MemberRequest) -> HttpResponse:
    """Asks that fit this member, the best first. Never a list of people."""
    rows = suggested.for_helper(request.member, request.community)
    context = {
        "shown": [said.ask_for(row, request.member) for row in rows],
        "known": truth.known_of(request.member),
        "further": "" if rows else _further(request.member),
    }
    return render_page(request, "matching/for_you.html", context)


def _further(member: Member) -> str:
    return said.further(suggested.feature_of(member.pk, member))


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """A piece of 'Mijn plein': the first three. For a browser without htmx the whole page."""
    if not wants_part(request):
        return redirect("matching:for-you")
    rows = suggested.for_helper(request.member, request.community, most=A_FEW)
    context = {
        "shown": [said.ask_for(row, request.member) for row in rows],
        "arranges": may_within(request.member, "match.arrange", request.community),
    }
    return render_page(request, "matching/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def not_for_me(request: MemberRequest, pk: UUID) -> HttpResponse:
    """'Past niet, want …', from the helper or the asker. The other side never reads it."""
    row = access.suggestion_for(request.member, request.community, pk)
    helps = row.helper_id == request.member.pk
    form = NotForMeForm(request.POST if request.method == "POST" else None, helps=helps)
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        inviting.say(row.ask, row.helper, answer, by=request.member, suggestion=row)
        messages.success(request, _thanks(answer) if helps else _("Thank you, we know enough."))
        return redirect(_back(row, helps=helps))
    shown = said.ask_for(row, request.member) if helps else said.offer_for(row, request.member)
    context = {"form": form, "shown": shown, "back": _back(row, helps=helps)}
    status = 422 if form.errors else 200
    return render_page(request, "matching/not_for_me.html", context, status=status)


def _back(row: Suggestion, *, helps: bool) -> str:
    if helps:
        return reverse("matching:for-you")
    return reverse("matching:for_post", args=[row.ask_id])


def _thanks(answer: str) -> str:
    """What somebody can change themselves, when that is what it is about."""
    if answer == "far":
        return _("Thank you. Under “How far I go” in your profile you can choose another distance.")
    if answer == "no_time":
        return _("Thank you. You may take a break, or change when you can, in your profile.")
    return _("Thank you, we know enough.")
