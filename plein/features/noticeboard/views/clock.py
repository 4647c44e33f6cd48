"""The answer promise: what everybody may read of it, and how a manager arranges it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.noticeboard import access, actions, promise, queries
from plein.features.noticeboard.forms.clock import AwayForm, OnClockForm, RulesForm
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.communities.rights import may
from plein.ui.render import render_page


@require_safe
def promise_kept(request: PleinRequest) -> HttpResponse:
    """What somebody may expect here, and how well we did."""
    context = {
        "kept": promise.kept(request.community),
        "rules": promise.rules_of(request.community),
        "takes_asks": promise.watch(request.community).takes_asks,
        "arranges": may(request.member, "community.arrange", request.community),
    }
    return render_page(request, "noticeboard/promise.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def clock(request: MemberRequest) -> HttpResponse:
    """Who is on the clock of this place; put somebody on it, close or open the place."""
    community = request.community
    people = queries.may_be_on_clock(community)
    form = OnClockForm(request.POST if "add" in request.POST else None, people=people)
    if request.method == "POST":
        if "close" in request.POST:
            actions.close_place(community, "manager", by=request.member)
            return redirect("noticeboard:clock")
        if "open" in request.POST:
            return _open(request)
        if form.is_valid() and _added(request, form):
            return redirect("noticeboard:clock")
    for_safety, today = promise.on_clock(community, for_safety=True), timezone.localdate()
    context = {
        "form": form,
        "watch": promise.watch(community),
        "for_safety": for_safety,
        "safety_there": [row for row in for_safety if not promise.is_away(row, today)],
        "own": community.pk == actions.watched_by(community).pk,
        "named": promise.NAMED,
    }
    status = 422 if form.errors else 200
    return render_page(request, "noticeboard/clock.html", context, status=status)


def _open(request: MemberRequest) -> HttpResponse:
    try:
        actions.open_place(request.community, by=request.member)
    except actions.NotEnoughNamed:
        messages.error(
            request, _("First put two people and a last resort on the clock who are there.")
        )
    return redirect("noticeboard:clock")


def _added(request: MemberRequest, form: OnClockForm) -> bool:
    asked = ("member", "name", "phone", "last_resort", "for_safety")
    said = {key: form.cleaned_data[key] for key in asked}
    try:
        actions.put_on_clock(request.community, by=request.member, **said)
    except actions.AlreadyOnClock:
        form.add_error("member", _("There is somebody of this name on the list already."))
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def rules(request: MemberRequest) -> HttpResponse:
    now = promise.rules_of(request.community)
    form = RulesForm(request.POST or None, rules=now)
    if request.method == "POST" and form.is_valid():
        actions.change_rules(request.community, form.cleaned_data, by=request.member)
        messages.success(request, _("Saved."))
        return redirect("noticeboard:clock")
    status = 422 if form.errors else 200
    return render_page(request, "noticeboard/clock_rules.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@right_required("community.arrange")
def away(request: MemberRequest, key: UUID) -> HttpResponse:
    """When somebody is away, or that they are not on the clock any more."""
    row = access.row_on_clock(request.community, key)
    form = AwayForm(request.POST or None, row=row)
    if request.method == "POST" and "remove" in request.POST:
        actions.take_off_clock(row, by=request.member)
        return redirect("noticeboard:clock")
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.be_away(row, said["away_from"], said["away_until"], by=request.member)
        return redirect("noticeboard:clock")
    status = 422 if form.errors else 200
    context = {"form": form, "row": row}
    return render_page(request, "noticeboard/clock_away.html", context, status=status)
