"""How a place looks, and at which address: of this site, or of a part of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plein.foundation.communities.actions import arranging as actions
from plein.foundation.communities.colours import USUAL
from plein.foundation.communities.forms import arranging as forms_here
from plein.foundation.communities.forms.calling import CallHoursForm
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.communities.views.settings_shown import (
    back_to,
    form_page,
    get_or_post,
    manager,
    place_of,
    posted,
    saved,
)
from plein.ui.render import render_page


@get_or_post
@manager
def colours(request: MemberRequest, pk: UUID | None = None) -> HttpResponse:
    """Six colours; what cannot be read is refused with a reason."""
    place, back = place_of(request, pk), back_to(pk)
    if request.method == "POST" and "gewoon" in request.POST:
        actions.arrange(place, by=request.member, colours=[])
        return saved(request, back)
    now = place.colours or USUAL
    initial = {f"colour_{number}": colour for number, colour in enumerate(now, start=1)}
    form = forms_here.ColourForm(posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.arrange(place, by=request.member, colours=form.chosen())
        return saved(request, back)
    also = _("The usual colours")
    return form_page(request, form, _("Colours of the houses"), also=also, back=back, place=place)


@get_or_post
@manager
def house_style(request: MemberRequest) -> HttpResponse:
    """A theme file of NL Design System; what cannot be read is refused with a reason."""
    if request.method == "POST" and "gewoon" in request.POST:
        actions.arrange(request.community, by=request.member, tokens={})
        return saved(request)
    form = forms_here.ThemeForm(posted(request), request.FILES or None)
    if form.is_bound and form.is_valid():
        actions.arrange(request.community, by=request.member, tokens=form.tokens)
        number = len(form.tokens)
        messages.success(request, _("%(number)d values were taken over.") % {"number": number})
        return redirect("communities:house-style")
    also = _("The usual style") if request.community.tokens else ""
    return form_page(request, form, _("Own house style"), also=also)


@get_or_post
@manager
def logo(request: MemberRequest, pk: UUID | None = None) -> HttpResponse:
    place, back = place_of(request, pk), back_to(pk)
    if request.method == "POST" and "gewoon" in request.POST:
        actions.change_logo(place, None, by=request.member)
        return saved(request, back)
    form = forms_here.LogoForm(posted(request), request.FILES or None)
    if form.is_bound and form.is_valid():
        actions.change_logo(place, form.cleaned_data["logo"], by=request.member)
        return saved(request, back)
    also = _("No logo") if place.logo_id else ""
    return form_page(request, form, _("Logo"), also=also, back=back, place=place)


@get_or_post
@manager
def host(request: MemberRequest, pk: UUID | None = None) -> HttpResponse:
    place = place_of(request, pk)
    initial = {"host": place.next_host or place.host}
    form = forms_here.HostForm(posted(request), community=place, initial=initial)
    if form.is_bound and form.is_valid():
        place = actions.choose_host(place, form.cleaned_data["host"], by=request.member)
        context = {"place": place, "back": back_to(pk)}
        if place.next_host:
            _host, colon, port = request.get_host().partition(":")
            context["ahead"] = f"{request.scheme}://{place.next_host}{colon}{port}/"
        return render_page(request, "communities/new_host.html", context)
    return form_page(request, form, _("Own address on the web"), back=back_to(pk), place=place)


@get_or_post
@manager
def call_hours(request: MemberRequest, pk: UUID | None = None) -> HttpResponse:
    """When the phone is answered, of each weekday."""
    place = place_of(request, pk)
    form = CallHoursForm(posted(request), week=place.call_hours)
    if form.is_bound and form.is_valid():
        actions.arrange(place, by=request.member, call_hours=form.week())
        return saved(request, back_to(pk))
    title = _("When do you answer the phone?")
    return form_page(request, form, title, back=back_to(pk), place=place)


@get_or_post
@manager
def reach(request: MemberRequest, pk: UUID | None = None) -> HttpResponse:
    """What comes in from elsewhere: a place narrows, and never widens."""
    place = place_of(request, pk)
    initial = {"takes_up": place.takes_up, "takes_down": place.takes_down}
    form = forms_here.ReachForm(posted(request), initial=initial)
    if form.is_bound and form.is_valid():
        actions.arrange(place, by=request.member, **form.cleaned_data)
        return saved(request, back_to(pk))
    return form_page(
        request, form, _("What comes in from elsewhere"), back=back_to(pk), place=place
    )
