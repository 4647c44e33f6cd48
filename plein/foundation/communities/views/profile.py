"""My profile: small pages with one form each, saved at once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.foundation.communities import actions
from plein.foundation.communities.access import member_required
from plein.foundation.communities.forms.profile import HomeForm, PauseForm, PhotoForm
from plein.foundation.communities.profile_parts import BY_KEY, PARTS
from plein.foundation.communities.reading import keep_reading
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.places.postcodes import cell_of_postcode
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
@member_required
def profile(request: MemberRequest) -> HttpResponse:
    """All parts with what stands there now."""
    member = request.member
    parts = [(part, part.now(member)) for part in PARTS]
    home = request.community.tree.all[member.home_id]
    return render_page(request, "communities/profile.html", {"parts": parts, "home": home})


@get_or_post
@member_required
def part(request: MemberRequest, key: str) -> HttpResponse:
    """One part: one form."""
    chosen = BY_KEY.get(key)
    if chosen is None:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = chosen.form(posted, initial=chosen.initial(request.member))
    if form.is_bound and form.is_valid():
        actions.change_profile(request.member, by=request.member, **form.cleaned_data)
        return keep_reading(request.member, saved(request))
    return part_page(request, form, str(chosen.name), seen_by_others=chosen.seen_by_others)


@get_or_post
@member_required
def home(request: MemberRequest) -> HttpResponse:
    """The wijk, and if you like a postcode that we forget at once."""
    tree = request.community.tree
    posted = request.POST if request.method == "POST" else None
    form = HomeForm(posted, tree=tree, now=request.member.home_id)
    if form.is_bound and form.is_valid():
        field = form.fields["home"]
        chosen = field.home_of(form.cleaned_data["home"])  # type: ignore[attr-defined]
        cell = cell_of_postcode(form.cleaned_data["postcode"])
        actions.move_home(request.member, chosen, cell=cell, by=request.member)
        return saved(request)
    return part_page(request, form, _("Where I live"))


@get_or_post
@member_required
def photo(request: MemberRequest) -> HttpResponse:
    form = PhotoForm()
    if request.method == "POST" and "weg" in request.POST:
        actions.change_photo(request.member, None, by=request.member)
        return saved(request)
    if request.method == "POST":
        form = PhotoForm(request.POST, request.FILES)
        if form.is_valid():
            actions.change_photo(request.member, form.cleaned_data["photo"], by=request.member)
            return saved(request)
    return part_page(request, form, _("My photo"), seen_by_others=True, is_photo=True)


@get_or_post
@member_required
def pause(request: MemberRequest) -> HttpResponse:
    """No mails and no suggestions for a while."""
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        until = form.cleaned_data["until"]
        actions.pause(request.member, until=until, by=request.member)
        messages.success(request, _("You are on a break. Enjoy the quiet."))
        return redirect("communities:profile")
    return part_page(request, form, _("Take a break"), submit=_("Begin my break"))


@require_POST
@member_required
def unpause(request: MemberRequest) -> HttpResponse:
    actions.unpause(request.member, by=request.member)
    messages.success(request, _("Good to have you back!"))
    return redirect("communities:profile")


def part_page(request: MemberRequest, form: forms.Form, title: str, **context: Any) -> HttpResponse:
    """The page of one part, the same for all."""
    context |= {"form": form, "title": title}
    status = 422 if form.errors else 200
    return render_page(request, "communities/profile_part.html", context, status=status)


def saved(request: MemberRequest) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("communities:profile")
