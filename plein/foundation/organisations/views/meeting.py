"""A new neighbour gets a code to tell; who speaks for an organisation types it and meets them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.organisations import access, actions
from plein.foundation.organisations.forms import MeetForm
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@never_cache
@member_required
def introduce(request: MemberRequest) -> HttpResponse:
    """For who waits to be met: which organisations do that, and a code to tell them."""
    member = request.member
    if member.is_greeted or member.greeting_taken_at:
        return redirect("communities:not-greeted")
    near = access.greeters_near(member)
    if request.method == "POST" and near:
        actions.introduce(member)
        return redirect("organisations:introduce")
    context = {"organisations": near, "told": access.introduction_of(member) if near else None}
    return render_page(request, "organisations/introduce.html", context, part="introduce")


@get_or_post
@never_cache
@member_required
def meet(request: MemberRequest) -> HttpResponse:
    """The code first, then who it is; then one tap that says: I know this person."""
    mine = access.greeting_organisations(request.member)
    if not mine:
        raise Http404
    form = MeetForm(request.POST if request.method == "POST" else None, organisations=mine)
    context: dict[str, object] = {"form": form, "organisations": mine}
    if form.is_bound and form.is_valid():
        code, organisation = form.cleaned_data["code"], form.cleaned_data["organisation"]
        try:
            told = access.told_by(code, request.member)
            if "yes" in request.POST:
                person = actions.meet(told, organisation, by=request.member)
                messages.success(request, _("You met %(name)s. Thank you!") % {"name": person.name})
                return redirect("organisations:meet")
            context |= {
                "told": told,
                "organisation": organisation,
                "home": request.community.tree.all[told.member.home_id],
            }
        except access.WrongCode:
            form.add_error("code", _("We do not know this code. Ask for a new one."))
        except TooOften:
            form.add_error("code", _("That was tried too often. Go on tomorrow, or call us."))
        except actions.MayNotMeet:
            form.add_error(None, _("A connector meets this person: call us."))
        except actions.EnoughThisWeek:
            form.add_error(
                None, _("Your organisation met ten people this week. A connector meets the others.")
            )
    status = 422 if form.errors else 200
    return render_page(request, "organisations/meet.html", context, status=status)
