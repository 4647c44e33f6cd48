"""What all pages of settings share: of which place they are, how a form stands there, and back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.foundation.communities.access import right_required
from plein.foundation.communities.models import Community
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
manager = right_required("community.arrange")
"""Who arranges the place of the site arranges everything inside it."""


def place_of(request: MemberRequest, pk: UUID | None) -> Community:
    """The place of this site, or a part of it however deep; elsewhere it does not exist."""
    return request.community if pk is None else part_of(request, pk)


def part_of(request: MemberRequest, pk: UUID) -> Community:
    tree = request.community.tree
    if pk not in tree.below(request.community) - {request.community.pk}:
        raise Http404
    return tree.all[pk]


def back_to(pk: UUID | None) -> str:
    return reverse("communities:part", args=[pk]) if pk else reverse("communities:settings-more")


def posted(request: MemberRequest) -> Any:
    return request.POST if request.method == "POST" else None


def saved(request: MemberRequest, url: str = "") -> HttpResponse:
    messages.success(request, _("Saved."))
    return HttpResponseRedirect(url or back_to(None))


def form_page(
    request: MemberRequest,
    form: forms.Form,
    title: str,
    *,
    also: str = "",
    back: str = "",
    place: Community | None = None,
) -> HttpResponse:
    """`place` when it may be a part: then its name stands there."""
    context = {"form": form, "title": title, "also": also, "back": back or back_to(None)}
    context["part"] = place if place != request.community else None
    return page(request, "communities/settings_form.html", context, form)


def page(
    request: MemberRequest, template: str, context: dict[str, Any], form: forms.Form
) -> HttpResponse:
    return render_page(request, template, context, status=422 if form.errors else 200)
