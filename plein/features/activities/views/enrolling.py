"""Enrolling: with an account one tap, without one a name and a mail address."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.activities import access, queries, telling, wording
from plein.features.activities.actions import enrolling
from plein.features.activities.actions.enrolling import Guest
from plein.features.activities.forms.enrolling import EnrolForm, PhoneForm
from plein.features.activities.keys import personal_path
from plein.features.activities.models import Activity, Occurrence
from plein.foundation import jobs
from plein.foundation.accounts import limits
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.models import Member
from plein.foundation.communities.requests import MemberRequest, PleinRequest
from plein.lib.visitors import address_of
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
def enrol(request: PleinRequest, address: Address, when: date | None) -> HttpResponse:
    """A short form. A guest is told by mail; a member sees their own page at once."""
    found = access.visible_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    member = request.member if request.member and request.member.is_here else None
    if member and (mine := queries.my_standing(member, found).get(row.pk)):
        return redirect(personal_path(mine))
    form = EnrolForm(request.POST or None, activity=found, member=member)
    if request.method == "POST" and form.is_valid():
        try:
            return _enrol(request, row, form.guest(_language()), member)
        except enrolling.EnrolmentIsClosed:
            form.add_error(None, _("Enrolling is not possible any more."))
        except enrolling.TooManyPeople:
            form.add_error("people", _("So many people cannot come at once."))
        except limits.TooOften:
            form.add_error(None, _("That was very often. Wait an hour, or call us."))
    return _page(request, found, row, form)


def _enrol(
    request: PleinRequest, row: Occurrence, guest: Guest, member: Member | None
) -> HttpResponse:
    if member is None:
        limits.count("enrol.ip", address_of(request.META, settings.PROXIES))
        limits.count("enrol.address", guest.mail)
    numbered = row.numbered
    registration = enrolling.enrol(row, guest, by=member)
    if member:
        return redirect(personal_path(registration))
    if registration.number <= numbered:
        telling.enrolled_already(registration)
    return redirect("activities:enrolled", row.activity.address, row.when)


@require_safe
def done(request: PleinRequest, address: Address, when: date | None) -> HttpResponse:
    """The same for everybody: whether somebody was enrolled before, nobody else can find out."""
    found = access.visible_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    context = {"activity": found, "row": row, "words": wording.when_words(row)}
    return render_page(request, "activities/enrolled.html", context)


@get_or_post
@member_required
def by_phone(request: MemberRequest, address: Address, when: date | None) -> HttpResponse:
    """The organiser or a connector enrols somebody who calls. The list stays closed (names)."""
    found = access.arrangeable_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    form = PhoneForm(request.POST or None, activity=found)
    if request.method == "POST" and form.is_valid():
        try:
            _by_phone(request, row, form.guest())
            return redirect("activities:by-phone", found.address, row.when)
        except enrolling.EnrolmentIsClosed:
            form.add_error(None, _("Enrolling is not possible any more."))
        except enrolling.TooManyPeople:
            form.add_error("people", _("So many people cannot come at once."))
    context = {
        "activity": found,
        "row": row,
        "words": wording.when_words(row),
        "seats": wording.seats_words(row),
        "form": form,
        "form_key": request.POST.get("form_key") or jobs.new_form_key(),
        "mine": access.is_organiser(found, request.member),
        "open": enrolling.is_open(row),
    }
    status = 422 if form.errors else 200
    return render_page(request, "activities/by_phone.html", context, status=status)


@transaction.atomic
def _by_phone(request: MemberRequest, row: Occurrence, guest: Guest) -> None:
    """Tapped twice, or the page asked for again, is one person on the list."""
    if not jobs.first_time(request.POST.get("form_key", "")):
        return
    given = enrolling.enrol(row, guest, by=request.member)
    seat, waits = _("%(name)s has a seat."), _("%(name)s is on the waiting list.")
    messages.success(request, (seat if given.comes else waits) % {"name": given.name})


def _page(request: PleinRequest, found: Activity, row: Occurrence, form: EnrolForm) -> HttpResponse:
    context = {
        "activity": found,
        "row": row,
        "words": wording.when_words(row),
        "seats": wording.seats_words(row),
        "form": form,
        "open": enrolling.is_open(row),
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/enrol.html", context, status=status)


def _language() -> str:
    return (get_language() or "nl")[:5]
