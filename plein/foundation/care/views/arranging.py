"""Agreements and admissions, for managers. They see no client."""

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plein.foundation.care import access, actions
from plein.foundation.care.forms.agreements import AdmitForm, AgreementForm, ChangeAgreementForm
from plein.foundation.care.models import Admission, Agreement
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.organisations.models import Organisation
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
manager = right_required("community.arrange")
MOST = 2000


@require_safe
@manager
def agreements(request: MemberRequest) -> HttpResponse:
    context = {"agreements": access.agreements_here(request.community)}
    return render_page(request, "care/agreements.html", context)


@get_or_post
@manager
def add(request: MemberRequest) -> HttpResponse:
    town = request.community.town_id
    admitted = Organisation.objects.filter(town=town, hidden_at=None).exclude(admitted_at=None)
    form = AgreementForm(
        request.POST if request.method == "POST" else None,
        organisations=list(admitted.order_by("name", "pk")[:MOST]),
    )
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                made = actions.agree(request.community, by=request.member, **form.cleaned_data)
            return redirect("care:agreement", made.pk)
        except IntegrityError:
            form.add_error("organisation", _("There is an agreement with this organisation."))
    status = 422 if form.errors else 200
    return render_page(request, "care/add_agreement.html", {"form": form}, status=status)


@get_or_post
@manager
def agreement(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Its dates and contact, and who was let in."""
    found = access.agreement(request.member, request.community, pk)
    form = ChangeAgreementForm(_posted(request, "signed_on"), initial=_initial(found))
    admit = AdmitForm(_posted(request, "number_found"), town=request.community.tree.town)
    if request.method == "POST" and not form.is_bound and not admit.is_bound:
        admit = AdmitForm(request.POST, town=request.community.tree.town)
    if form.is_bound and form.is_valid():
        actions.change_agreement(found, by=request.member, **form.cleaned_data)
        messages.success(request, _("Your changes have been saved."))
        return redirect("care:agreement", pk)
    if admit.is_bound and admit.is_valid():
        said = {name: admit.cleaned_data[name] for name in ("member", "number_found", "phone")}
        try:
            actions.admit(found, by=request.member, **said)
            return redirect("care:agreement", pk)
        except actions.NobodyAdmitsThemselves:
            admit.add_error("member", _("Somebody else lets you in, never you yourself."))
    context = {
        "agreement": found,
        "form": form,
        "admit": admit,
        "admissions": found.admissions.filter(ended_at=None)
        .select_related("member", "called_by")
        .order_by("member__name"),
    }
    status = 422 if form.errors or admit.errors else 200
    return render_page(request, "care/agreement.html", context, status=status)


@require_POST
@manager
def end_admission(request: MemberRequest, pk: UUID, admission: UUID) -> HttpResponse:
    found = access.agreement(request.member, request.community, pk)
    mine = Admission.objects.filter(town=found.town_id, agreement=found, ended_at=None)
    one = get_object_or_404(mine.select_related("agreement", "member"), pk=admission)
    actions.end_admission(one, by=request.member)
    messages.success(request, _("This person sees no clients any more."))
    return redirect("care:agreement", pk)


def _initial(found: Agreement) -> dict[str, object]:
    names = "work signed_on ends_on contact_name contact_mail serves harmless"
    return {name: getattr(found, name) for name in names.split()}


def _posted(request: MemberRequest, field: str) -> "object":
    return request.POST if request.method == "POST" and field in request.POST else None
