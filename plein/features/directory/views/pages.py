"""The page of an organisation as everybody sees it, and "Klopt dit niet?"."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plein.features.directory import access, actions, hours, linked_data, queries, wording
from plein.features.directory.forms.keeping import RemarkForm
from plein.features.directory.models import Entry, Location
from plein.foundation.accounts.limits import TooOften, count
from plein.foundation.communities.access import right_required
from plein.foundation.communities.requests import PleinRequest
from plein.foundation.communities.rights import may_within
from plein.lib.visitors import address_of
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
keeper = right_required(access.KEEP, may_within)
arranger = right_required(access.ARRANGE)


def posted(request: PleinRequest) -> QueryDict | None:
    """What was sent, also when it is empty; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


@require_safe
def organisation(request: PleinRequest, slug: str) -> HttpResponse:
    try:
        entry = access.visible_entry(request.member, request.community, slug)
    except Http404:
        if kept := access.merged_into(request.community, slug):
            return redirect("directory:organisation", kept.slug, permanent=True)
        raise
    return render_page(request, "directory/organisation.html", _context(request, entry))


def _context(request: PleinRequest, entry: Entry) -> dict[str, object]:
    member = request.member
    standing = access.standing(member, entry)
    return {
        "entry": entry,
        "linked": linked_data.organisation(entry),
        "organisation": entry.organisation,
        "pictures": entry.pictures,
        "trust": entry.trust,
        "trust_words": wording.trust_words(entry),
        "own_words": wording.own_words(entry),
        "pictogram": wording.pictogram(entry),
        "facts": wording.facts(entry),
        "places": [_place(location) for location in entry.locations.all()],
        "services": [
            {
                "service": service,
                "cost": wording.cost_words(service.cost),
                "referral": wording.referral_words(service.referral),
            }
            for service in entry.services.all()
        ],
        "themes": [row.theme for row in entry.themes.all()],
        "groups": [row.group for row in entry.groups.all()],
        "may_edit": standing.edits,
        "belongs": standing.belongs,
        "keeps": standing.keeps,
        "lets_in": not entry.organisation.admitted_at and access.lets_in(member, entry),
        "desk": wording.desk_only(entry) if standing.sees_desk else [],
        "remarks": queries.open_remarks(entry) if standing.edits else [],
        "editors": queries.editors_of(entry) if standing.edits else [],
        "lets_others": standing.lets_others,
    }


def _place(location: Location) -> dict[str, object]:
    return {
        "location": location,
        "now": wording.now_words(location),
        "lines": hours.table(location.hours) if location.opening else [],
        "soon": wording.closed_soon(location),
    }


@get_or_post
def remark(request: PleinRequest, slug: str) -> HttpResponse:
    """For everybody, guests too: it changes nothing, it asks a steward to look."""
    entry = access.visible_entry(request.member, request.community, slug)
    form = RemarkForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            count("remark.ip", address_of(request.META, settings.PROXIES))
            actions.remark(entry, by=request.member, **form.cleaned_data)
        except (TooOften, actions.EnoughRemarks):
            messages.info(request, _("Thank you. Others told us as well, we are looking at it."))
        else:
            messages.success(request, _("Thank you. Somebody looks at it and calls them."))
        return redirect(entry)
    status = 422 if form.errors else 200
    context = {"entry": entry, "form": form}
    return render_page(request, "directory/remark.html", context, status=status)
