"""Handing in a calendar, so that an organisation never types twice."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.features.activities import access, queries
from plein.features.activities.actions import feeds as actions
from plein.features.activities.forms.arranging import FeedForm
from plein.foundation.communities.access import member_required
from plein.foundation.communities.requests import MemberRequest
from plein.foundation.organisations.access import organisations_of
from plein.lib.fetching import AddressNotAllowed
from plein.ui.render import render_page

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@member_required
def feeds(request: MemberRequest) -> HttpResponse:
    """For who speaks for an organisation; for others it does not exist."""
    organisations = organisations_of(request.member)
    if not organisations:
        raise Http404
    form = FeedForm(request.POST or None, organisations=organisations)
    if request.method == "POST" and form.is_valid():
        organisation = access.spoken_for(request.member, form.cleaned_data["organisation"])
        try:
            actions.add(organisation, form.cleaned_data["url"], by=request.member)
        except AddressNotAllowed:
            form.add_error("url", _("We cannot open this address. It begins with https://."))
        else:
            messages.success(request, _("We read your calendar in a minute, and then every hour."))
            return redirect("activities:feeds")
    context = {"form": form, "feeds": queries.feeds_of(request.member)}
    status = 422 if request.method == "POST" else 200
    return render_page(request, "activities/feeds.html", context, status=status)


@get_or_post
@member_required
def remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    feed = access.own_feed(request.member, pk)
    if request.method == "POST":
        actions.remove(feed, by=request.member)
        messages.success(request, _("We do not read this calendar any more."))
        return redirect("activities:feeds")
    return render_page(request, "activities/feed_remove.html", {"feed": feed})
