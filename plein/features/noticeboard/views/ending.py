"""Calling off an appointment, or stopping with help that came back: first a question."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from plein.features.noticeboard import access, queries
from plein.features.noticeboard.models import Match
from plein.features.noticeboard.views.agreeing import named
from plein.foundation.communities.access import greeted_required
from plein.foundation.communities.requests import MemberRequest
from plein.ui.render import render_page


@require_safe
@greeted_required
def ask(request: MemberRequest, code: str, what: str) -> HttpResponse:
    """'Are you sure?', with what the other one hears. The answer goes to the appointment."""
    response = access.response_in(request.member, request.community, code)
    match = queries.match_of(response)
    if match is None or not _may_end(match, what):
        return redirect("noticeboard:agreement", code)
    context = {
        "what": what,
        "match": match,
        "mine": response.post.author_id == request.member.pk,
        "other": named(response, request.member),
        "talk": response.conversation,
        "comes_back": what == "cancel" and response.post.opens_again,
    }
    return render_page(request, "noticeboard/call_off.html", context)


def _may_end(match: Match, what: str) -> bool:
    if not match.is_agreed or match.done_at or match.held_at:
        return False
    return match.goes_on if what == "stop" else match.met_at is None
