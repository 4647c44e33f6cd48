"""Reading about an activity, or about one of its dates; its calendar file."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_response_headers
from django.views.decorators.http import condition, require_safe

from plein.features.activities import access, attendance, linked_data, queries, wording
from plein.features.activities.actions.enrolling import closes_at, is_open
from plein.features.activities.forms.making import LANGUAGES
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.foundation.communities.addresses import Address
from plein.foundation.communities.requests import PleinRequest
from plein.ui.render import render_page

ICS = "text/calendar; charset=utf-8"


@require_safe
def activity(request: PleinRequest, address: Address) -> HttpResponse:
    found = access.shown_activity(request.member, request.community, address.code)
    if found.address != str(address):
        return redirect(found, permanent=True)
    return _page(request, found, None)


@require_safe
def occurrence(request: PleinRequest, address: Address, when: date | None) -> HttpResponse:
    """The same page, about one date."""
    found = access.shown_activity(request.member, request.community, address.code)
    row = access.occurrence_of(found, when)
    if found.address != str(address):
        return redirect("activities:occurrence", found.address, row.when, permanent=True)
    return _page(request, found, row)


@require_safe
def ics(request: PleinRequest, address: Address) -> HttpResponse:
    """For one's own calendar; 304 while nothing changed."""
    from plein.features.activities.calendar_writing import of_activity

    found = access.shown_activity(request.member, request.community, address.code)
    rows = list(found.occurrences.exclude(day=None).order_by("day"))
    stamp = f"{found.sequence}-{sum(row.sequence for row in rows)}-{len(rows)}"

    @condition(etag_func=lambda _request: f'"{found.pk}-{stamp}"')
    def answer(_request: HttpRequest) -> HttpResponse:
        return file_of(of_activity(found, rows), found.address)

    return answer(request)


def file_of(body: bytes, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=ICS)
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    patch_response_headers(response, cache_timeout=0)
    return response


def _page(request: PleinRequest, found: Activity, about: Occurrence | None) -> HttpResponse:
    member = request.member
    mine = access.is_organiser(found, member)
    whole = queries.whole_of(found) if found.enrols else None
    coming = queries.coming(found) if found.is_dated else []
    standing = queries.my_standing(member, found) if found.enrols else {}
    for row in [*coming, *filter(None, [whole, about])]:
        row.activity = found
    if about is None and not found.repeats and coming:
        about = coming[0]
    context = {
        "activity": found,
        "linked": linked_data.event(found, about or (coming[0] if coming else None)),
        "about": about,
        "mine": mine,
        "may_arrange": access.may_arrange(found, member),
        "rhythm": wording.often_words(found, hours=True),
        "free": wording.free_words(found),
        "where": found.where,
        "groups": [row.group for row in found.groups.select_related("group")],
        "language_name": dict(LANGUAGES).get(found.language, found.language),
        "cost": wording.cost_fact(found),
        "access_facts": wording.access_facts(found),
        "who": wording.who_fact(found),
        "hands": wording.hands_fact(found),
        "is_over": found.is_dated and not coming,
        "coming": [_date(row, standing) for row in coming],
        "main": _date(main, standing) if (main := whole or about) else None,
        "also": queries.also_nice(found, member),
        "lately": [
            {"row": row, "words": wording.when_words(row), "counted": counted}
            for row, counted in (attendance.lately(found) if mine else ())
        ],
        "to_call": len(queries.to_call(found)) if mine else 0,
    }
    return render_page(request, "activities/activity.html", context)


def _date(row: Occurrence, standing: dict[UUID, Registration]) -> dict[str, object]:
    """One date as the page shows it: when, how many seats, and what I said about it."""
    return {
        "row": row,
        "words": wording.moment_words(row),
        "seats": wording.seats_words(row),
        "open": is_open(row),
        "closes": closes_at(row) if row.activity.closes_days else None,
        "mine": standing.get(row.pk),
    }
