"""The dates of a series: one moved, one cancelled, one that goes on after all."""

import datetime as dt
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.activities import access, queries, wording
from plein.features.activities.actions import planning
from plein.features.activities.forms.arranging import DateForm, WhyForm
from plein.features.activities.models import Activity, Occurrence
from plein.foundation.communities.access import member_required
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page

A_YEAR = 60
"""Dates on one page: a weekly club sees a year ahead."""


@require_safe
@member_required
def dates(request: MemberRequest, address: Address) -> HttpResponse:
    found = access.own_activity(request.member, request.community, address.code)
    rows = queries.coming(found, A_YEAR)
    context = {
        "activity": found,
        "rows": [(row, wording.moment_words(row)) for row in rows],
        "rhythm": wording.rhythm_words(found),
    }
    return render_page(request, "activities/dates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def date(request: MemberRequest, address: Address, when: dt.date | None) -> HttpResponse:
    """`wat` in the form says what: wijzigen, afgelasten or toch."""
    found = access.own_activity(request.member, request.community, address.code)
    if found.is_imported:
        return render_page(request, "activities/of_a_calendar.html", {"activity": found})
    row = access.occurrence_of(found, when)
    what = request.POST.get("wat", "")
    change = DateForm(request.POST if what == "wijzigen" else None, occurrence=row)
    # Of its own names for the labels: both forms stand on one page, and both ask for words.
    why = WhyForm(request.POST if what == "afgelasten" else None, auto_id="why_%s")
    if what == "wijzigen" and change.is_valid():
        starts_at, ends_at = _moments(row, change.cleaned_data)
        words = change.cleaned_data["words"]
        planning.move(row, starts_at, ends_at, words=words, by=request.member)
        messages.success(request, _("This date has been changed. Everybody who comes hears it."))
        return _to_call_or_back(found)
    if what == "afgelasten" and why.is_valid():
        planning.cancel_date(row, words=why.cleaned_data["words"], by=request.member)
        messages.success(request, _("This date does not go on. Everybody who comes hears it."))
        return _to_call_or_back(found)
    if what == "toch":
        planning.revive_date(row, by=request.member)
        messages.success(request, _("It goes on. Everybody who enrolled hears it."))
        return _to_call_or_back(found)
    context = {
        "activity": found,
        "row": row,
        "words": wording.moment_words(row),
        "change": change,
        "why": why,
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/date.html", context, status=status)


def _moments(row: Occurrence, typed: dict[str, Any]) -> tuple[datetime, datetime | None]:
    """From the wall time that was typed to moments."""
    day = typed["day"]
    if row.all_day:
        start = _at(day, datetime.min.time())
        lasts = (
            (row.ends_at - row.starts_at) if row.ends_at and row.starts_at else timedelta(days=1)
        )
        return start, _at((start + lasts + timedelta(hours=2)).date(), datetime.min.time())
    start = _at(day, typed["starts_at"])
    if not typed["ends_at"]:
        return start, None
    later = typed["ends_at"] <= typed["starts_at"]
    return start, _at(day + timedelta(days=1 if later else 0), typed["ends_at"])


def _at(day: dt.date, hour: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def _to_call_or_back(activity: Activity) -> HttpResponse:
    """Who has no mail is called now; else back to all dates."""
    calls = queries.to_call(activity)
    return redirect("activities:call" if calls else "activities:dates", activity.address)
