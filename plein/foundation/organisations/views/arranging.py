"""Organisations of a place, for its managers; editors also for the organisation's coordinator."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.foundation.communities.access import member_required, right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.organisations import access, actions
from plein.foundation.organisations.forms import EditorForm, OrganisationForm
from plein.foundation.organisations.models import Editor
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
manager = right_required("community.arrange")
A_PAGE = 50


@require_GET
@manager
def organisations(request: MemberRequest) -> HttpResponse:
    """A page of names; a place may have hundreds, so there is a search by name too."""
    words = request.GET.get("zoek", "").strip()[:80]
    behind = request.GET.get("vanaf", "")
    start = int(behind) if behind.isdecimal() and len(behind) < 6 else 0
    found = access.arranged_organisations(request.community, words)
    page = list(found[start : start + A_PAGE + 1])
    context = {
        "organisations": page[:A_PAGE],
        "words": words,
        "more_url": f"?{urlencode({'zoek': words, 'vanaf': start + A_PAGE})}"
        if len(page) > A_PAGE
        else "",
    }
    return render_page(request, "organisations/all.html", context)


@get_or_post
@manager
def add(request: MemberRequest) -> HttpResponse:
    form = OrganisationForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        organisation = actions.admit(request.community, by=request.member, **form.cleaned_data)
        return redirect("organisations:organisation", organisation.pk)
    status = 422 if form.errors else 200
    return render_page(request, "organisations/add.html", {"form": form}, status=status)


@get_or_post
@member_required
def organisation(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Name and line, and who speaks for it."""
    found = access.arranged_organisation(request.member, request.community, pk)
    initial = {"name": found.name, "line": found.line}
    form = OrganisationForm(_posted(request, "name"), initial=initial)
    editor_form = EditorForm(_posted(request, "member"), town=request.community.tree.town)
    if form.is_bound and form.is_valid():
        actions.rename(found, by=request.member, **form.cleaned_data)
        return redirect("organisations:organisation", pk)
    if editor_form.is_bound and editor_form.is_valid():
        actions.let_speak(found, by=request.member, **editor_form.cleaned_data)
        return redirect("organisations:organisation", pk)
    context = {
        "organisation": found,
        "form": form,
        "editor_form": editor_form,
        "may_trust": access.may_trust(request.member, found),
        "editors": found.editors.select_related("member__home").order_by("member__name"),
    }
    status = 422 if form.errors or editor_form.errors else 200
    return render_page(request, "organisations/organisation.html", context, status=status)


@require_POST
@member_required
def remove_editor(request: MemberRequest, pk: UUID, editor: UUID) -> HttpResponse:
    found = access.arranged_organisation(request.member, request.community, pk)
    mine = Editor.objects.filter(town=found.town_id, organisation=found)
    actions.remove_editor(get_object_or_404(mine, pk=editor), by=request.member)
    return redirect("organisations:organisation", pk)


@require_POST
@member_required
def trust(request: MemberRequest, pk: UUID, editor: UUID) -> HttpResponse:
    """A manager says who of it may meet new people, or not any more. A coordinator does not."""
    found = access.arranged_organisation(request.member, request.community, pk)
    if not access.may_trust(request.member, found):
        raise PermissionDenied(_("A manager of the place decides this."))
    mine = get_object_or_404(
        Editor.objects.filter(town=found.town_id, organisation=found), pk=editor
    )
    try:
        actions.trust_to_greet(mine, by=request.member, trusted="yes" in request.POST)
    except actions.TrustIsGiven:
        messages.error(request, _("Another manager decides this about you."))
    return redirect("organisations:organisation", pk)


def _posted(request: MemberRequest, field: str) -> Any:
    return request.POST if request.method == "POST" and field in request.POST else None
