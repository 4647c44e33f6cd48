"""'Er is iets gebeurd' or 'Ik maak me zorgen', said on the phone and written down at once."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import access, caller_key, queries
from plein.bridges.telephone.forms import CallerForm, ToldForm
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import promise
from plein.features.noticeboard import queries as board
from plein.foundation.accounts.limits import TooOften, count
from plein.foundation.audit import record
from plein.foundation.communities.access import greeted_required, right_required
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@right_required("day.see")
def tell(request: MemberRequest, key: UUID) -> HttpResponse:
    """Whom we called ourselves."""
    row = access.row(request.member, request.community, key)
    [line] = queries.with_people([row], row.town_id)
    who = line.member or queries.member_with(line.phone, row.town_id)
    if who is None or who.pk == request.member.pk:
        raise Http404
    return _tell(request, who, back=reverse("telephone:called", args=[key]))


@get_or_post
@right_required("day.see")
def who_calls(request: MemberRequest) -> HttpResponse:
    """Somebody calls us: by their number, so that it can be noted in their name."""
    form = CallerForm(request.POST or None)
    context = {"form": form, "people": promise.safety_people(request.community)}
    if request.method == "POST" and form.is_valid():
        try:
            count("caller.member", str(request.member.pk))
        except TooOften:
            form.add_error(None, _("That is often. Call these people yourself."))
        else:
            if caller := access.caller(
                request.member, request.community, form.cleaned_data["phone"]
            ):
                record("telephone.caller.looked_up", on=caller, by=request.member)
                key = caller_key.made(caller, by=request.member)
                return redirect("telephone:tell-caller", key)
            context["unknown"] = True
    status = 422 if request.method == "POST" else 200
    return render_page(request, "telephone/who_calls.html", context, status=status)


@get_or_post
@greeted_required
def tell_caller(request: MemberRequest, key: str) -> HttpResponse:
    """Who called us, with a number we know or with their slip; for half an hour."""
    pk = caller_key.read(key, by=request.member)
    if pk is None:
        raise Http404
    known = Member.objects.here().filter(town=request.community.town_id, pk=pk)
    who = get_object_or_404(known.select_related("account", "home"))
    return _tell(request, who, back=reverse("telephone:note"))


def _tell(request: MemberRequest, who: Member, *, back: str) -> HttpResponse:
    """In the name of who is on the phone; the people by name of that place call today."""
    form = ToldForm(request.POST or None, of=who, talks=board.talks_of(who))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        noticeboard.tell_concern(
            form.chosen, said["kind"], said["about"], by=who, noted_by=request.member
        )
        messages.success(request, _("Noted. Somebody by name calls today."))
        return redirect(back)
    home = request.community.tree.all[who.home_id]
    context = {"back": back, "who": who, "form": form, "people": promise.safety_people(home)}
    status = 422 if form.errors else 200
    return render_page(request, "telephone/tell.html", context, status=status)
