"""'Er is iets gebeurd' or 'Ik maak me zorgen', said on the phone and written down at once."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.bridges.telephone import access, actions, caller_key, queries
from plein.bridges.telephone.actions.worrying import Told
from plein.bridges.telephone.forms import CallerForm, ToldForm, WorryForm
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard import queries as board
from plein.features.noticeboard import safety
from plein.foundation.accounts import addresses
from plein.foundation.accounts.limits import TooOften, count
from plein.foundation.audit import record
from plein.foundation.communities.access import greeted_required, right_required
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.rights import may_within
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@right_required("day.see", may_within)
def tell(request: MemberRequest, key: UUID) -> HttpResponse:
    """Whom we called ourselves."""
    row = access.row(request.member, request.community, key)
    [line] = queries.with_people([row], row.town_id)
    who = line.member or queries.member_with(line.phone, row.town_id)
    if who and who.pk == request.member.pk:
        raise Http404
    back = reverse("telephone:called", args=[key])
    if who:
        return _tell(request, who, back=back)
    place = request.community.tree.all[row.community_id]
    return _tell_alone(request, place, line.name, line.phone, back=back)


@get_or_post
@right_required("day.see", may_within)
def who_calls(request: MemberRequest) -> HttpResponse:
    """Somebody calls us: by their number, so that it can be noted in their name."""
    form = CallerForm(request.POST or None)
    context = {
        "form": form,
        "place": request.community,
        "people": safety.safety_people(request.community),
    }
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
            phone = addresses.shown(form.cleaned_data["phone"])
            context |= {"unknown": True, "worry": WorryForm(initial={"phone": phone})}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "telephone/who_calls.html", context, status=status)


@get_or_post
@right_required("day.see", may_within)
def unknown(request: MemberRequest) -> HttpResponse:
    """Of who is not found, or calls without a number: to the same people by name."""
    return _tell_alone(request, request.community, back=reverse("telephone:worry"))


def _tell_alone(
    request: MemberRequest, place: Community, name: str = "", phone: str = "", *, back: str
) -> HttpResponse:
    """Nobody else is named: of who is not known here, or talked with nobody here yet."""
    number = addresses.shown(phone) if phone else ""
    form = WorryForm(request.POST or None, initial={"teller": name, "phone": number})
    if request.method == "POST" and form.is_valid():
        told = Told(**form.cleaned_data)
        if actions.note_worry(told, community=place, by=request.member):
            messages.success(request, _("Noted. Somebody of us by name calls."))
            return redirect(back)
        # Nobody of them has an account: their numbers stand on this page.
        messages.warning(request, _("Noted. Call one of these people yourself now."))
        return redirect("telephone:worry")
    context = {"back": back, "worry": form, "place": place, "people": safety.safety_people(place)}
    status = 422 if form.errors else 200
    return render_page(request, "telephone/note_worry.html", context, status=status)


@get_or_post
@greeted_required
def heard(request: MemberRequest, key: UUID) -> HttpResponse:
    """For the people by name: whom to call, and that it was done."""
    worry = access.worry(request.member, request.community, key)
    if request.method == "POST":
        actions.worry_heard(worry, by=request.member)
        messages.success(request, _("Noted. Thank you for calling."))
        return redirect("dayboard:today")
    if request.method == "GET":
        record("telephone.worry.seen", on=worry, by=request.member)
    return render_page(request, "telephone/worry.html", {"worry": worry})


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
    home, talks = request.community.tree.all[who.home_id], board.talks_of(who)
    if not talks:
        return _tell_alone(request, home, who.name, who.phone, back=back)
    form = ToldForm(request.POST or None, of=who, talks=talks)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        noticeboard.tell_concern(
            form.chosen, said["kind"], said["about"], by=who, noted_by=request.member
        )
        messages.success(request, _("Noted. Somebody of us by name calls."))
        return redirect(back)
    context = {
        "back": back,
        "who": who,
        "form": form,
        "place": home,
        "people": safety.safety_people(home),
    }
    status = 422 if form.errors else 200
    return render_page(request, "telephone/tell.html", context, status=status)
