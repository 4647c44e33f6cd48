"""The list of clients and one of them, for the team of that list only."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.foundation.care import access, actions
from plein.foundation.care.forms.clients import ClientForm
from plein.foundation.care.gate import caseload_required
from plein.foundation.care.models import Caseload, Client, Mandate
from plein.foundation.communities.forms.people import GoneForm
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
SHOWN = 200


@require_safe
@caseload_required
def clients(request: MemberRequest) -> HttpResponse:
    """Everybody, with whether somebody may ask for them now."""
    found = list(access.clients_of(request.member)[:SHOWN])
    standing: dict[UUID, Mandate] = {}
    for mandate in access.mandates_of(request.member).standing():
        if mandate.client_id not in standing or mandate.professional_id == request.member.pk:
            standing[mandate.client_id] = mandate
    rows = [(one, standing.get(one.pk)) for one in found]
    return render_page(request, "care/clients.html", {"rows": rows})


@get_or_post
@caseload_required
def add(request: MemberRequest) -> HttpResponse:
    caseloads = list(access.caseloads_of(request.member))
    if not caseloads:
        raise Http404
    form = _form(request, caseloads=caseloads)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        caseload = access.chosen(caseloads, said.pop("caseload", ""))
        made = actions.add_client(caseload, by=request.member, **said)
        return redirect("care:give-mandate", made.pk)
    status = 422 if form.errors else 200
    return render_page(request, "care/client_form.html", {"form": form}, status=status)


@require_safe
@caseload_required
def client(request: MemberRequest, pk: UUID) -> HttpResponse:
    found = access.client(request.member, request.community, pk)
    mandates = list(access.mandates_of(request.member).filter(client=found))
    context = {
        "client": found,
        "mandates": mandates,
        "mine": any(m.stands and m.professional_id == request.member.pk for m in mandates),
    }
    return render_page(request, "care/client.html", context)


@get_or_post
@caseload_required
def change(request: MemberRequest, pk: UUID) -> HttpResponse:
    found = access.client(request.member, request.community, pk)
    form = _form(request, found)
    if form.is_bound and form.is_valid():
        actions.change_client(found, by=request.member, **form.cleaned_data)
        messages.success(request, _("Your changes have been saved."))
        return redirect("care:client", pk)
    context = {"form": form, "client": found}
    return render_page(
        request, "care/client_form.html", context, status=422 if form.errors else 200
    )


@get_or_post
@caseload_required
def gone(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Died or moved away: a page first, then one tap stops everything."""
    found = access.client(request.member, request.community, pk)
    form = GoneForm(request.POST if "because" in request.POST else None)
    if request.method == "POST" and "back" in request.POST:
        actions.client_back_again(found, by=request.member)
        return redirect("care:client", pk)
    if request.method == "POST" and form.is_valid():
        actions.client_gone(found, form.cleaned_data["because"], by=request.member)
        return redirect("care:client-gone", pk)
    context = {"client": found, "form": form}
    return render_page(request, "care/gone.html", context, status=422 if form.errors else 200)


@get_or_post
@caseload_required
def erase(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A page first, with what will be gone."""
    found = access.client(request.member, request.community, pk)
    if request.method == "POST":
        actions.erase_client(found, by=request.member)
        messages.success(request, _("Everything of this person has been erased."))
        return redirect("care:clients")
    return render_page(request, "care/erase.html", {"client": found})


def _form(
    request: MemberRequest, client: Client | None = None, caseloads: Sequence[Caseload] = ()
) -> ClientForm:
    homes = request.community.tree.homes()
    initial = {
        name: getattr(client, name)
        for name in ("name", "phone", "address", "note", "channel", "consent")
        if client
    }
    if client:
        initial["home"] = str(client.home_id)
    data = request.POST if request.method == "POST" else None
    return ClientForm(data, initial=initial or None, homes=homes, caseloads=caseloads)
