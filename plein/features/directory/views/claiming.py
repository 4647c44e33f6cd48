"""Saying that one speaks for an organisation, in three ways; and proposing a new one."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plein.features.directory import access, actions, keys, queries
from plein.features.directory.domains import proving_domains
from plein.features.directory.forms.keeping import (
    CodeForm,
    MailClaimForm,
    ProposeForm,
    StewardClaimForm,
)
from plein.features.directory.models import Claim, Entry
from plein.features.directory.views.pages import get_or_post, posted
from plein.foundation import jobs
from plein.foundation.accounts.limits import TooOften, count
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.ui.render import render_page


@get_or_post
@member_required
def claim(request: MemberRequest, slug: str) -> HttpResponse:
    """Which way there is depends on what the map knows of the organisation."""
    if kept := access.merged_into(request.community, slug):
        return redirect("directory:claim", kept.slug)
    entry = access.visible_entry(request.member, request.community, slug)
    if access.belongs(request.member, entry):
        return redirect(entry)
    way = request.POST.get("way", "")
    mail_form = MailClaimForm(request.POST if way == "mail" else None)
    words_form = StewardClaimForm(request.POST if way == "steward" else None)
    if request.method == "POST":
        try:
            count("claim.member", str(request.member.pk))
            if done := _begin(request, entry, way, mail_form, words_form):
                return done
        except TooOften:
            messages.error(
                request, _("You tried this often today. Try again tomorrow, or call us.")
            )
    bound = mail_form.errors or words_form.errors
    context = {
        "entry": entry,
        "waiting": access.my_claim(request.member, entry),
        "domains": sorted(proving_domains(entry.mail, entry.website)),
        "address": next((p.address for p in entry.locations.all() if p.address), ""),
        "mail_form": mail_form,
        "words_form": words_form,
    }
    return render_page(request, "directory/claim.html", context, status=422 if bound else 200)


def _begin(
    request: MemberRequest,
    entry: Entry,
    way: str,
    mail_form: MailClaimForm,
    words_form: StewardClaimForm,
) -> HttpResponse | None:
    """The page after it; None when something must be mended first."""
    if way == "mail" and mail_form.is_valid():
        try:
            actions.claim_by_mail(entry, mail_form.cleaned_data["mail"], by=request.member)
        except actions.NotAtThatDomain:
            mail_form.add_error(
                "mail", _("This address is not of this organisation. Choose another way below.")
            )
            return None
        messages.success(request, _("We sent a mail to that address. Open the link in it."))
    elif way == "letter" and any(place.address for place in entry.locations.all()):
        actions.claim_by_letter(entry, by=request.member)
        messages.success(request, _("A letter with a code goes to their address within a week."))
    elif way == "steward" and words_form.is_valid():
        actions.claim_through_steward(entry, words_form.cleaned_data["words"], by=request.member)
        messages.success(request, _("Somebody looks at it and tells you."))
    else:
        return None
    return redirect("directory:claim", entry.organisation.slug)


@get_or_post
@member_required
def code(request: MemberRequest, slug: str) -> HttpResponse:
    """The code from the letter."""
    if kept := access.merged_into(request.community, slug):
        return redirect("directory:code", kept.slug)
    entry = access.visible_entry(request.member, request.community, slug)
    waiting = access.my_claim(request.member, entry)
    if waiting is None or not (waiting.digest or waiting.letter_comes):
        raise Http404
    form = CodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.enter_code(waiting, form.cleaned_data["code"], by=request.member)
        except actions.WrongCode:
            form.add_error("code", _("This is not the code in the letter. Look once more."))
        except actions.ClaimIsOver:
            form.add_error("code", _("This code does not work any more. Ask for a new letter."))
        else:
            messages.success(request, _("From now on you keep this page."))
            return redirect(entry)
    status = 422 if form.errors else 200
    context = {"entry": entry, "form": form}
    return render_page(request, "directory/code.html", context, status=status)


@get_or_post
@member_required
def claim_by_mail(request: MemberRequest, key: str) -> HttpResponse:
    """The link in the mail: a page, then a button. Only for the member who asked for it."""
    read = keys.read_key(keys.CLAIM, key)
    claims = Claim.objects.filter(town=request.community.town_id, member=request.member)
    found = claims.select_related("entry__organisation__community", "member")
    claim = found.filter(pk=read.about, mail=read.stamp).first() if read else None
    if claim is None:
        raise Http404
    entry = claim.entry
    if request.method == "POST":
        try:
            actions.prove_mail(claim, by=request.member)
        except actions.ClaimIsOver:
            messages.error(request, _("This link does not work any more. Ask for a new one."))
            return redirect("directory:claim", entry.organisation.slug)
        messages.success(request, _("From now on you keep this page."))
        return redirect(entry)
    return render_page(request, "directory/claim_by_mail.html", {"entry": entry, "claim": claim})


@get_or_post
@member_required
def propose(request: MemberRequest) -> HttpResponse:
    """An organisation that is not on the map yet."""
    form = ProposeForm(posted(request))
    form_key = request.POST.get("form_key", "")
    if request.method == "POST" and form.is_valid():
        try:
            count("claim.member", str(request.member.pk))
        except TooOften:
            messages.error(
                request, _("You tried this often today. Try again tomorrow, or call us.")
            )
            return redirect("directory:propose")
        with transaction.atomic():
            if not jobs.first_time(form_key):
                return redirect(jobs.remembered(form_key) or "directory:propose")
            entry = actions.propose(request.community, by=request.member, **form.cleaned_data)
            proposed_url = reverse("directory:proposed", args=[entry.pk])
            jobs.remember(form_key, proposed_url)
        return redirect(proposed_url)
    rules = queries.rules_of(request.community.tree.town)
    status = 422 if form.errors else 200
    context = {"form": form, "rules": rules, "form_key": form_key or jobs.new_form_key()}
    return render_page(request, "directory/propose.html", context, status=status)


@require_safe
@member_required
def proposed(request: MemberRequest, key: UUID) -> HttpResponse:
    """What happens now; also for who comes back here."""
    entry = access.proposed_entry(request.member, request.community, key)
    return render_page(request, "directory/proposed.html", {"entry": entry})


@require_safe
def admission(request: PleinRequest) -> HttpResponse:
    """Who is on the map and who decides, for everybody to read."""
    town = request.community.tree.town
    context = {"rules": queries.rules_of(town), "town": town}
    return render_page(request, "directory/admission.html", context)
