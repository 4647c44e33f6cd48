"""Meeting people: greet, make active, read a code aloud, keep away from somebody."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.foundation.accounts.addresses import shown
from plein.foundation.accounts.forms import AddressForm
from plein.foundation.accounts.limits import TooOften
from plein.foundation.communities import access, actions
from plein.foundation.communities.actions.blocking import NotYourself
from plein.foundation.communities.actions.greeting import AddressIsTaken, KeepsGreeting
from plein.foundation.communities.actions.speaking import MayNotSpeak, speak_code
from plein.foundation.communities.entrance import back
from plein.foundation.communities.forms.people import GoneForm, GreetingForm
from plein.foundation.communities.models import Member
from plein.foundation.communities.profile_parts import languages_of
from plein.foundation.communities.queries import my_block, waiting_in
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.foundation.communities.rights import may, may_within
from plein.foundation.communities.views.arriving import too_often
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@access.member_required
def greet(request: MemberRequest, pk: UUID) -> HttpResponse:
    """One tap, with a text to adapt."""
    member = access.greetable_member(request.member, request.community, pk)
    form = GreetingForm(
        request.POST if request.method == "POST" else None,
        member=member,
        by=request.member,
    )
    if form.is_bound and form.is_valid():
        try:
            words = form.cleaned_data["words"]
            actions.greet(member, by=request.member, words=words, again=True)
            messages.success(request, _("You met %(name)s. Thank you!") % {"name": member.name})
            return redirect(back(request))
        except AddressIsTaken:
            form.add_error(None, _("Somebody signs in with this address already. Read a code."))
    home = request.community.tree.all[member.home_id]
    context = {"person": member, "form": form, "home": home, "terug": back(request)}
    status = 422 if form.errors else 200
    return render_page(request, "communities/greet.html", context, status=status)


@require_POST
@access.member_required
def take_away(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Nobody knows this person, or the number is wrong: what was typed is erased."""
    member = access.greetable_member(request.member, request.community, pk)
    if actions.take_away(member, by=request.member):
        messages.success(request, _("Taken away. Whoever it was can simply join again."))
        return redirect(back(request))
    messages.error(request, _("This person came in already, so they stay."))
    return redirect("communities:greet", member.pk)


@require_POST
@access.member_required
def take_greeting_back(request: MemberRequest, pk: UUID) -> HttpResponse:
    member = access.greetable_member(request.member, request.community, pk)
    try:
        actions.take_greeting_back(member, by=request.member)
        messages.success(
            request, _("Taken back. %(name)s reads no private asks.") % {"name": member.name}
        )
    except KeepsGreeting:
        messages.error(request, _("This person has a role, or it is you. First take the role."))
    return redirect("communities:greet", member.pk)


@get_or_post
@access.member_required
def gone(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Died or moved away: a page first, then one tap stops everything."""
    member = access.gone_member(request.member, request.community, pk)
    form = GoneForm(request.POST if "because" in request.POST else None)
    if request.method == "POST" and "back" in request.POST:
        actions.back_again(member, by=request.member)
        return redirect("communities:gone", member.pk)
    if request.method == "POST" and form.is_valid():
        actions.gone(member, form.cleaned_data["because"], by=request.member)
        return redirect("communities:gone", member.pk)
    status = 422 if form.errors else 200
    context = {"person": member, "form": form}
    return render_page(request, "communities/gone.html", context, status=status)


@require_POST
@access.member_required
def activate(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Somebody stands at the table or is on the phone: let them in."""
    member = access.greetable_member(request.member, request.community, pk)
    try:
        actions.activate(member, by=request.member)
        messages.success(request, _("%(name)s is active now.") % {"name": member.name})
    except AddressIsTaken:
        messages.error(request, _("Somebody signs in with this address already. Read a code."))
    asked = "terug" in request.POST
    return redirect(back(request) if asked else reverse("communities:speak-code"))


@never_cache
@get_or_post
@access.right_required("code.speak", may_within)
def speak(request: MemberRequest) -> HttpResponse:
    """A code to read aloud; it is shown once and kept nowhere."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    form.fields["address"].label = _("Their phone number or mail address")
    context: dict[str, object] = {"form": form}
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            address = form.cleaned_data["address"]
            try:
                digits = speak_code(address, community=request.community, by=request.member)
                context |= {"digits": f"{digits[:3]} {digits[3:]}", "address": shown(address)}
                status = 200
            except MayNotSpeak:
                form.add_error(
                    "address", _("This person signs in with a code they get themselves.")
                )
            except TooOften as wrong:
                form.add_error(None, too_often(wrong, request.community))
    context["waiting"] = waiting_in(request.community, request.member)
    return render_page(request, "communities/speak_code.html", context, status=status)


@require_GET
@access.member_required
def neighbour(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What neighbours see of each other: never availability, interests or distance."""
    person = access.neighbour(request.member, request.community, pk)
    context = {
        "person": person,
        "home": request.community.tree.all[person.home_id],
        "languages": languages_of(person),
        "my_block": my_block(request.member, person),
        "is_me": person.pk == request.member.pk,
        "may_give": may(request.member, "role.give", request.community),
        "may_greet": may(
            request.member, "member.greet", request.community.tree.all[person.home_id]
        ),
    }
    return render_page(request, "communities/neighbour.html", context)


@require_POST
@access.member_required
def block(request: MemberRequest, pk: UUID) -> HttpResponse:
    """From now on you two do not meet here."""
    person = access.known_neighbour(request.member, request.community, pk)
    try:
        actions.block(person, by=request.member)
        messages.success(
            request,
            _(
                "You do not meet each other here any more. They hear nothing. "
                "You can always take it back, in your profile."
            ),
        )
    except NotYourself:
        messages.error(request, _("That is you."))
    return redirect(back(request))


@require_POST
@access.member_required
def unblock(request: MemberRequest, pk: UUID) -> HttpResponse:
    person = access.known_neighbour(request.member, request.community, pk)
    actions.unblock(person, by=request.member)
    messages.success(request, _("You can meet each other here again."))
    return redirect(back(request))


@require_GET
def not_greeted(request: PleinRequest) -> HttpResponse:
    """Why somebody cannot read this yet, what they can do already, and how it goes faster."""
    member: Member | None = request.member
    if member and member.is_greeted:
        return redirect(back(request))
    return render_page(request, "communities/not_greeted.html", {"terug": back(request)})
